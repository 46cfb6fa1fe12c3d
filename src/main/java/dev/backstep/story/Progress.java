package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// What is known when a step has been taken: which values, which gradients, which edges were used.
///
/// Nothing is collected: a story goes up through the nodes and down again, so where it has come to
/// says what lies behind it.
///
/// @param index of the step in the story of `walkthrough`
/// @param now the step itself
/// @param edges the edges in use at this very step: towards the node in a forward step, away from
///   it in a backward one
public record Progress(Walkthrough walkthrough, int index, Step now, List<Edge> edges) {

    /// What is known after step `index` of the story. Cost: that of the one step.
    public static Progress at(Walkthrough w, int index) {
        Step now = w.step(index);
        return new Progress(w, index, now, edges(w, now));
    }

    /// The vertex that the step is about: of the update of a parameter inside a folded group that
    /// group.
    public int active() {
        return walkthrough.drawn().vertex(now.node());
    }

    public boolean isValued(int node) {
        int vertex = walkthrough.drawn().vertex(node);
        if (!walkthrough.drawn().isComputed(vertex)) {
            return walkthrough.graph().node(node).isSource()
                    || walkthrough.labels().isSpelledOut(node);
        }
        return isBackward() || vertex <= now.node();
    }

    /// Whether a node has a value by now that is not hidden.
    public boolean isValueSeen(int node) {
        return isValued(node) && !walkthrough.hidden().hidesValue(node);
    }

    /// Whether training has moved a parameter already, and the new value is not hidden.
    public boolean isUpdated(int node) {
        return now instanceof Step.ParameterUpdate(int last)
                && node <= last
                && !walkthrough.hidden().hidesGradient(node)
                && walkthrough.updates().filter(u -> u.moves(node) && !u.isStopped()).isPresent();
    }

    /// The value of a node that has one by now: of a parameter that has moved, the new one.
    public Tensor value(int node) {
        return isUpdated(node)
                ? walkthrough.updates().orElseThrow().of(node).after()
                : walkthrough.value(node);
    }

    /// Whether a gradient has passed along an edge, this step included.
    public boolean isCrossed(Edge edge) {
        return isBehind(edge)
                && walkthrough.adjoint().flow(edge).isPresent()
                && walkthrough.drawn().containsEdge(edge);
    }

    private boolean isBehind(Edge edge) {
        return switch (now) {
            case Step.Forward _, Step.Seed _ -> false;
            case Step.Backward(int node, List<Edge> used) when used.isEmpty() ->
                    walkthrough.drawn().user(edge) > node;
            case Step.Backward(int _, List<Edge> used) -> {
                Edge last = used.getLast();
                yield edge.node() > last.node()
                        || edge.node() == last.node() && edge.slot() <= last.slot();
            }
            case Step.ParameterUpdate _ -> true;
        };
    }

    /// Whether a vertex has handed its gradient on, or a part of it.
    public boolean isHandedOn(int vertex) {
        return switch (now) {
            case Step.Forward _, Step.Seed _ -> false;
            case Step.Backward(int node, List<Edge> _) -> vertex >= node;
            case Step.ParameterUpdate _ -> true;
        };
    }

    /// What has arrived at a node so far: a part of its gradient until all its edges have handed
    /// on. Nothing where it is hidden.
    public Optional<Tensor> gradient(int node) {
        if (walkthrough.hidden().hidesGradient(node)) {
            return Optional.empty();
        }
        if (isBackward() && node == walkthrough.output()) {
            return walkthrough.gradient(node);
        }
        return Arrivals.of(walkthrough, index, node).sum();
    }

    /// The gradient of a node once nothing more will be added to it.
    public Optional<Tensor> wholeGradient(int node) {
        boolean output = node == walkthrough.output();
        boolean whole = output || Arrivals.of(walkthrough, index, node).complete();
        return whole ? gradient(node) : Optional.empty();
    }

    private boolean isBackward() {
        return !(now instanceof Step.Forward);
    }

    private static List<Edge> edges(Walkthrough w, Step step) {
        return switch (step) {
            case Step.Seed _, Step.ParameterUpdate _ -> List.of();
            case Step.Backward(int _, List<Edge> edges) -> edges;
            case Step.Forward(int node) -> List.copyOf(w.drawn().incomingEdgesOf(node));
        };
    }
}
