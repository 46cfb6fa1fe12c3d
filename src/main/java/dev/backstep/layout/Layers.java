package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;

/// Which layer a card stands in, counted from the left.
final class Layers {

    private Layers() {}

    /// A node stands as early as it can be computed; a source just before the first node that uses
    /// it.
    ///
    /// This is what stays most when a line is added. Layers that make wires shortest (network
    /// simplex) were rejected: they pull side branches to the right, into the way of others.
    ///
    /// @param first the sources that stand in the first layer all the same
    static Map<Integer, Integer> of(Graph<Integer, Edge> graph, Set<Integer> first) {
        Map<Integer, Integer> layers = new HashMap<>();
        for (int id : graph.vertexSet()) {
            int layer =
                    graph.incomingEdgesOf(id).stream()
                            .mapToInt(e -> 1 + layers.getOrDefault(graph.getEdgeSource(e), 0))
                            .max()
                            .orElse(0);
            layers.put(id, layer);
        }
        for (int id : graph.vertexSet()) {
            if (graph.inDegreeOf(id) == 0 && !first.contains(id)) {
                int users =
                        graph.outgoingEdgesOf(id).stream()
                                .mapToInt(e -> layers.getOrDefault(graph.getEdgeTarget(e), 1))
                                .min()
                                .orElse(1);
                layers.put(id, users - 1);
            }
        }
        return layers;
    }

    /// The same layers, but what has time stands just before what uses it, where that makes no more
    /// wires longer than it makes shorter: a product of two leaves that is needed at the 200th step
    /// stands there, and not below the 199 others at the left.
    static Map<Integer, Integer> late(Graph<Integer, Edge> graph, Map<Integer, Integer> early) {
        Map<Integer, Integer> layers = new HashMap<>(early);
        List<Integer> cards = new ArrayList<>(graph.vertexSet());
        for (int id : cards.reversed()) {
            int users =
                    graph.outgoingEdgesOf(id).stream()
                            .mapToInt(e -> layers.getOrDefault(graph.getEdgeTarget(e), 0))
                            .min()
                            .orElse(0);
            long longer =
                    graph.incomingEdgesOf(id).stream()
                            .filter(e -> graph.outDegreeOf(graph.getEdgeSource(e)) > 1)
                            .count();
            if (longer <= graph.outDegreeOf(id)) {
                layers.merge(id, users - 1, Math::max);
            }
        }
        return layers;
    }
}
