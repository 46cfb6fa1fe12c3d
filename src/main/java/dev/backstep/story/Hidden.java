package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Unrolled;
import java.util.Set;
import java.util.stream.Collectors;

/// The numbers of a walkthrough that are not to be seen yet, since somebody is asked for them or
/// could read from them what is asked.
///
/// @param values nodes of the graph whose value is hidden
/// @param gradients nodes whose gradient is hidden, and with it what any edge hands to them
public record Hidden(Set<Integer> values, Set<Integer> gradients) {

    /// All is shown.
    public static final Hidden NONE = new Hidden(Set.of(), Set.of());

    public Hidden {
        values = Set.copyOf(values);
        gradients = Set.copyOf(gradients);
    }

    /// Whether all is shown.
    public boolean isNothing() {
        return values.isEmpty() && gradients.isEmpty();
    }

    public boolean hidesValue(int node) {
        return values.contains(node);
    }

    public boolean hidesGradient(int node) {
        return gradients.contains(node);
    }

    /// The same of a graph whose matrices are opened into their numbers.
    public Hidden opened(Unrolled unrolled) {
        return new Hidden(parts(values, unrolled), parts(gradients, unrolled));
    }

    private static Set<Integer> parts(Set<Integer> nodes, Unrolled unrolled) {
        return nodes.isEmpty()
                ? nodes
                : unrolled.graph().nodes().stream()
                        .map(Node::id)
                        .filter(id -> nodes.contains(unrolled.origin(id)))
                        .collect(Collectors.toSet());
    }

    /// Whether what a step tells is hidden, or shows what is.
    public boolean hidesStep(Walkthrough w, Step step) {
        if (isNothing()) {
            return false;
        }
        return switch (step) {
            case Step.Seed _ -> false;
            case Step.ParameterUpdate(int node) -> hidesGradient(node);
            case Step.Forward(int node) ->
                    hidesValue(node)
                            || w.drawn().operands(node).stream().anyMatch(this::hidesValue);
            case Step.Backward(int node, var edges) ->
                    hidesGradient(node)
                            || edges.stream().anyMatch(e -> hides(w.graph(), e))
                            || hidesValue(node)
                            || w.drawn().operands(node).stream().anyMatch(this::hidesValue);
        };
    }

    /// Whether what an edge hands on is hidden.
    public boolean hides(Graph graph, Edge edge) {
        return gradients.contains(graph.unstretched(edge).id());
    }
}
