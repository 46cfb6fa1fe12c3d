package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Shape;
import org.junit.jupiter.api.Test;

class ProductsTest {

    /// z = w·x with w 4×2 and x 2×3: ∂L/∂z is 4×3, and ∂L/∂w = ∂L/∂z·xᵀ is all that gives 4×2.
    @Test
    void sizes_that_all_differ_leave_one_way() {
        assertTrue(Products.isOnly(new Shape(4, 3), new Shape(2, 3), new Shape(4, 2)));
        assertTrue(Products.isOnly(new Shape(4, 3), new Shape(4, 2), new Shape(2, 3)));
    }

    /// 2×2 by 2×2: all eight products fit.
    @Test
    void square_matrices_leave_several() {
        Shape square = new Shape(2, 2);
        assertFalse(Products.isOnly(square, square, square));
    }

    /// w 3×3, x 3×2: ∂L/∂z·xᵀ is 3×3, and so is x·(∂L/∂z)ᵀ.
    @Test
    void a_square_weight_leaves_two_ways_for_itself() {
        assertFalse(Products.isOnly(new Shape(3, 2), new Shape(3, 2), new Shape(3, 3)));
    }

    /// w 1×3, x 3×1: ∂L/∂z is a number, which transposed is itself.
    @Test
    void a_row_by_a_column_leaves_one_way() {
        assertTrue(Products.isOnly(Shape.SCALAR, new Shape(3, 1), new Shape(1, 3)));
    }
}
