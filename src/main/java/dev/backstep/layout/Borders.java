package dev.backstep.layout;

import java.util.List;

/// Wires from the border of one box to that of another.
final class Borders {

    private Borders() {}

    /// A wire as if it ran from middle to middle, as far as it lies outside of both.
    ///
    /// @param bend how far its middle control point lies beside the straight way, as a share of
    ///   that
    static Route between(Box from, Box to, double bend) {
        Point a = from.center();
        Point b = to.center();
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        Point c = new Point(a.x() + dx / 2 - bend * dy, a.y() + dy / 2 + bend * dx);
        double start = leaving(from, List.of(a, c, b));
        double end = 1 - leaving(to, List.of(b, c, a));
        return start < end ? piece(a, c, b, start, end) : Curves.straight(a, b);
    }

    /// Where the straight way from the middle of a box to a place leaves the box.
    static Point towards(Box box, Point to) {
        Point from = box.center();
        double t = leaving(box, List.of(from, mid(from, to, 0.5), to));
        return mid(from, to, t);
    }

    /// The share of a curve that lies in the box in which it begins.
    private static double leaving(Box box, List<Point> curve) {
        double inside = 0;
        double outside = 1;
        for (int i = 0; i < 40; i++) {
            double t = (inside + outside) / 2;
            if (box.contains(at(curve.get(0), curve.get(1), curve.get(2), t))) {
                inside = t;
            } else {
                outside = t;
            }
        }
        return outside;
    }

    private static Point at(Point a, Point c, Point b, double t) {
        return mid(mid(a, c, t), mid(c, b, t), t);
    }

    private static Point mid(Point a, Point b, double t) {
        return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
    }

    /// A part of a curve with one control point, as a curve with two.
    private static Route piece(Point a, Point c, Point b, double start, double end) {
        Point from = at(a, c, b, start);
        Point to = at(a, c, b, end);
        Point control = mid(mid(a, c, start), mid(c, b, start), end);
        return new Route(List.of(from, mid(from, control, 2 / 3.0), mid(to, control, 2 / 3.0), to));
    }
}
