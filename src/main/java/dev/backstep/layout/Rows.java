package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Divides the layers of a large graph into rows, so that its picture has about the form of a room.
/// Wires from row to row are not drawn: their ends are tagged.
///
/// Wrapping such a graph by ELK was rejected: each wire that goes back to the left has a bend in
/// every layer of a row, which takes seconds and fills the rows with wires.
final class Rows {

    private static final int MOST = 60;

    private final DrawnGraph drawn;
    private final Hanging hanging;
    private final Map<Integer, Integer> rows = new HashMap<>();

    private Rows(DrawnGraph drawn, Hanging hanging) {
        this.drawn = drawn;
        this.hanging = hanging;
    }

    /// As many rows as make the picture largest in a room.
    ///
    /// @param layers of the cards
    static Rows of(
            DrawnGraph drawn,
            Hanging hanging,
            Map<Integer, Integer> layers,
            Map<Integer, Size> sizes,
            Gaps gaps,
            Size room) {
        TreeMap<Integer, Size> columns = new TreeMap<>();
        for (int id : drawn.vertexSet()) {
            if (!hanging.hangs(id)) {
                Size size = withHanging(drawn, hanging, sizes, gaps, id);
                columns.merge(
                        Objects.requireNonNull(layers.get(id)),
                        new Size(size.width() + gaps.columns(), size.height() + gaps.cards()),
                        (a, b) ->
                                new Size(Math.max(a.width(), b.width()), a.height() + b.height()));
            }
        }
        Map<Integer, Integer> best = Map.of();
        double largest = 0;
        for (int count = 1; count <= Math.min(MOST, columns.size()); count++) {
            Map<Integer, Integer> divided = divided(columns, count);
            double scale = scale(columns, divided, gaps, room);
            if (scale > largest) {
                largest = scale;
                best = divided;
            }
        }
        Rows rows = new Rows(drawn, hanging);
        for (int id : drawn.vertexSet()) {
            int above = hanging.above(drawn, id).orElse(id);
            rows.rows.put(id, Objects.requireNonNull(best.get(layers.get(above))));
        }
        return rows;
    }

    /// A card with those that hang below it.
    private static Size withHanging(
            DrawnGraph drawn, Hanging hanging, Map<Integer, Size> sizes, Gaps gaps, int id) {
        Size card = Objects.requireNonNull(sizes.get(id));
        double width = 0;
        double height = 0;
        for (Edge edge : hanging.below(id)) {
            Size below = Objects.requireNonNull(sizes.get(drawn.getEdgeSource(edge)));
            width += below.width() + (width == 0 ? 0 : gaps.beside());
            height = Math.max(height, gaps.below() + below.height());
        }
        return new Size(Math.max(card.width(), width), card.height() + height);
    }

    /// Of each layer its row, all rows being about equally wide.
    private static Map<Integer, Integer> divided(TreeMap<Integer, Size> columns, int count) {
        double all = columns.values().stream().mapToDouble(Size::width).sum();
        Map<Integer, Integer> rows = new HashMap<>();
        double x = 0;
        for (var column : columns.entrySet()) {
            double middle = x + column.getValue().width() / 2;
            rows.put(column.getKey(), (int) Math.min(count - 1, middle * count / all));
            x += column.getValue().width();
        }
        return rows;
    }

    private static double scale(
            TreeMap<Integer, Size> columns, Map<Integer, Integer> rows, Gaps gaps, Size room) {
        Map<Integer, Double> widths = new HashMap<>();
        Map<Integer, Double> heights = new HashMap<>();
        columns.forEach(
                (layer, size) -> {
                    int row = Objects.requireNonNull(rows.get(layer));
                    widths.merge(row, size.width(), Double::sum);
                    heights.merge(row, size.height() + gaps.rows(), Math::max);
                });
        double width = widths.values().stream().mapToDouble(w -> w).max().orElse(1);
        double height = heights.values().stream().mapToDouble(h -> h).sum();
        return Math.min(room.width() / width, room.height() / height);
    }

    /// Whether there is but one.
    boolean isOne() {
        return rows.values().stream().allMatch(r -> r == 0);
    }

    /// The edges from row to row.
    Set<Edge> cut() {
        Set<Edge> cut = new HashSet<>();
        for (Edge edge : drawn.edgeSet()) {
            boolean same =
                    Objects.equals(
                            rows.get(drawn.getEdgeSource(edge)),
                            rows.get(drawn.getEdgeTarget(edge)));
            if (!same && !hanging.holds(edge)) {
                cut.add(edge);
            }
        }
        return cut;
    }

    /// The cards of each row, from the top.
    List<Set<Integer>> cards() {
        TreeMap<Integer, Set<Integer>> cards = new TreeMap<>();
        for (int id : drawn.vertexSet()) {
            cards.computeIfAbsent(rows.get(id), _ -> new HashSet<>()).add(id);
        }
        return new ArrayList<>(cards.values());
    }
}
