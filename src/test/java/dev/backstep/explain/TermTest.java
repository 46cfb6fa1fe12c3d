package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TermTest {

    private static final Term X = Term.label("x");

    @Test
    void a_number_with_a_sign_or_a_power_of_ten_stands_in_parentheses() {
        assertEquals("x \\cdot (-2)", X.times(" \\cdot ", Term.number(-2, Numbers.FULL)).tex());
        Term large = Term.number(1e30, Numbers.FULL);
        assertTrue(X.times(" \\cdot ", large).tex().endsWith("(" + large.tex() + ")"));
    }

    /// Its brackets hold it together, whatever its elements are.
    @Test
    void a_matrix_needs_no_parentheses() {
        Term matrix = Term.number(Tensor.of(2, 2, 1e30, -2, 3, 4), Numbers.FULL);
        assertEquals("x \\odot " + matrix.tex(), X.times(" \\odot ", matrix).tex());
        assertEquals(matrix.tex() + "^{\\top}", matrix.transposed().tex());
    }
}
