package dev.backstep.layout;

import dev.backstep.layout.Diagram.Heat;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The heat maps of an evaluation, kept from step to step: a large matrix is averaged down once.
final class Heats {

    private final Walkthrough w;
    private final Map<Integer, Double> largest = new HashMap<>();
    private final Map<Integer, Kept> values = new HashMap<>();
    private final Map<Integer, Kept> gradients = new HashMap<>();

    private record Kept(Tensor matrix, HeatMap map) {}

    Heats(Walkthrough w) {
        this.w = w;
    }

    /// @param value of a node, once it is known
    /// @param gradient what of its gradient has arrived
    /// @param right what of it should have arrived, if a mistake makes it other numbers
    Heat of(int node, Optional<Tensor> value, Optional<Tensor> gradient, Optional<Tensor> right) {
        return new Heat(
                value.map(v -> map(values, node, v)),
                gradient.map(g -> map(gradients, node, g)),
                largest.computeIfAbsent(node, this::largest),
                gradient.flatMap(g -> right.flatMap(r -> OffCells.of(r, g))));
    }

    private double largest(int node) {
        return largest(w, node);
    }

    /// One scale for the value and the gradient of a card, the same at every step, so that no
    /// colour changes but with its number; also for the right gradient beside a mistaken one. What
    /// is hidden sets no scale, which would tell of it.
    static double largest(Walkthrough w, int node) {
        double largest = w.hidden().hidesValue(node) ? 0 : HeatMap.of(w.value(node)).largest();
        for (Optional<Tensor> gradient :
                List.of(w.gradient(node), w.mistaken().flatMap(m -> m.right(node)))) {
            if (gradient.isPresent() && !w.hidden().hidesGradient(node)) {
                largest = Math.max(largest, HeatMap.of(gradient.get()).largest());
            }
        }
        return largest;
    }

    @SuppressWarnings("ReferenceEquality") // a trace and its sums hold each tensor once
    private static HeatMap map(Map<Integer, Kept> kept, int node, Tensor matrix) {
        Kept before = kept.get(node);
        if (before != null && before.matrix == matrix) {
            return before.map;
        }
        HeatMap map = HeatMap.of(matrix);
        kept.put(node, new Kept(matrix, map));
        return map;
    }
}
