package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedMultigraph;

/// Parts to be placed beside each other: cards, each with what hangs on it, and frames.
///
/// @param graph the wires from part to part
/// @param layers which column each part stands in
record PartGraph(
        Graph<Integer, Edge> graph, Map<Integer, Size> sizes, Map<Integer, Integer> layers) {

    /// The parts of a level.
    ///
    /// @param first the inputs that stand at the left margin
    /// @param parts the part that each card belongs to
    /// @param sizes of the parts of this level
    static PartGraph of(
            DrawnGraph drawn,
            Bundles bundles,
            Set<Integer> first,
            Map<Integer, Integer> parts,
            Map<Integer, Size> sizes) {
        DirectedMultigraph<Integer, Edge> graph = new DirectedMultigraph<>(null, null, false);
        sizes.keySet().stream().sorted().forEach(graph::addVertex);
        for (Edge edge : bundles.wires().edgeSet()) {
            Integer from = parts.get(drawn.getEdgeSource(edge));
            Integer to = parts.get(drawn.getEdgeTarget(edge));
            if (from != null
                    && to != null
                    && !from.equals(to)
                    && sizes.containsKey(from)
                    && sizes.containsKey(to)) {
                graph.addEdge(from, to, edge);
            }
        }
        Map<Integer, Integer> early = Layers.of(graph, first, id -> drawn.inDegreeOf(id) == 0);
        Map<Integer, Integer> layers =
                LongWires.areFew(graph, early) ? early : Layers.late(graph, early);
        return new PartGraph(graph, sizes, layers);
    }

    /// Where parts are placed.
    ///
    /// @param corners the upper left corner of each
    /// @param bends the places between parts that wires pass through
    record Places(Map<Integer, Point> corners, Map<Edge, List<Point>> bends) {}
}
