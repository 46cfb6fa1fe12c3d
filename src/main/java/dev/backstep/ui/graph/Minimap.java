package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// All of the graph, small, in a corner of the pane: there while not all of it can be seen.
///
/// @param area where it stands, in the pane
/// @param all what of the picture it shows
record Minimap(Box area, Box all) {

    private static final double WIDEST = 200;
    private static final double HIGHEST = 130;
    private static final double MARGIN = 12;
    private static final double AROUND = 30;

    /// So little of the picture beyond the edge is still in sight: its margin, a halo.
    private static final double BEYOND = 24;

    /// Less of a pane than this leaves no room for it.
    private static final double SMALLEST = 360;

    /// Where it may stand, the usual place first.
    enum Corner {
        BOTTOM_RIGHT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        TOP_LEFT;

        private Point of(Size room, Size map) {
            double right = room.width() - map.width() - MARGIN;
            double bottom = room.height() - map.height() - MARGIN;
            return new Point(
                    this == BOTTOM_LEFT || this == TOP_LEFT ? MARGIN : right,
                    this == TOP_LEFT || this == TOP_RIGHT ? MARGIN : bottom);
        }
    }

    /// The corner where it covers least: first of the active cards, then of any. The usual one
    /// where it covers nothing.
    static Corner clear(Diagram diagram, Box bounds, Viewport viewport, Size room) {
        return Arrays.stream(Corner.values())
                .min(
                        Comparator.comparingDouble(
                                c ->
                                        of(bounds, viewport, room, c)
                                                .map(m -> m.covered(diagram, viewport))
                                                .orElse(0.0)))
                .orElse(Corner.BOTTOM_RIGHT);
    }

    /// What it covers, in areas of the picture; any active card counts more than all others.
    private double covered(Diagram diagram, Viewport viewport) {
        Box mine = areaIn(viewport);
        double all = mine.width() * mine.height();
        return diagram.cards().stream()
                .mapToDouble(
                        c -> common(c.box(), mine) * (c.emphasis() == Emphasis.ACTIVE ? all : 1))
                .sum();
    }

    /// Whether a card lies under it.
    boolean covers(Diagram diagram, Viewport viewport) {
        return covered(diagram, viewport) > 0;
    }

    private static double common(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return width > 0 && height > 0 ? width * height : 0;
    }

    /// Nothing where all is in sight.
    static Optional<Minimap> of(Box bounds, Viewport viewport, Size room, Corner corner) {
        Box visible = viewport.visible(room.width(), room.height()).grown(BEYOND);
        boolean seen = Framing.encloses(visible, bounds);
        if (seen || room.width() < SMALLEST || room.height() < SMALLEST * 0.7) {
            return Optional.empty();
        }
        Box all = bounds.grown(AROUND);
        double scale = Math.min(WIDEST / all.width(), HIGHEST / all.height());
        Size size = new Size(all.width() * scale, all.height() * scale);
        return Optional.of(new Minimap(Box.at(corner.of(room, size), size), all));
    }

    /// Where it stands, in the units of the picture.
    Box areaIn(Viewport v) {
        return Box.at(
                v.picture(area.x(), area.y()),
                new Size(area.width() / v.scale(), area.height() / v.scale()));
    }

    /// Where a place of it lies in the picture.
    Point picture(double paneX, double paneY) {
        double scale = area.width() / all.width();
        return new Point(
                all.x() + (paneX - area.x()) / scale, all.y() + (paneY - area.y()) / scale);
    }
}
