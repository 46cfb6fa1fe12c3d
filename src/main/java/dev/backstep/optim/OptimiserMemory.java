package dev.backstep.optim;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an optimiser remembers of the steps it has made: a value, so that the next step can be
/// shown without being taken.
///
/// @param steps how many steps it has made
/// @param first of each parameter, by node: v of momentum and of RMSprop, m of Adam; what is not
///   there is 0
/// @param second of each parameter, by node: v of Adam; what is not there is 0
/// @param left the gradient that the last step has left of each parameter, by node, where training
///   forgets to clear it; what is not there is 0
public record OptimiserMemory(
        long steps,
        Map<Integer, Tensor> first,
        Map<Integer, Tensor> second,
        Map<Integer, Tensor> left) {

    /// Before the first step.
    public static final OptimiserMemory EMPTY = new OptimiserMemory(0, Map.of(), Map.of());

    public OptimiserMemory {
        if (steps < 0) {
            throw new IllegalArgumentException("steps is " + steps + "; it must be not negative");
        }
        first = Map.copyOf(first);
        second = Map.copyOf(second);
        left = Map.copyOf(left);
    }

    /// Of a training that clears its gradients.
    public OptimiserMemory(long steps, Map<Integer, Tensor> first, Map<Integer, Tensor> second) {
        this(steps, first, second, Map.of());
    }

    /// What is remembered of a parameter, in the order of [StepGraph.Parameter#states].
    ///
    /// @param states how many of them the optimiser has
    /// @param shape that of the parameter
    public List<Tensor> of(int parameter, int states, Shape shape) {
        return Stream.of(first, second)
                .limit(states)
                .map(m -> m.getOrDefault(parameter, Tensor.full(shape, 0)))
                .toList();
    }
}
