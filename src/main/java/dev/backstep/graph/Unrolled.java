package dev.backstep.graph;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A graph with every matrix opened into its numbers: a node for each number that is computed, so
/// that `z₀₁ = w₀₀ x₀₁ + w₀₁ x₁₁` is two products and a sum.
///
/// A cell has the value that it has in its matrix, to the last bit, since sums are taken in the
/// same order; only a 0 may have the other sign, and a cross-entropy of logits is NaN if one of
/// them is infinite. Gradients are those of the cells up to rounding: a sum of sums may be taken in
/// another order.
///
/// What only moves numbers makes no node. A norm, a maximum, a minimum, a standard deviation and a
/// log-sum-exp stay whole, since their gradient at 0 or at a tie is a matter of all their numbers
/// together: they take these as one column.
///
/// Some matrices may be opened by themselves, while the others stay whole: then the numbers of an
/// operand that stays whole are gathered by slices, and those that are computed are joined again
/// for whatever takes the matrix whole.
///
/// @param whole the graph that is opened
/// @param graph its numbers
/// @param opened the nodes of `whole` that are opened
/// @param cells for each node of `whole` the node of each of its numbers, row by row; none for one
///   that stays whole
/// @param matrices for each node of `whole` the node that has all of its value, or −1: there is
///   none for a matrix that is opened and that nothing takes whole
/// @param starts for each node of `whole` the first node that is made for it, and at last the
///   number of nodes
/// @param tensors a group around the numbers of each matrix that is opened by itself, in order
public record Unrolled(
        Graph whole,
        Graph graph,
        Set<Integer> opened,
        List<List<Integer>> cells,
        List<Integer> matrices,
        List<Integer> starts,
        List<Group> tensors) {

    /// The most numbers that are drawn.
    public static final int MOST = 20_000;

    /// A number of a matrix.
    ///
    /// @param node the matrix, in the whole graph
    /// @param element counted row by row
    public record Cell(int node, int element) {}

    public Unrolled {
        opened = Set.copyOf(opened);
        cells = List.copyOf(cells);
        matrices = List.copyOf(matrices);
        starts = List.copyOf(starts);
        tensors = List.copyOf(tensors);
    }

    /// Opens all matrices. Cost: linear in [#size].
    ///
    /// @param names what each node of `whole` is called, if anything: a cell is called by the name
    ///   of its matrix and its index, as in `W[0, 1]`
    public static Unrolled of(Graph whole, IntFunction<Optional<String>> names) {
        return new Unroller(whole, all(whole), names).unrolled();
    }

    /// Opens some matrices. Cost: linear in [#size].
    ///
    /// @param opened the nodes that are, each as [#canOpen] says
    public static Unrolled of(
            Graph whole, Set<Integer> opened, IntFunction<Optional<String>> names) {
        return new Unroller(whole, opened, names).unrolled();
    }

    /// Whether a matrix, or what is computed from one, can be opened by itself: where that shows
    /// how its numbers come about. What only moves numbers, and what takes all of them together,
    /// has nothing inside.
    public static boolean canOpen(Graph whole, int node) {
        Node n = whole.node(node);
        boolean matrix = !n.shape().isScalar();
        boolean of = n.inputs().stream().anyMatch(i -> !whole.node(i).shape().isScalar());
        return switch (n.op()) {
            case Op.Leaf _ -> matrix;
            case Op.Constant _,
                    Op.Move _,
                    Op.Transpose _,
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.Norm _ ->
                    false;
            case Op.LogSumExp _ -> matrix && of;
            case Op.Reduce(Op.Reducer by, var _) -> by == Op.Reducer.VAR || matrix && of;
            case Op _ -> matrix || of;
        };
    }

    /// The number of nodes that the opened graph has. Cost: linear in the graph; nothing is opened.
    public static long size(Graph whole) {
        return size(whole, all(whole));
    }

    /// The same with only some matrices opened.
    public static long size(Graph whole, Set<Integer> opened) {
        return UnrolledSize.of(whole, opened);
    }

    private static Set<Integer> all(Graph whole) {
        return IntStream.range(0, whole.size()).boxed().collect(Collectors.toSet());
    }

    /// Why a graph is not opened: it has more than [#MOST] numbers. Nothing if it has not.
    public static Optional<Message> refusal(Graph whole) {
        return refusal(whole, all(whole));
    }

    /// The same with only some matrices opened.
    public static Optional<Message> refusal(Graph whole, Set<Integer> opened) {
        long size = size(whole, opened);
        return size <= MOST
                ? Optional.empty()
                : Optional.of(
                        Message.of("detail.scalars.many")
                                .with("n", grouped(size))
                                .with("most", grouped(MOST)));
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// The node of the number of a 1×1.
    ///
    /// @throws IllegalArgumentException if there are more
    public int scalar(int node) {
        if (!whole.node(node).shape().isScalar()) {
            throw new IllegalArgumentException("node " + node + " is a matrix");
        }
        return matrices.get(node);
    }

    /// The nodes that a node of the whole graph has become: its numbers, and at last the one that
    /// has all of its value.
    public List<Integer> parts(int node) {
        List<Integer> parts = new ArrayList<>(cells.get(node));
        int matrix = matrices.get(node);
        if (matrix >= 0 && !parts.contains(matrix)) {
            parts.add(matrix);
        }
        return List.copyOf(parts);
    }

    /// The node of the whole graph that a number is made for.
    public int origin(int number) {
        int low = 0;
        int high = starts.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle) <= number) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Which number of a leaf a leaf of the opened graph is; nothing for what is no leaf.
    public Optional<Cell> leaf(int number) {
        if (!(graph.node(number).op() instanceof Op.Leaf)) {
            return Optional.empty();
        }
        int node = origin(number);
        return Optional.of(new Cell(node, number - starts.get(node)));
    }

    /// The value of each leaf of the opened graph.
    ///
    /// @param values of the leaves of the whole graph, by node
    public Map<Integer, Tensor> leaves(Map<Integer, Tensor> values) {
        Map<Integer, Tensor> numbers = new HashMap<>();
        values.forEach((leaf, value) -> put(leaf, value, numbers));
        return numbers;
    }

    /// The value of each number that is one of a node of the whole graph, and of each node that
    /// stays whole.
    ///
    /// @param values of the nodes of the whole graph, by id; there may be more
    public Map<Integer, Tensor> values(List<Tensor> values) {
        Map<Integer, Tensor> numbers = new HashMap<>();
        for (int node = 0; node < cells.size(); node++) {
            put(node, values.get(node), numbers);
        }
        return numbers;
    }

    private void put(int node, Tensor value, Map<Integer, Tensor> into) {
        List<Integer> numbers = cells.get(node);
        for (int k = 0; k < numbers.size(); k++) {
            into.putIfAbsent(numbers.get(k), Tensor.scalar(value.at(k)));
        }
        if (matrices.get(node) >= 0) {
            into.putIfAbsent(matrices.get(node), value);
        }
    }

    /// The groups of the whole graph around the numbers of their nodes, without those that make
    /// none, and the groups of [#tensors] inside them.
    public List<Group> groups(List<Group> groups) {
        return groups(groups, tensors);
    }

    private List<Group> groups(List<Group> groups, List<Group> inside) {
        List<Group> made = new ArrayList<>();
        List<Group> beside = new ArrayList<>(inside);
        for (Group g : groups) {
            int from = starts.get(g.from());
            int to = starts.get(g.to());
            if (from < to) {
                List<Group> within =
                        beside.stream().filter(t -> from <= t.from() && t.to() <= to).toList();
                beside.removeAll(within);
                made.add(
                        new Group(
                                g.kind(),
                                g.name(),
                                g.title(),
                                from,
                                to,
                                groups(g.groups(), within),
                                g.note()));
            }
        }
        made.addAll(beside);
        made.sort(Comparator.comparingInt(Group::from));
        return List.copyOf(made);
    }
}
