package dev.backstep.calculus;

import dev.backstep.calculus.ShortRule.Factor;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the rule that a Jacobian collapses to: each rule makes a Jacobian of its own, and it is
/// found if that one is the very same up to rounding.
record RuleFinder(Walkthrough w, NodeJacobian jacobian) {

    /// How far two elements may lie apart beside the largest of them.
    private static final double ROUNDING = 1e-11;

    /// The shortest rule, or nothing if only Jᵀ·g itself says it.
    Optional<ShortRule> find() {
        if (!jacobian.matrix().isFinite()) {
            return Optional.empty();
        }
        return Stream.<Supplier<Optional<? extends ShortRule>>>of(
                        this::zero,
                        this::diagonal,
                        this::moved,
                        () -> new LabelRules(w, jacobian).find(),
                        this::softmax,
                        this::product,
                        this::gradient)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .<ShortRule>map(r -> r)
                .findFirst();
    }

    private Optional<ShortRule> zero() {
        return jacobian.largest() == 0
                ? Optional.of(new ShortRule.Zero(jacobian.input()))
                : Optional.empty();
    }

    /// A multiple of the identity too.
    private Optional<ShortRule> diagonal() {
        Tensor j = jacobian.matrix();
        if (!jacobian.output().equals(jacobian.input()) || jacobian.output().isScalar()) {
            return Optional.empty();
        }
        for (int k = 0; k < j.size(); k++) {
            if (k / j.cols() != k % j.cols() && !isNothing(j.at(k))) {
                return Optional.empty();
            }
        }
        Tensor slope = Tensor.generate(jacobian.input(), k -> j.at(k, k));
        double first = slope.at(0);
        boolean same = slope.equals(Tensor.full(slope.shape(), first));
        return Optional.of(same ? new ShortRule.Scaled(first) : new ShortRule.Elementwise(slope));
    }

    /// A row and a column have at most a single 1 each, and nothing else.
    private Optional<ShortRule> moved() {
        Tensor j = jacobian.matrix();
        int[] from = new int[j.cols()];
        Arrays.fill(from, -1);
        boolean[] used = new boolean[j.rows()];
        for (int k = 0; k < j.size(); k++) {
            int row = k / j.cols();
            int col = k % j.cols();
            if (j.at(k) != 0) {
                if (j.at(k) != 1 || used[row] || from[col] >= 0) {
                    return Optional.empty();
                }
                used[row] = true;
                from[col] = row;
            }
        }
        if (j.size() == 1) {
            return Optional.empty();
        }
        Shape x = jacobian.input();
        boolean transposed =
                jacobian.output().equals(x.transposed())
                        && IntStream.range(0, from.length)
                                .allMatch(k -> from[k] == k % x.cols() * x.rows() + k / x.cols());
        return Optional.of(
                new ShortRule.Moved(x, Arrays.stream(from).boxed().toList(), transposed));
    }

    /// A factor of row i times (1 if i = l, else 0) − s(l), where both stand in one column; 0
    /// elsewhere.
    private Tensor alongColumns(Tensor s, IntToDoubleFunction factor) {
        return Tensor.generate(
                jacobian.matrix().shape(),
                k -> {
                    int i = k / s.size();
                    int l = k % s.size();
                    double one = i == l ? 1 : 0;
                    return i % s.cols() == l % s.cols()
                            ? factor.applyAsDouble(i) * (one - s.at(l))
                            : 0;
                });
    }

    private Optional<ShortRule> softmax() {
        if (!jacobian.output().equals(jacobian.input()) || jacobian.input().rows() == 1) {
            return Optional.empty();
        }
        Tensor s = Rules.value(Columnwise.SOFTMAX, List.of(w.value(jacobian.by())));
        Tensor plain = alongColumns(s, s::at);
        Tensor log = alongColumns(s, _ -> 1);
        return isSame(plain)
                ? Optional.of(new ShortRule.Softmax(s))
                : isSame(log) ? Optional.of(new ShortRule.LogSoftmax(s)) : Optional.empty();
    }

    /// z = A·x·Bᵀ. With z and x both columns, or both rows, every Jacobian is one: then only a
    /// matrix that the program has is a shorter rule.
    private Optional<ShortRule> product() {
        Shape z = jacobian.output();
        Shape x = jacobian.input();
        Optional<Kronecker> found = Kronecker.of(jacobian);
        if (found.isEmpty() || z.isScalar() && x.isScalar()) {
            return Optional.empty();
        }
        Optional<Factor> left = factor(found.get().left().transposed());
        Optional<Factor> right = factor(found.get().right());
        boolean vectors = z.cols() == 1 && x.cols() == 1 || z.rows() == 1 && x.rows() == 1;
        boolean known =
                Stream.of(left, right)
                        .flatMap(Optional::stream)
                        .allMatch(f -> f.node().isPresent() || f.isOnes());
        return vectors && !known
                ? Optional.empty()
                : Optional.of(new ShortRule.Product(left, right));
    }

    private Optional<Factor> factor(Tensor matrix) {
        return Kronecker.isIdentity(matrix) ? Optional.empty() : Optional.of(named(matrix));
    }

    /// Called by the node that holds it, if one does.
    private Factor named(Tensor matrix) {
        for (int transposed = 0; transposed < 2; transposed++) {
            Tensor wanted = transposed == 0 ? matrix : matrix.transposed();
            for (int id = 0; id < jacobian.of() && wanted.size() > 1; id++) {
                if (!w.graph().node(id).isStretch()
                        && isSame(w.value(id), wanted)
                        && !isAbove(id)) {
                    return new Factor(matrix, Optional.of(id), transposed == 1);
                }
            }
        }
        return new Factor(matrix, Optional.empty(), false);
    }

    /// Whether a node depends on the one that is differentiated by.
    private boolean isAbove(int id) {
        return id >= jacobian.by() && NodeJacobian.depends(w.graph(), id, jacobian.by());
    }

    private Optional<ShortRule> gradient() {
        return jacobian.output().isScalar()
                ? Optional.of(new ShortRule.Gradient(jacobian.matrix().reshaped(jacobian.input())))
                : Optional.empty();
    }

    private boolean isNothing(double x) {
        return Math.abs(x) <= ROUNDING * jacobian.largest();
    }

    private boolean isSame(Tensor other) {
        return isSame(jacobian.matrix(), other);
    }

    /// Whether two matrices are the same up to rounding.
    static boolean isSame(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        double largest = 0;
        double apart = 0;
        for (int k = 0; k < a.size(); k++) {
            largest = Math.max(largest, Math.max(Math.abs(a.at(k)), Math.abs(b.at(k))));
            apart = Math.max(apart, Math.abs(a.at(k) - b.at(k)));
        }
        return apart <= ROUNDING * largest;
    }
}
