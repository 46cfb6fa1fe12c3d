package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Directional derivatives by central differences with one Richardson step, of order h⁴.
public final class FiniteDifferences {

    private static final double STEP = 5e-4;
    private static final double TOLERANCE = 2e-8;

    private FiniteDifferences() {}

    /// Asserts that the gradient of `output` along a random direction of the leaves `x` is what
    /// differences find; and, from order 2 up, that the same holds for that directional derivative,
    /// which is a node of a longer graph itself.
    public static void law(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            List<Integer> x,
            int order,
            Random random,
            String what) {
        Adjoint adjoint = Adjoint.of(graph, output);
        Trace trace = Trace.of(adjoint.graph(), leaves);
        Map<Integer, Tensor> along = new HashMap<>();
        Graph.Builder longer = adjoint.graph().extended();
        Map<Integer, Tensor> given = new HashMap<>(leaves);
        int derivative = longer.constant(0);
        double expected = 0;
        for (int leaf : x) {
            Tensor d = Tensor.generate(graph.node(leaf).shape(), k -> random.nextGaussian());
            along.put(leaf, d);
            if (adjoint.gradient(leaf).isPresent()) {
                int gradient = adjoint.gradient(leaf).get();
                assertEquals(graph.node(leaf).shape(), trace.value(gradient).shape(), what);
                expected +=
                        trace.value(gradient).zip(d, (g, e) -> g * e).summedTo(Shape.SCALAR).item();
                int direction = longer.leaf("d" + leaf, Op.Role.CONST, d.shape());
                given.put(direction, d);
                derivative =
                        longer.add(
                                Op.Binary.ADD,
                                derivative,
                                longer.add(new Op.Dot(), gradient, direction));
            }
        }
        double found =
                (4 * slope(graph, output, leaves, along, STEP / 2)
                                - slope(graph, output, leaves, along, STEP))
                        / 3;
        double scale = Math.max(1, Math.abs(found));
        assertEquals(
                found, expected, TOLERANCE * scale, what + ", order " + (order == 2 ? "1" : "2"));
        if (order > 1) {
            law(longer.build(), derivative, given, x, order - 1, random, what);
        }
    }

    private static double slope(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Map<Integer, Tensor> along,
            double h) {
        return (value(graph, output, leaves, along, h) - value(graph, output, leaves, along, -h))
                / (2 * h);
    }

    private static double value(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Map<Integer, Tensor> along,
            double h) {
        Map<Integer, Tensor> moved = new HashMap<>(leaves);
        along.forEach((leaf, d) -> moved.put(leaf, leaves.get(leaf).zip(d, (x, e) -> x + h * e)));
        return Trace.of(graph, moved).value(output).item();
    }
}
