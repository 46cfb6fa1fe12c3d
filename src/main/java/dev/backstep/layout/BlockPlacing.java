package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;

/// Places a graph that is too large to be looked at as a whole, block by block, in linear time. A
/// block is a card with all that is computed for it alone: the products and the sums of one number
/// of a matrix product. Its wires are drawn whole and run from column to column; those between
/// blocks are tagged. So no wire runs under a card.
///
/// Columns of all that can be computed at the same time were rejected: a product of two matrices
/// has thousands of products in one column, and its sums are far away.
final class BlockPlacing {

    /// The most columns and the most cards of a block.
    private static final int WIDEST = 20;

    private static final int LARGEST = 120;

    /// A number with a name of its own is a block if it has so many cards.
    private static final int WORTH = 8;

    private final DrawnGraph drawn;
    private final Gaps gaps;
    private final Map<Integer, Integer> cards = new HashMap<>();
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<Integer, OpenGroup> frames = new HashMap<>();
    private final Map<Integer, List<Integer>> kept = new HashMap<>();
    private final Set<Integer> inside = new HashSet<>();
    private final Set<Edge> cut = new HashSet<>();

    /// @param wires the edges that are drawn, from one card to another, with one for each wire
    BlockPlacing(DrawnGraph drawn, Graph<Integer, Edge> wires, Gaps gaps) {
        this.drawn = drawn;
        this.gaps = gaps;
        collect(Frames.groups(drawn));
        wires.vertexSet().forEach(id -> grow(wires, id));
    }

    private void collect(List<OpenGroup> groups) {
        for (OpenGroup group : groups) {
            group.vertices().forEach(id -> frames.put(id, group));
            collect(group.inside());
        }
    }

    /// The wires from block to block.
    Set<Edge> cut() {
        return cut;
    }

    /// Takes the blocks of the operands of a card into its own, as far as they serve no other.
    private void grow(Graph<Integer, Edge> wires, int id) {
        List<Integer> operands = new ArrayList<>();
        int count = 1;
        int deep = 0;
        for (Edge edge : wires.incomingEdgesOf(id)) {
            int operand = wires.getEdgeSource(edge);
            if (belongs(wires, operand, id)) {
                operands.add(operand);
                count += of(cards, operand);
                deep = Math.max(deep, of(columns, operand));
            }
        }
        if (count > LARGEST || deep >= WIDEST) {
            operands.removeIf(o -> of(cards, o) > 1);
            count = 1 + operands.size();
            deep = operands.isEmpty() ? 0 : 1;
        }
        cards.put(id, count);
        columns.put(id, deep + 1);
        kept.put(id, operands);
        inside.addAll(operands);
        for (Edge edge : wires.incomingEdgesOf(id)) {
            if (!operands.contains(wires.getEdgeSource(edge))) {
                cut.add(edge);
            }
        }
    }

    private boolean belongs(Graph<Integer, Edge> wires, int operand, int user) {
        boolean large =
                of(cards, operand) >= WORTH && drawn.graph().node(operand).name().isPresent();
        return !large
                && wires.outDegreeOf(operand) == 1
                && Objects.equals(frames.get(operand), frames.get(user));
    }

    private static int of(Map<Integer, Integer> counts, int id) {
        return Objects.requireNonNull(counts.get(id));
    }

    /// The room of every card.
    ///
    /// @param rooms how large it is, with the tags beside the card
    /// @param aspect width by height that the picture should have
    Map<Integer, Box> placed(Map<Integer, Size> rooms, double aspect) {
        Set<Integer> all = drawn.vertexSet();
        return packed(all, Frames.groups(drawn), rooms, aspect).cards();
    }

    /// Frames and blocks in shelves.
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
        ids.stream()
                .filter(id -> !inside.contains(id) && !framed.contains(id))
                .forEach(id -> items.put(id, new Block(id, rooms).laid()));
        return shelved(List.copyOf(items.values()), aspect);
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
    private final class Block {

        private final int root;
        private final Map<Integer, Size> rooms;
        private final Map<Integer, Integer> free = new HashMap<>();
        private final List<Spot> spots = new ArrayList<>();

        Block(int root, Map<Integer, Size> rooms) {
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
            for (int operand : Objects.requireNonNull(kept.get(id))) {
                place(operand, column + 1, row);
            }
        }
    }
}
