package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// First steps worked out by hand: a weight w = 1 with the gradient 0.5, a bias b = 2 with −3.
class FirstStepTest {

    private final Graph graph;
    private final int w;
    private final int b;

    FirstStepTest() {
        Graph.Builder builder = Graph.builder();
        w = builder.leaf("w", Op.Role.PARAM, Shape.SCALAR);
        b = builder.leaf("b", Op.Role.PARAM, Shape.SCALAR);
        builder.add(Binary.ADD, builder.add(Binary.MUL, w, w), b);
        graph = builder.build();
    }

    private FirstStep step(Optimiser optimiser) {
        return FirstStep.of(
                graph,
                Map.of(w, Tensor.scalar(1), b, Tensor.scalar(2)),
                Map.of(w, Tensor.scalar(0.5), b, Tensor.scalar(-3)),
                optimiser);
    }

    private static void assertNumber(double expected, Tensor found) {
        assertEquals(expected, found.item(), 1e-15);
    }

    /// w: 1 − 0.1·0.5; b: 2 + 0.1·3.
    @Test
    void sgd_remembers_nothing() {
        FirstStep step = step(new Optimiser.Sgd(0.1, 0, 0));
        assertNumber(0.95, step.after(w));
        assertNumber(2.3, step.after(b));
        assertEquals(Optional.empty(), step.first(w));
        assertTrue(step.isWeight(w));
    }

    /// v = 0.9·0 + g, so the first step is that of plain sgd.
    @Test
    void momentum_starts_from_rest() {
        FirstStep step = step(new Optimiser.Sgd(0.1, 0.9, 0));
        assertNumber(0.95, step.after(w));
        assertNumber(0.5, step.first(w).orElseThrow());
        assertNumber(-3, step.first(b).orElseThrow());
        assertEquals(Optional.empty(), step.second(w));
    }

    /// w: 1 − 0.1·(0.5 + 0.2·1) = 0.93; a bias feels no penalty.
    @Test
    void the_penalty_is_on_the_weight_alone() {
        FirstStep step = step(new Optimiser.Sgd(0.1, 0, 0.2));
        assertNumber(0.93, step.after(w));
        assertNumber(2.3, step.after(b));
        assertTrue(step.isWeight(w));
        assertFalse(step.isWeight(b));
    }

    /// m = 0.1·0.5 = 0.05, v = 0.01·0.25 = 0.0025; m̂ = 0.5, v̂ = 0.25, so w goes down by
    /// 0.1·0.5/(0.5
    /// + 0.1).
    @Test
    void adam_divides_the_mean_by_the_root_of_the_mean_square() {
        FirstStep step = step(new Optimiser.Adam(0.1, 0.9, 0.99, 0.1, 0));
        assertNumber(1 - 0.05 / 0.6, step.after(w));
        assertNumber(2 + 0.3 / 3.1, step.after(b));
        assertNumber(0.05, step.first(w).orElseThrow());
        assertNumber(0.0025, step.second(w).orElseThrow());
    }

    /// A parameter without a gradient stays.
    @Test
    void what_has_no_gradient_stays() {
        FirstStep step =
                FirstStep.of(
                        graph,
                        Map.of(w, Tensor.scalar(1), b, Tensor.scalar(2)),
                        Map.of(w, Tensor.scalar(0.5)),
                        new Optimiser.Sgd(0.1, 0, 0));
        assertNumber(2, step.after(b));
    }
}
