package dev.backstep.layout;

import java.util.ArrayList;
import java.util.List;

/// Cubic Bézier curves that leave and arrive horizontally.
final class Curves {

    private static final double SHORTEST_REACH = 40;

    /// The radius of a corner.
    private static final double CORNER = 18;

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

    /// One curve that leaves and arrives vertically.
    static Route upright(Point from, Point to) {
        double reach = (to.y() - from.y()) / 2;
        return new Route(List.of(from, from.plus(0, reach), to.plus(0, -reach), to));
    }

    /// A new curve between two places that leaves and arrives like an old one.
    static Route like(Route old, Point from, Point to) {
        boolean upright = old.points().get(1).x() == old.start().x();
        return upright ? upright(from, to) : through(List.of(from, to));
    }

    /// One after the other; each begins where the one before it ends.
    static Route joined(List<Route> routes) {
        List<Point> points = new ArrayList<>(List.of(routes.getFirst().start()));
        routes.forEach(r -> points.addAll(r.points().subList(1, r.points().size())));
        return new Route(points);
    }

    /// Straight from place to place, round at the corners.
    static Route rounded(List<Point> places) {
        return rounded(places, CORNER);
    }

    /// @param most the largest radius of a corner
    static Route rounded(List<Point> places, double most) {
        List<Point> points = new ArrayList<>();
        points.add(places.getFirst());
        Point at = places.getFirst();
        for (int i = 1; i < places.size() - 1; i++) {
            Point corner = places.get(i);
            Point next = places.get(i + 1);
            double radius = Math.min(most, Math.min(away(at, corner), away(corner, next)) / 2);
            Point in = towards(corner, at, radius);
            Point out = towards(corner, next, radius);
            straight(points, at, in);
            points.add(towards(corner, in, radius * 0.45));
            points.add(towards(corner, out, radius * 0.45));
            points.add(out);
            at = out;
        }
        straight(points, at, places.getLast());
        return new Route(points);
    }

    static Route straight(Point from, Point to) {
        List<Point> points = new ArrayList<>(List.of(from));
        straight(points, from, to);
        return new Route(points);
    }

    private static void straight(List<Point> points, Point from, Point to) {
        points.add(towards(from, to, away(from, to) / 3));
        points.add(towards(to, from, away(from, to) / 3));
        points.add(to);
    }

    private static double away(Point a, Point b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    private static Point towards(Point from, Point to, double way) {
        double all = away(from, to);
        return all == 0
                ? from
                : from.plus((to.x() - from.x()) * way / all, (to.y() - from.y()) * way / all);
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
