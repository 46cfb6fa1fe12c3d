package dev.backstep.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// The shortest ways from card to card around the corners of those that stand between.
final class Detours {

    /// How far from a corner a wire passes.
    private static final double MARGIN = 11;

    /// How far a wire runs straight where it leaves a card and where it arrives.
    private static final double LEAD = 11;

    /// Around more cards nobody could follow a wire.
    private static final int MOST = 24;

    /// How round corners are, if that leads under no card.
    private static final double[] RADII = {18, 10, 4};

    /// What a corner costs, as a length.
    private static final double CORNER = 30;

    /// No card.
    private static final int NONE = -1;

    private final Map<Integer, Box> cards;
    private final Obstacles obstacles;
    private final Runnable pause;

    /// @param pause called before each search; may throw to give up
    Detours(Map<Integer, Box> cards, Obstacles obstacles, Runnable pause) {
        this.cards = cards;
        this.obstacles = obstacles;
        this.pause = pause;
    }

    /// From border to border, wherever that is. Nothing if there is no such way around a few cards.
    Optional<Route> around(int source, int target) {
        Box from = box(source);
        Box to = box(target);
        return way(from.center(), to.center(), source, target)
                .map(way -> rounded(clipped(from, to, way), source, target));
    }

    /// Out to the right at one place, and in from the left at another. Nothing if there is no such
    /// way around a few cards and beside the two themselves.
    Optional<Route> between(Point exit, Point port, int source, int target) {
        return way(exit.plus(LEAD, 0), port.plus(-LEAD, 0), source, target)
                .map(
                        way -> {
                            List<Point> places = new ArrayList<>(way);
                            places.addFirst(exit);
                            places.addLast(port);
                            return rounded(places, source, target);
                        })
                .filter(
                        r ->
                                obstacles.clear(r, source, target)
                                        && !r.crosses(box(source).grown(-2))
                                        && !r.crosses(box(target).grown(-2)));
    }

    /// Looks for a way around the cards that lie on the straight one; those that lie on that way
    /// are gone around too, and so on.
    private Optional<List<Point>> way(Point from, Point to, int source, int target) {
        List<Point> way = List.of(from, to);
        Set<Integer> between = new TreeSet<>();
        while (between.addAll(under(way, source, target))) {
            if (between.size() > MOST) {
                return Optional.empty();
            }
            pause.run();
            way = shortest(from, to, between);
            if (way.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(way);
    }

    private Route rounded(List<Point> places, int source, int target) {
        return Arrays.stream(RADII)
                .mapToObj(radius -> Curves.rounded(places, radius))
                .filter(r -> obstacles.clear(r, source, target))
                .findFirst()
                .orElseGet(() -> Curves.rounded(places, 0));
    }

    private Set<Integer> under(List<Point> way, int source, int target) {
        Set<Integer> under = new TreeSet<>();
        for (int i = 1; i < way.size(); i++) {
            Route piece = Curves.straight(way.get(i - 1), way.get(i));
            under.addAll(obstacles.under(piece, source, target));
        }
        return under;
    }

    /// The shortest way around these cards alone; empty if there is none.
    private List<Point> shortest(Point from, Point to, Set<Integer> between) {
        List<Point> corners = new ArrayList<>(List.of(from, to));
        Map<Integer, Box> boxes = new HashMap<>();
        for (int id : between) {
            boxes.put(id, box(id));
            corners.addAll(corners(box(id).grown(MARGIN)));
        }
        Obstacles few = new Obstacles(boxes);
        var ways = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int i = 0; i < corners.size(); i++) {
            ways.addVertex(i);
            for (int j = 0; j < i; j++) {
                Point a = corners.get(i);
                Point b = corners.get(j);
                if (few.clear(Curves.straight(a, b), NONE, NONE)) {
                    double length = Math.hypot(a.x() - b.x(), a.y() - b.y());
                    ways.setEdgeWeight(ways.addEdge(i, j), length + CORNER);
                }
            }
        }
        return Optional.ofNullable(DijkstraShortestPath.findPathBetween(ways, 0, 1))
                .map(path -> path.getVertexList().stream().map(corners::get).toList())
                .orElse(List.of());
    }

    private Box box(int id) {
        return Objects.requireNonNull(cards.get(id));
    }

    private static List<Point> clipped(Box from, Box to, List<Point> places) {
        List<Point> clipped = new ArrayList<>(places);
        clipped.set(0, Borders.towards(from, places.get(1)));
        clipped.set(places.size() - 1, Borders.towards(to, places.get(places.size() - 2)));
        return clipped;
    }

    private static List<Point> corners(Box box) {
        return List.of(
                new Point(box.x(), box.y()),
                new Point(box.right(), box.y()),
                new Point(box.x(), box.bottom()),
                new Point(box.right(), box.bottom()));
    }
}
