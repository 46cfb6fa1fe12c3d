package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.EdgesOfDomainsTest.At;
import dev.backstep.graph.Op.Reducer;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// The largest, the smallest, variance and deviation where a convention decides or digits are at
/// stake.
class ReductionsTest {

    private static At all(Reducer by, double... x) {
        return At.of(new Op.Reduce(by, Shape.SCALAR), Tensor.of(1, x.length, x));
    }

    /// Of [3, 1, 3] two are the largest and get 1/2 each; of [2, 2, 2] each gets 1/3.
    @Test
    void a_tie_shares_the_gradient_evenly() {
        assertEquals(
                Tensor.of(1, 3, 0.5, 0, 0.5), all(Reducer.MAX, 3, 1, 3).gradients().getFirst());
        assertEquals(Tensor.of(1, 3, 0, 1, 0), all(Reducer.MIN, 3, 1, 3).gradients().getFirst());
        double third = 1.0 / 3;
        assertEquals(
                Tensor.of(1, 3, third, third, third),
                all(Reducer.MIN, 2, 2, 2).gradients().getFirst());
    }

    /// [1, 4; 3, 2]: down the columns [3, 4], along the rows [4; 3].
    @Test
    void rows_or_columns_are_reduced() {
        Tensor x = Tensor.of(2, 2, 1, 4, 3, 2);
        At rows = At.of(new Op.Reduce(Reducer.MAX, new Shape(1, 2)), x);
        assertEquals(Tensor.of(1, 2, 3, 4), rows.value());
        assertEquals(Tensor.of(2, 2, 0, 1, 1, 0), rows.gradients().getFirst());
        At cols = At.of(new Op.Reduce(Reducer.MAX, new Shape(2, 1)), x);
        assertEquals(Tensor.of(2, 1, 4, 3), cols.value());
        assertEquals(Tensor.of(2, 2, 0, 1, 1, 0), cols.gradients().getFirst());
    }

    /// [2, 4, 9]: mean 5, deviations −3, −1, 4, squares 9 + 1 + 16 = 26, divided by 3. Gradients
    /// 2d/3 and d/(3·√(26/3)).
    @Test
    void variance_and_deviation_divide_by_n() {
        At var = all(Reducer.VAR, 2, 4, 9);
        assertEquals(26.0 / 3, var.value().item(), 1e-15);
        assertArrayEquals(
                new double[] {-2, -2.0 / 3, 8.0 / 3}, var.gradients().getFirst().toArray(), 1e-15);
        At std = all(Reducer.STD, 2, 4, 9);
        double s = Math.sqrt(26.0 / 3);
        assertEquals(s, std.value().item(), 1e-15);
        assertArrayEquals(
                new double[] {-1 / s, -1 / (3 * s), 4 / (3 * s)},
                std.gradients().getFirst().toArray(),
                1e-15);
    }

    /// The sum of three times 0.1, divided by 3, is not 0.1 in doubles; equal elements have the
    /// deviation 0 all the same, and there the gradient is 0 by convention.
    @Test
    void equal_elements_have_no_deviation_and_no_gradient() {
        At std = all(Reducer.STD, 0.1, 0.1, 0.1);
        assertEquals(0, std.value().item());
        assertEquals(Tensor.of(1, 3, 0, 0, 0), std.gradients().getFirst());
        assertEquals(0, all(Reducer.VAR, 0.1, 0.1, 0.1).value().item());
    }

    /// What all elements share costs no digits: var([1, 2, 3]) = 2/3, also 1e8 further on. Squares
    /// that overflow do not matter to a deviation.
    @Test
    void large_elements_keep_their_digits() {
        assertEquals(2.0 / 3, all(Reducer.VAR, 1e8 + 1, 1e8 + 2, 1e8 + 3).value().item(), 1e-15);
        assertEquals(1e200, all(Reducer.STD, 1e200, -1e200).value().item(), 1e186);
    }

    /// Between its bounds 1, outside 0, at a bound ½.
    @Test
    void clip_hands_on_half_at_a_bound() {
        At clip = At.of(new Op.Clip(-1, 2), Tensor.of(1, 5, -3, -1, 0, 2, 5));
        assertEquals(Tensor.of(1, 5, -1, -1, 0, 2, 2), clip.value());
        assertEquals(Tensor.of(1, 5, 0, 0.5, 1, 0.5, 0), clip.gradients().getFirst());
        At one = At.of(new Op.Clip(2, 2), Tensor.of(1, 2, 2, 5));
        assertEquals(Tensor.of(1, 2, 0, 0), one.gradients().getFirst());
    }
}
