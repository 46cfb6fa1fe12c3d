package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsSubgraph;

/// Wires that run side by side: where many lead from one card to another, as they do between folded
/// groups, they are drawn as one.
final class Bundles {

    /// So many are still drawn one by one: the two of `x · x` are to be seen.
    private static final int APART = 2;

    private final Map<Edge, Edge> leads = new HashMap<>();
    private final Graph<Integer, Edge> wires;

    private Bundles(DrawnGraph drawn) {
        Map<Map.Entry<Integer, Integer>, List<Edge>> between = new LinkedHashMap<>();
        for (Edge edge : drawn.edgeSet()) {
            var ends = Map.entry(drawn.getEdgeSource(edge), drawn.getEdgeTarget(edge));
            between.computeIfAbsent(ends, _ -> new ArrayList<>()).add(edge);
        }
        for (List<Edge> edges : between.values()) {
            boolean apart = edges.size() <= APART;
            edges.forEach(e -> leads.put(e, apart ? e : edges.getFirst()));
        }
        Set<Edge> leading = new LinkedHashSet<>(drawn.edgeSet());
        leading.removeIf(e -> !lead(e).equals(e));
        wires =
                leading.size() == leads.size()
                        ? drawn
                        : new AsSubgraph<>(drawn, drawn.vertexSet(), leading);
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
        return Objects.requireNonNull(leads.get(edge));
    }
}
