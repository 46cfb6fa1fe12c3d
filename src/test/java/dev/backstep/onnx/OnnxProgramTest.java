package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.FLOAT;
import static dev.backstep.onnx.ModelBytes.field;
import static dev.backstep.onnx.ModelBytes.head;
import static dev.backstep.onnx.ModelBytes.joined;
import static dev.backstep.onnx.ModelBytes.message;
import static dev.backstep.onnx.ModelBytes.text;
import static dev.backstep.onnx.ModelBytes.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Group;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole models: their weights, inputs, outputs and parts.
class OnnxProgramTest {

    private static ModelBytes net() {
        return new ModelBytes(13)
                .input("input", -1, 3)
                .weight("fc1.weight", new long[] {2, 3}, 0.1, -0.2, 0.3, 1e-7, 3e8, -1)
                .weight("fc1.bias", new long[] {2}, 0.5, -0.25)
                .node(
                        "/fc1/Gemm",
                        "Gemm",
                        "/fc1/Gemm_output_0",
                        "input fc1.weight fc1.bias",
                        whole("transB", 1))
                .node("/act/Tanh", "Tanh", "/act/Tanh_output_0", "/fc1/Gemm_output_0")
                .node("/fc2/MatMul", "MatMul", "/fc2/MatMul_output_0", "/act/Tanh_output_0 w2")
                .weight("w2", new long[] {2, 2}, 1, 2, 3, 4)
                .node("/fc2/Add", "Add", "/fc2/Add_output_0", "/fc2/MatMul_output_0 fc1.bias")
                .node("/out/Softmax", "Softmax", "probabilities", "/fc2/Add_output_0")
                .output("probabilities");
    }

    @Test
    void a_network_becomes_a_program_that_reads_like_one() {
        String text = Imported.of(net()).program().text();
        assertEquals(
                """
                # model.onnx: an ONNX model by test, version 13 of the operators.
                # A column is a sample here. What the model keeps as samples × features stands transposed, as features × samples.
                # X is drawn at random, since a model holds no data.
                # A model has no loss: L compares its output with the target y, which is made up. A line such as data csv("samples.csv", label=1) in the place of the lines of X and y takes your own, and train sgd(rate=0.1) trains.
                X = normal(3, 2, seed=1)  # input 2×3
                param fc1_weight = [0.10000000149011612, -0.20000000298023224, 0.30000001192092896; 1.0000000116860974e-7, 3e8, -1]  # fc1.weight 2×3
                param fc1_bias = [0.5; -0.25]  # fc1.bias (2)
                param w2 = [1, 3; 2, 4]  # w2 2×2

                ## fc1
                fc1_Gemm = fc1_weight @ X + fc1_bias  # Gemm /fc1/Gemm
                ##
                act_Tanh = tanh(fc1_Gemm)  # Tanh /act/Tanh
                ## fc2
                fc2_MatMul = w2 @ act_Tanh  # MatMul /fc2/MatMul
                fc2_Add = fc2_MatMul + fc1_bias  # Add /fc2/Add
                ##
                probabilities = softmax(fc2_Add)  # Softmax /out/Softmax

                const y = [1, 1; 0, 0]  # the target: made up
                loss L = mean(ce(probabilities, y))
                """,
                text);
    }

    @Test
    void its_sections_are_groups_and_its_gradients_are_right() {
        Imported read = Imported.of(net());
        assertEquals(
                List.of("fc1", "fc2"),
                read.model().groups().stream()
                        .filter(g -> g.kind() == Group.Kind.SECTION)
                        .map(Group::title)
                        .toList());
        ModelBytes small =
                new ModelBytes(13)
                        .input("x", -1, 3)
                        .weight("w", new long[] {3, 2}, 0.1, -0.2, 0.3, 0.4, 0.5, 0.6)
                        .node("MatMul", "z", "x w")
                        .node("LogSoftmax", "out", "z")
                        .output("out");
        Imported.of(small).assertGradients("log-softmax");
        assertTrue(
                Imported.of(small).program().text().contains("L = mean(-sum(y * out, rows))"),
                Imported.of(small).program().text());
    }

    @Test
    void the_comments_speak_the_language_of_the_window() {
        OnnxProgram chinese =
                OnnxProgram.of(
                        ModelReader.read(net().bytes(), new ExternalFiles(Path.of(""))),
                        "net.onnx",
                        Optional.empty(),
                        Bundle.in(Locale.SIMPLIFIED_CHINESE));
        assertTrue(chinese.text().contains("一列是一个样本"), chinese.text());
    }

