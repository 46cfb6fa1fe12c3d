package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunDifferenceTest {

    private static final String PROGRAM =
            """
            data moons(samples=400, noise=0.1, seed=42)
            yhat = mlp(X, [6, 1], tanh, sigmoid, seed=1)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=32)
            """;

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static List<String> told(String before, String after) {
        return RunDifference.of(before, after).stream().map((Message m) -> Texts.of(m)).toList();
    }

    private static List<String> told(String what, String by, int count) {
        String after = PROGRAM.replace(what, by);
        List<String> told = told(PROGRAM, after);
        assertEquals(count, told.size(), told.toString());
        return told;
    }

    @Test
    void settings_are_named_with_both_values() {
        assertEquals(List.of("rate 0.03 → 0.3"), told("rate=0.03", "rate=0.3", 1));
        assertEquals(List.of("layers 6, 1 → 8, 8, 1"), told("[6, 1]", "[8, 8, 1]", 1));
        assertEquals(List.of("seed of weights 1 → 2"), told("seed=1)", "seed=2)", 1));
        assertEquals(List.of("seed of data 42 → 7"), told("seed=42", "seed=7", 1));
        assertEquals(List.of("noise 0.1 → 0.3"), told("noise=0.1", "noise=0.3", 1));
        assertEquals(List.of("hidden layers tanh → relu"), told("tanh", "relu", 1));
        assertEquals(List.of("data moons → spiral"), told("moons", "spiral", 1));
        assertEquals(List.of("last layer sigmoid → tanh"), told("sigmoid", "tanh", 1));
    }

    @Test
    void several_settings_are_named_in_the_order_of_the_program() {
        String after =
                PROGRAM.replace("moons", "circles").replace("[6, 1]", "[1]").replace("32", "8");
        assertEquals(
                List.of("data moons → circles", "layers 6, 1 → 1", "batch 32 → 8"),
                told(PROGRAM, after));
    }

    @Test
    void what_is_written_another_way_is_no_difference() {
        told("rate=0.03", "rate=3e-2", 0);
        told("rate=0.03", "rate=0.03, momentum=0, epochs=7", 0);
        told(", seed=1)", ")", 0);
        told(", batch=32", "", 0);
        told("loss L", "# a note\n\nloss  L", 0);
        assertEquals(List.of(), told(PROGRAM, PROGRAM));
    }

    @Test
    void a_key_that_comes_differs_from_its_usual_value() {
        assertEquals(List.of("momentum 0 → 0.9"), told("rate=0.03", "rate=0.03, momentum=0.9", 1));
        assertEquals(List.of("clip – → 1"), told("rate=0.03", "rate=0.03, clip=1", 1));
    }

    /// Keys that only one optimiser takes come and go with it.
    @Test
    void another_optimiser_is_named_with_what_both_take() {
        String sgd = PROGRAM.replace("batch=32", "momentum=0.9");
        String adam = PROGRAM.replace("sgd(rate=0.03, batch=32", "adam(rate=0.01, beta1=0.8");
        assertEquals(List.of("optimiser sgd → adam", "rate 0.03 → 0.01"), told(sgd, adam));
    }

    @Test
    void other_statements_are_another_program() {
        assertEquals(
                List.of("another program"), told("mean(bce(yhat, y))", "sum(bce(yhat, y))", 1));
        assertEquals(
                List.of("rate 0.03 → 1", "another program"),
                told(PROGRAM, PROGRAM.replace("mean", "sum").replace("0.03", "1")));
    }

    private static final String LAYERS =
            """
            data moons(samples=400)
            param W1 = xavier(8, 2, seed=1)
            param b1 = zeros(8, 1)
            param W2 = xavier(1, 8, seed=2)
            yhat = sigmoid(W2 @ tanh(W1 @ X + b1))
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03)
            """;

    /// Of written-out layers: what all weights share is said once, what only some have by name. A
    /// seed counts up from the first.
    @Test
    void another_initialiser_is_named() {
        assertEquals(
                List.of("initial weights xavier → he"),
                told(LAYERS, LAYERS.replace("xavier", "he")));
        assertEquals(
                List.of("initial weights of W1 xavier → he", "initial weights of W2 xavier → ones"),
                told(
                        LAYERS,
                        LAYERS.replace("xavier(8", "he(8")
                                .replace("xavier(1, 8, seed=2)", "ones(1, 8)")));
        String normal = LAYERS.replace("xavier", "normal");
        assertEquals(List.of("std 1 → 0.1"), told(normal, normal.replace("seed", "std=0.1, seed")));
        assertEquals(
                List.of("seed of weights 1 → 5"),
                told(LAYERS, LAYERS.replace("seed=1", "seed=5").replace("seed=2", "seed=6")));
        assertEquals(
                List.of("initial weights xavier → he", "rate 0.03 → 1"),
                told(LAYERS, LAYERS.replace("xavier", "he").replace("0.03", "1")));
        assertEquals(List.of(), told(LAYERS, LAYERS.replace("8, 2, seed=1", "8, 2, 1")));
        assertEquals(
                List.of("another program"),
                told(LAYERS, LAYERS.replace("8", "9")),
                "other shapes are another net");
    }

    @Test
    void a_mistake_is_named() {
        String mistaken = PROGRAM + "set mistake = sign # why\n";
        assertEquals(List.of("mistake – → sign"), told(PROGRAM, mistaken));
        assertEquals(
                List.of("mistake sign → no_mean"),
                told(mistaken, mistaken.replace("sign", "no_mean")));
    }

    @Test
    void typed_samples_differ_as_a_whole_if_they_are_many() {
        String few = PROGRAM.replaceFirst("moons\\(.*\\)", "points([[0, 1, 0]])");
        String many =
                PROGRAM.replaceFirst(
                        "moons\\(.*\\)",
                        "points([[0, 1, 0], [1, 0, 1], [2, 2, 1], [3, 3, 0], [4, 4, 1]])");
        assertEquals(List.of("other samples"), told(few, many));
    }
}
