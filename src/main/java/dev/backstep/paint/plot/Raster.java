package dev.backstep.paint.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// Numbers in rows and columns, the first row at the top; immutable. Over a plane of two features
/// it is a map: the first row is the largest value of the feature that goes up. As a weight matrix
/// its rows are the units that the weights lead to, its columns those that they come from.
public final class Raster {

    private final int cols;
    private final int rows;
    private final double[] values;

    private Raster(int cols, int rows, double[] values) {
        this.cols = cols;
        this.rows = rows;
        this.values = values;
    }

    /// @param values row by row
    /// @throws IllegalArgumentException if there are not `cols`·`rows` values
    public static Raster of(int cols, int rows, double... values) {
        if (cols < 0 || rows < 0 || values.length != cols * rows) {
            throw new IllegalArgumentException(
                    rows + " rows of " + cols + " are not " + values.length + " values");
        }
        return new Raster(cols, rows, values.clone());
    }

    /// One number for each cell.
    public static Raster generate(int cols, int rows, Cell cell) {
        double[] values = new double[cols * rows];
        for (int k = 0; k < values.length; k++) {
            values[k] = cell.at(k % cols, k / cols);
        }
        return new Raster(cols, rows, values);
    }

    /// The same grid of other numbers.
    public Raster map(DoubleUnaryOperator f) {
        return new Raster(cols, rows, Arrays.stream(values).map(f).toArray());
    }

    /// The number of a cell.
    @FunctionalInterface
    public interface Cell {
        double at(int col, int row);
    }

    public int cols() {
        return cols;
    }

    public int rows() {
        return rows;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public double at(int col, int row) {
        return values[row * cols + col];
    }

    /// The finite ones among the numbers.
    DoubleStream finite() {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
