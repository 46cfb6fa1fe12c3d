package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.EdgesOfDomainsTest.At;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// The smooth maximum at the ends of the range, of everything and along each dimension.
class LogSumExpTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// log Σ eˣ of n equal numbers x is x + log n, and each has the share 1/n of the gradient; of
    /// −∞ alone it is log 0. Beside 0, e⁻⁴⁰ is below half a unit in the last place of 1, and log(1
    /// + e⁻⁴⁰) is e⁻⁴⁰ to 17 digits.
    @Test
    void logsumexp_keeps_its_digits_and_does_not_overflow() {
        Op all = new Op.LogSumExp(Shape.SCALAR);
        for (double large : new double[] {-1e300, -1000, 0, 1000, 1e17, 1e300}) {
            At two = At.of(all, Tensor.of(1, 2, large, large));
            assertEquals(large + Math.log(2), two.value().item(), 1e-15);
            assertEquals(Tensor.of(1, 2, 0.5, 0.5), two.gradients().getFirst());
        }
        assertEquals(Math.exp(-40), At.of(all, Tensor.of(2, 1, 0, -40)).value().item(), 1e-33);
        assertEquals(-INF, At.of(all, Tensor.of(2, 1, -INF, -INF)).value().item());
        assertEquals(INF, At.of(all, Tensor.of(2, 1, INF, 3)).value().item());
        assertEquals(NAN, At.of(all, Tensor.of(2, 1, NAN, INF)).value().item());
        At one = At.of(all, Tensor.of(2, 1, -INF, 3));
        assertEquals(3, one.value().item());
        assertEquals(Tensor.of(2, 1, 0, 1), one.gradients().getFirst());
    }

    /// Rows are [0, 0] and [log 3, 0]: down the columns log(1 + 3) and log 2, along the rows log 2
    /// and log(3 + 1); the gradients are the shares 1/4, 1/2, 3/4.
    @Test
    void logsumexp_reduces_rows_or_columns() {
        Tensor x = Tensor.of(2, 2, 0, 0, Math.log(3), 0);
        At rows = At.of(new Op.LogSumExp(new Shape(1, 2)), x);
        assertArrayEquals(new double[] {Math.log(4), Math.log(2)}, rows.value().toArray(), 1e-15);
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.75, 0.5}, rows.gradients().getFirst().toArray(), 1e-15);
        At cols = At.of(new Op.LogSumExp(new Shape(2, 1)), x);
        assertArrayEquals(new double[] {Math.log(2), Math.log(4)}, cols.value().toArray(), 1e-15);
        assertArrayEquals(
                new double[] {0.5, 0.5, 0.75, 0.25}, cols.gradients().getFirst().toArray(), 1e-15);
    }
}
