package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.OpenGroup;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Divides the layers of a large graph into rows, so that its picture has about the form of a room.
/// Wires from row to row are not drawn: their ends are tagged.
///
/// Wrapping such a graph by ELK was rejected: each wire that goes back to the left has a bend in
/// every layer of a row, which takes seconds and fills the rows with wires.
final class Rows {

    private static final int MOST = 60;

    private final DrawnGraph drawn;
    private final Bundles bundles;
    private final Hanging hanging;
    private final Map<Integer, Size> sizes;
    private final Gaps gaps;
    private final Size room;
    private final Set<Edge> cut = new HashSet<>();

    /// @param sizes of the cards
    Rows(
            DrawnGraph drawn,
            Bundles bundles,
            Hanging hanging,
            Map<Integer, Size> sizes,
            Gaps gaps,
            Size room) {
        this.drawn = drawn;
        this.bundles = bundles;
        this.hanging = hanging;
        this.sizes = sizes;
        this.gaps = gaps;
        this.room = room;
    }

    /// The cards of a level in rows, from the top.
    ///
    /// @param rows at least one; a frame and all that stands in it belong to one
    /// @param inside of each frame
    /// @param size about how large it will be
    record Level(List<Set<Integer>> rows, Map<OpenGroup, Level> inside, Size size) {}

    /// As many rows as make the picture largest in the room.
    ///
    /// @param layers of the cards
    Level divided(Map<Integer, Integer> layers) {
        List<OpenGroup> frames = Frames.groups(drawn);
        return frames.isEmpty()
                ? divided(alone(layers), true)
                : divided(parts(drawn.vertexSet(), frames, true), true);
    }

    /// The parts of the whole picture, with about their sizes, where nothing in a frame is divided.
    PartGraph undivided() {
        return parts(drawn.vertexSet(), Frames.groups(drawn), false).graph;
    }

    /// About the scale at which parts in one row fit into the room.
    double flat(PartGraph parts) {
        TreeMap<Integer, Size> columns = columns(parts.sizes(), parts.layers());
        return scale(columns, 1);
    }

