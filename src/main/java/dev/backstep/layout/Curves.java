package dev.backstep.layout;

import java.util.ArrayList;
import java.util.List;

/// Cubic Bézier curves that leave and arrive horizontally.
final class Curves {

    private static final double SHORTEST_REACH = 40;

    private Curves() {}

    /// One curve through these places in turn, horizontal at each of them.
    static Route through(List<Point> places) {
        List<Point> points = new ArrayList<>();
        points.add(places.getFirst());
        for (int i = 1; i < places.size(); i++) {
            Point from = places.get(i - 1);
            Point to = places.get(i);
            double reach = reach(from, to);
            points.add(from.plus(reach, 0));
            points.add(to.plus(-reach, 0));
            points.add(to);
        }
        return new Route(points);
    }

    /// The place on one segment at `t` from 0 to 1.
    static Point at(List<Point> points, int segment, double t) {
        Point a = points.get(3 * segment);
        Point b = points.get(3 * segment + 1);
        Point c = points.get(3 * segment + 2);
        Point d = points.get(3 * segment + 3);
        double s = 1 - t;
        double wa = s * s * s;
        double wb = 3 * s * s * t;
        double wc = 3 * s * t * t;
        double wd = t * t * t;
        return new Point(
                wa * a.x() + wb * b.x() + wc * c.x() + wd * d.x(),
                wa * a.y() + wb * b.y() + wc * c.y() + wd * d.y());
    }

    private static double reach(Point from, Point to) {
        double dx = to.x() - from.x();
        return dx > 0 ? dx / 2 : Math.max(SHORTEST_REACH, -dx / 2);
    }
}
