package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Folding;
import dev.backstep.story.Vjp;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// The backward pass of a program done again with something changed, op by op.
///
/// What an edge hands on is linear in what arrives at its node, so that a change at one place is
/// pushed down from there alone.
///
/// @param w the walkthrough with no group folded
record RedonePass(Walkthrough w) {

    static RedonePass of(Walkthrough w) {
        return new RedonePass(w.folded(Folding.NONE));
    }

    /// The edges along which a node hands its gradient on.
    List<Edge> flows(int node) {
        return w.drawn().containsVertex(node) ? w.drawn().flows(w.adjoint(), node) : List.of();
    }

    int source(Edge edge) {
        return w.drawn().source(edge).id();
    }

    /// What an edge hands on when `upstream` arrives at its node.
    Tensor hand(Edge edge, Tensor upstream) {
        return Vjp.drawn(w, edge, upstream);
    }

    /// What arrives at node `to` when `upstream` arrives at node `from`, each edge by its rule.
    Optional<Tensor> push(int from, int to, Tensor upstream) {
        return pass(from, to, upstream, this::hand, RedonePass::sum);
    }

    /// What arrives at a node from the output, each edge by the rule given.
    Optional<Tensor> redo(int to, BiFunction<Edge, Tensor, Tensor> rule) {
        return pass(w.output(), to, Tensor.scalar(1), rule, RedonePass::sum);
    }

    /// What arrives at a node if each gradient that arrives takes the place of those before it.
    Optional<Tensor> replacing(int to) {
        return pass(w.output(), to, Tensor.scalar(1), this::hand, (_, last) -> last);
    }

    private Optional<Tensor> pass(
            int from,
            int to,
            Tensor upstream,
            BiFunction<Edge, Tensor, Tensor> rule,
            BiFunction<Tensor, Tensor, Tensor> join) {
        Map<Integer, Tensor> arrived = new HashMap<>(Map.of(from, upstream));
        for (int id = from; id > to; id--) {
            Tensor here = arrived.get(id);
            if (here != null) {
                for (Edge edge : flows(id)) {
                    if (source(edge) >= to) {
                        arrived.merge(source(edge), rule.apply(edge, here), join);
                    }
                }
            }
        }
        return Optional.ofNullable(arrived.get(to));
    }

    static Tensor sum(Tensor a, Tensor b) {
        return a.zip(b, Double::sum);
    }

    /// The edges on the ways from the output to a node, those next to the node first.
    List<Edge> waysTo(int node) {
        Map<Integer, List<Edge>> into = new HashMap<>();
        for (int id : w.drawn().vertexSet()) {
            if (w.gradient(id).isPresent()) {
                flows(id)
                        .forEach(
                                e ->
                                        into.computeIfAbsent(source(e), _ -> new ArrayList<>())
                                                .add(e));
            }
        }
        List<Edge> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(Set.of(node));
        Deque<Integer> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            for (Edge edge : into.getOrDefault(open.removeFirst(), List.of()).reversed()) {
                found.add(edge);
                if (seen.add(edge.node())) {
                    open.addLast(edge.node());
                }
            }
        }
        return found;
    }
}
