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
        Adjoints rules = new Adjoints(builder);
        int seed = builder.constant(1);
        boolean[] needs = graph.needsGradient();
        int[] gradient = new int[graph.size()];
        Arrays.fill(gradient, -1);
        gradient[output] = seed;
        Map<Edge, Flow> flows = new HashMap<>();
        for (int id = output; id >= 0; id--) {
            if (gradient[id] < 0 || !needs[id]) {
                continue;
            }
            Node node = graph.node(id);
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
        return new Adjoint(
                builder.build(),
                output,
                seed,
                present(gradient),
                Collections.unmodifiableMap(flows));
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
