package dev.backstep.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a node of the longer graph is in terms of the graph it was made from.
public sealed interface Origin {

    /// A node of the original graph itself: the forward pass.
    record Value(int node) implements Origin {}

    /// The gradient of an original node: the seed, or a sum of what its edges hand it.
    record Gradient(int node) implements Origin {}

    /// Part of what passes backward along an edge: its local gradient, or upstream times local.
    record Along(Edge edge) implements Origin {}

    /// The origin of every node of `adjoint.graph()`; `original` is the graph that was
    /// differentiated.
    ///
    /// Repeats the order in which [Adjoint#of] appends: for each edge its nodes, the last of them
    /// downstream; then a sum where the operand had a gradient before. A mistake may leave sums
    /// out, change the order of the operands of a node, and add what parameters have left over at
    /// the end.
    static List<Origin> of(Graph original, Adjoint adjoint) {
        List<Origin> origins = new ArrayList<>(adjoint.graph().size());
        original.nodes().forEach(n -> origins.add(new Value(n.id())));
        origins.add(new Gradient(adjoint.output()));
        Set<Integer> reached = new HashSet<>();
        reached.add(adjoint.output());
        List<Edge> edges = new ArrayList<>(adjoint.flows().keySet());
        edges.sort(
                Comparator.comparingInt((Edge e) -> -e.node())
                        .thenComparingInt(e -> adjoint.flow(e).orElseThrow().downstream())
                        .thenComparingInt(Edge::slot));
        boolean sums = adjoint.slip().filter(s -> s.mistake() == Mistake.OVERWRITE).isEmpty();
        for (Edge edge : edges) {
            while (origins.size() <= adjoint.flow(edge).orElseThrow().downstream()) {
                origins.add(new Along(edge));
            }
            int source = original.source(edge).id();
            if (!reached.add(source) && sums) {
                origins.add(new Gradient(source));
            }
        }
        leftOver(adjoint, origins);
        return List.copyOf(origins);
    }

    private static void leftOver(Adjoint adjoint, List<Origin> origins) {
        int parameter = adjoint.output();
        Map<Integer, Slip.Carried> carried = adjoint.slip().map(Slip::carried).orElseGet(Map::of);
        while (origins.size() < adjoint.graph().size()) {
            Slip.Carried of = carried.get(origins.size());
            parameter = of == null ? parameter : of.parameter();
            origins.add(new Gradient(parameter));
        }
    }
}
