package dev.backstep.layout;

import dev.backstep.tensor.Shape;
import java.util.Optional;

/// How a matrix is divided into the few cells of a small heat map. It depends on the shape alone.
///
/// A matrix with more rows or columns than there are cells is averaged down: each cell stands for a
/// block of numbers that lie side by side. So a map never takes more room than a few cells.
///
/// @param shape of the matrix
/// @param tall the rows of a block
/// @param wide the columns of a block
public record HeatGrid(Shape shape, int tall, int wide) {

    /// The most rows and the most columns of cells.
    static final int MOST = 16;

    /// The room that a map takes at most.
    static final Size ROOM = new Size(42, 42);

    /// The largest cell, and the most that one side of it is longer than the other.
    private static final double CELL = 10;

    private static final double STRETCHED = 2.5;

    public static HeatGrid of(Shape shape) {
        return new HeatGrid(
                shape, Math.ceilDiv(shape.rows(), MOST), Math.ceilDiv(shape.cols(), MOST));
    }

    /// The rows of cells.
    public int rows() {
        return Math.ceilDiv(shape.rows(), tall);
    }

    /// The columns of cells.
    public int cols() {
        return Math.ceilDiv(shape.cols(), wide);
    }

    /// Whether a cell stands for several numbers.
    public boolean isAveraged() {
        return tall > 1 || wide > 1;
    }

    /// The size of a cell and of the gap behind it.
    public Size pitch() {
        double width = Math.min(CELL, ROOM.width() / cols());
        double height = Math.min(CELL, ROOM.height() / rows());
        return new Size(Math.min(width, STRETCHED * height), Math.min(height, STRETCHED * width));
    }

    /// The size of the map.
    public Size size() {
        Size pitch = pitch();
        return new Size(cols() * pitch.width(), rows() * pitch.height());
    }

    /// A row and a column of cells, from 0.
    public record Cell(int row, int col) {}

    /// The cell at a place, counted from the upper left corner of the map.
    public Optional<Cell> at(Point p) {
        int row = (int) Math.floor(p.y() / pitch().height());
        int col = (int) Math.floor(p.x() / pitch().width());
        return row >= 0 && row < rows() && col >= 0 && col < cols()
                ? Optional.of(new Cell(row, col))
                : Optional.empty();
    }

    /// The first row of the matrix that a cell stands for, from 0.
    public int firstRow(Cell cell) {
        return cell.row * tall;
    }

    /// One more than the last.
    public int endRow(Cell cell) {
        return Math.min(shape.rows(), (cell.row + 1) * tall);
    }

    /// The first column of the matrix that a cell stands for, from 0.
    public int firstCol(Cell cell) {
        return cell.col * wide;
    }

    /// One more than the last.
    public int endCol(Cell cell) {
        return Math.min(shape.cols(), (cell.col + 1) * wide);
    }
}
