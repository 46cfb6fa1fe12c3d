package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The sum of each row, m×n → m×1: several rows at once, whose lanes are brought together as in
/// [TransposedProduct].
final class RowSums {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private RowSums() {}

    static void sums(Strided x, double factor, Strided out) {
        int m = out.rows();
        if (L == 4 && m >= 4) {
            for (int i = 0; i < m; i += 4) {
                fourRows(x, factor, out, Math.min(i, m - 4));
            }
        } else if (L == 8 && m > 4) {
            for (int i = 0; i < m; i += 8) {
                eightRows(x, factor, out, i);
            }
        } else {
            for (int i = 0; i < m; i++) {
                int row = x.at() + i * x.down();
                VectorSums.all(x.data(), row, x.cols(), factor, out.data(), out.at() + i);
            }
        }
    }

    /// For vectors of four: the sums of rows `i` to `i + 3`.
    private static void fourRows(Strided a, double factor, Strided out, int i) {
        double[] x = a.data();
        int down = a.down();
        int x0 = a.at() + i * down;
        int x1 = x0 + down;
        int x2 = x1 + down;
        int x3 = x2 + down;
        DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
        int n = a.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            s0 = s0.add(DoubleVector.fromArray(S, x, x0 + k));
            s1 = s1.add(DoubleVector.fromArray(S, x, x1 + k));
            s2 = s2.add(DoubleVector.fromArray(S, x, x2 + k));
            s3 = s3.add(DoubleVector.fromArray(S, x, x3 + k));
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            s0 = s0.add(DoubleVector.fromArray(S, x, x0 + k), rest);
            s1 = s1.add(DoubleVector.fromArray(S, x, x1 + k), rest);
            s2 = s2.add(DoubleVector.fromArray(S, x, x2 + k), rest);
            s3 = s3.add(DoubleVector.fromArray(S, x, x3 + k), rest);
        }
        DoubleVector p0 =
                s0.blend(s1, Lanes.HIGH1).add(s1.blend(s0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p1 =
                s2.blend(s3, Lanes.HIGH1).add(s3.blend(s2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        p0.blend(p1, Lanes.HIGH2)
                .add(p1.blend(p0, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .mul(factor)
                .intoArray(out.data(), out.at() + i);
    }

    /// The sums of rows `i` to `i + 7`; past the last row, the last one again.
    private static void eightRows(Strided a, double factor, Strided out, int i) {
        double[] x = a.data();
        int last = a.at() + (a.rows() - 1) * a.down();
        int x0 = a.at() + i * a.down();
        int x1 = Math.min(x0 + a.down(), last);
        int x2 = Math.min(x1 + a.down(), last);
        int x3 = Math.min(x2 + a.down(), last);
        int x4 = Math.min(x3 + a.down(), last);
        int x5 = Math.min(x4 + a.down(), last);
        int x6 = Math.min(x5 + a.down(), last);
        int x7 = Math.min(x6 + a.down(), last);
        DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
        DoubleVector s6 = s0, s7 = s0;
        int n = a.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            s0 = s0.add(DoubleVector.fromArray(S, x, x0 + k));
            s1 = s1.add(DoubleVector.fromArray(S, x, x1 + k));
            s2 = s2.add(DoubleVector.fromArray(S, x, x2 + k));
            s3 = s3.add(DoubleVector.fromArray(S, x, x3 + k));
            s4 = s4.add(DoubleVector.fromArray(S, x, x4 + k));
            s5 = s5.add(DoubleVector.fromArray(S, x, x5 + k));
            s6 = s6.add(DoubleVector.fromArray(S, x, x6 + k));
            s7 = s7.add(DoubleVector.fromArray(S, x, x7 + k));
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            s0 = s0.add(DoubleVector.fromArray(S, x, x0 + k), rest);
            s1 = s1.add(DoubleVector.fromArray(S, x, x1 + k), rest);
            s2 = s2.add(DoubleVector.fromArray(S, x, x2 + k), rest);
            s3 = s3.add(DoubleVector.fromArray(S, x, x3 + k), rest);
            s4 = s4.add(DoubleVector.fromArray(S, x, x4 + k), rest);
            s5 = s5.add(DoubleVector.fromArray(S, x, x5 + k), rest);
            s6 = s6.add(DoubleVector.fromArray(S, x, x6 + k), rest);
            s7 = s7.add(DoubleVector.fromArray(S, x, x7 + k), rest);
        }
        DoubleVector p0 =
                s0.blend(s1, Lanes.HIGH1).add(s1.blend(s0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p1 =
                s2.blend(s3, Lanes.HIGH1).add(s3.blend(s2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p2 =
                s4.blend(s5, Lanes.HIGH1).add(s5.blend(s4, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p3 =
                s6.blend(s7, Lanes.HIGH1).add(s7.blend(s6, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector q0 =
                p0.blend(p1, Lanes.HIGH2).add(p1.blend(p0, Lanes.HIGH2).rearrange(Lanes.SWAP2));
        DoubleVector q1 =
                p2.blend(p3, Lanes.HIGH2).add(p3.blend(p2, Lanes.HIGH2).rearrange(Lanes.SWAP2));
        DoubleVector sums =
                q0.blend(q1, Lanes.HIGH4).add(q1.blend(q0, Lanes.HIGH4).rearrange(Lanes.SWAP4));
        sums.mul(factor).intoArray(out.data(), out.at() + i, S.indexInRange(i, out.rows()));
    }
}
