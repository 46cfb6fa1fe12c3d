package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// a · bᵀ for small matrices: both run along the samples, so that every element is a sum across
/// lanes.
///
/// Eight such sums are brought together in three rounds of adding half to half, as in a fast
/// Fourier transform, instead of three rounds for each; they fill one vector, in the order in which
/// they are stored.
final class TransposedProduct {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private TransposedProduct() {}

    /// m×k · (n×k)ᵀ → m×n; `b` is the view of the transposed matrix.
    static void product(Strided a, Strided b, Strided out) {
        int size = out.size();
        if (L == 4 && out.rows() >= 2 && out.cols() >= 4) {
            tiles(a, b, out);
        } else if (L < 4 || size < 8) {
            oneByOne(a, b, out);
        } else {
            for (int f = 0; f < size; f += 8) {
                eight(a, b, out, Math.min(f, size - 8));
            }
        }
    }

    private static void oneByOne(Strided a, Strided b, Strided out) {
        double[] o = out.data();
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                int at = out.at() + i * out.cols() + j;
                int x = a.at() + i * a.down();
                VectorSums.dot(a.data(), x, b.data(), b.at() + j * b.across(), a.cols(), o, at);
            }
        }
    }

    /// What is left at the edges is covered by a tile that begins earlier: it comes out the same.
    private static void tiles(Strided a, Strided b, Strided out) {
        for (int i = 0; i < out.rows(); i += 2) {
            for (int j = 0; j < out.cols(); j += 4) {
                twoByFour(a, b, out, Math.min(i, out.rows() - 2), Math.min(j, out.cols() - 4));
            }
        }
    }

    /// For vectors of four: each is read for more than one element.
    private static void twoByFour(Strided a, Strided b, Strided out, int i, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int x0 = a.at() + i * a.down();
        int x1 = x0 + a.down();
        int across = b.across();
        int y0 = b.at() + j * across;
        int y1 = y0 + across;
        int y2 = y1 + across;
        int y3 = y2 + across;
        DoubleVector s0 = DoubleVector.zero(S), s1 = s0, s2 = s0, s3 = s0;
        DoubleVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
        int n = a.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            DoubleVector u = DoubleVector.fromArray(S, x, x0 + k);
            DoubleVector v = DoubleVector.fromArray(S, x, x1 + k);
            DoubleVector w0 = DoubleVector.fromArray(S, y, y0 + k);
            s0 = u.fma(w0, s0);
            t0 = v.fma(w0, t0);
            DoubleVector w1 = DoubleVector.fromArray(S, y, y1 + k);
            s1 = u.fma(w1, s1);
            t1 = v.fma(w1, t1);
            DoubleVector w2 = DoubleVector.fromArray(S, y, y2 + k);
            s2 = u.fma(w2, s2);
            t2 = v.fma(w2, t2);
            DoubleVector w3 = DoubleVector.fromArray(S, y, y3 + k);
            s3 = u.fma(w3, s3);
            t3 = v.fma(w3, t3);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            DoubleVector u = DoubleVector.fromArray(S, x, x0 + k);
            DoubleVector v = DoubleVector.fromArray(S, x, x1 + k);
            DoubleVector w0 = DoubleVector.fromArray(S, y, y0 + k);
            s0 = s0.add(u.mul(w0), rest);
            t0 = t0.add(v.mul(w0), rest);
            DoubleVector w1 = DoubleVector.fromArray(S, y, y1 + k);
            s1 = s1.add(u.mul(w1), rest);
            t1 = t1.add(v.mul(w1), rest);
            DoubleVector w2 = DoubleVector.fromArray(S, y, y2 + k);
            s2 = s2.add(u.mul(w2), rest);
            t2 = t2.add(v.mul(w2), rest);
            DoubleVector w3 = DoubleVector.fromArray(S, y, y3 + k);
            s3 = s3.add(u.mul(w3), rest);
            t3 = t3.add(v.mul(w3), rest);
        }
        int oo = out.at() + i * out.cols() + j;
        DoubleVector p0 =
                s0.blend(s1, Lanes.HIGH1).add(s1.blend(s0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p1 =
                s2.blend(s3, Lanes.HIGH1).add(s3.blend(s2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        p0.blend(p1, Lanes.HIGH2)
                .add(p1.blend(p0, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .intoArray(out.data(), oo);
        DoubleVector q0 =
                t0.blend(t1, Lanes.HIGH1).add(t1.blend(t0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector q1 =
                t2.blend(t3, Lanes.HIGH1).add(t3.blend(t2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        q0.blend(q1, Lanes.HIGH2)
                .add(q1.blend(q0, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .intoArray(out.data(), oo + out.cols());
    }

    /// Elements `f` to `f + 7`, counted row by row.
    private static void eight(Strided a, Strided b, Strided out, int f) {
        double[] x = a.data();
        double[] y = b.data();
        int cols = out.cols();
        int down = a.down();
        int across = b.across();
        int end = b.at() + cols * across;
        int x0 = a.at() + f / cols * down;
        int y0 = b.at() + f % cols * across;
        int x1 = y0 + across < end ? x0 : x0 + down;
        int y1 = y0 + across < end ? y0 + across : b.at();
        int x2 = y1 + across < end ? x1 : x1 + down;
        int y2 = y1 + across < end ? y1 + across : b.at();
        int x3 = y2 + across < end ? x2 : x2 + down;
        int y3 = y2 + across < end ? y2 + across : b.at();
        int x4 = y3 + across < end ? x3 : x3 + down;
        int y4 = y3 + across < end ? y3 + across : b.at();
        int x5 = y4 + across < end ? x4 : x4 + down;
        int y5 = y4 + across < end ? y4 + across : b.at();
        int x6 = y5 + across < end ? x5 : x5 + down;
        int y6 = y5 + across < end ? y5 + across : b.at();
        int x7 = y6 + across < end ? x6 : x6 + down;
        int y7 = y6 + across < end ? y6 + across : b.at();
        DoubleVector s0 = DoubleVector.zero(S),
                s1 = s0,
                s2 = s0,
                s3 = s0,
                s4 = s0,
                s5 = s0,
                s6 = s0,
                s7 = s0;
        int n = a.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            s0 = DoubleVector.fromArray(S, x, x0 + k).fma(DoubleVector.fromArray(S, y, y0 + k), s0);
            s1 = DoubleVector.fromArray(S, x, x1 + k).fma(DoubleVector.fromArray(S, y, y1 + k), s1);
            s2 = DoubleVector.fromArray(S, x, x2 + k).fma(DoubleVector.fromArray(S, y, y2 + k), s2);
            s3 = DoubleVector.fromArray(S, x, x3 + k).fma(DoubleVector.fromArray(S, y, y3 + k), s3);
            s4 = DoubleVector.fromArray(S, x, x4 + k).fma(DoubleVector.fromArray(S, y, y4 + k), s4);
            s5 = DoubleVector.fromArray(S, x, x5 + k).fma(DoubleVector.fromArray(S, y, y5 + k), s5);
            s6 = DoubleVector.fromArray(S, x, x6 + k).fma(DoubleVector.fromArray(S, y, y6 + k), s6);
            s7 = DoubleVector.fromArray(S, x, x7 + k).fma(DoubleVector.fromArray(S, y, y7 + k), s7);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            s0 =
                    s0.add(
                            DoubleVector.fromArray(S, x, x0 + k)
                                    .mul(DoubleVector.fromArray(S, y, y0 + k)),
                            rest);
            s1 =
                    s1.add(
                            DoubleVector.fromArray(S, x, x1 + k)
                                    .mul(DoubleVector.fromArray(S, y, y1 + k)),
                            rest);
            s2 =
                    s2.add(
                            DoubleVector.fromArray(S, x, x2 + k)
                                    .mul(DoubleVector.fromArray(S, y, y2 + k)),
                            rest);
            s3 =
                    s3.add(
                            DoubleVector.fromArray(S, x, x3 + k)
                                    .mul(DoubleVector.fromArray(S, y, y3 + k)),
                            rest);
            s4 =
                    s4.add(
                            DoubleVector.fromArray(S, x, x4 + k)
                                    .mul(DoubleVector.fromArray(S, y, y4 + k)),
                            rest);
            s5 =
                    s5.add(
                            DoubleVector.fromArray(S, x, x5 + k)
                                    .mul(DoubleVector.fromArray(S, y, y5 + k)),
                            rest);
            s6 =
                    s6.add(
                            DoubleVector.fromArray(S, x, x6 + k)
                                    .mul(DoubleVector.fromArray(S, y, y6 + k)),
                            rest);
            s7 =
                    s7.add(
                            DoubleVector.fromArray(S, x, x7 + k)
                                    .mul(DoubleVector.fromArray(S, y, y7 + k)),
                            rest);
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
        int oo = out.at() + f;
        if (L == 4) {
            q0.intoArray(out.data(), oo);
            q1.intoArray(out.data(), oo + 4);
        } else {
            DoubleVector sums =
                    q0.blend(q1, Lanes.HIGH4).add(q1.blend(q0, Lanes.HIGH4).rearrange(Lanes.SWAP4));
            sums.intoArray(out.data(), oo);
        }
    }
}
