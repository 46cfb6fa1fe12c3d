package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Half of the card of a number is 65 wide; 3.5 on each side leave 58. A sign takes 0.6 · 13 = 7.8,
/// a raised one 0.42 · 13 = 5.46.
class CardNumberTest {

    private static final double ROOM = CardNumber.room(new Box(0, 0, 130, 90));

    private static String of(double x) {
        return CardNumber.of(Tensor.scalar(x), Numbers.DEFAULT, ROOM);
    }

    @Test
    void a_number_that_fits_keeps_its_digits() {
        assertEquals(58, ROOM);
        assertEquals("0.08274", of(0.08274)); // 7 · 7.8 = 54.6
        assertEquals("−1.234", of(-1.234));
        assertEquals("−123456", of(-123456));
    }

    /// −0.08274 would be 8 · 7.8 = 62.4 wide.
    @Test
    void one_that_would_touch_the_border_has_fewer() {
        assertEquals("−0.0827", of(-0.08274));
        assertEquals("0.00123", of(0.0012345));
    }

    /// 1.2·10⁻⁵ is 6 · 7.8 + 2 · 5.46 = 57.72 wide, with a minus sign 65.5.
    @Test
    void a_power_of_ten_keeps_its_exponent() {
        assertEquals("1.2·10⁻⁵", of(1.2345e-5));
        assertEquals("−1·10⁻⁵", of(-1.2345e-5));
    }

    @Test
    void a_matrix_shows_its_shape() {
        assertEquals("2×3", CardNumber.of(Tensor.full(new Shape(2, 3), 0), Numbers.DEFAULT, 10));
    }
}
