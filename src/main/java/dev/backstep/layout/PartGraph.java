package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;

/// PartGraph to be placed beside each other: cards, each with what hangs on it, and frames.
///
/// @param graph the wires from part to part
/// @param layers which column each part stands in
record PartGraph(
        Graph<Integer, Edge> graph, Map<Integer, Size> sizes, Map<Integer, Integer> layers) {

    /// Where parts are placed.
    ///
    /// @param corners the upper left corner of each
    /// @param bends the places between parts that wires pass through
    record Places(Map<Integer, Point> corners, Map<Edge, List<Point>> bends) {}
}
