package dev.backstep.graph;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

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
/// @param whole the graph that is opened
/// @param graph its numbers
/// @param cells for each node of `whole` the node of each of its numbers, row by row
/// @param starts for each node of `whole` the first node that is made for it, and at last the
///   number of nodes
public record Unrolled(Graph whole, Graph graph, List<List<Integer>> cells, List<Integer> starts) {

    /// The most numbers that are drawn.
    public static final int MOST = 20_000;

    /// A number of a matrix.
    ///
    /// @param node the matrix, in the whole graph
    /// @param element counted row by row
    public record Cell(int node, int element) {}

    public Unrolled {
        cells = List.copyOf(cells);
        starts = List.copyOf(starts);
    }

    /// Opens all matrices. Cost: linear in [#size].
    ///
    /// @param names what each node of `whole` is called, if anything: a cell is called by the name
    ///   of its matrix and its index, as in `W[0, 1]`
    public static Unrolled of(Graph whole, IntFunction<Optional<String>> names) {
        Unrolling opened = new Unrolling();
        List<List<Integer>> cells = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Node node : whole.nodes()) {
            starts.add(opened.size());
            List<List<Integer>> operands = node.inputs().stream().map(cells::get).toList();
            List<Integer> made = opened.open(whole, node, operands, names.apply(node.id()));
            cells.add(made);
        }
        starts.add(opened.size());
        return new Unrolled(whole, opened.graph(), cells, starts);
    }

    /// The number of nodes that the opened graph has. Cost: linear in the graph; nothing is opened.
    public static long size(Graph whole) {
        return UnrolledSize.of(whole);
    }

    /// Why a graph is not opened: it has more than [#MOST] numbers. Nothing if it has not.
    public static Optional<Message> refusal(Graph whole) {
        long size = size(whole);
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
        if (cells.get(node).size() != 1) {
            throw new IllegalArgumentException("node " + node + " is a matrix");
        }
        return cells.get(node).getFirst();
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
        values.forEach(
                (leaf, value) -> {
                    for (int k = 0; k < value.size(); k++) {
                        numbers.put(cells.get(leaf).get(k), Tensor.scalar(value.at(k)));
                    }
                });
        return numbers;
    }

    /// The value of each number that is one of a node of the whole graph.
    ///
    /// @param values of the nodes of the whole graph, by id; there may be more
    public Map<Integer, Tensor> values(List<Tensor> values) {
        Map<Integer, Tensor> numbers = new HashMap<>();
        for (int node = 0; node < cells.size(); node++) {
            Tensor value = values.get(node);
            for (int k = 0; k < value.size(); k++) {
                numbers.putIfAbsent(cells.get(node).get(k), Tensor.scalar(value.at(k)));
            }
        }
        return numbers;
    }

    /// The groups of the whole graph around the numbers of their nodes, without those that make
    /// none.
    public List<Group> groups(List<Group> groups) {
        return groups.stream()
                .filter(g -> starts.get(g.from()) < starts.get(g.to()))
                .map(
                        g ->
                                new Group(
                                        g.kind(),
                                        g.name(),
                                        g.title(),
                                        starts.get(g.from()),
                                        starts.get(g.to()),
                                        groups(g.groups())))
                .toList();
    }
}
