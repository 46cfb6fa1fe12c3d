package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The gradients of a layer's weights and bias, `dW = g · xᵀ` and `db = Σ g` along the samples, in
/// one pass over g; for vectors of four.
///
/// Four sums across lanes are brought together as in [TransposedProduct].
final class GradientTiles {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private GradientTiles() {}

    /// Whether it is made for them; `x` is the view of the transposed matrix.
    static boolean fits(Strided g, Strided x) {
        return L == 4 && x.down() == 1 && g.across() == 1;
    }

    /// m×k · (n×k)ᵀ → m×n and m×1. What is left at the edges is covered by a tile that begins
    /// earlier: it comes out the same.
    static void gradients(Strided g, Strided x, Strided weights, Strided bias) {
        int m = weights.rows();
        int n = weights.cols();
        if (n == 2 && m >= 4) {
            for (int i = 0; i < m; i += 4) {
                fourByTwo(g, x, weights, bias, Math.min(i, m - 4));
            }
            return;
        }
        for (int i = 0; i < m; i += 2) {
            int first = Math.max(0, Math.min(i, m - 2));
            for (int j = 0; j < n; j += 4) {
                twoByFour(g, x, weights, bias, first, Math.max(0, Math.min(j, n - 4)));
            }
        }
    }

    /// Four rows of two weights each, and their biases.
    private static void fourByTwo(Strided g, Strided x, Strided weights, Strided bias, int i) {
        double[] u = g.data();
        double[] y = x.data();
        int down = g.down();
        int g0 = g.at() + i * down;
        int g1 = g0 + down;
        int g2 = g1 + down;
        int g3 = g2 + down;
        int y0 = x.at();
        int y1 = y0 + x.across();
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        DoubleVector t0 = zero, t1 = zero, t2 = zero, t3 = zero;
        DoubleVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        int n = g.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            DoubleVector w0 = DoubleVector.fromArray(S, y, y0 + k);
            DoubleVector w1 = DoubleVector.fromArray(S, y, y1 + k);
            DoubleVector v0 = DoubleVector.fromArray(S, u, g0 + k);
            s0 = v0.fma(w0, s0);
            t0 = v0.fma(w1, t0);
            b0 = b0.add(v0);
            DoubleVector v1 = DoubleVector.fromArray(S, u, g1 + k);
            s1 = v1.fma(w0, s1);
            t1 = v1.fma(w1, t1);
            b1 = b1.add(v1);
            DoubleVector v2 = DoubleVector.fromArray(S, u, g2 + k);
            s2 = v2.fma(w0, s2);
            t2 = v2.fma(w1, t2);
            b2 = b2.add(v2);
            DoubleVector v3 = DoubleVector.fromArray(S, u, g3 + k);
            s3 = v3.fma(w0, s3);
            t3 = v3.fma(w1, t3);
            b3 = b3.add(v3);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            DoubleVector w0 = zero.blend(DoubleVector.fromArray(S, y, y0 + k), rest);
            DoubleVector w1 = zero.blend(DoubleVector.fromArray(S, y, y1 + k), rest);
            DoubleVector v0 = zero.blend(DoubleVector.fromArray(S, u, g0 + k), rest);
            s0 = v0.fma(w0, s0);
            t0 = v0.fma(w1, t0);
            b0 = b0.add(v0);
            DoubleVector v1 = zero.blend(DoubleVector.fromArray(S, u, g1 + k), rest);
            s1 = v1.fma(w0, s1);
            t1 = v1.fma(w1, t1);
            b1 = b1.add(v1);
            DoubleVector v2 = zero.blend(DoubleVector.fromArray(S, u, g2 + k), rest);
            s2 = v2.fma(w0, s2);
            t2 = v2.fma(w1, t2);
            b2 = b2.add(v2);
            DoubleVector v3 = zero.blend(DoubleVector.fromArray(S, u, g3 + k), rest);
            s3 = v3.fma(w0, s3);
            t3 = v3.fma(w1, t3);
            b3 = b3.add(v3);
        }
        DoubleVector p0 =
                s0.blend(t0, Lanes.HIGH1).add(t0.blend(s0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p1 =
                s1.blend(t1, Lanes.HIGH1).add(t1.blend(s1, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p2 =
                s2.blend(t2, Lanes.HIGH1).add(t2.blend(s2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p3 =
                s3.blend(t3, Lanes.HIGH1).add(t3.blend(s3, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        int oo = weights.at() + 2 * i;
        p0.blend(p1, Lanes.HIGH2)
                .add(p1.blend(p0, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .intoArray(weights.data(), oo);
        p2.blend(p3, Lanes.HIGH2)
                .add(p3.blend(p2, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .intoArray(weights.data(), oo + L);
        DoubleVector q0 =
                b0.blend(b1, Lanes.HIGH1).add(b1.blend(b0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector q1 =
                b2.blend(b3, Lanes.HIGH1).add(b3.blend(b2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        q0.blend(q1, Lanes.HIGH2)
                .add(q1.blend(q0, Lanes.HIGH2).rearrange(Lanes.SWAP2))
                .intoArray(bias.data(), bias.at() + i);
    }

    /// Two rows of four weights each, or as many as there are, and their biases. A row or column
    /// that is not there is the last one again.
    private static void twoByFour(
            Strided g, Strided x, Strided weights, Strided bias, int i, int j) {
        double[] u = g.data();
        double[] y = x.data();
        int second = Math.min(i + 1, weights.rows() - 1);
        int g0 = g.at() + i * g.down();
        int g1 = g.at() + second * g.down();
        int last = x.at() + (weights.cols() - 1) * x.across();
        int y0 = x.at() + j * x.across();
        int y1 = Math.min(y0 + x.across(), last);
        int y2 = Math.min(y1 + x.across(), last);
        int y3 = Math.min(y2 + x.across(), last);
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, b0 = zero;
        DoubleVector t0 = zero, t1 = zero, t2 = zero, t3 = zero, b1 = zero;
        int n = g.cols();
        int k = 0;
        for (; k <= n - L; k += L) {
            DoubleVector v0 = DoubleVector.fromArray(S, u, g0 + k);
            DoubleVector v1 = DoubleVector.fromArray(S, u, g1 + k);
            b0 = b0.add(v0);
            b1 = b1.add(v1);
            DoubleVector w0 = DoubleVector.fromArray(S, y, y0 + k);
            s0 = v0.fma(w0, s0);
            t0 = v1.fma(w0, t0);
            DoubleVector w1 = DoubleVector.fromArray(S, y, y1 + k);
            s1 = v0.fma(w1, s1);
            t1 = v1.fma(w1, t1);
            DoubleVector w2 = DoubleVector.fromArray(S, y, y2 + k);
            s2 = v0.fma(w2, s2);
            t2 = v1.fma(w2, t2);
            DoubleVector w3 = DoubleVector.fromArray(S, y, y3 + k);
            s3 = v0.fma(w3, s3);
            t3 = v1.fma(w3, t3);
        }
        if (k < n) {
            VectorMask<Double> rest = S.indexInRange(k, n);
            DoubleVector v0 = zero.blend(DoubleVector.fromArray(S, u, g0 + k), rest);
            DoubleVector v1 = zero.blend(DoubleVector.fromArray(S, u, g1 + k), rest);
            b0 = b0.add(v0);
            b1 = b1.add(v1);
            DoubleVector w0 = zero.blend(DoubleVector.fromArray(S, y, y0 + k), rest);
            s0 = v0.fma(w0, s0);
            t0 = v1.fma(w0, t0);
            DoubleVector w1 = zero.blend(DoubleVector.fromArray(S, y, y1 + k), rest);
            s1 = v0.fma(w1, s1);
            t1 = v1.fma(w1, t1);
            DoubleVector w2 = zero.blend(DoubleVector.fromArray(S, y, y2 + k), rest);
            s2 = v0.fma(w2, s2);
            t2 = v1.fma(w2, t2);
            DoubleVector w3 = zero.blend(DoubleVector.fromArray(S, y, y3 + k), rest);
            s3 = v0.fma(w3, s3);
            t3 = v1.fma(w3, t3);
        }
        DoubleVector p0 =
                s0.blend(s1, Lanes.HIGH1).add(s1.blend(s0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p1 =
                s2.blend(s3, Lanes.HIGH1).add(s3.blend(s2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector p =
                p0.blend(p1, Lanes.HIGH2).add(p1.blend(p0, Lanes.HIGH2).rearrange(Lanes.SWAP2));
        DoubleVector q0 =
                t0.blend(t1, Lanes.HIGH1).add(t1.blend(t0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector q1 =
                t2.blend(t3, Lanes.HIGH1).add(t3.blend(t2, Lanes.HIGH1).rearrange(Lanes.SWAP1));
        DoubleVector q =
                q0.blend(q1, Lanes.HIGH2).add(q1.blend(q0, Lanes.HIGH2).rearrange(Lanes.SWAP2));
        int cols = weights.cols();
        int oo = weights.at() + j;
        if (cols >= L) {
            p.intoArray(weights.data(), oo + i * cols);
            q.intoArray(weights.data(), oo + second * cols);
        } else {
            VectorMask<Double> inside = S.indexInRange(0, cols);
            p.intoArray(weights.data(), oo + i * cols, inside);
            q.intoArray(weights.data(), oo + second * cols, inside);
        }
        if (j == 0) {
            DoubleVector b =
                    b0.blend(b1, Lanes.HIGH1).add(b1.blend(b0, Lanes.HIGH1).rearrange(Lanes.SWAP1));
            b = b.add(b.rearrange(Lanes.SWAP2));
            bias.data()[bias.at() + i] = b.lane(0);
            bias.data()[bias.at() + second] = b.lane(1);
        }
    }
}
