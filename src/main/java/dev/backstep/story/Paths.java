package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.LocalGradient;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Every way by which the gradient gets from the output to a node; what they carry adds up to its
/// gradient.
///
/// @param count how many there are; `Long.MAX_VALUE` where there are that many or more
/// @param listed the first of them, by operand order from the output
public record Paths(int node, long count, List<Path> listed) {

    private static final long MOST_COUNTED = 1_000_000_000_000_000_000L;

    public Paths {
        listed = List.copyOf(listed);
    }

    /// One path, from the output down; none of the hops where the node is the output itself.
    ///
    /// @param seed what it starts with, 1
    public record Path(int output, Tensor seed, List<Hop> hops) {

        public Path {
            hops = List.copyOf(hops);
        }

        /// What it contributes to the gradient, in the shape of its last node.
        public Tensor product() {
            return hops.isEmpty() ? seed : hops.getLast().carried();
        }

        /// `L → c → b → x`.
        public String plain(Labels labels) {
            StringBuilder out = new StringBuilder(labels.plain(output));
            hops.forEach(hop -> out.append(" → ").append(labels.plain(hop.to())));
            return out.toString();
        }

        /// `L \to c \to b \to x`.
        public String tex(Labels labels) {
            StringBuilder out = new StringBuilder(labels.tex(output));
            hops.forEach(hop -> out.append(" \\to ").append(labels.tex(hop.to())));
            return out.toString();
        }

        /// `1 · 4 · 2`: the local gradients along it, where all are numbers.
        public Optional<String> factors(Numbers numbers) {
            if (hops.isEmpty() || !hops.stream().allMatch(Hop::isScalar)) {
                return Optional.empty();
            }
            List<String> factors =
                    hops.stream()
                            .map(hop -> numbers.plain(hop.local().orElseThrow().item()))
                            .map(f -> f.startsWith("−") ? "(" + f + ")" : f)
                            .toList();
            return Optional.of(String.join(" · ", factors));
        }
    }

    /// One edge of a path.
    ///
    /// @param to the drawn node it leads to
    /// @param local its local gradient in the shortest form; nothing where only the whole Jacobian
    ///   says it
    /// @param carried what of the gradient has come this far by this path alone
    public record Hop(Edge edge, int to, Optional<Tensor> local, Tensor carried) {

        boolean isScalar() {
            return carried.shape().isScalar()
                    && local.filter(l -> l.shape().isScalar()).isPresent();
        }
    }

    /// Counts all paths to `node` and lists `limit` of them. Cost: linear in the graph, and in the
    /// length of what is listed.
    public static Paths of(Walkthrough w, int node, int limit) {
        long[] count = counts(w, node);
        List<Path> listed = new ArrayList<>();
        Deque<Trail> open = new ArrayDeque<>();
        Tensor seed = w.trace().value(w.adjoint().seed());
        if (count[w.output()] > 0) {
            open.push(new Trail(w.output(), Optional.empty(), Optional.empty()));
        }
        while (!open.isEmpty() && listed.size() < limit) {
            Trail now = open.pop();
            if (now.node() == node) {
                listed.add(new Path(w.output(), seed, hops(w, seed, now)));
            } else {
                for (Edge edge : edges(w, now.node()).reversed()) {
                    int to = target(w, edge);
                    if (count[to] > 0) {
                        open.push(new Trail(to, Optional.of(edge), Optional.of(now)));
                    }
                }
            }
        }
        return new Paths(node, count[w.output()], listed);
    }

    /// How many paths are not listed: `1,099,511,627,764`, or `over 10¹⁸`, as beyond that they are
    /// not counted one by one.
    public String rest() {
        long rest = count - listed.size();
        return rest > MOST_COUNTED ? "over 10¹⁸" : String.format(Locale.ROOT, "%,d", rest);
    }

    /// Whether every path is listed.
    public boolean complete() {
        return count == listed.size();
    }

    /// The sum of what the listed paths carry: the gradient of the node, if they are all; nothing
    /// where there are none.
    public Optional<Tensor> sum() {
        return listed.stream().map(Path::product).reduce((a, b) -> a.zip(b, Double::sum));
    }

    /// A place reached on the way down, with the way back up.
    private record Trail(int node, Optional<Edge> by, Optional<Trail> from) {}

    private static List<Hop> hops(Walkthrough w, Tensor seed, Trail end) {
        List<Edge> edges = new ArrayList<>();
        for (Trail v = end; v.from().isPresent(); v = v.from().get()) {
            edges.add(v.by().orElseThrow());
        }
        List<Hop> hops = new ArrayList<>();
        Tensor carried = seed;
        int from = w.output();
        for (Edge edge : edges.reversed()) {
            carried = Vjp.drawn(w, from, edge, carried);
            boolean coupled = isCoupled(w, Between.of(w, edge), from);
            Optional<Tensor> local = coupled ? Optional.empty() : Jacobians.local(w, edge);
            from = target(w, edge);
            hops.add(new Hop(edge, from, local, carried));
        }
        return hops;
    }

    private static boolean isCoupled(Walkthrough w, Between between, int from) {
        if (between.from() != from) {
            return true;
        }
        return between.isNothing()
                ? w.adjoint().flow(between.edge()).orElseThrow().local()
                        instanceof LocalGradient.Coupled
                : !between.isFactor();
    }

    /// For each node the number of paths from it to `node`, found from the inputs up.
    private static long[] counts(Walkthrough w, int node) {
        long[] count = new long[w.graph().size()];
        count[node] = 1;
        for (int id = node + 1; id <= w.output(); id++) {
            for (Edge edge : edges(w, id)) {
                long more = count[target(w, edge)];
                count[id] = count[id] > Long.MAX_VALUE - more ? Long.MAX_VALUE : count[id] + more;
            }
        }
        return count;
    }

    /// The edges by which paths go on from a value: of a folded group those on which it depends.
    private static List<Edge> edges(Walkthrough w, int id) {
        int vertex = w.drawn().vertex(id);
        if (!w.drawn().isComputed(vertex)) {
            return List.of();
        }
        List<Edge> flows = w.drawn().flows(w.adjoint(), vertex);
        Optional<FoldedGroup> folded = w.drawn().folded(vertex);
        if (folded.isEmpty() || flows.isEmpty()) {
            return flows;
        }
        if (!folded.get().exits().contains(id)) {
            return List.of();
        }
        Set<Integer> inside = inside(w.graph(), folded.get().group(), id);
        return flows.stream().filter(e -> inside.contains(e.node())).toList();
    }

    /// The nodes of a group that one of them depends on, itself among them.
    private static Set<Integer> inside(Graph graph, Group group, int node) {
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (group.holds(id) && found.add(id)) {
                graph.node(id).inputs().forEach(open::push);
            }
        }
        return found;
    }

    private static int target(Walkthrough w, Edge edge) {
        return w.drawn().source(edge).id();
    }
}
