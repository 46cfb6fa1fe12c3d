package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;

/// The blocks of a graph that is too large to be looked at as a whole: each is a card with all that
/// is computed for it alone, such as the products and the sums of one number of a matrix product. A
/// block that would be too wide has several rows.
final class CardBlocks {

    /// The most columns and the most cards of a row of a block.
    private static final int WIDEST = 9;

    private static final int LARGEST = 120;

    /// A number with a name of its own is a block if it has so many cards.
    private static final int WORTH = 8;

    private final DrawnGraph drawn;
    private final Map<Integer, Integer> cards = new HashMap<>();
    private final Map<Integer, Integer> all = new HashMap<>();
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<Integer, OpenGroup> frames = new HashMap<>();
    private final Map<Integer, List<Integer>> kept = new HashMap<>();
    private final Map<Integer, List<Integer>> continued = new HashMap<>();

    /// The cards at the ends of rows that are not the last of their block.
    private final Set<Integer> ends = new HashSet<>();

    private final Set<Integer> inside = new HashSet<>();
    private final Set<Edge> cut = new HashSet<>();

    /// @param wires the edges that are drawn, from one card to another, with one for each wire
    CardBlocks(DrawnGraph drawn, Graph<Integer, Edge> wires) {
        this.drawn = drawn;
        collect(Frames.groups(drawn));
        wires.vertexSet().forEach(id -> grow(wires, id));
    }

    private void collect(List<OpenGroup> groups) {
        for (OpenGroup group : groups) {
            group.vertices().forEach(id -> frames.put(id, group));
            collect(group.inside());
        }
    }

    /// The wires that lead from row to row or from block to block.
    Set<Edge> cut() {
        return cut;
    }

    /// Whether a card has a block of its own.
    boolean isRoot(int id) {
        return !inside.contains(id);
    }

    /// The operands of a card that stand in its row.
    List<Integer> beside(int id) {
        return Objects.requireNonNull(kept.get(id));
    }

    /// The cards at the ends of the rows of a block, from the top: its root is the last.
    List<Integer> rows(int root) {
        List<Integer> rows = new ArrayList<>();
        Deque<Integer> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) { // from the last row to the first
            int id = left.pop();
            if (id == root || ends.contains(id)) {
                rows.add(id);
            }
            beside(id).forEach(left::push);
            continued.getOrDefault(id, List.of()).forEach(left::push);
        }
        return rows.reversed();
    }

    /// All cards of a block.
    List<Integer> members(int root) {
        List<Integer> members = new ArrayList<>();
        rows(root).forEach(end -> addMembers(end, members));
        return members;
    }

    private void addMembers(int id, List<Integer> members) {
        members.add(id);
        beside(id).forEach(operand -> addMembers(operand, members));
    }

    /// Takes the blocks of the operands of a card into its own, as far as they serve no other.
    private void grow(Graph<Integer, Edge> wires, int id) {
        List<Integer> operands = new ArrayList<>();
        int count = 1;
        int whole = 1;
        int deep = 0;
        for (Edge edge : wires.incomingEdgesOf(id)) {
            int operand = wires.getEdgeSource(edge);
            if (belongs(wires, operand, id)) {
                operands.add(operand);
                count += of(cards, operand);
                whole += of(all, operand);
                deep = Math.max(deep, of(columns, operand));
            }
        }
        if (count > LARGEST || deep >= WIDEST) {
            List<Integer> rows = operands.stream().filter(o -> of(cards, o) > 1).toList();
            continued.put(id, rows);
            ends.addAll(rows);
            operands.removeIf(o -> of(cards, o) > 1);
            count = 1 + operands.size();
            deep = operands.isEmpty() ? 0 : 1;
        }
        cards.put(id, count);
        all.put(id, whole);
        columns.put(id, deep + 1);
        kept.put(id, operands);
        inside.addAll(operands);
        inside.addAll(continued.getOrDefault(id, List.of()));
        for (Edge edge : wires.incomingEdgesOf(id)) {
            if (!operands.contains(wires.getEdgeSource(edge))) {
                cut.add(edge);
            }
        }
    }

    private boolean belongs(Graph<Integer, Edge> wires, int operand, int user) {
        boolean large = of(all, operand) >= WORTH && drawn.graph().node(operand).name().isPresent();
        return !large
                && wires.outDegreeOf(operand) == 1
                && Objects.equals(frames.get(operand), frames.get(user));
    }

    private static int of(Map<Integer, Integer> counts, int id) {
        return Objects.requireNonNull(counts.get(id));
    }
}
