package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.FLOAT;
import static dev.backstep.onnx.ModelBytes.field;
import static dev.backstep.onnx.ModelBytes.head;
import static dev.backstep.onnx.ModelBytes.joined;
import static dev.backstep.onnx.ModelBytes.message;
import static dev.backstep.onnx.ModelBytes.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models that cannot be said exactly, or are none: each is refused with the reason.
class OnnxRefusalsTest {

    @Test
    void what_is_not_supported_is_named_with_node_and_type() {
        ModelBytes model =
                new ModelBytes(13)
                        .input("x", 1, 3, 8, 8)
                        .node("/conv1/Conv", "Conv", "c", "x w")
                        .node("/pool", "MaxPool", "p", "c")
                        .node("/conv2/Conv", "Conv", "out", "p w")
                        .output("out");
        assertEquals(
                "not supported: node /conv1/Conv of type Conv and node /pool of type MaxPool",
                Imported.refusal(model));
        assertEquals(
                "not supported: node /a of type com.microsoft.Gelu",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 1, 3)
                                .raw(
                                        1,
                                        joined(
                                                text(1, "x"),
                                                text(2, "out"),
                                                text(3, "/a"),
                                                text(4, "Gelu"),
                                                text(7, "com.microsoft")))
                                .output("out")));
    }

    /// Not only once they are a text, which takes much memory.
    @Test
    void numbers_that_no_text_has_room_for_are_not_written_out() {
        ProgramLines lines = new ProgramLines(Optional.empty());
        OnnxTensor w = OnnxTensor.ofReals(List.of(2, 200_000), new double[400_000]);
        lines.weight(w.named("first")).transposed();
        Operand second = lines.weight(w.named("second"));
        Refusal refused = assertThrows(Refusal.class, second::transposed);
        assertTrue(refused.getMessage().startsWith("the program would have over 1 MB"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 6, 27, -1, Long.MAX_VALUE})
    void versions_that_are_not_known_are_refused(long opset) {
        assertTrue(
                Imported.refusal(
                                new ModelBytes(opset)
                                        .input("x", 1, 2)
                                        .node("Relu", "out", "x")
                                        .output("out"))
                        .startsWith("the model uses version " + opset));
    }

    @Test
    void inputs_without_a_shape_or_of_other_types_are_refused() {
        assertTrue(
                Imported.refusal(
                                new ModelBytes(13)
                                        .input("x", 2, -1)
                                        .node("Relu", "out", "x")
                                        .output("out"))
                        .startsWith("the input x has no shape"));
        assertEquals(
                "the input x is of type int64; only real numbers are supported",
                Imported.refusal(
                        new ModelBytes(13)
                                .raw(11, ModelBytes.value("x", ModelBytes.INT64, 1, 2))
                                .node("Relu", "out", "x")
                                .output("out")));
        assertEquals(
                "the model holds more numbers than a program may have, 4 million in all",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 1L << 40, 1L << 40)
                                .node("Relu", "out", "x")
                                .output("out")));
    }

    /// A single number of three dimensions makes a result of three.
    @Test
    void dimensions_that_a_matrix_has_not_are_refused() {
        String product =
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .weight("c", new long[] {1, 1, 1}, 2)
                                .node("Mul", "out", "x c")
                                .output("out"));
        assertTrue(product.contains("only two dimensions are"), product);
        long[] many = new long[1_000];
        Arrays.fill(many, 1);
        assertEquals(
                "a tensor has more than 32 dimensions",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .weight("c", many, 2)
                                .node("Relu", "out", "x")
                                .output("out")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_setting_that_is_no_number_is_refused(double alpha) {
        assertEquals(
                "the unnamed node 0 of type LeakyRelu: the value of its attribute alpha is missing or not supported",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .node("LeakyRelu", "out", "x", ModelBytes.real("alpha", alpha))
                                .output("out")));
    }

    @Test
    void a_node_before_what_it_takes_and_an_output_of_none_are_refused() {
        assertEquals(
                "the unnamed node 0 of type Relu: nothing before it computes h",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 1, 2)
                                .node("Relu", "out", "h")
                                .node("Relu", "h", "x")
                                .output("out")));
        assertEquals(
                "the unnamed node 1 of type Relu: what it computes has the name of something before it",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 1, 2)
                                .node("Relu", "h", "x")
                                .node("Relu", "x", "h")
                                .output("h")));
        assertEquals(
                "no node computes the output z",
                Imported.refusal(
                        new ModelBytes(13).input("x", 1, 2).node("Relu", "h", "x").output("z")));
    }

    private static byte[] external(String location, long offset, long length) {
        return joined(
                head("w", FLOAT, 2),
                field(13, joined(text(1, "location"), text(2, location))),
                field(13, joined(text(1, "offset"), text(2, Long.toString(offset)))),
                field(13, joined(text(1, "length"), text(2, Long.toString(length)))),
                message(out -> out.writeInt32(14, 1)));
    }

    private static OnnxProgram beside(Path folder, byte[] weight) throws Exception {
        byte[] model =
                new ModelBytes(13)
                        .input("x", 1, 2)
                        .tensor(weight)
                        .node("Mul", "out", "x w")
                        .output("out")
                        .bytes();
        Path file = Files.write(folder.resolve("m.onnx"), model);
        return OnnxProgram.of(OnnxProgram.model(file), "m.onnx", Optional.empty(), Bundle.ENGLISH);
    }

    @Test
    void numbers_in_another_file_are_read_from_the_folder_of_the_model_alone(@TempDir Path folder)
            throws Exception {
        Path models = Files.createDirectories(folder.resolve("models/sub"));
        Path home = models.getParent();
        Files.write(models.resolve("w.bin"), ModelBytes.raw(FLOAT, 9, 5, 6));
        Files.write(folder.resolve("secret.bin"), ModelBytes.raw(FLOAT, 1, 2, 3));
        assertTrue(beside(home, external("sub/w.bin", 4, 8)).text().contains("param w = [5; 6]"));
        Files.createSymbolicLink(home.resolve("link.bin"), folder.resolve("secret.bin"));
        for (String outside :
                List.of(
                        "../secret.bin",
                        "sub/../../secret.bin",
                        folder.resolve("secret.bin").toString(),
                        "link.bin",
                        "",
                        ".",
                        "a\0b")) {
            String why =
                    assertThrows(Refusal.class, () -> beside(home, external(outside, 0, 8)))
                            .getMessage();
            assertTrue(why.contains("not in the folder of the model"), outside + ": " + why);
        }
        for (long[] part : new long[][] {{8, 8}, {-4, 8}, {0, 4}, {Long.MAX_VALUE, 8}, {0, -8}}) {
            assertThrows(
                    Refusal.class, () -> beside(home, external("sub/w.bin", part[0], part[1])));
        }
        assertTrue(
                assertThrows(Refusal.class, () -> beside(home, external("none.bin", 0, 8)))
                        .getMessage()
                        .contains("cannot be read"));
    }

    @Test
    void what_is_no_model_is_refused(@TempDir Path folder) throws Exception {
        for (byte[] bytes :
                List.of(new byte[0], "no model".getBytes(), new byte[10_000], new byte[] {58, 5})) {
            Path file = Files.write(folder.resolve("m.onnx"), bytes);
            assertEquals(
                    "this is no ONNX model, or the file is damaged",
                    assertThrows(Refusal.class, () -> OnnxProgram.model(file)).getMessage());
        }
        assertThrows(Refusal.class, () -> OnnxProgram.model(folder));
        assertThrows(Refusal.class, () -> OnnxProgram.model(folder.resolve("none.onnx")));
        assertFalse(Files.exists(folder.resolve("none.onnx")));
    }
}
