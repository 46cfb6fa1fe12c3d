package dev.backstep.train;

import dev.backstep.data.Dataset;
import java.util.List;
import java.util.stream.DoubleStream;

/// Points on which a network is evaluated, to draw what it does between the samples: a plane of two
/// features, or a line of one. The other features are the same in all points.
///
/// @param horizontal the feature that grows from left to right
/// @param vertical the feature that grows from bottom to top; the same as `horizontal` for a line
/// @param left the least value of the horizontal feature, in the middle of the first column
/// @param right the greatest, in the middle of the last one
/// @param bottom the least value of the vertical feature, in the middle of the last row
/// @param top the greatest, in the middle of the first row
/// @param others a value for each feature; those of the two chosen ones do not matter
public record Grid(
        int horizontal,
        int vertical,
        double left,
        double right,
        double bottom,
        double top,
        int columns,
        int rows,
        List<Double> others) {

    public Grid {
        others = List.copyOf(others);
    }

    /// The plane of two features around all samples of `data`, the others at their mean.
    public static Grid plane(Dataset data, int horizontal, int vertical, int columns, int rows) {
        return around(FeatureRanges.of(data), horizontal, vertical, columns, rows);
    }

    /// The line of one feature, the others at their mean.
    public static Grid line(Dataset data, int feature, int columns) {
        return around(FeatureRanges.of(data), feature, feature, columns, 1);
    }

    private static Grid around(
            FeatureRanges ranges, int horizontal, int vertical, int columns, int rows) {
        double beside = ranges.margin(horizontal);
        double above = ranges.margin(vertical);
        return new Grid(
                horizontal,
                vertical,
                ranges.least()[horizontal] - beside,
                ranges.greatest()[horizontal] + beside,
                ranges.least()[vertical] - above,
                ranges.greatest()[vertical] + above,
                columns,
                rows,
                DoubleStream.of(ranges.means()).boxed().toList());
    }

    public Grid withSize(int newColumns, int newRows) {
        return new Grid(
                horizontal, vertical, left, right, bottom, top, newColumns, newRows, others);
    }

    /// With the other features as in a sample.
    public Grid withOthers(List<Double> sample) {
        return new Grid(horizontal, vertical, left, right, bottom, top, columns, rows, sample);
    }

    public boolean isLine() {
        return horizontal == vertical;
    }

    /// How many points there are, row by row from the top left.
    public int points() {
        return columns * rows;
    }

    /// The value of a feature at a point.
    double feature(int feature, int point) {
        if (feature == horizontal) {
            return x(point % columns);
        }
        return feature == vertical ? y(point / columns) : others.get(feature);
    }

    /// The horizontal feature in a column.
    public double x(int column) {
        return between(left, right, column, columns);
    }

    /// The vertical feature in a row.
    public double y(int row) {
        return between(top, bottom, row, rows);
    }

    private static double between(double from, double to, int k, int count) {
        return count == 1 ? (from + to) / 2 : from + (to - from) * k / (count - 1);
    }
}
