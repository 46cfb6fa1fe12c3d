package dev.backstep.calculus;

import dev.backstep.explain.ClosedForm;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Unrolled;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the gradient of a leaf costs as the graph deepens: at each of some nodes on the longest
/// path from the leaf to the output, path by path and edge by edge, and as one closed formula.
///
/// @param by the leaf
/// @param stops in the order of the path, the output last
public record Deepening(int by, List<Stop> stops) {

    /// So many nodes are looked at.
    public static final int MOST = 6;

    /// Larger graphs are not opened into their numbers for a closed formula.
    private static final long MOST_NUMBERS = 4_000;

    public Deepening {
        stops = List.copyOf(stops);
    }

    /// One node on the path.
    ///
    /// @param costs of its derivative by the leaf
    /// @param closed the derivative of its first number by the first number of the leaf, written
    ///   out; nothing if a number depends on a whole column at once, as a norm does, or if the
    ///   graph has too many numbers
    public record Stop(int node, PathCosts costs, Optional<ClosedForm> closed) {}

    /// Cost: a few walks over the graph, and over its numbers.
    public static Deepening of(Walkthrough w, int by) {
        EdgeWork work = new EdgeWork(w.adjoint());
        Optional<Opened> opened = opened(w);
        List<Stop> stops = new ArrayList<>();
        for (int node : chosen(w, longest(w, by))) {
            stops.add(
                    new Stop(
                            node,
                            PathCosts.of(w, work, node, by),
                            opened.flatMap(o -> o.closed(node, by))));
        }
        return new Deepening(by, stops);
    }

    private static Optional<Opened> opened(Walkthrough w) {
        if (w.graph().nodes().stream().allMatch(n -> n.shape().isScalar())) {
            return Optional.of(new Opened(w, Optional.empty()));
        }
        if (Unrolled.size(w.graph()) > MOST_NUMBERS) {
            return Optional.empty();
        }
        Unrolled numbers = w.unrolled();
        return Optional.of(new Opened(w.opened(numbers, false), Optional.of(numbers)));
    }

    /// A program number by number.
    private record Opened(Walkthrough w, Optional<Unrolled> numbers) {

        Optional<ClosedForm> closed(int of, int by) {
            return ClosedForm.of(w, first(of), first(by));
        }

        private int first(int node) {
            return numbers.map(u -> u.cells().get(node).getFirst()).orElse(node);
        }
    }

    /// The nodes of the longest path from `by` to the output, without `by`; stretches are no nodes
    /// of their own.
    private static List<Integer> longest(Walkthrough w, int by) {
        int[] length = new int[w.output() + 1];
        int[] from = new int[w.output() + 1];
        Arrays.fill(length, -1);
        length[by] = 0;
        for (int id = by + 1; id <= w.output(); id++) {
            for (Edge edge : w.graph().edges(id)) {
                int source = w.graph().source(edge).id();
                boolean passes = source >= by && w.adjoint().flow(edge).isPresent();
                int more = w.graph().node(id).isStretch() ? 0 : 1;
                if (passes && length[source] >= 0 && length[source] + more > length[id]) {
                    length[id] = length[source] + more;
                    from[id] = source;
                }
            }
        }
        List<Integer> path = new ArrayList<>();
        for (int id = w.output(); length[w.output()] > 0 && id != by; id = from[id]) {
            if (!w.graph().node(id).isStretch()) {
                path.add(id);
            }
        }
        return path.reversed();
    }

    /// Those that have names, if the path has several, at even distances; the last one always.
    private static List<Integer> chosen(Walkthrough w, List<Integer> path) {
        List<Integer> named =
                path.stream()
                        .filter(id -> isNamed(w.graph().node(id)) || id == w.output())
                        .toList();
        List<Integer> from = named.size() > 2 ? named : path;
        int count = Math.min(MOST, from.size());
        List<Integer> chosen = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            chosen.add(from.get(k * from.size() / count - 1));
        }
        return chosen;
    }

    private static boolean isNamed(Node node) {
        return node.name().isPresent();
    }

    /// The largest number of operations of any closed formula.
    public BigInteger largest() {
        return stops.stream()
                .flatMap(s -> s.closed().stream())
                .map(ClosedForm::operations)
                .reduce(BigInteger.ZERO, BigInteger::max);
    }
}
