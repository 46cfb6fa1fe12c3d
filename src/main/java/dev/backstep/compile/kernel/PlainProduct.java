package dev.backstep.compile.kernel;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import org.jspecify.annotations.Nullable;

/// a · b in plain Java: m×k · k×n in m·k·n steps; the inner loop runs along rows of `b` where they
/// lie in order. Rows of the result are shared among two cores.
final class PlainProduct implements CorePair.ParallelLoop {

    private static final int ROWS = 8;
    private static final int COLS = 4;

    private final CorePair cores;
    private Strided a = Strided.zeros(Shape.SCALAR);
    private Strided b = a;
    private Strided out = a;
    private @Nullable Strided bias;

    PlainProduct(CorePair cores) {
        this.cores = cores;
    }

    void product(Strided left, Strided right, @Nullable Strided added, Strided result) {
        a = left;
        b = right;
        bias = added;
        out = result;
        if (CorePair.pays(a, b)) {
            cores.share(this, (out.rows() + ROWS - 1) / ROWS);
        } else {
            rows(0, out.rows());
        }
    }

    @Override
    public void part(int part, int core) {
        rows(part * ROWS, Math.min((part + 1) * ROWS, out.rows()));
    }

    private void rows(int from, int to) {
        int n = out.cols();
        if (n < COLS) {
            for (int i = from; i < to; i += COLS) {
                for (int j = 0; j < n; j++) {
                    tall(i, to - 1, j);
                }
            }
            return;
        }
        for (int i = from; i < to; i += 2) {
            int second = Math.min(i + 1, to - 1);
            for (int j = 0; j < n; j += COLS) {
                tile(i, second, Math.min(j, n - COLS));
            }
        }
    }

    /// Two rows and four columns of the result.
    private void tile(int i, int second, int j) {
        double[] u = a.data();
        double[] v = b.data();
        int step = a.across();
        int down = b.down();
        int across = b.across();
        int p = a.at() + i * a.down();
        int q = a.at() + second * a.down();
        int r0 = b.at() + j * across;
        int r1 = r0 + across;
        int r2 = r1 + across;
        int r3 = r2 + across;
        double s00 = bias(i);
        double s01 = s00;
        double s02 = s00;
        double s03 = s00;
        double s10 = bias(second);
        double s11 = s10;
        double s12 = s10;
        double s13 = s10;
        for (int k = a.cols(); k > 0; k--) {
            double x = u[p];
            double y = u[q];
            s00 += x * v[r0];
            s10 += y * v[r0];
            s01 += x * v[r1];
            s11 += y * v[r1];
            s02 += x * v[r2];
            s12 += y * v[r2];
            s03 += x * v[r3];
            s13 += y * v[r3];
            p += step;
            q += step;
            r0 += down;
            r1 += down;
            r2 += down;
            r3 += down;
        }
        int o = out.at() + i * out.cols() + j;
        put(o, s00, s01, s02, s03);
        put(o + (second - i) * out.cols(), s10, s11, s12, s13);
    }

    private void put(int o, double s0, double s1, double s2, double s3) {
        double[] w = out.data();
        w[o] = s0;
        w[o + 1] = s1;
        w[o + 2] = s2;
        w[o + 3] = s3;
    }

    /// Four rows of one column.
    private void tall(int i, int last, int j) {
        double[] u = a.data();
        double[] v = b.data();
        int step = a.across();
        int down = b.down();
        int i1 = Math.min(i + 1, last);
        int i2 = Math.min(i + 2, last);
        int i3 = Math.min(i + 3, last);
        int p0 = a.at() + i * a.down();
        int p1 = a.at() + i1 * a.down();
        int p2 = a.at() + i2 * a.down();
        int p3 = a.at() + i3 * a.down();
        int r = b.at() + j * b.across();
        double s0 = bias(i);
        double s1 = bias(i1);
        double s2 = bias(i2);
        double s3 = bias(i3);
        for (int k = a.cols(); k > 0; k--) {
            double x = v[r];
            s0 += u[p0] * x;
            s1 += u[p1] * x;
            s2 += u[p2] * x;
            s3 += u[p3] * x;
            p0 += step;
            p1 += step;
            p2 += step;
            p3 += step;
            r += down;
        }
        double[] w = out.data();
        int o = out.at() + j;
        int n = out.cols();
        w[o + i * n] = s0;
        w[o + i1 * n] = s1;
        w[o + i2 * n] = s2;
        w[o + i3 * n] = s3;
    }

    private double bias(int row) {
        return bias == null ? 0 : bias.get(row, 0);
    }
}
