package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Step;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What is known when a step has been taken: which values, which gradients, which edges were used.
///
/// @param active the node that the step is about
/// @param edges the edges in use at this very step: towards the node in a forward step, away from
///   it in a backward one
/// @param valued the nodes whose values are known
/// @param crossed the edges along which a gradient has passed, this step included
/// @param gradients what has arrived at each node so far: a part of its gradient until all its
///   edges have handed on
public record Progress(
        int active,
        List<Edge> edges,
        Set<Integer> valued,
        Set<Edge> crossed,
        Map<Integer, Tensor> gradients) {

    /// What is known after step `index` of the story. Cost: linear in the steps, and no arithmetic.
    public static Progress at(Walkthrough w, int index) {
        Set<Integer> valued = HashSet.newHashSet(w.graph().size());
        w.graph().nodes().stream().filter(Node::isSource).forEach(n -> valued.add(n.id()));
        Set<Edge> crossed = HashSet.newHashSet(index + 1);
        Map<Integer, Tensor> gradients = new HashMap<>();
        for (int i = 0; i <= index; i++) {
            switch (w.step(i)) {
                case Step.Forward(int node) -> valued.add(node);
                case Step.Seed(int node) -> gradients.put(node, w.gradient(node).orElseThrow());
                case Step.Backward(int _, List<Edge> edges) -> crossed.addAll(edges);
            }
        }
        if (!crossed.isEmpty()) {
            w.contributions()
                    .keySet()
                    .forEach(
                            to ->
                                    Arrivals.of(w, index, to)
                                            .sum()
                                            .ifPresent(sum -> gradients.put(to, sum)));
        }
        Step now = w.step(index);
        return new Progress(now.node(), edges(w, now), valued, crossed, gradients);
    }

    public boolean isValued(int node) {
        return valued.contains(node);
    }

    /// What has arrived at a node so far.
    public Optional<Tensor> gradient(int node) {
        return Optional.ofNullable(gradients.get(node));
    }

    private static List<Edge> edges(Walkthrough w, Step step) {
        return switch (step) {
            case Step.Seed _ -> List.of();
            case Step.Backward(int _, List<Edge> edges) -> edges;
            case Step.Forward(int node) ->
                    IntStream.range(0, w.graph().node(node).inputs().size())
                            .mapToObj(slot -> new Edge(node, slot))
                            .toList();
        };
    }
}