    /// 0.1, 1/3 and −65504 in each type, as bytes and one by one; 0.1f is 0.100000001490116…
    @ParameterizedTest
    @CsvSource({
        "1, 0.10000000149011612, 0.3333333432674408",
        "11, 0.1, 0.3333333333333333",
        "10, 0.0999755859375, 0.333251953125",
        "16, 0.099609375, 0.33203125"
    })
    void a_weight_has_the_very_value_of_the_file(int type, double tenth, double third) {
        double[] numbers = {0.1, 1 / 3.0, -0.5};
        byte[] raw = ModelBytes.raw(type, numbers);
        byte[] listed =
                switch (type) {
                    case 1 ->
                            message(
                                    out -> {
                                        for (double x : numbers) {
                                            out.writeFloat(4, (float) x);
                                        }
                                    });
                    case 11 -> field(10, raw);
                    default ->
                            message(
                                    out -> {
                                        for (int k = 0; k < raw.length; k += 2) {
                                            out.writeInt32(
                                                    5, raw[k] & 0xff | (raw[k + 1] & 0xff) << 8);
                                        }
                                    });
                };
        for (byte[] held : List.of(field(9, raw), listed)) {
            Imported read =
                    Imported.of(
                            new ModelBytes(13)
                                    .input("x", 1, 3)
                                    .tensor(joined(head("w", type, 3), held))
                                    .node("Mul", "out", "x w")
                                    .output("out"));
            assertArrayEquals(new double[] {tenth, third, -0.5}, read.value("w").toArray());
        }
    }

    @Test
    void a_packed_list_of_numbers_is_read_too() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 1, 2)
                                .tensor(
                                        joined(
                                                head("w", FLOAT, 2),
                                                field(4, ModelBytes.raw(FLOAT, 3, 4))))
                                .node("Mul", "out", "x w")
                                .output("out"));
        assertArrayEquals(new double[] {3, 4}, read.value("w").toArray());
    }

    /// Where systems do not tell large letters from small ones, too.
    @Test
    void each_large_weight_has_a_file_of_its_own() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", -1, 40)
                                .weight("w", new long[] {40, 40}, new double[1_600])
                                .weight("W", new long[] {40, 40}, new double[1_600])
                                .node("MatMul", "z", "x w")
                                .node("MatMul", "out", "z W")
                                .output("out"));
        assertEquals(Set.of("model-w.npy", "model-W_2.npy"), read.program().files().keySet());
    }

    @Test
    void a_large_weight_goes_into_a_file_and_one_without_dimensions_is_a_constant() {
        double[] many = new double[1_200];
        many[1199] = 0.1;
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", -1, 30)
                                .weight("w", new long[] {30, 40}, many)
                                .weight("scale", new long[0], 3)
                                .node("MatMul", "z", "x w")
                                .node("Mul", "out", "z scale")
                                .output("out"));
        String text = read.program().text();
        assertTrue(text.contains("param w = file(\"model-w.npy\")  # w 30×40"), text);
        assertTrue(text.contains("const scale = 3"), text);
        Map<String, Tensor> files = read.program().files();
        assertEquals(new Shape(40, 30), files.get("model-w.npy").shape());
        assertEquals(0.1f, files.get("model-w.npy").at(39, 29));
    }

    @Test
    void numbers_that_are_not_finite_are_refused() {
        assertEquals(
                "w holds NaN; a program holds only finite numbers",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 1, 1)
                                .weight("w", new long[] {2}, 1, Double.NaN)
                                .node("Mul", "out", "x w")
                                .output("out")));
    }

    @Test
    void a_model_with_more_inputs_and_outputs_says_so() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("left", 2, 3)
                                .input("right", 3)
                                .node("Add", "total", "left right")
                                .node("Sub", "rest", "left right")
                                .output("total")
                                .output("rest"));
        String text = read.program().text();
        assertTrue(text.contains("left and right are drawn at random"), text);
        assertTrue(text.contains("L depends on total alone; the model also computes rest."), text);
        assertTrue(text.contains("right = normal(3, 1, seed=2)"), text);
    }

    @Test
    void thousands_of_inputs_are_not_all_listed() {
        ModelBytes model = new ModelBytes(13);
        IntStream.range(0, 5_000).forEach(k -> model.input("x" + k, 2));
        String text = Imported.of(model.node("Tanh", "out", "x7").output("out")).program().text();
        assertTrue(text.contains("x18, x19 and … are drawn at random"), text.substring(0, 500));
    }

    @Test
    void weights_among_the_inputs_of_old_files_are_weights() {
        Imported read =
                Imported.of(
                        new ModelBytes(9)
                                .input("x", 1, 2)
                                .input("w", 2)
                                .weight("w", new long[] {2}, 3, 4)
                                .node("Mul", "out", "x w")
                                .output("out"));
        assertArrayEquals(new double[] {3, 4}, read.value("w").toArray());
        assertTrue(read.program().text().contains("X = normal(2, 1, seed=1)"));
    }

    /// It reshapes to one sample, so it holds for one only.
    @Test
    void a_model_that_holds_for_one_sample_only_is_read_with_one() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", -1, 4)
                                .wholes("s", 1, 4)
                                .node("Reshape", "r", "x s")
                                .node("Tanh", "out", "r")
                                .output("out"));
        assertEquals(new Shape(4, 1), read.value("out").shape());
    }
}
