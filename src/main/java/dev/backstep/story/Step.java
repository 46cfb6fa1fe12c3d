package dev.backstep.story;

import dev.backstep.graph.Edge;
import java.util.List;

/// One step of the story told about a graph.
public sealed interface Step {

    /// The node a step is about.
    int node();

    /// A node gets its value.
    record Forward(int node) implements Step {}

    /// The output gets the first gradient, ∂L/∂L = 1.
    record Seed(int node) implements Step {}

    /// A node hands its gradient to operands: to all of them at once, or along a single edge.
    ///
    /// @param edges in the order in which they are used; edges of `node` itself, or of the nodes
    ///   inside if it stands for a folded group. None if the gradient ends inside, at leaves
    record Backward(int node, List<Edge> edges) implements Step {
        public Backward {
            edges = List.copyOf(edges);
        }
    }

    /// Training moves a parameter: after the backward pass, never during it.
    record ParameterUpdate(int node) implements Step {}
}
