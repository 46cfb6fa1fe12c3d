package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.layout.TypeSize;

/// Which part of a picture the pane shows: a place `p` of the picture stands at `scale · p + (x,
/// y)` of the pane.
///
/// @param scale pixels of the pane a unit of the picture
record Viewport(double scale, double x, double y) {

    static final double SMALLEST = 0.02;
    static final double LARGEST = 8;

    private static final double MARGIN = TypeSize.MARGIN;

    /// What stays free at each side of what is brought into sight.
    private static final double EDGE = 24;

    /// Shows all of `bounds`, centred, with a margin.
    ///
    /// @param most the largest scale, for graphs that are small
    static Viewport fit(Box bounds, double width, double height, double most) {
        return centred(bounds, fitting(bounds, width, height, most), width, height);
    }

    /// The scale at which all of `bounds` is shown.
    static double fitting(Box bounds, double width, double height, double most) {
        double w = Math.max(1, width - 2 * MARGIN);
        double h = Math.max(1, height - 2 * MARGIN);
        return Math.clamp(Math.min(w / bounds.width(), h / bounds.height()), SMALLEST, most);
    }

    /// Shows the middle of `bounds` in the middle.
    static Viewport centred(Box bounds, double scale, double width, double height) {
        Point center = bounds.center();
        return new Viewport(scale, width / 2 - scale * center.x(), height / 2 - scale * center.y());
    }

    /// The place of the picture at a place of the pane.
    Point picture(double paneX, double paneY) {
        return new Point((paneX - x) / scale, (paneY - y) / scale);
    }

    /// The part of the picture that a pane of this size shows.
    Box visible(double width, double height) {
        return new Box(-x / scale, -y / scale, width / scale, height / scale);
    }

    /// Moved so that a place of the picture stands in the middle.
    Viewport at(Point middle, double width, double height) {
        return new Viewport(scale, width / 2 - scale * middle.x(), height / 2 - scale * middle.y());
    }

    /// Larger or smaller by a factor, while what is at a place of the pane stays there.
    Viewport zoomed(double factor, double paneX, double paneY) {
        double to = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double k = to / scale;
        return new Viewport(to, paneX - k * (paneX - x), paneY - k * (paneY - y));
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /// Moved as little as needed to bring a box into sight, with a margin.
    Viewport revealing(Box box, double width, double height) {
        double left = scale * box.x() + x;
        double right = scale * box.right() + x;
        double top = scale * box.y() + y;
        double bottom = scale * box.bottom() + y;
        return panned(shift(left, right, width, EDGE), shift(top, bottom, height, EDGE));
    }

    private static double shift(double from, double to, double length, double margin) {
        if (from < margin) {
            return margin - from;
        }
        return to > length - margin ? Math.max(length - margin - to, margin - from) : 0;
    }

    /// Moved so that no room stays empty at one side while something is out of sight at the other.
    Viewport filled(Box all, double width, double height) {
        return panned(
                fill(scale * all.x() + x, scale * all.right() + x, width),
                fill(scale * all.y() + y, scale * all.bottom() + y, height));
    }

    private static double fill(double from, double to, double length) {
        double before = from - EDGE;
        double after = length - EDGE - to;
        if (before > 0 && after < 0) {
            return -Math.min(before, -after);
        }
        return after > 0 && before < 0 ? Math.min(after, -before) : 0;
    }
}
