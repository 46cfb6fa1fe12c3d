package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which cards hang below the card that uses them: parameters and constants that only one card
/// uses. They take no column of their own, and the way from the inputs to the output stays in
/// sight.
///
/// What stands in a frame hangs on no card outside of it.
final class Hanging {

    /// What hangs on nothing and carries nothing.
    static final Hanging NONE = new Hanging(Map.of());

    private final Map<Integer, List<Edge>> below;
    private final Map<Integer, Edge> hung = new HashMap<>();

    private Hanging(Map<Integer, List<Edge>> below) {
        this.below = below;
    }

    static Hanging of(DrawnGraph drawn) {
        Map<Integer, List<OpenGroup>> frames = new HashMap<>();
        collect(Frames.groups(drawn), frames);
        Map<Integer, List<Edge>> below = new HashMap<>();
        Hanging hanging = new Hanging(below);
        for (int id : drawn.vertexSet()) {
            hanger(drawn, id)
                    .filter(
                            e ->
                                    frames.getOrDefault(drawn.getEdgeTarget(e), List.of())
                                            .containsAll(frames.getOrDefault(id, List.of())))
                    .ifPresent(
                            e -> {
                                below.computeIfAbsent(
                                                drawn.getEdgeTarget(e), _ -> new ArrayList<>())
                                        .add(e);
                                hanging.hung.put(id, e);
                            });
        }
        below.values()
                .forEach(
                        edges ->
                                edges.sort(
                                        Comparator.comparing(Edge::node)
                                                .thenComparing(Edge::slot)));
        return hanging;
    }

    private static void collect(List<OpenGroup> groups, Map<Integer, List<OpenGroup>> frames) {
        for (OpenGroup group : groups) {
            group.vertices()
                    .forEach(id -> frames.computeIfAbsent(id, _ -> new ArrayList<>()).add(group));
            collect(group.inside(), frames);
        }
    }

    /// The one edge by which a parameter or a constant is used.
    private static Optional<Edge> hanger(DrawnGraph drawn, int id) {
        Node node = drawn.graph().node(id);
        boolean hangs =
                drawn.folded(id).isEmpty()
                        && (node.op() instanceof Op.Constant
                                || node.op() instanceof Op.Leaf(Op.Role role)
                                        && role == Op.Role.PARAM);
        return hangs && drawn.outDegreeOf(id) == 1
                ? Optional.of(drawn.outgoingEdgesOf(id).iterator().next())
                : Optional.empty();
    }

    /// Whether a card hangs on another.
    boolean hangs(int id) {
        return hung.containsKey(id);
    }

    /// Whether an edge comes from a card that hangs.
    boolean holds(Edge edge) {
        return hung.containsValue(edge);
    }

    /// The edges of the cards that hang on a card, from left to right.
    List<Edge> below(int id) {
        return below.getOrDefault(id, List.of());
    }

    /// The card that a card hangs on.
    OptionalInt above(DrawnGraph drawn, int id) {
        Edge edge = hung.get(id);
        return edge == null ? OptionalInt.empty() : OptionalInt.of(drawn.getEdgeTarget(edge));
    }
}
