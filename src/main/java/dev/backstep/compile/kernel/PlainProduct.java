package dev.backstep.compile.kernel;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// a · b in plain Java: m×k · k×n in m·k·n steps; the inner loop runs along rows of `b` where they
/// lie in order. Rows of the result are shared among two cores.
final class PlainProduct implements CorePair.ParallelLoop {

    private static final int ROWS = 8;

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
        double[] o = out.data();
        for (int i = from; i < to; i++) {
            int row = out.at() + i * n;
            Arrays.fill(o, row, row + n, bias == null ? 0 : bias.get(i, 0));
            for (int k = 0; k < a.cols(); k++) {
                double factor = a.get(i, k);
                int first = b.at() + k * b.down();
                int across = b.across();
                for (int j = 0; j < n; j++) {
                    o[row + j] += factor * b.data()[first + j * across];
                }
            }
        }
    }
}
