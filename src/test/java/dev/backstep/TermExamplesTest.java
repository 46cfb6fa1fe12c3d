package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The example of each term shows what the glossary says of it, in numbers worked out by hand.
class TermExamplesTest {

    private record Example(Model model, Walkthrough w) {

        double[] value(String name) {
            return w.trace().value(model.names().get(name)).toArray();
        }

        double[] gradient(String name) {
            int gradient = w.story().adjoint().gradient(model.names().get(name)).orElseThrow();
            return w.trace().value(gradient).toArray();
        }

        void has(String name, double... expected) {
            assertArrayEquals(expected, value(name), 1e-12, name);
        }

        void passes(String name, double... expected) {
            assertArrayEquals(expected, gradient(name), 1e-12, name);
        }

        Tensor after(int steps, String name) {
            Training training = Training.of(model.setup().orElseThrow());
            training.batches(steps);
            return training.parameters().get(name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_example_shows_what_the_sentence_says(GlossaryTerm term) {
        Model m = TaughtStop.read(term.example());
        Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES);
        Example e = new Example(m, w);
        switch (term) {
            // L = x₀² + x₁² at (1, 2): 2x.
            case GRADIENT -> e.passes("x", 2, 4);
            // z = x·y at (3, −2), L = 5z: 5 arrives; local gradients −2 and 3; −10 and 15.
            case UPSTREAM, LOCAL, DOWNSTREAM, ADJOINT -> product(e);
            // L = x² + 2xy: 1 at L; 2 + 8 at x.
            case SEED, CHAIN_RULE, COMPUTATIONAL_GRAPH, FORWARD_PASS, BACKWARD_PASS -> fork(e);
            // ẋ = 1, ẏ = 0: L̇ = 2x + 2y = 10, what reverse mode finds of x along with y's 2.
            case FORWARD_MODE, REVERSE_MODE, TANGENT -> fork(e);
            // J = [2, 1, 1; 1, 0, −6] and upstream (1, 10).
            case JACOBIAN -> e.passes("x", 2 + 10, 1, 1 - 60);
            // wᵀ·(1, 10): 1 − 10, 2, 3 + 20.
            case VECTOR_JACOBIAN_PRODUCT -> e.passes("x", 1 - 10, 2, 3 + 20);
            case LOSS, CROSS_ENTROPY, ONE_HOT, BINARY_CROSS_ENTROPY, LOGITS, SOFTMAX ->
                    losses(term, e);
            case ACTIVATION, SATURATION, DEAD_UNIT, VANISHING_GRADIENT, EXPLODING_GRADIENT ->
                    slopes(term, e);
            case INITIALISATION, BROADCASTING -> shapes(term, e);
            case MINI_BATCH, EPOCH, LEARNING_RATE, GRADIENT_DESCENT, MOMENTUM -> steps(term, e);
            case OPTIMISER, L2_PENALTY, WEIGHT_DECAY, CLIPPING -> changed(term, e);
            case ACCURACY, DECISION_BOUNDARY, CONFUSION_MATRIX -> sides(term, e);
            // ((3 + h)² − (3 − h)²)/2h = 6, for every h.
            case FINITE_DIFFERENCES -> e.passes("x", (3.5 * 3.5 - 2.5 * 2.5) / 1);
        }
    }

    private static void product(Example e) {
        e.passes("z", 5);
        e.passes("x", 5 * -2);
        e.passes("y", 5 * 3);
    }

    private static void fork(Example e) {
        e.has("L", 1 + 8);
        e.passes("L", 1);
        e.passes("x", 2 + 8);
        e.passes("y", 2);
    }

    private static void losses(GlossaryTerm term, Example e) {
        double sum = Math.exp(1) + Math.exp(2) + 1;
        switch (term) {
            // (0.5² + 2²)/2.
            case LOSS -> e.has("L", (0.25 + 4) / 2);
            case CROSS_ENTROPY, ONE_HOT -> e.has("L", -Math.log(0.4));
            case BINARY_CROSS_ENTROPY -> e.has("L", -Math.log(0.3));
            // softmax(z) − y.
            case LOGITS -> e.passes("z", Math.exp(1) / sum, Math.exp(2) / sum - 1, 1 / sum);
            default -> e.has("yhat", Math.exp(1) / sum, Math.exp(2) / sum, 1 / sum);
        }
    }

    private static void slopes(GlossaryTerm term, Example e) {
        double s = 1 / (1 + Math.exp(-6));
        switch (term) {
            // Z = (1 − 2, 2 + 1); tanh′ = 1 − tanh².
            case ACTIVATION -> e.passes("Z1", slope(-1), slope(3));
            case SATURATION -> e.passes("t", s * (1 - s));
            // x − 9 is negative for 0.5, 1 and 2.
            case DEAD_UNIT -> {
                e.passes("w", 0);
                e.passes("b", 0);
            }
            // w⁵ with w = ½ and w = 2.
            case VANISHING_GRADIENT -> e.passes("x", 1 / 32.0);
            default -> e.passes("x", 32);
        }
    }

    private static double slope(double t) {
        return 1 - Math.tanh(t) * Math.tanh(t);
    }

    private static void shapes(GlossaryTerm term, Example e) {
        if (term == GlossaryTerm.BROADCASTING) {
            // Each bᵢ stands in three columns.
            e.passes("b", 3, 3);
            return;
        }
        // Of 2,500 weights the variance is 2/50, give or take a tenth.
        double square = 0;
        for (double w : e.value("W")) {
            square += w * w / 2500;
        }
        assertEquals(0.04, square, 0.004);
    }

    /// 40 samples, 8 held back: 4 batches of 8. On w², g = 2w: 1 − 0.1·2 = 0.8, then v = 0.9·2 +
    /// 1.6 = 3.4 with momentum, 0.8 − 0.34.
    private static void steps(GlossaryTerm term, Example e) {
        switch (term) {
            case MINI_BATCH, EPOCH ->
                    assertEquals(4, Training.of(e.model().setup().orElseThrow()).batches());
            case MOMENTUM -> assertEquals(0.8 - 0.34, e.after(2, "w").item(), 1e-12);
            default -> assertEquals(0.8 * 0.8, e.after(2, "w").item(), 1e-12);
        }
    }

    /// One step of w² from w = 1, where g = 2, with the rate 0.1. The first step of Adam is the
    /// rate times g/(|g| + 10⁻⁸).
    private static void changed(GlossaryTerm term, Example e) {
        double adam = 0.1 * 2 / (2 + 1e-8);
        double after =
                switch (term) {
                    case OPTIMISER -> 1 - adam;
                    // 2 + 0.5·1
                    case L2_PENALTY -> 1 - 0.1 * 2.5;
                    // (1 − 0.1·0.5)·1
                    case WEIGHT_DECAY -> 0.95 - adam;
                    // the norm 2 becomes 1
                    default -> 1 - 0.1 * 1;
                };
        assertEquals(after, e.after(1, "w").item(), 1e-12);
    }

    /// The answer is sigmoid(2·x1): above one half right of x1 = 0.
    private static void sides(GlossaryTerm term, Example e) {
        double[] yhat = e.value("yhat");
        double[] y = e.value("y");
        int[][] counts = new int[2][2];
        int between = 0;
        for (int i = 0; i < y.length; i++) {
            between += yhat[i] == 0.5 ? 1 : 0;
            counts[(int) y[i]][yhat[i] > 0.5 ? 1 : 0]++;
        }
        if (term == GlossaryTerm.DECISION_BOUNDARY) {
            assertEquals(2, between);
            return;
        }
        assertArrayEquals(new int[] {1, 0}, counts[0]);
        assertArrayEquals(new int[] {1, 2}, counts[1]);
    }
}
