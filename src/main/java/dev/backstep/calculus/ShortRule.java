package dev.backstep.calculus;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// What Jᵀ·g collapses to, so that nobody has to write J out.
///
/// [RuleFinder] finds it by comparing numbers.
public sealed interface ShortRule {

    /// What an upstream gradient becomes at the operand, without J.
    ///
    /// @param g in the shape of the node that is differentiated
    Tensor of(Tensor g);

    /// J is 0: 0.
    record Zero(Shape input) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            return Tensor.full(input, 0);
        }
    }

    /// J is a multiple of the identity: factor · g.
    record Scaled(double factor) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            return g.map(x -> factor * x);
        }
    }

    /// J is diagonal: g ⊙ slope.
    record Elementwise(Tensor slope) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            return g.zip(slope, (x, d) -> x * d);
        }
    }

    /// J only moves elements, and leaves others out: each goes back where it came from.
    ///
    /// @param from for each element of the operand the element of g that it gets, −1 for none
    /// @param transposed whether this is gᵀ
    record Moved(Shape input, List<Integer> from, boolean transposed) implements ShortRule {

        public Moved {
            from = List.copyOf(from);
        }

        @Override
        public Tensor of(Tensor g) {
            return Tensor.generate(input, k -> from.get(k) < 0 ? 0 : g.at(from.get(k)));
        }
    }

    /// J is the Kronecker product of two matrices, z = A·x·Bᵀ: Aᵀ·g·B. What is the identity is left
    /// out.
    ///
    /// @param left Aᵀ
    /// @param right B
    record Product(Optional<Factor> left, Optional<Factor> right) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            Tensor half = left.map(f -> f.matrix().matmul(g)).orElse(g);
            return right.map(f -> half.matmul(f.matrix())).orElse(half);
        }
    }

    /// A matrix of a product.
    ///
    /// @param node the node of the program that holds it, or its transpose; nothing if none does
    /// @param transposed whether that node holds the transpose
    record Factor(Tensor matrix, Optional<Integer> node, boolean transposed) {

        /// Whether it only adds up, or repeats.
        public boolean isOnes() {
            return matrix.equals(Tensor.full(matrix.shape(), 1));
        }
    }

    /// Each column goes through softmax: s ⊙ (g − Σ s⊙g), the sum down each column.
    ///
    /// @param s softmax of the operand
    record Softmax(Tensor s) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            Tensor weighted = sums(g.zip(s, (x, p) -> x * p));
            return g.zip(weighted, (x, sum) -> x - sum).zip(s, (x, p) -> x * p);
        }
    }

    /// Each column goes through the logarithm of softmax: g − s ⊙ Σ g, the sum down each column.
    ///
    /// @param s softmax of the operand
    record LogSoftmax(Tensor s) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            return g.zip(s.zip(sums(g), (p, sum) -> p * sum), (x, y) -> x - y);
        }
    }

    /// A loss of a prediction and labels collapses to their difference: factor · (ŷ − y) · g, each
    /// column by its own element of g, or all by the only one.
    ///
    /// @param kind how ŷ comes from the operand
    /// @param prediction ŷ, the value
    /// @param node the node of the program that holds ŷ, if one does
    /// @param labels the node that holds y
    record MinusLabels(
            Link kind,
            Tensor prediction,
            Optional<Integer> node,
            int labels,
            Tensor y,
            double factor)
            implements ShortRule {

        /// What makes a prediction of a score.
        public enum Link {
            SOFTMAX,
            SIGMOID,
            IDENTITY
        }

        @Override
        public Tensor of(Tensor g) {
            return prediction
                    .zip(y, (p, q) -> factor * (p - q))
                    .zip(g.stretchedTo(y.shape()), (d, x) -> d * x);
        }
    }

    /// z is a single number: its gradient times g.
    record Gradient(Tensor gradient) implements ShortRule {

        @Override
        public Tensor of(Tensor g) {
            return gradient.map(x -> x * g.item());
        }
    }

    /// The sum of each column, repeated in it.
    private static Tensor sums(Tensor x) {
        return x.summedTo(new Shape(1, x.cols())).stretchedTo(x.shape());
    }
}
