package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import java.util.Set;

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

    /// Whether what an edge hands on is hidden.
    public boolean hides(Graph graph, Edge edge) {
        return gradients.contains(graph.unstretched(edge).id());
    }
}
