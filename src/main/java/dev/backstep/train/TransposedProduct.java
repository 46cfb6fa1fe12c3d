package dev.backstep.train;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// a · bᵀ for small matrices: both run along the samples, so that every element is a sum across lanes.
///
/// Eight such sums are brought together in three rounds of adding half to half, as in a fast Fourier transform, instead
/// of three rounds for each; they fill one vector, in the order in which they are stored.
final class TransposedProduct {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final VectorShuffle<Double> SWAP1 = VectorShuffle.fromOp(S, k -> (k ^ 1) & L - 1);
    private static final VectorShuffle<Double> SWAP2 = VectorShuffle.fromOp(S, k -> (k ^ 2) & L - 1);
    private static final VectorShuffle<Double> SWAP4 = VectorShuffle.fromOp(S, k -> (k ^ 4) & L - 1);
    private static final VectorMask<Double> HIGH1 = VectorMask.fromLong(S, 0b10101010);
    private static final VectorMask<Double> HIGH2 = VectorMask.fromLong(S, 0b11001100);
    private static final VectorMask<Double> HIGH4 = VectorMask.fromLong(S, 0b11110000);

    private TransposedProduct() {}

    /// m×k · (n×k)ᵀ → m×n; `b` is the view of the transposed matrix.
    static void product(View a, View b, View out) {
        int n = out.cols();
        int size = out.size();
        if (L != 8 || size < 8) {
            oneByOne(a, b, out);
        } else if (n >= 8) {
            for (int i = 0; i < out.rows(); i++) {
                for (int j = 0; j < n; j += 8) {
                    oneByEight(a, b, out, i, Math.min(j, n - 8));
                }
            }
        } else {
            for (int f = 0; f < size; f += 8) {
                eight(a, b, out, Math.min(f, size - 8));
            }
        }
    }

    private static void oneByOne(View a, View b, View out) {
        double[] o = out.data();
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                o[out.at() + i * out.cols() + j] = dot(
                        a.data(), a.at() + i * a.down(), b.data(), b.at() + j * b.across(), a.cols());
            }
        }
    }

    private static double dot(double[] x, int xo, double[] y, int yo, int n) {
        DoubleVector sum = DoubleVector.zero(S);
        int k = 0;
        for (; k <= n - L; k += L) {
            sum = DoubleVector.fromArray(S, x, xo + k).fma(DoubleVector.fromArray(S, y, yo + k), sum);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            DoubleVector last = DoubleVector.fromArray(S, y, yo + k, rest);
            sum = DoubleVector.fromArray(S, x, xo + k, rest).fma(last, sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    /// Row `i`, columns `j` to `j + 7`.
    private static void oneByEight(View a, View b, View out, int i, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int across = b.across();
        int xo = a.at() + i * a.down();
        int yo = b.at() + j * across;
        DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        int n = a.cols();
        for (int k = 0; k < n; k += L) {
            VectorMask<Double> inside = S.indexInRange(k, n);
            DoubleVector v = DoubleVector.fromArray(S, x, xo + k, inside);
            s0 = DoubleVector.fromArray(S, y, yo + k, inside).fma(v, s0);
            s1 = DoubleVector.fromArray(S, y, yo + across + k, inside).fma(v, s1);
            s2 = DoubleVector.fromArray(S, y, yo + 2 * across + k, inside).fma(v, s2);
            s3 = DoubleVector.fromArray(S, y, yo + 3 * across + k, inside).fma(v, s3);
            s4 = DoubleVector.fromArray(S, y, yo + 4 * across + k, inside).fma(v, s4);
            s5 = DoubleVector.fromArray(S, y, yo + 5 * across + k, inside).fma(v, s5);
            s6 = DoubleVector.fromArray(S, y, yo + 6 * across + k, inside).fma(v, s6);
            s7 = DoubleVector.fromArray(S, y, yo + 7 * across + k, inside).fma(v, s7);
        }
        DoubleVector p0 = s0.blend(s1, HIGH1).add(s1.blend(s0, HIGH1).rearrange(SWAP1));
        DoubleVector p1 = s2.blend(s3, HIGH1).add(s3.blend(s2, HIGH1).rearrange(SWAP1));
        DoubleVector p2 = s4.blend(s5, HIGH1).add(s5.blend(s4, HIGH1).rearrange(SWAP1));
        DoubleVector p3 = s6.blend(s7, HIGH1).add(s7.blend(s6, HIGH1).rearrange(SWAP1));
        DoubleVector q0 = p0.blend(p1, HIGH2).add(p1.blend(p0, HIGH2).rearrange(SWAP2));
        DoubleVector q1 = p2.blend(p3, HIGH2).add(p3.blend(p2, HIGH2).rearrange(SWAP2));
        q0.blend(q1, HIGH4).add(q1.blend(q0, HIGH4).rearrange(SWAP4)).intoArray(
                out.data(), out.at() + i * out.cols() + j);
    }

    /// Elements `f` to `f + 7`, counted row by row, of a matrix with fewer than eight columns.
    private static void eight(View a, View b, View out, int f) {
        DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        int n = a.cols();
        for (int k = 0; k < n; k += L) {
            VectorMask<Double> inside = S.indexInRange(k, n);
            s0 = DoubleVector.fromArray(S, a.data(), left(a, out, f) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f) + k, inside), s0);
            s1 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 1) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 1) + k, inside), s1);
            s2 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 2) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 2) + k, inside), s2);
            s3 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 3) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 3) + k, inside), s3);
            s4 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 4) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 4) + k, inside), s4);
            s5 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 5) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 5) + k, inside), s5);
            s6 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 6) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 6) + k, inside), s6);
            s7 = DoubleVector.fromArray(S, a.data(), left(a, out, f + 7) + k, inside)
                    .fma(DoubleVector.fromArray(S, b.data(), right(b, out, f + 7) + k, inside), s7);
        }
        DoubleVector p0 = s0.blend(s1, HIGH1).add(s1.blend(s0, HIGH1).rearrange(SWAP1));
        DoubleVector p1 = s2.blend(s3, HIGH1).add(s3.blend(s2, HIGH1).rearrange(SWAP1));
        DoubleVector p2 = s4.blend(s5, HIGH1).add(s5.blend(s4, HIGH1).rearrange(SWAP1));
        DoubleVector p3 = s6.blend(s7, HIGH1).add(s7.blend(s6, HIGH1).rearrange(SWAP1));
        DoubleVector q0 = p0.blend(p1, HIGH2).add(p1.blend(p0, HIGH2).rearrange(SWAP2));
        DoubleVector q1 = p2.blend(p3, HIGH2).add(p3.blend(p2, HIGH2).rearrange(SWAP2));
        q0.blend(q1, HIGH4).add(q1.blend(q0, HIGH4).rearrange(SWAP4)).intoArray(out.data(), out.at() + f);
    }

    private static int left(View a, View out, int f) {
        return a.at() + f / out.cols() * a.down();
    }

    private static int right(View b, View out, int f) {
        return b.at() + f % out.cols() * b.across();
    }
}
