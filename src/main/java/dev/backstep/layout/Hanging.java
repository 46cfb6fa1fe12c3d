package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Op;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which cards hang below the card that uses them: parameters and constants that only one card
/// uses, and what is given, such as labels, beside something that is computed. They take no column
/// of their own, and the way from the inputs to the output stays in sight.
///
/// What stands in a frame hangs on no card outside of it.
final class Hanging {

    /// What hangs on nothing and carries nothing.
    static final Hanging NONE = new Hanging(Map.of());

    private final Map<Integer, List<Edge>> below;
    private final Map<Integer, Edge> hung = new HashMap<>();
    private final Set<Edge> held = new HashSet<>();

    private Hanging(Map<Integer, List<Edge>> below) {
        this.below = below;
    }

    static Hanging of(DrawnGraph drawn) {
        return of(drawn, true);
    }

    /// @param withParameters whether parameters hang too
    static Hanging of(DrawnGraph drawn, boolean withParameters) {
        Map<Integer, List<OpenGroup>> frames = new HashMap<>();
        collect(Frames.groups(drawn), frames);
        Map<Integer, List<Edge>> below = new HashMap<>();
        Hanging hanging = new Hanging(below);
        for (int id : drawn.vertexSet()) {
            hanger(drawn, withParameters, id)
                    .filter(e -> isInSight(frames, id, drawn.getEdgeTarget(e)))
                    .ifPresent(e -> hanging.hang(id, e, drawn.getEdgeTarget(e)));
        }
        below.values()
                .forEach(
                        edges ->
                                edges.sort(
                                        Comparator.comparing(Edge::node)
                                                .thenComparing(Edge::slot)));
        return hanging;
    }

    private void hang(int id, Edge edge, int user) {
        below.computeIfAbsent(user, _ -> new ArrayList<>()).add(edge);
        hung.put(id, edge);
        held.add(edge);
    }

    /// Whether all frames around a card are around its user too.
    private static boolean isInSight(Map<Integer, List<OpenGroup>> frames, int id, int user) {
        return frames.getOrDefault(user, List.of()).containsAll(frames.getOrDefault(id, List.of()));
    }

    private static void collect(List<OpenGroup> groups, Map<Integer, List<OpenGroup>> frames) {
        for (OpenGroup group : groups) {
            group.vertices()
                    .forEach(id -> frames.computeIfAbsent(id, _ -> new ArrayList<>()).add(group));
            collect(group.inside(), frames);
        }
    }

    /// The one edge by which something that may hang is used.
    private static Optional<Edge> hanger(DrawnGraph drawn, boolean withParameters, int id) {
        if (drawn.folded(id).isPresent() || drawn.outDegreeOf(id) != 1) {
            return Optional.empty();
        }
        Edge edge = drawn.outgoingEdgesOf(id).iterator().next();
        boolean hangs =
                switch (drawn.graph().node(id).op()) {
                    case Op.Constant _ -> true;
                    case Op.Leaf(Op.Role role) ->
                            switch (role) {
                                case PARAM -> withParameters;
                                case CONST, DATA -> isBesideComputed(drawn, edge);
                                case INPUT -> false;
                            };
                    default -> false;
                };
        return hangs ? Optional.of(edge) : Optional.empty();
    }

    /// Whether what uses an edge also uses something that is computed.
    private static boolean isBesideComputed(DrawnGraph drawn, Edge edge) {
        return drawn.incomingEdgesOf(drawn.getEdgeTarget(edge)).stream()
                .map(drawn::getEdgeSource)
                .anyMatch(id -> drawn.inDegreeOf(id) > 0);
    }

    /// Whether a card hangs on another.
    boolean hangs(int id) {
        return hung.containsKey(id);
    }

    /// Whether an edge comes from a card that hangs.
    boolean holds(Edge edge) {
        return held.contains(edge);
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

    /// The cards of a level that stand in a frame, with those that hang on them.
    Set<Integer> inside(DrawnGraph drawn, OpenGroup frame, Set<Integer> cards) {
        Set<Integer> inside = new HashSet<>(frame.vertices());
        cards.stream()
                .filter(id -> above(drawn, id).stream().anyMatch(inside::contains))
                .forEach(inside::add);
        inside.removeIf(id -> above(drawn, id).stream().anyMatch(a -> !inside.contains(a)));
        return inside;
    }
}