    /// About the largest scale at which rows fit into the room; infinite where frames are divided
    /// too.
    ///
    /// @param layers of the cards
    double most(Map<Integer, Integer> layers) {
        if (!Frames.groups(drawn).isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        TreeMap<Integer, Size> columns = columns(alone(layers).graph.sizes(), layers);
        return IntStream.rangeClosed(1, Math.min(MOST, columns.size()))
                .mapToDouble(count -> scale(columns, count))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Nothing lies behind the last column, nor below the last card.
    private double scale(TreeMap<Integer, Size> columns, int count) {
        Size size = size(columns, divided(columns, count));
        double width = Math.max(1, size.width() - gaps.columns());
        double height = Math.max(1, size.height() - gaps.rows() - gaps.cards());
        return Math.min(room.width() / width, room.height() / height);
    }

    /// The edges from row to row.
    Set<Edge> cut() {
        return cut;
    }

    /// @param names of each card its part
    private record PartsByCard(
            PartGraph graph, Map<Integer, Integer> names, Map<OpenGroup, Level> inside) {}

    /// @param divides whether frames that are too wide are divided
    private PartsByCard parts(Set<Integer> cards, List<OpenGroup> frames, boolean divides) {
        Map<OpenGroup, Level> inside = new HashMap<>();
        Map<Integer, Integer> names = new HashMap<>();
        Map<Integer, Size> boxes = new HashMap<>();
        Set<Integer> beside = new HashSet<>(cards);
        for (OpenGroup frame : frames) {
            Set<Integer> within = hanging.inside(drawn, frame, cards);
            if (!within.isEmpty()) {
                PartsByCard parts = parts(within, frame.inside(), divides);
                Level level = divided(parts, divides && !isInOneRow(parts));
                inside.put(frame, level);
                int name = Collections.max(within);
                boxes.put(name, Nest.framed(level.size));
                within.forEach(id -> names.put(id, name));
                beside.removeAll(within);
            }
        }
        boxes.putAll(alone(beside, names));
        return new PartsByCard(PartGraph.of(drawn, bundles, Set.of(), names, boxes), names, inside);
    }

    private PartsByCard alone(Map<Integer, Integer> layers) {
        Map<Integer, Integer> names = new HashMap<>();
        Map<Integer, Size> boxes = alone(drawn.vertexSet(), names);
        return new PartsByCard(new PartGraph(bundles.wires(), boxes, layers), names, Map.of());
    }

    /// The sizes of cards with those that hang below them.
    private Map<Integer, Size> alone(Set<Integer> cards, Map<Integer, Integer> names) {
        Map<Integer, Size> boxes = new HashMap<>();
        for (int id : cards) {
            names.put(id, hanging.above(drawn, id).orElse(id));
            if (!hanging.hangs(id)) {
                boxes.put(id, withHanging(id));
            }
        }
        return boxes;
    }

    private TreeMap<Integer, Size> columns(Map<Integer, Size> boxes, Map<Integer, Integer> layers) {
        TreeMap<Integer, Size> columns = new TreeMap<>();
        boxes.forEach(
                (part, size) ->
                        columns.merge(
                                Objects.requireNonNull(layers.get(part)),
                                new Size(
                                        size.width() + gaps.columns(),
                                        size.height() + gaps.cards()),
                                (a, b) ->
                                        new Size(
                                                Math.max(a.width(), b.width()),
                                                a.height() + b.height())));
        return columns;
    }

    /// Whether parts in one row can be read in the room.
    private boolean isInOneRow(PartsByCard parts) {
        TreeMap<Integer, Size> columns = columns(parts.graph.sizes(), parts.graph.layers());
        double width = size(columns, divided(columns, 1)).width();
        return width * TypeSize.LEAST_SCALE <= room.width();
    }

    /// @param divides whether there may be several rows
    private Level divided(PartsByCard parts, boolean divides) {
        Map<Integer, Integer> layers = parts.graph.layers();
        TreeMap<Integer, Size> columns = columns(parts.graph.sizes(), layers);
        Map<Integer, Integer> best = divides ? best(columns) : divided(columns, 1);
        TreeMap<Integer, Set<Integer>> rows = new TreeMap<>();
        for (var part : parts.names.entrySet()) {
            int row = Objects.requireNonNull(best.get(layers.get(part.getValue())));
            rows.computeIfAbsent(row, _ -> new HashSet<>()).add(part.getKey());
        }
        cut(rows.values());
        return new Level(List.copyOf(rows.values()), parts.inside, size(columns, best));
    }

    private void cut(Collection<Set<Integer>> rows) {
        Map<Integer, Set<Integer>> places = new HashMap<>();
        rows.forEach(row -> row.forEach(id -> places.put(id, row)));
        if (rows.size() > 1) {
            drawn.edgeSet().stream()
                    .filter(e -> !hanging.holds(e))
                    .filter(e -> isFromRowToRow(places, e))
                    .forEach(cut::add);
        }
    }

    @SuppressWarnings("ReferenceEquality") // each row is made once
    private boolean isFromRowToRow(Map<Integer, Set<Integer>> places, Edge edge) {
        Set<Integer> from = places.get(drawn.getEdgeSource(edge));
        Set<Integer> to = places.get(drawn.getEdgeTarget(edge));
        return from != null && to != null && from != to;
    }

    private Map<Integer, Integer> best(TreeMap<Integer, Size> columns) {
        Map<Integer, Integer> best = Map.of();
        double largest = 0;
        for (int count = 1; count <= Math.min(MOST, columns.size()); count++) {
            Map<Integer, Integer> divided = divided(columns, count);
            Size size = size(columns, divided);
            double scale = Math.min(room.width() / size.width(), room.height() / size.height());
            if (scale > largest) {
                largest = scale;
                best = divided;
            }
        }
        return best;
    }

    /// A card with those that hang below it.
    private Size withHanging(int id) {
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

    /// Of all rows together.
    private Size size(TreeMap<Integer, Size> columns, Map<Integer, Integer> rows) {
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
        return new Size(width, height);
    }
}
