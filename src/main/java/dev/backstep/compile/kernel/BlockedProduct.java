package dev.backstep.compile.kernel;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// a · b for larger matrices of any strides: the right operand packed into panels that stay in the
/// first cache, tiles of 4 × 4 vectors held in registers.
///
/// (Goto and van de Geijn, *Anatomy of High-Performance Matrix Multiplication*, 2008, with the left
/// operand read where it lies, since its elements are broadcast one by one.) Two cores share the
/// panels; or, of W · X with many features, each adds up the products of its half of them, and the
/// two sums are added: one core does it in the same two halves, so that it gives the same numbers.
final class BlockedProduct implements CorePair.ParallelLoop {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();
    private static final int ROWS = 4;
    private static final int COLS = 4 * L;
    private static final int DEPTH = 128;

    private final CorePair cores;
    private final double[][] packed = new double[2][0];
    private final double[][] tiles = new double[2][ROWS * COLS];
    private Strided a = Strided.zeros(Shape.SCALAR);
    private Strided b = a;
    private Strided out = a;
    private @Nullable Strided bias;
    private boolean halved;

    /// The sum of the second half, laid out as the result.
    private double[] other = new double[0];

    BlockedProduct(CorePair cores) {
        this.cores = cores;
    }

    /// Whether packing is made up for.
    static boolean pays(Strided a, Strided b) {
        return a.rows() >= ROWS && b.cols() >= L && (long) a.rows() * a.cols() * b.cols() >= 30_000;
    }

    void product(Strided left, Strided right, @Nullable Strided added, Strided result) {
        a = left;
        b = right;
        bias = added;
        out = result;
        halved = CorePair.pays(a, b) && a.cols() >= 2 * DEPTH && a.across() == 1 && b.across() == 1;
        int count = (out.cols() + COLS - 1) / COLS;
        if (halved) {
            if (other.length < out.size()) {
                other = new double[out.size()];
            }
            cores.share(this, 2);
            add(other, out.data(), out.at(), out.size());
        } else if (cores.isOpen() && CorePair.pays(a, b)) {
            cores.share(this, count);
        } else {
            panels(0, count, 0);
        }
    }

    private static void add(double[] x, double[] o, int oo, int n) {
        for (int k = 0; k < n; k++) {
            o[oo + k] += x[k];
        }
    }

    @Override
    public void part(int part, int core) {
        int half = CorePair.half(a.cols());
        int count = (out.cols() + COLS - 1) / COLS;
        if (!halved) {
            panels(part, part + 1, core);
        } else if (part == 0) {
            fill(out.data(), out.at(), bias, 0, out.cols());
            panels(0, count, 0, half, out.data(), out.at(), core);
        } else {
            fill(other, 0, null, 0, out.cols());
            panels(0, count, half, a.cols(), other, 0, core);
        }
    }

    /// The columns of the panels `from` to `to`.
    private void panels(int from, int to, int core) {
        fill(out.data(), out.at(), bias, from * COLS, Math.min(to * COLS, out.cols()));
        panels(from, to, 0, a.cols(), out.data(), out.at(), core);
    }

    /// Adds the columns `first` to `last` of `a` times their rows of `b` to panels of `o`.
    private void panels(int from, int to, int first, int last, double[] o, int oo, int core) {
        int start = from * COLS;
        int end = Math.min(to * COLS, out.cols());
        for (int k = first; k < last; k += DEPTH) {
            int depth = Math.min(DEPTH, last - k);
            double[] p = room(core, (to - from) * COLS * depth);
            for (int j = start; j < end; j += COLS) {
                pack(b, k, depth, j, Math.min(COLS, end - j), p, (j - start) * depth);
            }
            for (int j = start; j < end; j += COLS) {
                rows(k, depth, p, (j - start) * depth, o, oo, j, tiles[core]);
            }
        }
    }

    private double[] room(int core, int length) {
        if (packed[core].length < length) {
            packed[core] = new double[length];
        }
        return packed[core];
    }

    private void fill(double[] o, int oo, @Nullable Strided added, int start, int end) {
        for (int i = 0; i < out.rows(); i++) {
            int row = oo + i * out.cols();
            Arrays.fill(o, row + start, row + end, added == null ? 0 : added.get(i, 0));
        }
    }

    private void rows(
            int k, int depth, double[] p, int po, double[] o, int oo, int j, double[] tile) {
        int m = out.rows();
        int n = out.cols();
        for (int i = 0; i < m; i += ROWS) {
            if (i + ROWS <= m && j + COLS <= n) {
                tile(a, i, k, depth, p, po, o, oo + i * n + j, n);
            } else {
                edge(i, k, depth, p, po, tile, o, oo, j);
            }
        }
    }

    private void edge(
            int i, int k, int depth, double[] p, int po, double[] tile, double[] o, int oo, int j) {
        int n = out.cols();
        int rows = Math.min(ROWS, out.rows() - i);
        Arrays.fill(tile, 0);
        if (rows == ROWS) {
            tile(a, i, k, depth, p, po, tile, 0, COLS);
        } else {
            for (int r = 0; r < rows; r++) {
                row(a, i + r, k, depth, p, po, tile, r * COLS);
            }
        }
        int cols = Math.min(COLS, n - j);
        for (int r = 0; r < rows; r++) {
            int at = oo + (i + r) * n + j;
            for (int c = 0; c < cols; c++) {
                o[at + c] += tile[r * COLS + c];
            }
        }
    }

    private static void pack(Strided b, int k, int depth, int j, int cols, double[] p, int po) {
        int across = b.across();
        int from = b.at() + k * b.down() + j * across;
        if (across == 1) {
            for (int d = 0; d < depth; d++) {
                System.arraycopy(b.data(), from + d * b.down(), p, po + d * COLS, cols);
            }
        } else {
            for (int c = 0; c < cols; c++) {
                spread(b.data(), from + c * across, b.down(), p, po + c, depth);
            }
        }
    }

