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

    @Test
    void there_is_none_without_a_train_line_nor_for_samples_of_ones_own() throws Exception {
        assertEquals(List.of(), updates(NET));
        String whole = NET + "train sgd(rate=0.5, batch=1)";
        assertEquals(2, updates(whole, "--set", "b=1").size());
        assertEquals(List.of(), updates(whole, "--set", "X=[1; 2]"));
    }
}
