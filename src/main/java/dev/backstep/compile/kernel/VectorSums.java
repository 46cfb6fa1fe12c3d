package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Sums along rows, columns, or all; what lies past the end is masked out.
///
/// Lanes are added half to half, in an order of its own: that of `reduceLanes` is not the same
/// before and after C2.
final class VectorSums {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorSums() {}

    static void all(double[] x, int xo, int n, double factor, double[] o, int oo) {
        DoubleVector sum = DoubleVector.zero(S);
        int k = 0;
        for (; k <= n - L; k += L) {
            sum = sum.add(DoubleVector.fromArray(S, x, xo + k));
        }
        if (k < n) {
            sum = sum.add(DoubleVector.fromArray(S, x, xo + k, S.indexInRange(k, n)));
        }
        sum = L > 4 ? sum.add(sum.rearrange(Lanes.SWAP4)) : sum;
        sum = L > 2 ? sum.add(sum.rearrange(Lanes.SWAP2)) : sum;
        sum = L > 1 ? sum.add(sum.rearrange(Lanes.SWAP1)) : sum;
        o[oo] = factor * sum.lane(0);
    }

    static void dot(double[] x, int xo, double[] y, int yo, int n, double[] o, int oo) {
        DoubleVector sum = DoubleVector.zero(S);
        int k = 0;
        for (; k <= n - L; k += L) {
            sum =
                    DoubleVector.fromArray(S, x, xo + k)
                            .fma(DoubleVector.fromArray(S, y, yo + k), sum);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            DoubleVector last = DoubleVector.fromArray(S, y, yo + k, rest);
            sum = DoubleVector.fromArray(S, x, xo + k, rest).fma(last, sum);
        }
        sum = L > 4 ? sum.add(sum.rearrange(Lanes.SWAP4)) : sum;
        sum = L > 2 ? sum.add(sum.rearrange(Lanes.SWAP2)) : sum;
        sum = L > 1 ? sum.add(sum.rearrange(Lanes.SWAP1)) : sum;
        o[oo] = sum.lane(0);
    }

    /// The rows added up, m×n → 1×n.
    static void columns(Strided x, double factor, Strided out) {
        int n = out.cols();
        int m = x.rows();
        int down = x.down();
        for (int j = 0; j < n; j += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < m; i++) {
                sum = sum.add(DoubleVector.fromArray(S, x.data(), x.at() + i * down + j));
            }
            sum.mul(factor).intoArray(out.data(), out.at() + j, S.indexInRange(j, n));
        }
    }
}
