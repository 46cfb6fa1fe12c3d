package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// a · b for small matrices whose right operand lies row by row: lanes across its columns, four
/// rows at a time.
///
/// Nothing is copied; vectors are read past the end of a row, and stored under a mask only where a
/// row is shorter than one.
final class SmallProduct {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private SmallProduct() {}

    static void product(Strided a, Strided b, @Nullable Strided bias, Strided out) {
        int m = out.rows();
        int i = 0;
        for (; i <= m - 4; i += 4) {
            fourRows(a, b, bias, out, i);
        }
        for (; i <= m - 2; i += 2) {
            twoRows(a, b, bias, out, i, i + 1, 0);
        }
        if (i < m) {
            oneRow(a, b, bias, out, i);
        }
    }

    private static void fourRows(Strided a, Strided b, @Nullable Strided bias, Strided out, int i) {
        int n = out.cols();
        int j = 0;
        for (; j <= n - 2 * L; j += 2 * L) {
            fourByTwo(a, b, bias, out, i, j);
        }
        for (; j < n; j += L) {
            fourByOne(a, b, bias, out, i, last(j, n));
        }
    }

    /// What is left beside the widest tiles is computed twice, as if it were two rows.
    private static void oneRow(Strided a, Strided b, @Nullable Strided bias, Strided out, int i) {
        int j = 0;
        for (; j <= out.cols() - 4 * L; j += 4 * L) {
            oneByFour(a, b, bias, out, i, j);
        }
        twoRows(a, b, bias, out, i, i, j);
    }

    private static void twoRows(
            Strided a,
            Strided b,
            @Nullable Strided bias,
            Strided out,
            int i,
            int second,
            int from) {
        int n = out.cols();
        int j = from;
        for (; j <= n - 2 * L; j += 2 * L) {
            twoByTwo(a, b, bias, out, i, second, j);
        }
        for (; j < n; j += L) {
            twoByOne(a, b, bias, out, i, second, last(j, n));
        }
    }

    /// Where a vector for column `j` begins: so early that it ends within the row, if it can. What
    /// it computes again comes out the same, and a whole vector is stored sooner than part of one.
    private static int last(int j, int n) {
        return Math.max(0, Math.min(j, n - L));
    }

    private static double start(@Nullable Strided bias, int i) {
        return bias == null ? 0 : bias.data()[bias.at() + i * bias.down()];
    }

