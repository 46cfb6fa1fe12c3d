package dev.backstep.layout;

import java.util.List;

/// The way of a wire from the right side of its source to the left side of the node that uses it.
///
/// @param points a start, then three control points for every cubic Bézier segment: 3k + 1 points
public record Route(List<Point> points) {

    public Route {
        points = List.copyOf(points);
    }

    public Point start() {
        return points.getFirst();
    }

    public Point end() {
        return points.getLast();
    }

    /// The number of Bézier segments.
    public int segments() {
        return (points.size() - 1) / 3;
    }

    /// The place at `t` of the way, from 0 at the start to 1 at the end; each segment takes an
    /// equal share of `t`.
    public Point at(double t) {
        double along = Math.clamp(t, 0, 1) * segments();
        int segment = Math.min((int) along, segments() - 1);
        return Curves.at(points, segment, along - segment);
    }

    /// Whether the curve runs through a box, however short the way through it: exact to 2 units.
    boolean crosses(Box box) {
        return box.grown(1).overlaps(bounds().grown(1))
                && RoutePiece.of(this).anyMatch(piece -> piece.crosses(box));
    }

    /// Mirrored at the diagonal.
    Route turned() {
        return new Route(points.stream().map(Point::turned).toList());
    }

    Route plus(double dx, double dy) {
        return new Route(points.stream().map(p -> p.plus(dx, dy)).toList());
    }

    /// The smallest box around all control points, so around the curve too.
    public Box bounds() {
        double left = start().x();
        double right = left;
        double top = start().y();
        double bottom = top;
        for (Point p : points) {
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
