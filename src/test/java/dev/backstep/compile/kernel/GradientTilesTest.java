package dev.backstep.compile.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The gradients of a layer, against a product and a sum.
class GradientTilesTest {

    private final Random random = new Random(3);

    @Test
    void weights_and_bias_get_what_a_product_and_a_sum_give_and_no_number_past_them_is_touched() {
        for (int m = 1; m <= 9; m++) {
            for (int n = 1; n <= 9; n++) {
                for (int samples = 1; samples <= 13; samples++) {
                    same(m, n, samples);
                }
            }
        }
    }

    private void same(int m, int n, int samples) {
        Strided g = drawn(m, samples);
        Strided x = drawn(n, samples).transposed();
        Strided weights = Strided.zeros(new Shape(m, n));
        Strided bias = Strided.zeros(new Shape(m, 1));
        Kernels plain = new PlainKernels();
        plain.product(g, x, null, weights);
        plain.sum(g, 1, bias);
        for (Kernels kernels : new Kernels[] {plain, new VectorKernels()}) {
            Strided w = Strided.zeros(weights.shape());
            Strided b = Strided.zeros(bias.shape());
            kernels.layerGradients(g, x, w, b);
            String shapes = m + "×" + samples + " · " + samples + "×" + n;
            assertArrayEquals(weights.data(), w.data(), 1e-12, shapes);
            assertArrayEquals(bias.data(), b.data(), 1e-12, shapes);
        }
    }

    /// Beside it lies what is not finite, as it may in a program.
    private Strided drawn(int rows, int cols) {
        Strided view = Strided.zeros(new Shape(rows, cols));
        Arrays.fill(view.data(), Double.NEGATIVE_INFINITY);
        for (int k = 0; k < view.size(); k++) {
            view.set(k / cols, k % cols, random.nextGaussian());
        }
        return view;
    }
}
