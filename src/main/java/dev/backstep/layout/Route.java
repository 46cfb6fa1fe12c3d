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
}
