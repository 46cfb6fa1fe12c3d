package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Places cards in layers from left to right, as an [ElkRun] does, once for all that look alike.
///
/// Operands keep their order since wires end at fixed places of the left side.
final class Layered implements LayoutAlgorithm2D<Integer, Edge> {

    /// A row is laid out no more carefully than a graph of this share of the picture, so that many
    /// rows together take no longer.
    private static final int ROWS = 4;

    /// About ten pictures of the largest graphs that are looked at as a whole.
    private static final KnownLayouts KNOWN = new KnownLayouts(5000);

    private final PartGraph parts;
    private final Predicate<Edge> cut;
    private final Ports ports;
    private final int last;
    private final Gaps gaps;
    private final double between;
    private final int all;
    private final BooleanSupplier unwanted;
    private final Map<Edge, List<Point>> bends = new HashMap<>();

    /// @param cut whether an edge is left out, since it is too long
    /// @param ports where wires begin and end
    /// @param last the node that belongs into the last layer, where nothing uses it
    /// @param between what lies between two columns
    /// @param all how many cards the whole picture has
    /// @param unwanted asked now and then: whether to give up
    Layered(
            PartGraph parts,
            Predicate<Edge> cut,
            Ports ports,
            int last,
            Gaps gaps,
            double between,
            int all,
            BooleanSupplier unwanted) {
        this.parts = parts;
        this.cut = cut;
        this.ports = ports;
        this.last = last;
        this.gaps = gaps;
        this.between = between;
        this.all = all;
        this.unwanted = unwanted;
    }

    /// How far down a box a wire ends at its left side, and begins at its right side.
    record Ports(ToDoubleFunction<Edge> entry, ToDoubleFunction<Edge> exit) {}

    /// Where long wires pass between the cards on their way, after a layout.
    Map<Edge, List<Point>> bends() {
        return bends;
    }

    @Override
    public void layout(Graph<Integer, Edge> graph, LayoutModel2D<Integer> model) {
        List<Integer> ids = List.copyOf(graph.vertexSet());
        List<Edge> wires = graph.edgeSet().stream().filter(cut.negate()).toList();
        LayeredInput input = input(graph, ids, wires);
        LayeredInput.Places places =
                KNOWN.of(input)
                        .orElseGet(
                                () -> {
                                    var found = new ElkRun(input).places(unwanted);
                                    KNOWN.keep(input, found);
                                    return found;
                                });
        for (int i = 0; i < ids.size(); i++) {
            Point corner = places.corners().get(i);
            model.put(ids.get(i), Point2D.of(corner.x(), corner.y()));
        }
        for (int i = 0; i < wires.size(); i++) {
            bends.put(wires.get(i), places.bends().get(i));
        }
    }

    private LayeredInput input(Graph<Integer, Edge> graph, List<Integer> ids, List<Edge> wires) {
        int leftmost = parts.layers().values().stream().mapToInt(l -> l).min().orElse(0);
        Map<Integer, Integer> places = new HashMap<>();
        List<LayeredInput.InLayer> boxes = new ArrayList<>();
        for (int id : ids) {
            places.put(id, boxes.size());
            boxes.add(
                    new LayeredInput.InLayer(
                            Objects.requireNonNull(parts.sizes().get(id)),
                            Objects.requireNonNull(parts.layers().get(id)) - leftmost));
        }
        List<LayeredInput.Link> links = new ArrayList<>();
        for (Edge edge : wires) {
            links.add(
                    new LayeredInput.Link(
                            Objects.requireNonNull(places.get(graph.getEdgeSource(edge))),
                            ports.exit.applyAsDouble(edge),
                            Objects.requireNonNull(places.get(graph.getEdgeTarget(edge))),
                            ports.entry.applyAsDouble(edge)));
        }
        boolean unused = graph.containsVertex(last) && graph.outDegreeOf(last) == 0;
        return new LayeredInput(
                boxes,
                links,
                unused ? Objects.requireNonNull(places.get(last)) : -1,
                gaps,
                between,
                LayeredInput.Care.of(Math.max(ids.size(), all / ROWS)));
    }
}
