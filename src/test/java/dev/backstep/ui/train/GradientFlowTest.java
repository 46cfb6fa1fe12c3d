package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Frame;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientFlowTest {

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Model model(String program) {
        return ((ReadResult.Ok) Language.read(program)).model();
    }

    /// Three layers of one unit each, whose gradients can be followed by hand.
    private static Walkthrough chain(String w3, String w2, String f, String x) {
        Model model =
                model(
                        """
                        data points([%s, 0, 1])
                        param W1 = [1, 0]
                        param W2 = [%s]
                        param W3 = [%s]
                        Z1 = W1 @ X
                        a1 = %s(Z1)
                        Z2 = W2 @ a1
                        a2 = %s(Z2)
                        Z3 = W3 @ a2
                        loss L = mean(se(Z3, y))
                        train sgd(rate=0.1, batch=1)
                        """
                                .formatted(x, w2, w3, f, f));
        return Walkthroughs.of(model, Story.Grain.NODES);
    }

    private static GradientFlow flow(Walkthrough w, String weight) {
        return GradientFlow.of(w, weight, true).orElseThrow();
    }

    private static String name(Walkthrough w, GradientFlow flow) {
        return w.graph().node(flow.node()).name().orElseThrow();
    }

    /// ∂L/∂a2 = W3·∂L/∂Z3 is a hundredth; σ′ hands on at least 0.19 of it here.
    @Test
    void small_weights_are_the_reason_and_the_node_below_them_is_gone_to() {
        Walkthrough w = chain("0.01", "1", "sigmoid", "1");
        GradientFlow flow = flow(w, "W1");
        assertEquals("a2", name(w, flow));
        assertTrue(
                Texts.of(flow.told()).endsWith("It comes back through W3, whose norm is 0.01."),
                () -> Texts.of(flow.told()));
    }

    /// σ(1) = 0.731, σ′(1) = 0.197; σ(0.731) = 0.675, σ′(0.731) = 0.219; the weights are 1. The
    /// least is at Z1, if one goes as far down as that.
    @Test
    void the_slope_of_a_sigmoid_is_the_reason_and_only_the_way_to_the_layer_counts() {
        Walkthrough w = chain("1", "1", "sigmoid", "1");
        assertEquals("Z1", name(w, flow(w, "W1")));
        assertEquals("Z2", name(w, flow(w, "W2")));
        String told = Texts.of(flow(w, "W1").told());
        assertTrue(
                told.startsWith(
                        "On its way down to layer 1 the gradient of this batch shrinks most at Z1:"
                                + " ‖∂L/∂a1‖ = "),
                told);
        assertTrue(told.endsWith("at most a quarter of what reaches it."), told);
    }

    @Test
    void a_unit_that_is_off_is_the_reason() {
        Walkthrough w = chain("1", "1", "relu", "-1");
        // a1 = 0, so Z2 = 0, where half of the gradient passes; at Z1 = −1 nothing does
        assertEquals("Z1", name(w, flow(w, "W1")));
        String told = Texts.of(flow(w, "W1").told());
        assertTrue(told.contains("1 of 1 unit passes nothing on: its ReLU"), told);
    }

    /// tanh(5) = 0.9999: 1 − tanh² is 0.00018.
    @Test
    void a_saturated_unit_is_the_reason() {
        Walkthrough w = chain("1", "1", "tanh", "5");
        assertEquals("Z1", name(w, flow(w, "W1")));
        String told = Texts.of(flow(w, "W1").told());
        assertTrue(told.contains("1 of 1 unit is saturated: tanh"), told);
    }

    @Test
    void a_gradient_that_only_grows_shrinks_nowhere_and_the_last_layer_has_none_above() {
        Walkthrough w = chain("5", "5", "relu", "1");
        assertEquals("Z1", name(w, flow(w, "W1")));
        assertEquals(
                "On its way down to layer 1 the gradient of this batch shrinks nowhere.",
                Texts.of(flow(w, "W1").told()));
        assertEquals("Z3", name(w, flow(w, "W3")));
        assertTrue(Texts.of(flow(w, "W3").told()).startsWith("Layer 3 is the last one"));
    }

    /// Of layers that are not in order nothing is said of a way from one to the other.
    @Test
    void what_comes_by_many_ways_is_told_where_it_arrives() {
        Walkthrough w = chain("0.01", "1", "sigmoid", "1");
        GradientFlow flow = GradientFlow.of(w, "W2", false).orElseThrow();
        assertEquals("Z2", name(w, flow));
        String told = Texts.of(flow.told());
        assertTrue(told.startsWith("What reaches layer 2 in this batch: ‖∂L/∂Z2‖ = "), told);
    }

    private static double norm(Walkthrough w, String name) {
        int node = w.graph().named(name).orElseThrow().id();
        double sum = 0;
        for (double v : w.gradient(node).orElseThrow().toArray()) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    /// Eight layers, trained for some epochs: no other node of the way has a smaller share of the
    /// gradient before it.
    @ParameterizedTest
    @CsvSource({"24-vanishing-sigmoid, 5", "25-vanishing-relu, 5", "20-spiral, 2"})
    void in_the_samples_it_is_the_node_with_the_smallest_share(String sample, int epochs)
            throws IOException {
        Model program = model(Files.readString(Path.of("samples", sample + ".bs")));
        Training training = Training.of(program.setup().orElseThrow());
        for (int k = 0; k < epochs; k++) {
            training.epoch();
        }
        var moment = training.moment();
        Walkthrough w =
                Walkthroughs.of(Walkthroughs.model(program, moment), moment, Story.Grain.NODES);
        int layers = sample.startsWith("20") ? 3 : 8;
        Map<Double, String> shares = new TreeMap<>();
        for (int k = layers; k > 1; k--) {
            String out = "a" + (k - 1);
            String below = "Z" + (k - 1);
            shares.put(norm(w, out) / norm(w, "Z" + k), out);
            shares.put(norm(w, below) / norm(w, out), below);
        }
        String least = List.copyOf(shares.values()).getFirst();
        assertEquals(least, name(w, flow(w, "W1")), shares::toString);
    }

    private static Frame trained() {
        Run run =
                Run.of(
                        model(
                                        """
                                        data xor(samples=20, seed=1)
                                        yhat = mlp(X, [4, 4, 4, 1], tanh, sigmoid)
                                        loss L = mean(bce(yhat, y))
                                        train sgd(rate=0.03, batch=10)
                                        """)
                                .setup()
                                .orElseThrow());
        try {
            run.epochs(2);
            return run.settled().join();
        } finally {
            run.close();
        }
    }

    /// The first and the last epoch lie at the ends of the strip.
    @Test
    void the_pointer_reads_the_layer_and_its_number() {
        Frame frame = trained();
        String first = Texts.of(StripsPanel.told(frame.history(), 0, 0).orElseThrow());
        String last = Texts.of(StripsPanel.told(frame.history(), 3, 1).orElseThrow());
        assertTrue(first.startsWith("Layer 1, ") && first.endsWith(" at epoch 1"), first);
        assertTrue(last.startsWith("Layer 4, ") && last.endsWith(" at epoch 2"), last);
    }
}
