package dev.backstep.tensor;

import java.util.Optional;

/// The shape of a matrix: `rows` × `cols`, both at least 1.
public record Shape(int rows, int cols) {

    public static final Shape SCALAR = new Shape(1, 1);

    /// The most elements one matrix, or all of a program together, may have.
    public static final int MAX_ELEMENTS = 4_000_000;

    public Shape {
        if (rows < 1 || cols < 1) {
            throw new IllegalArgumentException("a shape needs at least one row and one column");
        }
    }

    /// The number of elements; a `long`, since a shape can be written that no array could hold.
    public long size() {
        return (long) rows * cols;
    }

    public boolean isScalar() {
        return rows == 1 && cols == 1;
    }

    public Shape transposed() {
        return new Shape(cols, rows);
    }

    /// Whether this shape becomes `target` by repeating dimensions of 1.
    public boolean stretchesTo(Shape target) {
        return (rows == target.rows || rows == 1) && (cols == target.cols || cols == 1);
    }

    /// The shape two operands share after each repeats its dimensions of 1, or nothing where they
    /// do not fit.
    public Optional<Shape> broadcast(Shape other) {
        Shape common = new Shape(Math.max(rows, other.rows), Math.max(cols, other.cols));
        return stretchesTo(common) && other.stretchesTo(common)
                ? Optional.of(common)
                : Optional.empty();
    }

    /// `6×2`, as the lecture writes it.
    @Override
    public String toString() {
        return rows + "×" + cols;
    }
}
