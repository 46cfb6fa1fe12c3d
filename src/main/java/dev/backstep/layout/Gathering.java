package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;

/// Brings parts that stand far off closer to what they are connected with further inside, as long
/// as there is room: without them all of the picture is larger.
final class Gathering {

    /// How far apart the borders of two parts may be.
    private static final double FAR = 80;

    private static final int ROUNDS = 4;

    /// How much of the way is tried, the most first.
    private static final double[] SHARES = {1, 0.7, 0.4};

    private final Graph<Integer, Edge> graph;
    private final Map<Integer, Size> sizes;
    private final Size gap;

    /// @param gap what is left free between two parts, beside and above each other
    Gathering(PartGraph parts, Size gap) {
        this.graph = parts.graph();
        this.sizes = parts.sizes();
        this.gap = gap;
    }

    /// @param middles of the parts, which do not overlap
    Map<Integer, Point> gathered(Map<Integer, Point> middles) {
        Map<Integer, Point> now = new HashMap<>(middles);
        double x = middles.values().stream().mapToDouble(Point::x).average().orElse(0);
        double y = middles.values().stream().mapToDouble(Point::y).average().orElse(0);
        List<Integer> inward =
                middles.keySet().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        id -> {
                                            Point p = at(middles, id);
                                            return Math.hypot(p.x() - x, p.y() - y);
                                        }))
                        .toList();
        Map<Integer, Integer> rank = new HashMap<>();
        inward.forEach(id -> rank.put(id, rank.size()));
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int id : inward) {
                moved |= drawIn(id, rank, now);
            }
        }
        return now;
    }

    /// Whether there was a place for it closer by.
    ///
    /// @param rank of each part, what is further inside first
    private boolean drawIn(int id, Map<Integer, Integer> rank, Map<Integer, Point> now) {
        int own = Objects.requireNonNull(rank.get(id));
        Optional<Integer> nearest =
                Graphs.neighborSetOf(graph, id).stream()
                        .filter(o -> rank.getOrDefault(o, own) < own)
                        .min(
                                Comparator.comparingDouble((Integer o) -> between(id, o, now))
                                        .thenComparing(o -> o));
        double far = nearest.map(o -> between(id, o, now) - FAR).orElse(0.0);
        if (far <= 1) {
            return false;
        }
        Point from = at(now, id);
        Point to = at(now, nearest.orElseThrow());
        double all = Math.hypot(to.x() - from.x(), to.y() - from.y());
        for (double share : SHARES) {
            double way = share * far / all;
            Point place = from.plus(way * (to.x() - from.x()), way * (to.y() - from.y()));
            if (isFree(id, place, now)) {
                now.put(id, place);
                return true;
            }
        }
        return false;
    }

    /// About how far apart the borders of two parts are.
    private double between(int a, int b, Map<Integer, Point> now) {
        Point p = at(now, a);
        Point q = at(now, b);
        double dx = Math.abs(p.x() - q.x()) - (size(a).width() + size(b).width()) / 2;
        double dy = Math.abs(p.y() - q.y()) - (size(a).height() + size(b).height()) / 2;
        return Math.hypot(Math.max(0, dx), Math.max(0, dy));
    }

    private boolean isFree(int id, Point place, Map<Integer, Point> now) {
        for (var other : now.entrySet()) {
            int o = other.getKey();
            Point q = other.getValue();
            if (o != id
                    && Math.abs(place.x() - q.x())
                            < (size(id).width() + size(o).width()) / 2 + gap.width()
                    && Math.abs(place.y() - q.y())
                            < (size(id).height() + size(o).height()) / 2 + gap.height()) {
                return false;
            }
        }
        return true;
    }

    private static Point at(Map<Integer, Point> places, int id) {
        return Objects.requireNonNull(places.get(id));
    }

    private Size size(int id) {
        return Objects.requireNonNull(sizes.get(id));
    }
}