    private static void spread(double[] from, int at, int step, double[] to, int start, int count) {
        for (int d = 0; d < count; d++) {
            to[start + d * COLS] = from[at + d * step];
        }
    }

    /// Adds 4 rows of `a` times one panel to a tile of `o`.
    private static void tile(
            Strided a, int i, int k, int depth, double[] p, int po, double[] o, int oo, int n) {
        double[] x = a.data();
        int down = a.down();
        int xo = a.at() + i * down + k * a.across();
        DoubleVector z = DoubleVector.zero(S);
        DoubleVector c00 = z, c01 = z, c02 = z, c03 = z, c10 = z, c11 = z, c12 = z, c13 = z;
        DoubleVector c20 = z, c21 = z, c22 = z, c23 = z, c30 = z, c31 = z, c32 = z, c33 = z;
        for (int d = 0; d < depth; d++) {
            int at = po + d * COLS;
            DoubleVector b0 = DoubleVector.fromArray(S, p, at),
                    b1 = DoubleVector.fromArray(S, p, at + L);
            DoubleVector b2 = DoubleVector.fromArray(S, p, at + 2 * L),
                    b3 = DoubleVector.fromArray(S, p, at + 3 * L);
            DoubleVector w = DoubleVector.broadcast(S, x[xo]);
            c00 = w.fma(b0, c00);
            c01 = w.fma(b1, c01);
            c02 = w.fma(b2, c02);
            c03 = w.fma(b3, c03);
            w = DoubleVector.broadcast(S, x[xo + down]);
            c10 = w.fma(b0, c10);
            c11 = w.fma(b1, c11);
            c12 = w.fma(b2, c12);
            c13 = w.fma(b3, c13);
            w = DoubleVector.broadcast(S, x[xo + 2 * down]);
            c20 = w.fma(b0, c20);
            c21 = w.fma(b1, c21);
            c22 = w.fma(b2, c22);
            c23 = w.fma(b3, c23);
            w = DoubleVector.broadcast(S, x[xo + 3 * down]);
            c30 = w.fma(b0, c30);
            c31 = w.fma(b1, c31);
            c32 = w.fma(b2, c32);
            c33 = w.fma(b3, c33);
            xo += a.across();
        }
        DoubleVector.fromArray(S, o, oo).add(c00).intoArray(o, oo);
        DoubleVector.fromArray(S, o, oo + L).add(c01).intoArray(o, oo + L);
        DoubleVector.fromArray(S, o, oo + 2 * L).add(c02).intoArray(o, oo + 2 * L);
        DoubleVector.fromArray(S, o, oo + 3 * L).add(c03).intoArray(o, oo + 3 * L);
        int o1 = oo + n;
        DoubleVector.fromArray(S, o, o1).add(c10).intoArray(o, o1);
        DoubleVector.fromArray(S, o, o1 + L).add(c11).intoArray(o, o1 + L);
        DoubleVector.fromArray(S, o, o1 + 2 * L).add(c12).intoArray(o, o1 + 2 * L);
        DoubleVector.fromArray(S, o, o1 + 3 * L).add(c13).intoArray(o, o1 + 3 * L);
        int o2 = oo + 2 * n;
        DoubleVector.fromArray(S, o, o2).add(c20).intoArray(o, o2);
        DoubleVector.fromArray(S, o, o2 + L).add(c21).intoArray(o, o2 + L);
        DoubleVector.fromArray(S, o, o2 + 2 * L).add(c22).intoArray(o, o2 + 2 * L);
        DoubleVector.fromArray(S, o, o2 + 3 * L).add(c23).intoArray(o, o2 + 3 * L);
        int o3 = oo + 3 * n;
        DoubleVector.fromArray(S, o, o3).add(c30).intoArray(o, o3);
        DoubleVector.fromArray(S, o, o3 + L).add(c31).intoArray(o, o3 + L);
        DoubleVector.fromArray(S, o, o3 + 2 * L).add(c32).intoArray(o, o3 + 2 * L);
        DoubleVector.fromArray(S, o, o3 + 3 * L).add(c33).intoArray(o, o3 + 3 * L);
    }

    /// Adds one row of `a` times one panel to a row of `o`.
    private static void row(
            Strided a, int i, int k, int depth, double[] p, int po, double[] o, int oo) {
        double[] x = a.data();
        int xo = a.at() + i * a.down() + k * a.across();
        DoubleVector c0 = DoubleVector.zero(S), c1 = c0, c2 = c0, c3 = c0;
        for (int d = 0; d < depth; d++) {
            int at = po + d * COLS;
            DoubleVector w = DoubleVector.broadcast(S, x[xo]);
            c0 = w.fma(DoubleVector.fromArray(S, p, at), c0);
            c1 = w.fma(DoubleVector.fromArray(S, p, at + L), c1);
            c2 = w.fma(DoubleVector.fromArray(S, p, at + 2 * L), c2);
            c3 = w.fma(DoubleVector.fromArray(S, p, at + 3 * L), c3);
            xo += a.across();
        }
        DoubleVector.fromArray(S, o, oo).add(c0).intoArray(o, oo);
        DoubleVector.fromArray(S, o, oo + L).add(c1).intoArray(o, oo + L);
        DoubleVector.fromArray(S, o, oo + 2 * L).add(c2).intoArray(o, oo + 2 * L);
        DoubleVector.fromArray(S, o, oo + 3 * L).add(c3).intoArray(o, oo + 3 * L);
    }
}
