package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jgrapht.Graph;

/// Routes wires between placed cards: as one smooth curve where that runs under no card, else past
/// the bends, or around what still stands in the way: wires out of frames and into them have no
/// bends there.
final class Wiring {

    /// A wire that is so little off leaves a bit higher or lower instead, and is straight.
    private static final double NEARLY = 8;

    /// How far apart wires leave at least.
    private static final double APART = 8;

    private final Graph<Integer, Edge> graph;
    private final Bundles bundles;
    private final Map<Integer, Box> cards;
    private final Map<Edge, List<Point>> bends;
    private final Stubs stubs;
    private final Hanging hanging;
    private final Runnable pause;
    private final Map<Edge, Point> exits = new HashMap<>();
    private final Map<Edge, Point> arrivals = new HashMap<>();
    private final Map<Integer, Stub> starts = new HashMap<>();

    /// @param bends the places between cards that a long wire may pass through; edges without run
    ///   directly
    /// @param stubs which edges are not drawn whole
    /// @param pause called now and then; may throw to give up
    Wiring(
            Graph<Integer, Edge> graph,
            Bundles bundles,
            Map<Integer, Box> cards,
            Map<Edge, List<Point>> bends,
            Stubs stubs,
            Hanging hanging,
            Runnable pause) {
        this.graph = graph;
        this.bundles = bundles;
        this.cards = cards;
        this.bends = bends;
        this.stubs = stubs;
        this.hanging = hanging;
        this.pause = pause;
        graph.vertexSet().forEach(this::spread);
    }

    /// The route of every edge that is drawn whole.
    Map<Edge, Route> routes() {
        Map<Integer, Box> boxes = new HashMap<>();
        cards.forEach((id, box) -> boxes.put(id, stubs.around(id, box)));
        Obstacles obstacles = new Obstacles(boxes);
        Detours detours = new Detours(cards, obstacles, pause);
        Map<Edge, Route> routes = new HashMap<>();
        for (Edge edge : bundles.wires().edgeSet()) {
            if (hanging.holds(edge)) {
                routes.put(edge, upright(edge));
            } else if (!stubs.isCut(edge)) {
                int from = graph.getEdgeSource(edge);
                int to = graph.getEdgeTarget(edge);
                List<Point> places = places(edge, bends.getOrDefault(edge, List.of()));
                int turn = turn(places);
                Route route =
                        turn == places.size()
                                ? Curves.through(shortened(places, obstacles, from, to))
                                : turned(places, turn, obstacles, from, to);
                routes.put(
                        edge,
                        obstacles.clear(route, from, to)
                                ? route
                                : detours.between(places.getFirst(), places.getLast(), from, to)
                                        .orElse(route));
            }
        }
        graph.edgeSet().stream()
                .filter(e -> !stubs.isCut(e))
                .forEach(e -> routes.put(e, Objects.requireNonNull(routes.get(bundles.lead(e)))));
        return routes;
    }

    /// From the upper side of a card that hangs to the lower side of the one it hangs on.
    private Route upright(Edge edge) {
        int to = graph.getEdgeTarget(edge);
        Box from = card(graph.getEdgeSource(edge));
        Box user = card(to);
        double x = user.x() + Sizes.lowerPort(user.width(), hanging, to, edge);
        return Curves.upright(new Point(from.center().x(), from.y()), new Point(x, user.bottom()));
    }

    /// The place at which a wire is back at the left, before the next row; behind the last place if
    /// it never is.
    private static int turn(List<Point> places) {
        int i = 1;
        while (i < places.size() && places.get(i).x() >= places.get(i - 1).x() - 1) {
            i++;
        }
        return i;
    }

    /// Smooth to the end of its row, straight between the rows, and smooth again.
    private static Route turned(
            List<Point> places, int turn, Obstacles obstacles, int from, int to) {
        List<Point> out = new ArrayList<>(places.subList(0, turn - 1));
        if (out.size() == 2) {
            out.set(1, new Point(out.get(1).x(), out.getFirst().y()));
        }
        List<Point> in = new ArrayList<>(places.subList(turn + 1, places.size()));
        if (in.size() == 2) {
            in.set(0, new Point(in.getFirst().x(), in.get(1).y()));
        }
        List<Point> head = shortened(out, obstacles, from, to);
        List<Point> tail = shortened(in, obstacles, from, to);
        List<Point> way = new ArrayList<>();
        way.add(head.getLast());
        way.addAll(places.subList(turn - 1, turn + 1));
        way.add(tail.getFirst());
        return Curves.joined(
                List.of(Curves.through(head), Curves.rounded(way), Curves.through(tail)));
    }

    /// Of every other edge its end, at the card that uses it.
    Map<Edge, Stub> ends() {
        Map<Edge, Stub> ends = new HashMap<>();
        graph.edgeSet().stream()
                .filter(stubs::isCut)
                .forEach(e -> ends.put(e, stubs.end(graph.getEdgeSource(e), end(e))));
        return ends;
    }

    /// The beginning of these edges, by the card at which they begin.
    Map<Integer, Stub> starts() {
        return starts;
    }

    /// Several wires out of one card leave in the order of where they go, so that they do not cross
    /// at once; what is cut leaves once, at the side to which fewer wires go.
    private void spread(int id) {
        List<Edge> edges =
                new ArrayList<>(
                        bundles.wires().outgoingEdgesOf(id).stream()
                                .filter(e -> !stubs.isCut(e) && !hanging.holds(e))
                                .toList());
        edges.sort(
                Comparator.comparingDouble(this::heading)
                        .thenComparing(Edge::node)
                        .thenComparing(Edge::slot));
        Box box = card(id);
        boolean cut = stubs.after(id) > 0;
        boolean stubAbove = cut && edges.stream().mapToDouble(this::heading).sum() > 0;
        int all = edges.size() + (cut ? 1 : 0);
        if (cut) {
            double y = box.y() + Sizes.exit(box.height(), stubAbove ? 0 : all - 1, all);
            starts.put(id, stubs.start(id, new Point(box.right(), y)));
        }
        leave(box, edges, stubAbove ? 1 : 0, all);
    }

    /// @param first how many exits above these edges are taken
    /// @param all how many exits there are
    private void leave(Box box, List<Edge> edges, int first, int all) {
        double above =
                first == 0
                        ? Double.NEGATIVE_INFINITY
                        : box.y() + Sizes.exit(box.height(), first - 1, all);
        for (int i = 0; i < edges.size(); i++) {
            double y = box.y() + Sizes.exit(box.height(), first + i, all);
            double below =
                    first + i + 1 < all
                            ? box.y() + Sizes.exit(box.height(), first + i + 1, all)
                            : box.bottom();
            double straight = end(edges.get(i)).y();
            if (Math.abs(straight - y) <= NEARLY
                    && straight - above >= APART
                    && below - straight >= APART) {
                y = straight;
            }
            exits.put(edges.get(i), new Point(box.right(), y));
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
        return arrivals.computeIfAbsent(edge, this::arrival);
    }

    private Point arrival(Edge edge) {
        Box box = card(graph.getEdgeTarget(edge));
        return new Point(
                box.x(),
                box.y() + Sizes.port(box.height(), bundles.wires(), hanging, bundles.lead(edge)));
    }

    private List<Point> places(Edge edge, List<Point> bends) {
        List<Point> places = new ArrayList<>();
        places.add(Objects.requireNonNull(exits.get(edge)));
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
