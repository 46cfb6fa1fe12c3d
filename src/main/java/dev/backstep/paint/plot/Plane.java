package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;

/// The plane of two features that maps and samples are drawn over.
///
/// @param xName what the feature that goes to the right is called, as TeX; empty for no name
/// @param yName the same for the one that goes up
public record Plane(
        double left, double right, double bottom, double top, String xName, String yName) {

    /// A plane around these values with a margin; never without width or height.
    public static Plane around(
            double left, double right, double bottom, double top, String xName, String yName) {
        Interval x = Interval.around(left, right);
        Interval y = Interval.around(bottom, top);
        return new Plane(x.low(), x.high(), y.low(), y.high(), xName, yName);
    }

    /// The same from another left to another right end.
    public Plane from(double newLeft, double newRight) {
        return new Plane(newLeft, newRight, bottom, top, xName, yName);
    }

    /// From one number to a larger one.
    private record Interval(double low, double high) {

        static Interval around(double low, double high) {
            if (!(low <= high) || !Double.isFinite(high - low)) {
                return new Interval(-1, 1);
            }
            double margin = high > low ? 0.08 * (high - low) : Math.max(1, Math.abs(low)) / 2;
            return new Interval(low - margin, high + margin);
        }
    }

    /// Where two values of the features lie in a box.
    public Point in(Box box, double x, double y) {
        return new Point(
                box.x() + (x - left) / (right - left) * box.width(),
                box.y() + (top - y) / (top - bottom) * box.height());
    }

    /// The features at a place in a box.
    public Point out(Box box, Point p) {
        return new Point(
                left + (p.x() - box.x()) / box.width() * (right - left),
                top - (p.y() - box.y()) / box.height() * (top - bottom));
    }
}
