package dev.backstep.calculus;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Tangents;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Forward mode and reverse mode on the same graph, for the gradient of the output by all leaves.
///
/// A forward pass follows one element of one leaf and finds one number of the gradient; a backward
/// pass finds all of them.
///
/// @param inputs n, the elements of all leaves that have a gradient: so many forward passes
/// @param forward the multiplications of all forward passes together
/// @param backward the multiplications of the backward pass
public record ModeCosts(long inputs, BigInteger forward, long backward) {

    /// One row of a forward pass.
    ///
    /// @param tangent the derivative of the node along the direction
    public record Row(int node, Tensor value, Tensor tangent) {}

    /// A forward pass along one element of a leaf.
    ///
    /// @param multiplications along all its edges
    /// @param rows the nodes that depend on the leaf and on which the output depends, in order
    public record Pass(int leaf, int element, long multiplications, List<Row> rows) {

        public Pass {
            rows = List.copyOf(rows);
        }

        /// What it finds: one number of the gradient.
        public double slope() {
            return rows.getLast().tangent().item();
        }
    }

    /// Counts both. Cost: a walk over the graph for every 64 leaves.
    public static ModeCosts of(Walkthrough w) {
        EdgeWork work = new EdgeWork(w.adjoint());
        Map<Long, List<Integer>> bySize = new TreeMap<>();
        for (Node leaf : leaves(w)) {
            bySize.computeIfAbsent(leaf.shape().size(), _ -> new ArrayList<>()).add(leaf.id());
        }
        long inputs = 0;
        BigInteger forward = BigInteger.ZERO;
        for (Map.Entry<Long, List<Integer>> same : bySize.entrySet()) {
            BigInteger size = BigInteger.valueOf(same.getKey());
            List<Integer> leaves = same.getValue();
            inputs += same.getKey() * leaves.size();
            for (int from = 0; from < leaves.size(); from += Long.SIZE) {
                int to = Math.min(leaves.size(), from + Long.SIZE);
                forward = forward.add(size.multiply(work(w, work, leaves.subList(from, to))));
            }
        }
        long backward =
                w.adjoint().flows().keySet().stream().mapToLong(work::multiplications).sum();
        return new ModeCosts(inputs, forward, backward);
    }

    /// The leaves that have a gradient.
    public static List<Node> leaves(Walkthrough w) {
        return w.graph().nodes().stream()
                .filter(n -> n.isLeafWithGradient() && w.gradient(n.id()).isPresent())
                .toList();
    }

    /// The multiplications of a pass for each of at most 64 leaves, added up: along each edge that
    /// the tangent of the leaf passes on its way to the output.
    private static BigInteger work(Walkthrough w, EdgeWork work, List<Integer> leaves) {
        long[] moves = new long[w.output() + 1];
        BigInteger all = BigInteger.ZERO;
        for (int k = 0; k < leaves.size(); k++) {
            moves[leaves.get(k)] = 1L << k;
        }
        for (int id = leaves.getFirst() + 1; id <= w.output(); id++) {
            long here = moves[id];
            for (Edge edge : w.graph().edges(id)) {
                long from = moves[w.graph().source(edge).id()];
                if (from != 0 && w.adjoint().flow(edge).isPresent()) {
                    here |= from;
                    long cost = work.multiplications(edge) * Long.bitCount(from);
                    all = all.add(BigInteger.valueOf(cost));
                }
            }
            moves[id] = here;
        }
        return all;
    }

    /// For each node whether it depends on the leaf and the output on it.
    private static boolean[] moving(Walkthrough w, int leaf) {
        Graph graph = w.graph();
        boolean[] moves = new boolean[w.output() + 1];
        moves[leaf] = true;
        for (int id = leaf + 1; id <= w.output(); id++) {
            moves[id] =
                    graph.edges(id).stream()
                            .anyMatch(
                                    e ->
                                            moves[graph.source(e).id()]
                                                    && w.adjoint().flow(e).isPresent());
        }
        return moves;
    }

    /// Follows one element of a leaf through the graph. Cost: a few times one evaluation.
    public static Pass pass(Walkthrough w, int leaf, int element) {
        Tangents tangents = Tangents.of(w.graph(), leaf, w.output());
        AppendedNodes nodes = new AppendedNodes(w, tangents.graph(), tangents.direction());
        Shape shape = w.graph().node(leaf).shape();
        nodes.put(Tensor.full(shape, 0).with(element, 1));
        boolean[] moves = moving(w, leaf);
        List<Row> rows = new ArrayList<>();
        for (int id = leaf; id <= w.output(); id++) {
            if (moves[id] && !w.graph().node(id).isStretch()) {
                Tensor tangent =
                        tangents.tangent(id)
                                .map(nodes::value)
                                .orElse(Tensor.full(w.graph().node(id).shape(), 0));
                rows.add(new Row(id, w.value(id), tangent));
            }
        }
        return new Pass(
                leaf,
                element,
                work(w, new EdgeWork(w.adjoint()), List.of(leaf)).longValueExact(),
                rows);
    }
}
