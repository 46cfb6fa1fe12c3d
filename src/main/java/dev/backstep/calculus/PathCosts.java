package dev.backstep.calculus;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.Arrays;

/// What a gradient costs path by path, and in the order of backprop, where each edge is passed
/// once: multiplications of numbers along edges.
///
/// Counted operation by operation, whatever is folded.
///
/// @param of the node that is differentiated
/// @param by the node it is differentiated by
/// @param paths how many there are
/// @param pathByPath the multiplications if every path is multiplied out by itself
/// @param edgeByEdge the multiplications if each edge is passed once
public record PathCosts(
        int of, int by, BigInteger paths, BigInteger pathByPath, BigInteger edgeByEdge) {

    /// Counts by going over the graph once: the paths of a node are those of its operands, and
    /// their work is theirs, and the work of the edge once for each of them. Nothing is listed.
    public static PathCosts of(Walkthrough w, int of, int by) {
        return of(w, new EdgeWork(w.adjoint()), of, by);
    }

    static PathCosts of(Walkthrough w, EdgeWork work, int of, int by) {
        Graph graph = w.graph();
        BigInteger[] paths = zeros(of + 1);
        BigInteger[] products = zeros(of + 1);
        paths[by] = BigInteger.ONE;
        BigInteger once = BigInteger.ZERO;
        boolean[] above = reached(w, of, by);
        for (int id = by + 1; id <= of; id++) {
            for (Edge edge : graph.edges(id)) {
                int source = graph.source(edge).id();
                if (source >= by && passes(w, edge) && paths[source].signum() > 0) {
                    BigInteger cost = BigInteger.valueOf(work.multiplications(edge));
                    paths[id] = paths[id].add(paths[source]);
                    products[id] =
                            products[id].add(products[source]).add(paths[source].multiply(cost));
                    once = above[id] ? once.add(cost) : once;
                }
            }
        }
        return new PathCosts(of, by, paths[of], products[of], once);
    }

    private static boolean passes(Walkthrough w, Edge edge) {
        return w.adjoint().flow(edge).isPresent();
    }

    /// For each node whether a path leads to it from `of`.
    private static boolean[] reached(Walkthrough w, int of, int by) {
        boolean[] reached = new boolean[of + 1];
        reached[of] = true;
        for (int id = of; id > by; id--) {
            if (reached[id]) {
                for (Edge edge : w.graph().edges(id)) {
                    reached[w.graph().source(edge).id()] |= passes(w, edge);
                }
            }
        }
        return reached;
    }

    private static BigInteger[] zeros(int count) {
        BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    /// The same for the gradients of all leaves together: paths to each of them, and each edge of
    /// the backward pass once. Counted from the output down.
    public static PathCosts ofAllLeaves(Walkthrough w) {
        EdgeWork work = new EdgeWork(w.adjoint());
        BigInteger[] paths = zeros(w.output() + 1);
        BigInteger[] products = zeros(w.output() + 1);
        paths[w.output()] = BigInteger.ONE;
        PathCosts all =
                new PathCosts(w.output(), -1, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
        for (int id = w.output(); id >= 0; id--) {
            for (Edge edge : w.graph().edges(id)) {
                int source = w.graph().source(edge).id();
                if (passes(w, edge)) {
                    BigInteger cost = BigInteger.valueOf(work.multiplications(edge));
                    paths[source] = paths[source].add(paths[id]);
                    products[source] =
                            products[source].add(products[id]).add(paths[id].multiply(cost));
                    all = all.and(BigInteger.ZERO, BigInteger.ZERO, cost);
                }
            }
            if (w.graph().node(id).isLeafWithGradient()) {
                all = all.and(paths[id], products[id], BigInteger.ZERO);
            }
        }
        return all;
    }

    private PathCosts and(BigInteger morePaths, BigInteger alone, BigInteger once) {
        return new PathCosts(
                of, by, paths.add(morePaths), pathByPath.add(alone), edgeByEdge.add(once));
    }

    /// The multiplications that the order of backprop saves.
    public BigInteger saved() {
        return pathByPath.subtract(edgeByEdge);
    }
}
