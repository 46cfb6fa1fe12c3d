package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Places cards in columns by the length of the longest path that leads to them, in linear time: for graphs too large
/// to be looked at as a whole. Sources stand one column before the first node that uses them.
final class Columns implements LayoutAlgorithm2D<Integer, Edge> {

    private static final double BETWEEN_COLUMNS = 120;
    private static final double BETWEEN_CARDS = 44;

    private final Map<Integer, Size> sizes;

    Columns(Map<Integer, Size> sizes) {
        this.sizes = sizes;
    }

    @Override
    public void layout(Graph<Integer, Edge> graph, LayoutModel2D<Integer> model) {
        double x = 0;
        for (List<Integer> column : columns(graph).values()) {
            double width = column.stream().mapToDouble(id -> size(id).width()).max().orElse(0);
            double height = column.stream().mapToDouble(id -> size(id).height() + BETWEEN_CARDS).sum();
            double y = Math.rint(-height / 2);
            for (int id : column) {
                model.put(id, Point2D.of(x + Math.rint((width - size(id).width()) / 2), y));
                y += size(id).height() + BETWEEN_CARDS;
            }
            x += width + BETWEEN_COLUMNS;
        }
    }

    private static TreeMap<Integer, List<Integer>> columns(Graph<Integer, Edge> graph) {
        Map<Integer, Integer> depths = new HashMap<>();
        for (int id : graph.vertexSet()) {
            int depth = graph.incomingEdgesOf(id).stream()
                    .mapToInt(e -> 1 + depths.getOrDefault(graph.getEdgeSource(e), 0))
                    .max()
                    .orElse(0);
            depths.put(id, depth);
        }
        TreeMap<Integer, List<Integer>> columns = new TreeMap<>();
        for (int id : graph.vertexSet()) {
            int depth = Objects.requireNonNull(depths.get(id));
            if (graph.inDegreeOf(id) == 0) {
                depth = graph.outgoingEdgesOf(id).stream()
                        .mapToInt(e -> depths.getOrDefault(e.node(), 1) - 1)
                        .min()
                        .orElse(0);
            }
            columns.computeIfAbsent(depth, _ -> new ArrayList<>()).add(id);
        }
        return columns;
    }

    private Size size(int id) {
        return Objects.requireNonNull(sizes.get(id));
    }
}
