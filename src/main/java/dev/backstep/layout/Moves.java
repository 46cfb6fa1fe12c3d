package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;

/// Cards moved by hand: with them go the ends of their wires, which run directly from then on.
///
/// Wires between other cards are never routed anew, even where they now run under a card: nothing
/// but the card under the pointer may move.
final class Moves {

    private static final Point NONE = new Point(0, 0);

    private final Placement from;
    private final Map<Integer, Point> ways = new HashMap<>();

    Moves(Placement from, Map<Integer, Point> pins) {
        this.from = from;
        pins.forEach(
                (id, corner) -> {
                    Box box = from.cards().get(id);
                    if (box != null) {
                        ways.put(id, corner.plus(-box.x(), -box.y()));
                    }
                });
    }

    Arrangement arrangement() {
        Map<Integer, Box> cards = new HashMap<>(from.cards());
        Map<Edge, Route> routes = new HashMap<>(from.routes());
        Map<Edge, Stub> ends = new HashMap<>(from.ends());
        Map<Integer, Stub> starts = new HashMap<>(from.starts());
        Graph<Integer, Edge> graph = from.graph();
        ways.forEach(
                (id, way) -> {
                    cards.computeIfPresent(id, (_, box) -> box.plus(way.x(), way.y()));
                    starts.computeIfPresent(id, (_, stub) -> stub.plus(way.x(), way.y()));
                    for (Edge edge : graph.incomingEdgesOf(id)) {
                        ends.computeIfPresent(edge, (_, stub) -> stub.plus(way.x(), way.y()));
                    }
                    for (Edge edge : graph.edgesOf(id)) {
                        routes.computeIfPresent(edge, (_, _) -> direct(edge));
                    }
                });
        Set<Edge> moved = new HashSet<>();
        ways.keySet().forEach(id -> moved.addAll(graph.edgesOf(id)));
        from.organic().ifPresent(wires -> routes.putAll(wires.among(cards, () -> {}).of(moved)));
        return new Arrangement(from, cards, routes, ends, starts);
    }

    private Route direct(Edge edge) {
        Route route = Objects.requireNonNull(from.routes().get(edge));
        return Curves.like(
                route,
                moved(route.start(), from.graph().getEdgeSource(edge)),
                moved(route.end(), from.graph().getEdgeTarget(edge)));
    }

    private Point moved(Point place, int id) {
        Point way = ways.getOrDefault(id, NONE);
        return place.plus(way.x(), way.y());
    }
}
