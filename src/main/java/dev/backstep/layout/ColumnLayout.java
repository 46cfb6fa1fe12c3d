package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Places cards in the columns of their layers one below the other, in linear time: for graphs too
/// large to be looked at as a whole.
final class ColumnLayout implements LayoutAlgorithm2D<Integer, Edge> {

    private static final double BETWEEN_COLUMNS = 120;
    private static final double BETWEEN_CARDS = 44;

    private final Map<Integer, Size> sizes;
    private final Map<Integer, Integer> layers;

    ColumnLayout(Map<Integer, Size> sizes, Map<Integer, Integer> layers) {
        this.sizes = sizes;
        this.layers = layers;
    }

    @Override
    public void layout(Graph<Integer, Edge> graph, LayoutModel2D<Integer> model) {
        double x = 0;
        for (List<Integer> column : columns(graph).values()) {
            double width = column.stream().mapToDouble(id -> size(id).width()).max().orElse(0);
            double height =
                    column.stream().mapToDouble(id -> size(id).height() + BETWEEN_CARDS).sum();
            double y = Math.rint(-height / 2);
            for (int id : column) {
                model.put(id, Point2D.of(x + Math.rint((width - size(id).width()) / 2), y));
                y += size(id).height() + BETWEEN_CARDS;
            }
            x += width + BETWEEN_COLUMNS;
        }
    }

    private TreeMap<Integer, List<Integer>> columns(Graph<Integer, Edge> graph) {
        TreeMap<Integer, List<Integer>> columns = new TreeMap<>();
        for (int id : graph.vertexSet()) {
            columns.computeIfAbsent(Objects.requireNonNull(layers.get(id)), _ -> new ArrayList<>())
                    .add(id);
        }
        return columns;
    }

    private Size size(int id) {
        return Objects.requireNonNull(sizes.get(id));
    }
}
