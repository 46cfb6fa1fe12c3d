package dev.backstep.layout;

import dev.backstep.layout.HeatGrid.Cell;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;

/// A matrix as a few cells to be coloured, large ones averaged down.
///
/// @param grid how the matrix is divided
/// @param cells the number of each cell: the mean of its block
public record HeatMap(HeatGrid grid, Tensor cells) {

    /// Cost: each number of the matrix is read once.
    static HeatMap of(Tensor matrix) {
        HeatGrid grid = HeatGrid.of(matrix.shape());
        if (!grid.isAveraged()) {
            return new HeatMap(grid, matrix);
        }
        Shape shape = new Shape(grid.rows(), grid.cols());
        return new HeatMap(
                grid,
                Tensor.generate(
                        shape,
                        k -> mean(matrix, grid, new Cell(k / shape.cols(), k % shape.cols()))));
    }

    /// The mean of the numbers that a cell stands for; NaN if one of them is.
    public static double mean(Tensor matrix, HeatGrid grid, Cell cell) {
        double sum = 0;
        int rows = grid.endRow(cell) - grid.firstRow(cell);
        int cols = grid.endCol(cell) - grid.firstCol(cell);
        for (int row = grid.firstRow(cell); row < grid.endRow(cell); row++) {
            for (int col = grid.firstCol(cell); col < grid.endCol(cell); col++) {
                sum += matrix.at(row, col);
            }
        }
        return sum / ((double) rows * cols);
    }

    /// How many cells there are.
    public int count() {
        return cells.size();
    }

    /// The number of a cell, counted row by row.
    public double at(int k) {
        return cells.at(k);
    }

    /// The largest finite number without its sign; 0 if there is none.
    double largest() {
        double largest = 0;
        for (int k = 0; k < cells.size(); k++) {
            double size = Math.abs(cells.at(k));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return largest;
    }
}
