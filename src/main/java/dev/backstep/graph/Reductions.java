package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// The values of the ops that make one number of many, along every dimension in which the target
/// has 1.
final class Reductions {

    private Reductions() {}

    static Tensor value(Op.Reduction op, Tensor x) {
        return switch (op) {
            case Op.SumTo(Shape to) -> x.summedTo(to);
            case Op.MeanTo(Shape to) -> mean(x, to);
            case Op.LogSumExp(Shape to) -> logSumExp(x, to);
            case Op.Reduce(Op.Reducer by, Shape to) ->
                    switch (by) {
                        case MAX -> folded(x, to, Double.NEGATIVE_INFINITY, Math::max);
                        case MIN -> folded(x, to, Double.POSITIVE_INFINITY, Math::min);
                        case VAR -> mean(centred(x, to).map(d -> d * d), to);
                        case STD -> deviation(centred(x, to), to);
                    };
        };
    }

    private static Tensor mean(Tensor x, Shape to) {
        double count = (double) x.size() / to.size();
        return x.summedTo(to).map(s -> s / count);
    }

    /// Each element minus the mean. The first element of each sum is taken out before: so equal
    /// elements give 0, and digits that all elements share cost none.
    static Tensor centred(Tensor x, Shape over) {
        Tensor apart = Tensor.generate(x.shape(), k -> x.at(k) - x.at(first(k, x.cols(), over)));
        Tensor mean = mean(apart, over);
        return Tensor.generate(x.shape(), k -> apart.at(k) - mean.at(target(k, x.cols(), over)));
    }

    /// √(Σd²/n), scaled by the largest so that no square overflows.
    private static Tensor deviation(Tensor d, Shape to) {
        Tensor sizes = folded(d.map(Math::abs), to, 0, Math::max);
        Tensor squares =
                Tensor.generate(
                        d.shape(),
                        k -> {
                            double size = sizes.at(target(k, d.cols(), to));
                            double scaled = size == 0 ? 0 : d.at(k) / size;
                            return scaled * scaled;
                        });
        return mean(squares, to).zip(sizes, (m, size) -> size * Math.sqrt(m));
    }

    private static Tensor folded(Tensor x, Shape to, double start, DoubleBinaryOperator f) {
        double[] out = new double[(int) to.size()];
        Arrays.fill(out, start);
        for (int k = 0; k < x.size(); k++) {
            int t = target(k, x.cols(), to);
            out[t] = f.applyAsDouble(out[t], x.at(k));
        }
        return Tensor.of(to, out);
    }

    /// The largest plus log(1 + Σ e^(x − largest)) over the others: nothing overflows, and what is
    /// small beside the largest keeps its digits.
    private static Tensor logSumExp(Tensor x, Shape to) {
        int size = (int) to.size();
        double[] max = folded(x, to, Double.NEGATIVE_INFINITY, Math::max).toArray();
        double[] others = new double[size];
        boolean[] met = new boolean[size];
        for (int k = 0; k < x.size(); k++) {
            int t = target(k, x.cols(), to);
            boolean largest = !met[t] && x.at(k) == max[t];
            met[t] |= largest;
            others[t] += largest ? 0 : Math.exp(x.at(k) - max[t]);
        }
        return Tensor.generate(
                to, t -> Double.isInfinite(max[t]) ? max[t] : max[t] + Math.log1p(others[t]));
    }

    /// Which element of `to` element `k` of a matrix with `cols` columns is reduced to.
    static int target(int k, int cols, Shape to) {
        int row = to.rows() == 1 ? 0 : k / cols;
        int col = to.cols() == 1 ? 0 : k % cols;
        return row * to.cols() + col;
    }

    /// The first element of a matrix with `cols` columns that is reduced to the same as element
    /// `k`.
    private static int first(int k, int cols, Shape to) {
        int row = to.rows() == 1 ? 0 : k / cols;
        int col = to.cols() == 1 ? 0 : k % cols;
        return row * cols + col;
    }
}
