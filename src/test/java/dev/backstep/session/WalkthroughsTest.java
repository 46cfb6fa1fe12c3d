package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.explain.Change;
import dev.backstep.graph.Node;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Step;
import dev.backstep.story.Story.Grain;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A line w·x + b through (1, 0) and (3, 1), at w = 1, b = 0.
///
/// It is off by 1 and by 2, so that ∂L/∂w = (2·1·1 + 2·2·3)/2 = 7 and ∂L/∂b = (2·1 + 2·2)/2 = 3.
class WalkthroughsTest {

    private static final String LINE =
            """
            data csv("a.csv", label=2, test=0)
            param w = 1
            param b = 0
            loss L = mean(se(w * X + b, y))
            """;

    @TempDir private Path folder;

    @BeforeEach
    void two_samples() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,0\n3,1\n");
    }

    private Model model(String text) {
        return switch (Language.read(text, CsvFiles.in(folder))) {
            case ReadResult.Ok(Model model) -> model;
            case ReadResult.Problems(var problems) -> throw new AssertionError(problems);
        };
    }

    private Change change(String train, String parameter) {
        Model model = model(LINE + train);
        Walkthrough w = Walkthroughs.of(model, Grain.NODES);
        return Change.of(w, model.names().get(parameter), Numbers.DEFAULT);
    }

    /// A gradient of 0.00000014 has a power of ten, and to square it takes parentheses; what the
    /// program sets is shown whole, however few digits results have.
    @Test
    void small_gradients_and_few_digits_are_written_right() {
        String small = LINE.replace("mean", "0.00000002 * mean");
        Model model = model(small + "train adam(rate=0.1234567, beta2=0.99999)");
        Walkthrough w = Walkthroughs.of(model, Grain.NODES);
        Change change = Change.of(w, model.names().get("w"), new Numbers(2));
        String square = change.lines().get(2).numbers().orElseThrow();
        assertTrue(square.contains("(1.4\\cdot10^{-7})^{2}"), square);
        assertTrue(square.startsWith("0.99999 \\cdot 0"), square);
        assertTrue(change.settings().contains("\\alpha = 0.1234567"), change.settings());
        assertTrue(change.settings().contains("\\beta_{2} = 0.99999"), change.settings());
    }

    @Test
    void the_list_of_steps_has_the_penalty_where_there_is_one() {
        Model model = model(LINE + "train sgd(rate=0.1, l2=0.5)");
        Walkthrough w = Walkthroughs.of(model, Grain.NODES);
        assertEquals(
                "w \\leftarrow w - \\alpha \\cdot (\\partial L/\\partial w + \\lambda \\cdot w)",
                Change.brief(w, model.names().get("w")));
        assertEquals(
                "b \\leftarrow b - \\alpha \\cdot \\partial L/\\partial b",
                Change.brief(w, model.names().get("b")));
    }

    private static List<Object> lines(Change change) {
        return change.lines().stream()
                .<Object>map(l -> l.rule() + l.numbers().map(n -> " = " + n).orElse(""))
                .toList();
    }

    @Test
    void the_story_ends_with_the_update_of_each_parameter() {
        Model model = model(LINE + "train sgd(rate=0.1)");
        for (Grain grain : Grain.values()) {
            Walkthrough w = Walkthroughs.of(model, grain);
            int first = w.story().updates();
            assertEquals(first + 2, w.size());
            assertEquals(new Step.ParameterUpdate(model.names().get("w")), w.step(first));
            assertEquals(new Step.ParameterUpdate(model.names().get("b")), w.step(first + 1));
            assertTrue(w.step(first - 1) instanceof Step.Backward);
            assertEquals(w.story(), w.by(Grain.EDGES).by(grain).story());
        }
        Walkthrough without = Walkthroughs.of(model(LINE), Grain.NODES);
        assertEquals(without.size(), without.story().updates());
    }

    /// 1 − 0.1·7 = 0.3; 0 − 0.1·3 = −0.3.
    @Test
    void sgd_goes_against_the_gradient() {
        Change w = change("train sgd(rate=0.1)", "w");
        assertEquals(1, w.before().item());
        assertEquals(7, w.gradient().item());
        assertEquals(0.3, w.after().item(), 1e-15);
        assertEquals(Optional.of("0.1"), w.factor());
        assertEquals("\\alpha = 0.1", w.settings());
        assertEquals(
                List.of(
                        "w \\leftarrow w - \\alpha \\cdot \\frac{\\partial L}{\\partial w}"
                                + " = 1 - 0.1 \\cdot 7 = 0.3"),
                lines(w));
        assertEquals(
                "w goes against its gradient: w − 0.1 · ∂L/∂w = 1 − 0.1 · 7 = 0.3.",
                Bundle.ENGLISH.say(w.sentence()));
        assertEquals(-0.3, change("train sgd(rate=0.1)", "b").after().item(), 1e-15);
    }

    /// w: 1 − 0.1·(7 + 0.5·1) = 0.25; b is a bias and has no penalty.
    @Test
    void a_penalty_pulls_the_weight_towards_0() {
        Change w = change("train sgd(rate=0.1, l2=0.5)", "w");
        assertEquals(0.25, w.after().item(), 1e-15);
        assertEquals(Optional.of("1 - 0.1 \\cdot (7 + 0.5 \\cdot 1) = 0.25"), put(w));
        assertTrue(
                Bundle.ENGLISH.say(w.sentence()).contains("and, by its penalty, towards 0: 0.25"),
                Bundle.ENGLISH.say(w.sentence()));
        Change b = change("train sgd(rate=0.1, l2=0.5)", "b");
        assertEquals(Optional.of("0 - 0.1 \\cdot 3 = -0.3"), put(b));
        assertFalse(b.settings().contains("lambda"));
    }

    private static Optional<String> put(Change change) {
        return change.lines().getLast().numbers();
    }

    /// v = 0.9·0 + 7; 1 − 0.1·7 = 0.3.
    @Test
    void momentum_starts_from_rest() {
        Change w = change("train sgd(rate=0.1, momentum=0.9)", "w");
        assertEquals(
                List.of(
                        "v \\leftarrow \\mu \\cdot v + \\frac{\\partial L}{\\partial w} = 0.9 \\cdot 0 + 7 = 7",
                        "w \\leftarrow w - \\alpha \\cdot v = 1 - 0.1 \\cdot 7 = 0.3"),
                lines(w));
        assertEquals("\\alpha = 0.1,\\;\\; \\mu = 0.9", w.settings());
    }

    /// m̂ = 7, v̂ = 49: 1 − 0.1·7/(7 + 1) = 0.9125 with ε = 1.
    @Test
    void adam_divides_by_the_root_of_the_mean_square() {
        Change w = change("train adam(rate=0.1, eps=1)", "w");
        assertEquals(0.9125, w.after().item(), 1e-13);
        assertEquals(
                List.of(
                        "7",
                        "0.9 \\cdot 0 + (1 - 0.9) \\cdot 7 = 0.7",
                        "\\frac{1}{1 - 0.9^{1}} \\cdot 0.7 = 7",
                        "\\frac{1}{1 - 0.999^{1}} \\cdot 0.049 = 49"),
                List.of(0, 1, 3, 4).stream()
                        .map(i -> w.lines().get(i).numbers().orElseThrow())
                        .toList());
        assertEquals(Optional.of("1 - \\frac{0.1 \\cdot 7}{\\sqrt{49} + 1} = 0.9125"), put(w));
        assertEquals(
                "w takes its first step of adam at the rate 0.1, against its gradient ∂L/∂w:"
                        + " 0.9125.",
                Bundle.ENGLISH.say(w.sentence()));
    }

    @Test
    void numbers_changed_by_hand_change_the_update() {
        Model model = model(LINE + "train sgd(rate=0.1)");
        Walkthrough w = Walkthroughs.of(model, Grain.NODES);
        int b = model.names().get("b");
        Walkthrough moved = w.with(model.with("b", Tensor.scalar(1)).leaves());
        assertEquals(w.story(), moved.story());
        assertEquals(1 - 0.1 * 5, Change.of(moved, b, Numbers.DEFAULT).after().item(), 1e-15);
    }

    /// 2·(10²⁰⁰)² overflows: no step is taken, and it is said.
    @Test
    void where_the_loss_is_not_finite_nothing_moves() {
        Model model = model(LINE.replace("w = 1", "w = 1e200") + "train sgd(rate=0.1)");
        Walkthrough w = Walkthroughs.of(model, Grain.NODES);
        Change change = Change.of(w, model.names().get("b"), Numbers.DEFAULT);
        assertEquals(change.before(), change.after());
        assertFalse(change.moves());
        assertTrue(
                Bundle.ENGLISH.say(change.sentence()).startsWith("b stays as it is: "),
                Bundle.ENGLISH.say(change.sentence()));
    }

    /// What is shown is what trains.
    @Test
    void the_update_is_the_first_step_of_the_training() throws Exception {
        String sample = Files.readString(Path.of("samples/16-minibatch-sgd.bs"));
        for (String train :
                List.of(
                        "train sgd(rate=0.5, l2=0.1, batch=32, seed=1)",
                        "train sgd(rate=0.5, momentum=0.9, batch=32, seed=1)",
                        "train adam(rate=0.01, l2=0.1, batch=32, seed=1)")) {
            Model model = model(sample.replaceFirst("train .*", train));
            Walkthrough w = Walkthroughs.of(model, Grain.NODES);
            Training training = Training.of(model.setup().orElseThrow());
            assertTrue(training.next());
            Map<String, Tensor> trained = training.parameters();
            for (Node node : model.graph().nodes()) {
                Tensor expected = trained.get(node.name().orElse(""));
                if (expected != null) {
                    Tensor shown = w.updates().orElseThrow().of(node.id()).after();
                    for (int k = 0; k < shown.size(); k++) {
                        assertEquals(expected.at(k), shown.at(k), 1e-9, train);
                    }
                }
            }
        }
    }
}
