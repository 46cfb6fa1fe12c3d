package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Set;

/// What somebody says to a question.
public sealed interface Answer {

    /// A number, or all numbers of a matrix.
    record Given(Tensor numbers) implements Answer {}

    /// A shape.
    record Dimensions(Shape shape) implements Answer {}

    /// The options that are ticked, counted from 0.
    record Ticked(Set<Integer> options) implements Answer {

        public Ticked {
            options = Set.copyOf(options);
        }
    }
}
