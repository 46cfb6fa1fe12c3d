package dev.backstep.ui.graph;

import dev.backstep.layout.Point;
import javafx.geometry.Point2D;

/// Where things of the graph stand in its pane, for tests that point at them.
public final class Spots {

    private Spots() {}

    /// The middle of a card.
    public static Point2D card(GraphPane pane, int node) {
        return pane(pane, pane.diagram().orElseThrow().card(node).orElseThrow().box().center());
    }

    /// The place of the pane at a place of the picture.
    public static Point2D pane(GraphPane pane, Point picture) {
        Viewport v = pane.viewport();
        return new Point2D(v.scale() * picture.x() + v.x(), v.scale() * picture.y() + v.y());
    }

    /// The place of the picture at a place of the pane.
    public static Point picture(GraphPane pane, Point2D at) {
        return pane.viewport().picture(at.getX(), at.getY());
    }

    public static double scale(GraphPane pane) {
        return pane.viewport().scale();
    }
}
