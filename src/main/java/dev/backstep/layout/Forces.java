package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultUndirectedGraph;

/// Places points so that what is connected is close together, and nothing else is: all repel each
/// other, and wires pull (Fruchterman and Reingold, *Graph drawing by force-directed placement*,
/// 1991).
///
/// Cost: O(n log n) for each of 100 iterations.
final class Forces {

    private static final int ITERATIONS = 100;

    /// How coarsely what is far away is seen: as one point if it looks that wide.
    private static final double COARSE = 0.7;

    /// How far apart connected points are wanted, in cells.
    private static final double APART = 0.55;

    /// How much wider and higher the area is that points may go to: what is driven against a border
    /// stands there in a row.
    private static final double AROUND = 5;

    /// How much more it is stretched one way than the other.
    private static final double MOST_STRETCHED = 1.6;

    /// What of that area is its border, as a share of its width.
    private static final double BORDER = 1e-4;

    private final Graph<Integer, Integer> wires = new DefaultUndirectedGraph<>(Integer.class);
    private final Map<Integer, Integer> layers;
    private final double columns;
    private final double rows;
    private final Runnable pause;

    /// @param aspect of the area to fill: width by height, in cells of one point each
    /// @param pause called now and then; may throw to give up
    Forces(PartGraph parts, double aspect, Runnable pause) {
        Graph<Integer, Edge> graph = parts.graph();
        this.layers = parts.layers();
        this.columns = Math.sqrt(graph.vertexSet().size() * aspect);
        this.rows = columns / aspect;
        this.pause = pause;
        graph.vertexSet().forEach(wires::addVertex);
        for (Edge edge : graph.edgeSet()) {
            pull(graph.getEdgeSource(edge), graph.getEdgeTarget(edge));
        }
        List<Set<Integer>> islands = new ConnectivityInspector<>(wires).connectedSets();
        int hub = islands.getFirst().iterator().next();
        islands.stream().skip(1).forEach(i -> pull(hub, i.iterator().next()));
    }

    private void pull(int a, int b) {
        wires.addEdge(a, b, wires.edgeSet().size());
    }

    /// A place for the middle of each part, in cells.
    ///
    /// @param seed 0 to begin from layers, so that most wires run to the right; else of random
    ///   places to begin from
    Map<Integer, Point> places(int seed) {
        Random random = new Random(seed);
        Map<Integer, Point> start = seed == 0 ? layered(random) : scattered(random);
        if (start.size() < 2) {
            return start;
        }
        LayoutModel2D<Integer> model =
                new MapLayoutModel2D<>(Box2D.of(AROUND * columns, AROUND * rows));
        Pulled pulled = new Pulled(random);
        pulled.setInitializer(
                id -> {
                    Point p = Objects.requireNonNull(start.get(id));
                    double k = (AROUND - 1) / 2;
                    return Point2D.of(p.x() + k * columns, p.y() + k * rows);
                });
        pulled.layout(wires, model);
        pulled.free(model);
        return filling(model);
    }

    /// Stretched so that they fill the area they are wanted in, but not out of all proportion.
    private Map<Integer, Point> filling(LayoutModel2D<Integer> model) {
        Box all =
                wires.vertexSet().stream()
                        .map(model::get)
                        .map(p -> new Box(p.getX(), p.getY(), 0, 0))
                        .reduce(Box::union)
                        .orElseThrow();
        double wide = columns / Math.max(1e-6, all.width());
        double high = rows / Math.max(1e-6, all.height());
        double least = Math.min(wide, high) * MOST_STRETCHED;
        double kx = Math.min(wide, least);
        double ky = Math.min(high, least);
        Map<Integer, Point> places = new HashMap<>();
        for (int id : wires.vertexSet()) {
            Point2D at = model.get(id);
            places.put(id, new Point(kx * (at.getX() - all.x()), ky * (at.getY() - all.y())));
        }
        return places;
    }

    private Map<Integer, Point> layered(Random random) {
        TreeMap<Integer, List<Integer>> all = new TreeMap<>();
        wires.vertexSet().stream()
                .sorted()
                .forEach(
                        id ->
                                all.computeIfAbsent(
                                                Objects.requireNonNull(layers.get(id)),
                                                _ -> new ArrayList<>())
                                        .add(id));
        Map<Integer, Point> places = new HashMap<>();
        double x = 0;
        for (List<Integer> layer : all.values()) {
            for (int i = 0; i < layer.size(); i++) {
                double left = columns * (x + 0.5) / all.size();
                double top = rows * (i + 0.5) / layer.size();
                places.put(layer.get(i), near(left, top, random));
            }
            x++;
        }
        return places;
    }

    private static Point near(double x, double y, Random random) {
        return new Point(x + 0.1 * random.nextDouble(), y + 0.1 * random.nextDouble());
    }

    private Map<Integer, Point> scattered(Random random) {
        Map<Integer, Point> places = new HashMap<>();
        wires.vertexSet().stream()
                .sorted()
                .forEach(
                        id ->
                                places.put(
                                        id,
                                        new Point(
                                                columns * random.nextDouble(),
                                                rows * random.nextDouble())));
        return places;
    }

    /// JGraphT's algorithm, which needs all places to be numbers and no two of them to be the same:
    /// points that are driven against the border may meet in a corner.
    private final class Pulled extends IndexedFRLayoutAlgorithm2D<Integer, Integer> {

        Pulled(Random random) {
            super(ITERATIONS, COARSE, APART / AROUND, random);
        }

        @Override
        protected Map<Integer, Point2D> calculateRepulsiveForces(
                Graph<Integer, Integer> graph, LayoutModel2D<Integer> model) {
            pause.run();
            free(model);
            return super.calculateRepulsiveForces(graph, model);
        }

        /// Gives every point that has no place of its own inside of the border another one.
        private void free(LayoutModel2D<Integer> model) {
            Set<Point2D> taken = new HashSet<>();
            for (int id : wires.vertexSet()) {
                Point2D at = inside(model.get(id));
                while (!taken.add(at)) {
                    at = inside(Point2D.of(at.getX() + off(), at.getY() + off()));
                }
                model.put(id, at);
            }
        }

        private double off() {
            return 0.1 * (rng.nextDouble() - 0.5);
        }

        private Point2D inside(Point2D p) {
            return Point2D.of(inside(p.getX(), AROUND * columns), inside(p.getY(), AROUND * rows));
        }

        private static double inside(double x, double most) {
            return Double.isNaN(x) ? most / 2 : Math.clamp(x, BORDER * most, (1 - BORDER) * most);
        }
    }
}
