package dev.backstep.calculus;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ways in which an upstream gradient and the other operand of a matrix product could be put
/// together, each of them transposed or not, in either order; which of them fit, and which of those
/// give the right numbers.
///
/// @param all what fits first, then as one would try them
public record CandidateProducts(List<Candidate> all) {

    /// How far a product may lie from the right one, beside the largest number of that.
    private static final double ROUNDING = 1e-11;

    public CandidateProducts {
        all = List.copyOf(all);
    }

    /// One product.
    ///
    /// @param first the left matrix
    /// @param second the right one
    public record Candidate(Side first, Side second, Verdict verdict) {

        /// `(3×2)·(2×4)`
        public String shapes() {
            return "(" + first.shape() + ")·(" + second.shape() + ")";
        }

        /// The shape of the product, if there is one.
        public Shape result() {
            return new Shape(first.shape().rows(), second.shape().cols());
        }
    }

    /// A matrix of a product.
    ///
    /// @param upstream whether it is the upstream gradient, not the other operand
    public record Side(boolean upstream, boolean transposed, Shape shape) {}

    /// What is to be said of a product.
    public sealed interface Verdict {

        /// The inner sizes differ.
        record NoProduct(int left, int right) implements Verdict {}

        /// It has another shape than the gradient.
        record OtherShape() implements Verdict {}

        /// It fits, but has other numbers: the largest difference.
        record OtherNumbers(double difference) implements Verdict {}

        /// It is the gradient.
        record Right() implements Verdict {}

        /// Whether it has the shape of the gradient.
        default boolean fits() {
            return this instanceof OtherNumbers || this instanceof Right;
        }
    }

    /// Tries all of them.
    ///
    /// @param upstream the gradient that arrives
    /// @param other the operand that it is multiplied by
    /// @param wanted the gradient that must come out
    public static CandidateProducts of(Tensor upstream, Tensor other, Tensor wanted) {
        List<Candidate> all = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            boolean first = (k & 1) == 0;
            boolean turned = (k & 2) != 0;
            boolean otherTurned = (k & 4) != 0;
            Tensor g = turned ? upstream.transposed() : upstream;
            Tensor w = otherTurned ? other.transposed() : other;
            Side gSide = new Side(true, turned, g.shape());
            Side wSide = new Side(false, otherTurned, w.shape());
            all.add(
                    first
                            ? new Candidate(gSide, wSide, verdict(g, w, wanted))
                            : new Candidate(wSide, gSide, verdict(w, g, wanted)));
        }
        all.sort(Comparator.comparingInt(c -> rank(c.verdict())));
        return new CandidateProducts(all);
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _ -> 0;
            case Verdict.OtherNumbers _ -> 1;
            case Verdict.OtherShape _ -> 2;
            case Verdict.NoProduct _ -> 3;
        };
    }

    private static Verdict verdict(Tensor left, Tensor right, Tensor wanted) {
        if (left.cols() != right.rows()) {
            return new Verdict.NoProduct(left.cols(), right.rows());
        }
        if (left.rows() != wanted.rows() || right.cols() != wanted.cols()) {
            return new Verdict.OtherShape();
        }
        double difference = Collapse.difference(left.matmul(right), wanted);
        double largest = 0;
        for (int k = 0; k < wanted.size(); k++) {
            largest = Math.max(largest, Math.abs(wanted.at(k)));
        }
        return difference <= ROUNDING * largest
                ? new Verdict.Right()
                : new Verdict.OtherNumbers(difference);
    }

    /// How many have the shape of the gradient.
    public long fitting() {
        return all.stream().filter(c -> c.verdict().fits()).count();
    }

    /// How many give its numbers.
    public long right() {
        return all.stream().filter(c -> c.verdict() instanceof Verdict.Right).count();
    }
}
