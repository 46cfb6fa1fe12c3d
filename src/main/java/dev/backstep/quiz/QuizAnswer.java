package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Set;

/// What somebody says to a question.
public sealed interface QuizAnswer {

    /// A number, or all numbers of a matrix.
    record Given(Tensor numbers) implements QuizAnswer {}

    /// A shape.
    record Dimensions(Shape shape) implements QuizAnswer {}

    /// The options that are ticked, counted from 0.
    record Ticked(Set<Integer> options) implements QuizAnswer {

        public Ticked {
            options = Set.copyOf(options);
        }
    }
}
