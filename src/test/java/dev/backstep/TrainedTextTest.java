package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.TrainedText;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program with its trained parameters written into it evaluates as the trained program does, to
/// the last bit, and keeps every other letter.
class TrainedTextTest {

    private static final Path SAMPLES = Path.of("samples");

    private static Model model(String text) {
        return assertInstanceOf(
                        ReadResult.Ok.class,
                        Language.read(text, CsvFiles.in(SAMPLES)),
                        () -> "\n" + text)
                .model();
    }

    private static String written(Model model, Map<String, Tensor> values) {
        return assertInstanceOf(TrainedText.Text.class, TrainedText.of(model, values)).text();
    }

    /// The text after some batches of training.
    private static String law(String text, int batches) {
        Model model = model(text);
        Training training = Training.of(model.setup().orElseThrow());
        training.batches(batches);
        Model trained = model;
        for (var parameter : training.parameters().entrySet()) {
            trained = trained.with(parameter.getKey(), parameter.getValue());
        }
        String written = written(model, training.parameters());
        Model again = model(written);
        Map<String, Tensor> expected = values(trained);
        Map<String, Tensor> actual = values(again);
        expected.keySet().retainAll(actual.keySet());
        assertTrue(expected.keySet().containsAll(training.parameters().keySet()));
        expected.forEach((name, value) -> assertEquals(value, actual.get(name), name));
        return written;
    }

    /// Values and gradients by name, on the first mini-batch.
    private static Map<String, Tensor> values(Model model) {
        Adjoint adjoint = Adjoint.of(model.graph(), model.output());
        Trace trace = Trace.of(adjoint.graph(), model.leaves());
        Map<String, Tensor> values = new HashMap<>();
        model.names()
                .forEach(
                        (name, id) -> {
                            values.put(name, trace.value(id));
                            adjoint.gradient(id)
                                    .ifPresent(g -> values.put("∂" + name, trace.value(g)));
                        });
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16-minibatch-sgd",
                "17-circle",
                "18-xor",
                "19-gauss",
                "20-spiral",
                "21-blobs-5-classes",
                "22-plane",
                "23-wave",
                "24-vanishing-sigmoid",
                "25-vanishing-relu",
                "26-exploding"
            })
    void every_sample_that_trains(String sample) throws IOException {
        String text = Files.readString(SAMPLES.resolve(sample + ".bs"));
        List<String> kept =
                text.lines().filter(l -> !l.startsWith("param") && !l.contains("mlp(")).toList();
        List<String> lines = law(text, 23).lines().toList();
        int from = 0;
        for (String line : kept) {
            int at = lines.subList(from, lines.size()).indexOf(line);
            assertTrue(at >= 0, line);
            from += at + 1;
        }
    }

    @Test
    void only_the_right_sides_of_parameters_change() {
        String text =
                """
                # a line
                data plane(samples=40, test=0)   # the data
                param W = zeros(1, 2)  # zeros
                param b = (
                    1/3  # a third
                )
                param c = [
                    1,   # stays
                    2
                ]
                yhat = W @ X + b
                loss L = mean(se(yhat, y)) + 0 * sum(c)
                train sgd(rate=0.1) # trains
                """;
        Map<String, Tensor> values =
                Map.of(
                        "W", Tensor.of(1, 2, 0.1, -1e-300),
                        "b", Tensor.scalar(-0.0),
                        "c", Tensor.of(1, 2, 1, 4.9e-324));
        String expected =
                text.replace("zeros(1, 2)", "[0.1, -1e-300]")
                        .replace("(\n    1/3  # a third\n)", "-0")
                        .replace("    2\n", "    4.9e-324\n");
        String written = written(model(text.replace("1/3", "0.25")), values);
        assertEquals(expected.replace("1/3", "0.25"), written);
        Model again = model(written);
        values.forEach(
                (name, value) -> assertEquals(value, again.leaf(again.names().get(name)), name));
    }

    /// With linear layers, an input that is no name, a comment inside the call, and names of its
    /// layers used elsewhere.
    @Test
    void an_mlp_becomes_the_layers_it_stands_for() {
        String text =
                """
                data spiral(samples=60, test=0)
                  yhat = mlp(X / 5,   # scaled
                      [3, 2, 1], linear, sigmoid, seed=4)  # the net
                loss L = mean(bce(yhat, y)) + 0.01 * mean(a1 * a1)
                train adam(rate=0.1, batch=20)
                """;
        String written = law(text, 5);
        List<String> lines = written.lines().filter(l -> !l.contains("param")).toList();
        assertTrue(
                lines.containsAll(
                        List.of(
                                "# scaled",
                                "Z1 = W1 @ (X / 5) + b1",
                                "a1 = Z1",
                                "Z2 = W2 @ a1 + b2",
                                "Z3 = W3 @ Z2 + b3",
                                "a3 = sigmoid(Z3)",
                                "  yhat = a3  # the net")),
                written);
    }

    @Test
    void an_mlp_inside_a_longer_expression_is_written_out_too() {
        law(
                """
                data blobs(samples=60, classes=3)
                loss L = mean(ce_logits(mlp(X, [4, 3], relu, linear), y))
                train sgd(rate=0.1)
                """,
                7);
    }

    @Test
    void a_program_before_its_first_batch_stays_as_it_is() throws IOException {
        String text = Files.readString(SAMPLES.resolve("20-spiral.bs"));
        Model model = model(text);
        Training training = Training.of(model.setup().orElseThrow());
        assertEquals(text, written(model, training.parameters()));
    }

    /// 784 · 128 numbers of 20 characters.
    @Test
    void a_network_that_is_too_large_for_a_text_is_refused() {
        Model model =
                model(
                        """
                        param W = zeros(128, 784)
                        loss L = sum(W * W)
                        train sgd(rate=0.1)
                        """);
        Tensor w = Tensor.generate(model.leaf(0).shape(), k -> Math.sin(k));
        TrainedText.TooLong refused =
                assertInstanceOf(TrainedText.TooLong.class, TrainedText.of(model, Map.of("W", w)));
        assertTrue(refused.length() > 1_500_000, () -> "" + refused.length());
    }

    @Test
    void a_value_that_is_not_finite_is_refused() {
        Model model = model("param w = 1\nloss L = w * w\ntrain sgd(rate=0.1)\n");
        assertEquals(
                new TrainedText.NotFinite("w"),
                TrainedText.of(model, Map.of("w", Tensor.scalar(Double.NaN))));
    }
}
