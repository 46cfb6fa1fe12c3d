package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The update after the backward pass, as `trace` tells it.
class UpdatesTest {

    private static final String NET =
            """
            data xor(samples=20, test=0)
            param W = [1, 1]
            param b = 0.5
            param unused = 3
            yhat = sigmoid(W @ X + b)
            loss L = mean(bce(yhat, y))
            """;

    private static List<JsonNode> updates(String program, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("trace", "-", "--json"));
        args.addAll(List.of(more));
        Ran ran = Ran.on(program, args.toArray(String[]::new));
        assertEquals("", ran.err());
        JsonNode steps = new ObjectMapper().readTree(ran.out()).get("steps");
        List<JsonNode> updates = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            assertEquals(k, steps.get(k).get("index").intValue());
            boolean update = steps.get(k).get("phase").textValue().equals("update");
            assertTrue(update || updates.isEmpty(), "an update comes last");
            if (update) {
                updates.add(steps.get(k));
            }
        }
        return updates;
    }

    /// W ← W − α ∂L/∂W with α = 0.5.
    @Test
    void each_parameter_goes_against_its_gradient() throws Exception {
        List<JsonNode> updates = updates(NET + "train sgd(rate=0.5)");
        assertEquals(List.of("W", "b"), updates.stream().map(u -> u.get("node").asText()).toList());
        JsonNode w = updates.getFirst();
        assertEquals("sgd", w.get("op").textValue());
        for (int k = 0; k < 2; k++) {
            double gradient = w.get("gradient").get(0).get(k).doubleValue();
            assertEquals(1 - 0.5 * gradient, w.get("value").get(0).get(k).doubleValue(), 1e-12);
        }
        JsonNode b = updates.getLast();
        assertEquals(
                0.5 - 0.5 * b.get("gradient").doubleValue(), b.get("value").doubleValue(), 1e-12);
        assertTrue(
                b.get("text")
                        .textValue()
                        .startsWith("b goes against its gradient: b − 0.5 · ∂L/∂b = 0.5 − 0.5 · "),
                b.get("text").textValue());
    }

    /// The first step of Adam is the rate itself, but for ε: m̂/√v̂ = g/|g|.
    @Test
    void adam_moves_each_number_by_its_rate() throws Exception {
        JsonNode b = updates(NET + "train adam(rate=0.01)").getLast();
        double step = -0.01 * Math.signum(b.get("gradient").doubleValue());
        assertEquals(0.5 + step, b.get("value").doubleValue(), 1e-6);
        assertEquals("adam", b.get("op").textValue());
    }

    /// (1 − 0.1·0.5)·1 − 0.1 = 0.85 where the gradient is positive, and 1.05 where it is negative;
    /// the bias moves by the rate alone.
    @Test
    void the_decay_of_adamw_is_told_of_weights() throws Exception {
        List<JsonNode> updates = updates(NET + "train adamw(rate=0.1, decay=0.5)");
        JsonNode w = updates.getFirst();
        for (int k = 0; k < 2; k++) {
            double sign = Math.signum(w.get("gradient").get(0).get(k).doubleValue());
            assertEquals(0.95 - 0.1 * sign, w.get("value").get(0).get(k).doubleValue(), 1e-6);
        }
        assertTrue(
                w.get("text").textValue().contains("after its decay has multiplied it by 0.95"),
                w.get("text").textValue());
        JsonNode b = updates.getLast();
        assertEquals(0.1, Math.abs(0.5 - b.get("value").doubleValue()), 1e-6);
        assertTrue(!b.get("text").textValue().contains("decay"), b.get("text").textValue());
    }

    /// v = (1 − 0.9)·g², so that the step is rate·g/(√0.1·|g|).
    @Test
    void rmsprop_moves_each_number_by_its_rate_over_the_root_of_a_tenth() throws Exception {
        JsonNode b = updates(NET + "train rmsprop(rate=0.01)").getLast();
        double step = 0.01 / Math.sqrt(0.1);
        assertEquals(step, Math.abs(0.5 - b.get("value").doubleValue()), 1e-6);
        assertEquals("rmsprop", b.get("op").textValue());
    }

    @Test
    void clipping_scales_the_gradients_down_and_says_so() throws Exception {
        List<JsonNode> updates = updates(NET + "train sgd(rate=1, clip=0.001)");
        double squares = 0;
        for (int k = 0; k < 2; k++) {
            double step = 1 - updates.getFirst().get("value").get(0).get(k).doubleValue();
            squares += step * step;
        }
        double step = 0.5 - updates.getLast().get("value").doubleValue();
        assertEquals(0.001, Math.sqrt(squares + step * step), 1e-12);
        String text = updates.getLast().get("text").textValue();
        assertTrue(text.contains("scaled down by the same factor"), text);
        text = updates(NET + "train sgd(rate=1, clip=1000)").getLast().get("text").textValue();
        assertTrue(text.endsWith("nothing is clipped."), text);
    }

    /// The two-layer net that Matt Mazur works out by hand, *A Step by Step Backpropagation
    /// Example*, 2015: E is 0.298371109, and the first weight of the output layer becomes
    /// 0.35891648.
    @Test
    void a_program_without_data_is_trained_as_it_is() throws Exception {
        String program =
                """
                const X = [0.05; 0.10]
                const y = [0.01; 0.99]
                param W1 = [0.15, 0.20; 0.25, 0.30]
                param W2 = [0.40, 0.45; 0.50, 0.55]
                const b1 = 0.35
                const b2 = 0.60
                h = sigmoid(W1 @ X + b1)
                yhat = sigmoid(W2 @ h + b2)
                loss E = sum(se(yhat, y))/2
                train sgd(rate=0.5, epochs=10000)
                """;
        JsonNode w2 = updates(program).getLast();
        assertEquals(0.35891648, w2.get("value").get(0).get(0).doubleValue(), 5e-9);
        String[] lines = Ran.on(program, "train", "-", "--json").out().split("\n");
        ObjectMapper json = new ObjectMapper();
        assertEquals(10_001, lines.length);
        assertEquals(0.298371109, json.readTree(lines[0]).get("loss").doubleValue(), 5e-10);
        assertEquals(0.0000351085, json.readTree(lines[9_999]).get("loss").doubleValue(), 5e-11);
        String[] one = Ran.on(program, "train", "-", "--json", "--epochs", "1").out().split("\n");
        assertEquals(w2.get("value"), json.readTree(one[1]).get("parameters").get("W2"));
    }

    @Test
    void there_is_none_without_a_train_line_nor_for_samples_of_ones_own() throws Exception {
        assertEquals(List.of(), updates(NET));
        String whole = NET + "train sgd(rate=0.5, batch=1)";
        assertEquals(2, updates(whole, "--set", "b=1").size());
        assertEquals(List.of(), updates(whole, "--set", "X=[1; 2]"));
    }
}
