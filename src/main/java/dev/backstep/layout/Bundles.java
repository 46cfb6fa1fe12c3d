package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsSubgraph;

/// Wires that run side by side: where many lead from one card to another, as they do between folded
/// groups, they are drawn as one.
final class Bundles {

    /// So many are still drawn one by one: the two of `x · x` are to be seen.
    static final int APART = 2;

    /// Of those that share one.
    private final Map<Edge, Edge> leads = new HashMap<>();

    private final Graph<Integer, Edge> wires;

    private Bundles(DrawnGraph drawn) {
        for (int id : drawn.vertexSet()) {
            if (drawn.inDegreeOf(id) > APART) {
                Map<Integer, List<Edge>> from = new HashMap<>();
                for (Edge edge : drawn.incomingEdgesOf(id)) {
                    from.computeIfAbsent(drawn.getEdgeSource(edge), _ -> new ArrayList<>())
                            .add(edge);
                }
                from.values().stream()
                        .filter(edges -> edges.size() > APART)
                        .forEach(edges -> edges.forEach(e -> leads.put(e, edges.getFirst())));
            }
        }
        wires =
                leads.isEmpty()
                        ? drawn
                        : new AsSubgraph<>(drawn, drawn.vertexSet(), leading(drawn));
    }

    private Set<Edge> leading(DrawnGraph drawn) {
        Set<Edge> leading = new LinkedHashSet<>(drawn.edgeSet());
        leading.removeIf(e -> !lead(e).equals(e));
        return leading;
    }

    static Bundles of(DrawnGraph drawn) {
        return new Bundles(drawn);
    }

    /// The graph with one edge for every wire.
    Graph<Integer, Edge> wires() {
        return wires;
    }

    /// The edge whose wire an edge shares; most often its own.
    Edge lead(Edge edge) {
        return leads.getOrDefault(edge, edge);
    }
}
