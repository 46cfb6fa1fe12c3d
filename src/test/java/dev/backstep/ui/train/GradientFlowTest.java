package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.train.Frame;
import dev.backstep.train.Layer;
import dev.backstep.train.NetworkShape;
import dev.backstep.train.Run;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientFlowTest {

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static TrainingSetup setup(String hidden) {
        String program =
                """
                data xor(samples=20, seed=1)
                yhat = mlp(X, [4, 4, 4, 1], %s, sigmoid)
                loss L = mean(bce(yhat, y))
                train sgd(rate=0.03, batch=10)
                """
                        .formatted(hidden);
        return ((ReadResult.Ok) Language.read(program)).model().setup().orElseThrow();
    }

    private static Frame trained(TrainingSetup setup) {
        Run run = Run.of(setup);
        try {
            run.epochs(2);
            return run.settled().join();
        } finally {
            run.close();
        }
    }

    private static NetworkShape shape(TrainingSetup setup) {
        return NetworkShape.of(setup.network().apply(setup.size())).orElseThrow();
    }

    /// The same layer with another upstream gradient, dead and saturated units.
    private static Layer.Report with(Layer.Report r, double upstream, int dead, int saturated) {
        return new Layer.Report(
                r.weight(),
                upstream,
                r.gradient(),
                r.norm(),
                r.update(),
                r.units(),
                dead,
                saturated,
                r.weights(),
                r.activations());
    }

    private static Optional<GradientFlow> flow(String hidden, int dead, double... upstream) {
        TrainingSetup setup = setup(hidden);
        List<Layer.Report> reports = trained(setup).snapshot().layers();
        return GradientFlow.of(
                shape(setup),
                List.of(
                        with(reports.get(0), upstream[0], 0, 0),
                        with(reports.get(1), upstream[1], dead, 0),
                        with(reports.get(2), upstream[2], 0, 0),
                        with(reports.get(3), upstream[3], 0, 0)));
    }

    /// 1 → 0.8 → 0.1 → 0.09: an eighth from layer 3 to layer 2 is the least share.
    @Test
    void it_shrinks_most_where_the_smallest_share_arrives() {
        GradientFlow most = flow("sigmoid", 0, 0.09, 0.1, 0.8, 1).orElseThrow();
        assertEquals(1, most.layer());
        assertEquals(
                "In the last batch the gradient shrank most from layer 3 to layer 2: ‖∂L/∂Z‖ from"
                        + " 0.8 to 0.1. σ′ ≤ ¼: each sigmoid hands back at most a quarter of what"
                        + " reaches it.",
                Texts.of(most.told()));
    }

    @Test
    void units_that_are_off_are_the_reason() {
        GradientFlow most = flow("relu", 3, 0.09, 0.1, 0.8, 1).orElseThrow();
        assertTrue(Texts.of(most.why()).startsWith("3 of the 4 units there pass nothing on"));
    }

    /// One unit of four does not explain what becomes of the whole gradient.
    @Test
    void a_single_unit_that_is_off_is_not_the_reason() {
        GradientFlow most = flow("relu", 1, 0.09, 0.1, 0.8, 1).orElseThrow();
        assertTrue(Texts.of(most.why()).startsWith("It comes back through W3"));
    }

    @Test
    void a_gradient_that_only_grows_shrinks_nowhere() {
        assertEquals(Optional.empty(), flow("tanh", 0, 4, 3, 2, 1));
        assertEquals(Optional.empty(), flow("tanh", 0, 1, 1, 1, 1));
    }

    /// The first and the last epoch lie at the ends of the strip.
    @Test
    void the_pointer_reads_the_layer_and_its_number() {
        Frame frame = trained(setup("tanh"));
        String first = Texts.of(StripsPanel.told(frame.history(), 0, 0).orElseThrow());
        String last = Texts.of(StripsPanel.told(frame.history(), 3, 1).orElseThrow());
        assertTrue(first.startsWith("Layer 1, ") && first.endsWith(" at epoch 1"), first);
        assertTrue(last.startsWith("Layer 4, ") && last.endsWith(" at epoch 2"), last);
    }
}
