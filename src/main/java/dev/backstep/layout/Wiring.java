package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;

/// Routes wires between placed cards: as one smooth curve where that runs under no card, else past
/// the bends.
final class Wiring {

    /// A wire that is so little off leaves a bit higher or lower instead, and is straight.
    private static final double NEARLY = 8;

    /// How far apart wires leave at least.
    private static final double APART = 8;

    private final Graph<Integer, Edge> graph;
    private final Map<Integer, Box> cards;
    private final Map<Edge, List<Point>> bends;
    private final Map<Edge, Point> starts = new HashMap<>();

    /// @param bends the places between cards that a long wire may pass through; edges without run
    ///   directly
    Wiring(Graph<Integer, Edge> graph, Map<Integer, Box> cards, Map<Edge, List<Point>> bends) {
        this.graph = graph;
        this.cards = cards;
        this.bends = bends;
        graph.vertexSet().forEach(this::spread);
    }

    /// The route of every edge.
    ///
    /// @param pinned cards that were moved by hand: their wires run directly
    Map<Edge, Route> routes(Set<Integer> pinned) {
        Obstacles obstacles = new Obstacles(cards);
        Map<Edge, Route> routes = new HashMap<>();
        for (Edge edge : graph.edgeSet()) {
            int from = graph.getEdgeSource(edge);
            boolean direct = pinned.contains(from) || pinned.contains(edge.node());
            List<Point> places =
                    places(edge, direct ? List.of() : bends.getOrDefault(edge, List.of()));
            routes.put(edge, Curves.through(shortened(places, obstacles, from, edge.node())));
        }
        return routes;
    }

    /// Several wires out of one card leave in the order of where they go, so that they do not cross
    /// at once.
    private void spread(int id) {
        List<Edge> edges = new ArrayList<>(graph.outgoingEdgesOf(id));
        edges.sort(
                Comparator.comparingDouble(this::heading)
                        .thenComparing(Edge::node)
                        .thenComparing(Edge::slot));
        Box box = card(id);
        double above = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < edges.size(); i++) {
            double y = box.y() + Sizes.exit(box.height(), i, edges.size());
            double below =
                    i + 1 < edges.size()
                            ? box.y() + Sizes.exit(box.height(), i + 1, edges.size())
                            : box.bottom();
            double straight = end(edges.get(i)).y();
            if (Math.abs(straight - y) <= NEARLY
                    && straight - above >= APART
                    && below - straight >= APART) {
                y = straight;
            }
            starts.put(edges.get(i), new Point(box.right(), y));
            above = y;
        }
    }

    /// How steeply an edge leaves, up being negative: towards its first bend or its end.
    private double heading(Edge edge) {
        Point from = card(graph.getEdgeSource(edge)).center();
        Point to = end(edge);
        return (to.y() - from.y()) / Math.max(1, Math.abs(to.x() - from.x()));
    }

    private Point end(Edge edge) {
        Box box = card(edge.node());
        return new Point(
                box.x(),
                box.y() + Sizes.port(box.height(), edge.slot(), graph.inDegreeOf(edge.node())));
    }

    private List<Point> places(Edge edge, List<Point> bends) {
        List<Point> places = new ArrayList<>();
        places.add(Objects.requireNonNull(starts.get(edge)));
        places.addAll(bends);
        places.add(end(edge));
        return places;
    }

    /// Leaves out every bend that is not needed to keep clear of cards.
    private static List<Point> shortened(
            List<Point> places, Obstacles obstacles, int from, int to) {
        if (places.size() == 2) {
            return places;
        }
        List<Point> kept = new ArrayList<>(List.of(places.getFirst()));
        int at = 0;
        while (at < places.size() - 1) {
            int next = places.size() - 1;
            while (next > at + 1 && !clear(places.get(at), places.get(next), obstacles, from, to)) {
                next--;
            }
            kept.add(places.get(next));
            at = next;
        }
        return kept;
    }

    private static boolean clear(Point a, Point b, Obstacles obstacles, int from, int to) {
        return b.x() > a.x() && obstacles.clear(Curves.through(List.of(a, b)), from, to);
    }

    private Box card(int id) {
        return Objects.requireNonNull(cards.get(id));
    }
}
