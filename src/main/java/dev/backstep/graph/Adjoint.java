package dev.backstep.graph;

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
/// @param slip what a mistake has done to the pass; nothing where none was asked for
public record Adjoint(
        Graph graph,
        int output,
        int seed,
        Map<Integer, Integer> gradients,
        Map<Edge, Flow> flows,
        Optional<Slip> slip) {

    /// Differentiates `output`.
    ///
    /// @throws IllegalArgumentException where it is not 1×1
    public static Adjoint of(Graph graph, int output) {
        return of(graph, output, BackwardPass.RIGHT);
    }

    /// Differentiates `output` with a mistake, where nothing trains. Where the mistake cannot be
    /// made, the right rule holds.
    ///
    /// @throws IllegalArgumentException where it is not 1×1
    public static Adjoint of(Graph graph, int output, Mistake mistake) {
        return of(graph, output, BackwardPass.with(mistake));
    }

    /// Differentiates `output` by a pass.
    ///
    /// @throws IllegalArgumentException where it is not 1×1
    public static Adjoint of(Graph graph, int output, BackwardPass pass) {
        if (!graph.node(output).shape().isScalar()) {
            throw new IllegalArgumentException("only a 1×1 output can be differentiated");
        }
        Graph.Builder builder = graph.extended();
        int seed = ReverseSweep.seed(builder, pass);
        Map<Edge, Flow> flows = new HashMap<>();
        ReverseSweep backward = new ReverseSweep(builder, graph.needsGradient(), flows, pass);
        int[] gradient = backward.run(output, seed, -1, Integer.MAX_VALUE);
        return new Adjoint(
                builder.build(),
                output,
                seed,
                present(gradient),
                Collections.unmodifiableMap(flows),
                backward.slip());
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
        int seed = ReverseSweep.seed(builder, BackwardPass.RIGHT);
        ReverseSweep backward =
                new ReverseSweep(builder, needs, new HashMap<>(), BackwardPass.RIGHT);
        int gradient = backward.run(output, seed, by, most)[by];
        boolean last = gradient == builder.size() - 1 && gradient != seed;
        return Optional.of(
                last ? gradient : builder.add(new Op.Reshape(builder.shape(by)), gradient));
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

    /// What passes backward along an edge, if anything does; also what is lost in the end.
    public Optional<Flow> flow(Edge edge) {
        return Optional.ofNullable(flows.get(edge));
    }

    /// What the mistake has done to the pass, where it is made; nothing where the pass is right.
    public Optional<Slip> made() {
        return slip.filter(Slip::isMade);
    }

    /// Whether the pass was done with this mistake and it was made somewhere.
    public boolean makes(Mistake mistake) {
        return made().filter(m -> m.mistake() == mistake).isPresent();
    }

    /// The parameter that a node holds as it has become during a mistaken pass.
    public Optional<Integer> moved(int node) {
        return slip.flatMap(s -> Optional.ofNullable(s.moved().get(node)));
    }

    /// Whether what an edge hands on is in no gradient, since another edge has overwritten it.
    public boolean isLost(Edge edge) {
        return slip.filter(s -> s.lost().contains(edge)).isPresent();
    }
}
