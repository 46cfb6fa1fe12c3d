package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    /// σ(0) = ½ and σ′(0) = ¼, in the middle of the curve.
    @Test
    void the_sigmoid_has_its_value_and_slope_at_0() {
        Curve curve = Curve.of(Case.program("x = 0\nL = sigmoid(x)"), 1).orElseThrow();
        assertEquals(new Curve.CurvePoint(0, 0.5, 0.25), curve.points().getFirst());
        assertEquals(new Curve.CurvePoint(0, 0.5, 0.25), curve.line().get(100));
        assertEquals(-4, curve.line().getFirst().x());
    }

    @Test
    void every_element_of_a_matrix_is_a_point_and_all_are_in_sight() {
        Curve curve = Curve.of(Case.program("x = [-8, 0, 3]\nL = sum(relu(x))"), 1).orElseThrow();
        assertEquals(3, curve.points().size());
        assertEquals(new Curve.CurvePoint(0, 0, 0.5), curve.points().get(1));
        assertEquals(10, curve.line().getLast().x());
    }

    @Test
    void ticks_are_round_numbers_in_the_range() {
        assertEquals(List.of(-4.0, -2.0, 0.0, 2.0, 4.0), Curve.ticks(-4, 4, 7));
        assertEquals(List.of(0.0, 0.5, 1.0), Curve.ticks(-0.2, 1.1, 5));
        assertEquals(List.of(-0.2, -0.1, 0.0, 0.1, 0.2), Curve.ticks(-0.24, 0.24, 5));
        assertEquals(List.of(), Curve.ticks(1, 1, 5));
        assertEquals(List.of(), Curve.ticks(0, Double.POSITIVE_INFINITY, 5));
    }

    @Test
    void an_op_with_two_operands_has_no_curve() {
        assertTrue(Curve.of(Case.program("x = 1\nL = x * x"), 1).isEmpty());
    }
}
