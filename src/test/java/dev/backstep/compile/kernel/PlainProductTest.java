package dev.backstep.compile.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The product in plain Java, whose tiles of rows and columns may not change a bit: each element is
/// its bias, then one product after the other.
class PlainProductTest {

    private final Random random = new Random(3);
    private final PlainKernels kernels = new PlainKernels();

    @Test
    void adds_one_product_after_the_other_whatever_the_shape() {
        for (int m : new int[] {1, 2, 3, 4, 5, 9}) {
            for (int k : new int[] {1, 2, 7}) {
                for (int n = 1; n <= 9; n++) {
                    check(matrix(m, k), matrix(k, n), true);
                    check(matrix(m, k), matrix(n, k).transposed(), false);
                    check(matrix(k, m).transposed(), matrix(k, n), true);
                    check(matrix(k, m).transposed(), matrix(n, k).transposed(), false);
                    check(matrix(m, 1).stretchedTo(new Shape(m, k)), matrix(k, n), true);
                }
            }
        }
    }

    private Strided matrix(int rows, int cols) {
        Strided made = Strided.zeros(new Shape(rows, cols));
        IntStream.range(0, rows * cols)
                .forEach(k -> made.data()[made.at() + k] = random.nextGaussian());
        return made;
    }

    private void check(Strided a, Strided b, boolean biased) {
        Strided bias = matrix(a.rows(), 1);
        Strided out = Strided.zeros(new Shape(a.rows(), b.cols()));
        kernels.product(a, b, biased ? bias : null, out);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.cols(); j++) {
                double sum = biased ? bias.get(i, 0) : 0;
                for (int k = 0; k < a.cols(); k++) {
                    sum += a.get(i, k) * b.get(k, j);
                }
                assertEquals(sum, out.get(i, j), a.shape() + " · " + b.shape());
            }
        }
        for (int k = out.at() + out.size(); k < out.data().length; k++) {
            assertEquals(0, out.data()[k], "nothing lies past the end");
        }
    }
}
