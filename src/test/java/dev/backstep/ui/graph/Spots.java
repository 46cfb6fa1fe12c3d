package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.HeatGrid;
import dev.backstep.layout.Point;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Where things of the graph stand in its pane, for tests that point at them.
public final class Spots {

    private Spots() {}

    /// The middle of a card.
    public static Point2D card(GraphPane pane, int node) {
        return pane(pane, pane.diagram().orElseThrow().card(node).orElseThrow().box().center());
    }

    /// The middle of the heat map of a card's value.
    public static Point2D map(GraphPane pane, int node) {
        Diagram.Card card = pane.diagram().orElseThrow().card(node).orElseThrow();
        return pane(pane, card.map(false).center());
    }

    /// The middle of a cell of the heat map of a card's gradient, counted row by row.
    public static Point2D gradientCell(GraphPane pane, int node, int k) {
        Diagram.Card card = pane.diagram().orElseThrow().card(node).orElseThrow();
        HeatGrid grid = HeatGrid.of(card.shape());
        Box map = card.map(true);
        return pane(
                pane,
                new Point(
                        map.x() + (k % grid.cols() + 0.5) * grid.pitch().width(),
                        map.y() + (k / grid.cols() + 0.5) * grid.pitch().height()));
    }

    /// Where the small picture of the whole graph stands, in the pane.
    public static Optional<Box> minimap(GraphPane pane) {
        return pane.minimap().map(Minimap::area);
    }

    /// The place of the pane at a place of the picture.
    public static Point2D pane(GraphPane pane, Point picture) {
        Viewport v = pane.viewport();
        return new Point2D(v.scale() * picture.x() + v.x(), v.scale() * picture.y() + v.y());
    }

    /// Whether cards are on their way.
    public static boolean isMoving(GraphPane pane) {
        return pane.isMoving();
    }

    /// The place of the picture at a place of the pane.
    public static Point picture(GraphPane pane, Point2D at) {
        return pane.viewport().picture(at.getX(), at.getY());
    }

    public static double scale(GraphPane pane) {
        return pane.viewport().scale();
    }

    /// The cards under the small picture of all.
    public static List<Integer> underTheMap(GraphPane graph) {
        Viewport v = graph.viewport();
        return graph.minimap()
                .map(m -> m.areaIn(v))
                .map(
                        map ->
                                graph.diagram().orElseThrow().cards().stream()
                                        .filter(c -> c.box().overlaps(map))
                                        .map(Diagram.Card::node)
                                        .toList())
                .orElse(List.of());
    }
}
