package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Places a graph that is too large to be looked at as a whole, block by block, in linear time: the
/// blocks of the cells of a matrix stand as these do. The wires of a row of a block are drawn whole
/// and run from column to column; those between rows and blocks are tagged. So no wire runs under a
/// card.
///
/// Columns of all that can be computed at the same time were rejected: a product of two matrices
/// has thousands of products in one column, and its sums are far away.
final class BlockPlacing {

    private final DrawnGraph drawn;
    private final CardBlocks blocks;
    private final Gaps gaps;

    BlockPlacing(DrawnGraph drawn, CardBlocks blocks, Gaps gaps) {
        this.drawn = drawn;
        this.blocks = blocks;
        this.gaps = gaps;
    }

    /// The room of every card.
    ///
    /// @param rooms how large it is, with the tags beside the card
    /// @param aspect width by height that the picture should have
    Map<Integer, Box> placed(Map<Integer, Size> rooms, double aspect) {
        Set<Integer> all = drawn.vertexSet();
        return packed(all, Frames.groups(drawn), rooms, aspect).cards();
    }

    /// Frames and blocks in shelves, those of one matrix as its cells.
    private Nest.Laid packed(
            Set<Integer> ids, List<OpenGroup> groups, Map<Integer, Size> rooms, double aspect) {
        TreeMap<Integer, Nest.Laid> items = new TreeMap<>();
        Set<Integer> framed = new HashSet<>();
        for (OpenGroup group : groups) {
            Set<Integer> members = new HashSet<>(group.vertices());
            Nest.Laid within = packed(members, group.inside(), rooms, aspect);
            items.put(group.group().from(), Nest.framed(within));
            framed.addAll(members);
        }
        Map<String, CellGrid> matrices = new LinkedHashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (int id : ids.stream().sorted().toList()) {
            if (!blocks.isRoot(id) || framed.contains(id)) {
                continue;
            }
            Nest.Laid block = block(id, rooms);
            Optional<CellName> cell = CellName.of(drawn.graph().node(id));
            if (cell.isEmpty()) {
                items.put(id, block);
                continue;
            }
            String matrix = cell.get().matrix();
            first.putIfAbsent(matrix, id);
            matrices.computeIfAbsent(matrix, _ -> new CellGrid(gaps)).put(cell.get(), block);
        }
        matrices.forEach(
                (matrix, grid) ->
                        items.put(
                                Objects.requireNonNull(first.get(matrix)),
                                grid.isLine() ? shelved(grid.cells(), aspect) : grid.laid()));
        return shelved(List.copyOf(items.values()), aspect);
    }

    /// The rows of a block, one below the other, flush right.
    private Nest.Laid block(int root, Map<Integer, Size> rooms) {
        List<Nest.Laid> rows =
                blocks.rows(root).stream().map(end -> new Row(end, rooms).laid()).toList();
        double width = rows.stream().mapToDouble(r -> r.size().width()).max().orElse(0);
        Map<Integer, Box> boxes = new HashMap<>();
        double y = 0;
        for (Nest.Laid row : rows) {
            double dx = width - row.size().width();
            double dy = y;
            row.cards().forEach((id, box) -> boxes.put(id, box.plus(dx, dy)));
            y += row.size().height() + gaps.cards();
        }
        return new Nest.Laid(new Size(width, y - gaps.cards()), boxes, Map.of());
    }

    private Nest.Laid shelved(List<Nest.Laid> items, double aspect) {
        double gap = gaps.rows();
        double area = 0;
        double widest = 0;
        for (Nest.Laid item : items) {
            area += (item.size().width() + gap) * (item.size().height() + gap);
            widest = Math.max(widest, item.size().width());
        }
        double most = Math.max(widest, Math.sqrt(area * aspect));
        Map<Integer, Box> boxes = new HashMap<>();
        double x = 0;
        double y = 0;
        double high = 0;
        double wide = 0;
        for (Nest.Laid item : items) {
            if (x > 0 && x + item.size().width() > most) {
                x = 0;
                y += high + gap;
                high = 0;
            }
            double dx = x;
            double dy = y;
            item.cards().forEach((id, box) -> boxes.put(id, box.plus(dx, dy)));
            x += item.size().width() + gap;
            high = Math.max(high, item.size().height());
            wide = Math.max(wide, x - gap);
        }
        return new Nest.Laid(new Size(wide, y + high), boxes, Map.of());
    }

    /// A card at the right, its first operand to the left of it, the others below that one.
    private final class Row {

        private final int root;
        private final Map<Integer, Size> rooms;
        private final Map<Integer, Integer> free = new HashMap<>();
        private final List<Spot> spots = new ArrayList<>();

        Row(int root, Map<Integer, Size> rooms) {
            this.root = root;
            this.rooms = rooms;
        }

        /// Counted from the right, and from the top.
        private record Spot(int id, int column, int row) {}

        Nest.Laid laid() {
            place(root, 0, 0);
            TreeMap<Integer, Double> widths = new TreeMap<>(Comparator.reverseOrder());
            TreeMap<Integer, Double> heights = new TreeMap<>();
            for (Spot spot : spots) {
                Size room = Objects.requireNonNull(rooms.get(spot.id));
                widths.merge(spot.column, room.width(), Math::max);
                heights.merge(spot.row, room.height(), Math::max);
            }
            Map<Integer, Double> xs = new HashMap<>();
            double width = along(widths, xs, gaps.columns());
            Map<Integer, Double> ys = new HashMap<>();
            double height = along(heights, ys, gaps.cards());
            Map<Integer, Box> boxes = new HashMap<>();
            for (Spot spot : spots) {
                Size room = Objects.requireNonNull(rooms.get(spot.id));
                double right =
                        Objects.requireNonNull(xs.get(spot.column))
                                + Objects.requireNonNull(widths.get(spot.column));
                double y = Objects.requireNonNull(ys.get(spot.row));
                boxes.put(spot.id, Box.at(new Point(right - room.width(), y), room));
            }
            return new Nest.Laid(new Size(width, height), boxes, Map.of());
        }

        private static double along(
                TreeMap<Integer, Double> lengths, Map<Integer, Double> starts, double gap) {
            double at = 0;
            for (var entry : lengths.entrySet()) {
                starts.put(entry.getKey(), at);
                at += entry.getValue() + gap;
            }
            return at - gap;
        }

        private void place(int id, int column, int least) {
            int row = Math.max(least, free.getOrDefault(column, 0));
            free.put(column, row + 1);
            spots.add(new Spot(id, column, row));
            for (int operand : blocks.beside(id)) {
                place(operand, column + 1, row);
            }
        }
    }
}