    private static void fourByTwo(
            Strided a, Strided b, @Nullable Strided bias, Strided out, int i, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int down = a.down();
        int x0 = a.at() + i * down;
        int across = a.across();
        int yo = b.at() + j;
        int step = b.down();
        DoubleVector c00 = DoubleVector.broadcast(S, start(bias, i)), c01 = c00;
        DoubleVector c10 = DoubleVector.broadcast(S, start(bias, i + 1)), c11 = c10;
        DoubleVector c20 = DoubleVector.broadcast(S, start(bias, i + 2)), c21 = c20;
        DoubleVector c30 = DoubleVector.broadcast(S, start(bias, i + 3)), c31 = c30;
        int inner = a.cols();
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = DoubleVector.fromArray(S, y, yo);
            DoubleVector b1 = DoubleVector.fromArray(S, y, yo + L);
            DoubleVector w0 = DoubleVector.broadcast(S, x[x0]);
            c00 = w0.fma(b0, c00);
            c01 = w0.fma(b1, c01);
            DoubleVector w1 = DoubleVector.broadcast(S, x[x0 + down]);
            c10 = w1.fma(b0, c10);
            c11 = w1.fma(b1, c11);
            DoubleVector w2 = DoubleVector.broadcast(S, x[x0 + 2 * down]);
            c20 = w2.fma(b0, c20);
            c21 = w2.fma(b1, c21);
            DoubleVector w3 = DoubleVector.broadcast(S, x[x0 + 3 * down]);
            c30 = w3.fma(b0, c30);
            c31 = w3.fma(b1, c31);
            x0 += across;
            yo += step;
        }
        double[] o = out.data();
        int n = out.cols();
        int oo = out.at() + i * n + j;
        c00.intoArray(o, oo);
        c10.intoArray(o, oo + n);
        c20.intoArray(o, oo + 2 * n);
        c30.intoArray(o, oo + 3 * n);
        c01.intoArray(o, oo + L);
        c11.intoArray(o, oo + n + L);
        c21.intoArray(o, oo + 2 * n + L);
        c31.intoArray(o, oo + 3 * n + L);
    }

    private static void fourByOne(
            Strided a, Strided b, @Nullable Strided bias, Strided out, int i, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int down = a.down();
        int x0 = a.at() + i * down;
        int across = a.across();
        int yo = b.at() + j;
        int step = b.down();
        DoubleVector c0 = DoubleVector.broadcast(S, start(bias, i));
        DoubleVector c1 = DoubleVector.broadcast(S, start(bias, i + 1));
        DoubleVector c2 = DoubleVector.broadcast(S, start(bias, i + 2));
        DoubleVector c3 = DoubleVector.broadcast(S, start(bias, i + 3));
        int inner = a.cols();
        for (int k = 0; k < inner; k++) {
            DoubleVector v = DoubleVector.fromArray(S, y, yo);
            c0 = v.fma(DoubleVector.broadcast(S, x[x0]), c0);
            c1 = v.fma(DoubleVector.broadcast(S, x[x0 + down]), c1);
            c2 = v.fma(DoubleVector.broadcast(S, x[x0 + 2 * down]), c2);
            c3 = v.fma(DoubleVector.broadcast(S, x[x0 + 3 * down]), c3);
            x0 += across;
            yo += step;
        }
        double[] o = out.data();
        int n = out.cols();
        int oo = out.at() + i * n + j;
        if (j <= n - L) {
            c0.intoArray(o, oo);
            c1.intoArray(o, oo + n);
            c2.intoArray(o, oo + 2 * n);
            c3.intoArray(o, oo + 3 * n);
        } else {
            VectorMask<Double> inside = S.indexInRange(j, n);
            c0.intoArray(o, oo, inside);
            c1.intoArray(o, oo + n, inside);
            c2.intoArray(o, oo + 2 * n, inside);
            c3.intoArray(o, oo + 3 * n, inside);
        }
    }

    private static void oneByFour(
            Strided a, Strided b, @Nullable Strided bias, Strided out, int i, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int x0 = a.at() + i * a.down();
        int across = a.across();
        int yo = b.at() + j;
        int step = b.down();
        DoubleVector c0 = DoubleVector.broadcast(S, start(bias, i));
        DoubleVector c1 = c0;
        DoubleVector c2 = c0;
        DoubleVector c3 = c0;
        int inner = a.cols();
        for (int k = 0; k < inner; k++) {
            DoubleVector w = DoubleVector.broadcast(S, x[x0]);
            c0 = w.fma(DoubleVector.fromArray(S, y, yo), c0);
            c1 = w.fma(DoubleVector.fromArray(S, y, yo + L), c1);
            c2 = w.fma(DoubleVector.fromArray(S, y, yo + 2 * L), c2);
            c3 = w.fma(DoubleVector.fromArray(S, y, yo + 3 * L), c3);
            x0 += across;
            yo += step;
        }
        int oo = out.at() + i * out.cols() + j;
        c0.intoArray(out.data(), oo);
        c1.intoArray(out.data(), oo + L);
        c2.intoArray(out.data(), oo + 2 * L);
        c3.intoArray(out.data(), oo + 3 * L);
    }

    private static void twoByTwo(
            Strided a, Strided b, @Nullable Strided bias, Strided out, int i, int second, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int x0 = a.at() + i * a.down();
        int x1 = a.at() + second * a.down();
        int across = a.across();
        int yo = b.at() + j;
        int step = b.down();
        DoubleVector c00 = DoubleVector.broadcast(S, start(bias, i)), c01 = c00;
        DoubleVector c10 = DoubleVector.broadcast(S, start(bias, second)), c11 = c10;
        int inner = a.cols();
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = DoubleVector.fromArray(S, y, yo);
            DoubleVector b1 = DoubleVector.fromArray(S, y, yo + L);
            DoubleVector w0 = DoubleVector.broadcast(S, x[x0]);
            c00 = w0.fma(b0, c00);
            c01 = w0.fma(b1, c01);
            DoubleVector w1 = DoubleVector.broadcast(S, x[x1]);
            c10 = w1.fma(b0, c10);
            c11 = w1.fma(b1, c11);
            x0 += across;
            x1 += across;
            yo += step;
        }
        double[] o = out.data();
        int n = out.cols();
        int o0 = out.at() + i * n + j;
        int o1 = out.at() + second * n + j;
        c00.intoArray(o, o0);
        c10.intoArray(o, o1);
        c01.intoArray(o, o0 + L);
        c11.intoArray(o, o1 + L);
    }

    private static void twoByOne(
            Strided a, Strided b, @Nullable Strided bias, Strided out, int i, int second, int j) {
        double[] x = a.data();
        double[] y = b.data();
        int x0 = a.at() + i * a.down();
        int x1 = a.at() + second * a.down();
        int across = a.across();
        int yo = b.at() + j;
        int step = b.down();
        DoubleVector c0 = DoubleVector.broadcast(S, start(bias, i));
        DoubleVector c1 = DoubleVector.broadcast(S, start(bias, second));
        int inner = a.cols();
        for (int k = 0; k < inner; k++) {
            DoubleVector v = DoubleVector.fromArray(S, y, yo);
            c0 = v.fma(DoubleVector.broadcast(S, x[x0]), c0);
            c1 = v.fma(DoubleVector.broadcast(S, x[x1]), c1);
            x0 += across;
            x1 += across;
            yo += step;
        }
        double[] o = out.data();
        int n = out.cols();
        int o0 = out.at() + i * n + j;
        int o1 = out.at() + second * n + j;
        if (j <= n - L) {
            c0.intoArray(o, o0);
            c1.intoArray(o, o1);
        } else {
            VectorMask<Double> inside = S.indexInRange(j, n);
            c0.intoArray(o, o0, inside);
            c1.intoArray(o, o1, inside);
        }
    }
}
