package dev.backstep.explain;

import dev.backstep.tensor.Shape;
import java.util.List;

/// The ways in which two matrices can be multiplied, by their shapes.
final class Products {

    private Products() {}

    /// Whether a matrix of shape `wanted` is got from `g` and `other` by one product alone, each of
    /// them transposed or not, in either order.
    static boolean isOnly(Shape g, Shape other, Shape wanted) {
        int ways = 0;
        for (Shape a : turns(g)) {
            for (Shape b : turns(other)) {
                ways += gives(a, b, wanted) + gives(b, a, wanted);
            }
        }
        return ways == 1;
    }

    private static int gives(Shape left, Shape right, Shape wanted) {
        boolean fits =
                left.cols() == right.rows()
                        && left.rows() == wanted.rows()
                        && right.cols() == wanted.cols();
        return fits ? 1 : 0;
    }

    /// A shape and its transpose: a number has but one.
    private static List<Shape> turns(Shape shape) {
        return shape.isScalar() ? List.of(shape) : List.of(shape, shape.transposed());
    }
}
