package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A graph made longer by the gradient of one of its nodes with respect to all others.
///
/// Nodes of the original graph keep their ids. Since the result is again a graph,
/// `Adjoint.of(adjoint.graph(), id)` differentiates once more. Cost: a small constant times the
/// length of the graph (Baur and Strassen 1983).
///
/// @param graph the longer graph
/// @param output the node that was differentiated, 1×1
/// @param seed the node that holds ∂L/∂L = 1
/// @param gradients node → the node that holds ∂L/∂node, for all nodes between the output and a
///   leaf with a gradient
/// @param flows what passes along each edge; the gradient of a node is the sum of what its edges
///   hand it
public record Adjoint(
        Graph graph, int output, int seed, Map<Integer, Integer> gradients, Map<Edge, Flow> flows) {

    /// Differentiates `output`.
    ///
    /// @throws IllegalArgumentException where it is not 1×1
    public static Adjoint of(Graph graph, int output) {
        if (!graph.node(output).shape().isScalar()) {
            throw new IllegalArgumentException("only a 1×1 output can be differentiated");
        }
        Graph.Builder builder = graph.extended();
        int seed = builder.constant(1);
        Map<Edge, Flow> flows = new HashMap<>();
        int[] gradient = backward(builder, output, seed, graph.needsGradient(), flows);
        return new Adjoint(
                builder.build(),
                output,
                seed,
                present(gradient),
                Collections.unmodifiableMap(flows));
    }

    /// Appends ∂output/∂by, so that it is part of the graph like any other node; returns its id, or
    /// nothing if no path leads from `by` to `output` but through a [Op.Stop]. The last node
    /// appended is that gradient.
    ///
    /// @param most nodes that the graph may have; if it would have more, what is appended is not
    ///   whole, and the caller has to give it up
    /// @throws IllegalArgumentException where `output` is not 1×1
    public static Optional<Integer> append(Graph.Builder builder, int output, int by, int most) {
        if (!builder.shape(output).isScalar()) {
            throw new IllegalArgumentException("only a 1×1 output can be differentiated");
        }
        boolean[] needs = new boolean[output + 1];
        for (int id = by; id <= output; id++) {
            Node node = builder.node(id);
            needs[id] =
                    id == by
                            || !(node.op() instanceof Op.Stop)
                                    && node.inputs().stream().anyMatch(i -> needs[i]);
        }
        if (by > output || !needs[output]) {
            return Optional.empty();
        }
        int seed = builder.constant(1);
        int gradient = backward(builder, output, seed, needs, new HashMap<>(), by, most)[by];
        boolean last = gradient == builder.size() - 1 && gradient != seed;
        return Optional.of(
                last ? gradient : builder.add(new Op.Reshape(builder.shape(by)), gradient));
    }

    private static int[] backward(
            Graph.Builder builder, int output, int seed, boolean[] needs, Map<Edge, Flow> flows) {
        return backward(builder, output, seed, needs, flows, -1, Integer.MAX_VALUE);
    }

    /// For each node its gradient, or −1.
    ///
    /// @param end nodes up to this one hand nothing on
    private static int[] backward(
            Graph.Builder builder,
            int output,
            int seed,
            boolean[] needs,
            Map<Edge, Flow> flows,
            int end,
            int most) {
        Adjoints rules = new Adjoints(builder);
        int[] gradient = new int[needs.length];
        Arrays.fill(gradient, -1);
        gradient[output] = seed;
        for (int id = output; id > end && builder.size() <= most; id--) {
            if (gradient[id] < 0 || !needs[id]) {
                continue;
            }
            Node node = builder.node(id);
            for (int slot = 0; slot < node.inputs().size(); slot++) {
                int input = node.inputs().get(slot);
                if (needs[input]) {
                    Flow flow = rules.flow(node, slot, gradient[id]);
                    flows.put(new Edge(id, slot), flow);
                    int arrived = flow.downstream();
                    gradient[input] =
                            gradient[input] < 0
                                    ? arrived
                                    : builder.add(Binary.ADD, gradient[input], arrived);
                }
            }
        }
        return gradient;
    }

    private static Map<Integer, Integer> present(int[] gradient) {
        Map<Integer, Integer> gradients = new HashMap<>();
        for (int id = 0; id < gradient.length; id++) {
            if (gradient[id] >= 0) {
                gradients.put(id, gradient[id]);
            }
        }
        return Collections.unmodifiableMap(gradients);
    }

    /// The node that holds ∂L/∂node, if there is one.
    public Optional<Integer> gradient(int node) {
        return Optional.ofNullable(gradients.get(node));
    }

    /// What passes backward along an edge, if anything does.
    public Optional<Flow> flow(Edge edge) {
        return Optional.ofNullable(flows.get(edge));
    }
}
