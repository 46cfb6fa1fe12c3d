package dev.backstep.explain;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The derivative of one number by another as one expression of the leaves, as differentiating the
/// formula by hand gives it: nothing that comes twice is shared, every value is written out
/// wherever it is used.
///
/// By the chain rule, dz/dx is the sum over the operands of z of local gradient times d operand/dx.
/// A factor of 1 and a term of 0 are left out; nothing else is simplified. The expression may be
/// astronomically large: its operations are counted without writing it.
///
/// @param operations those of the expression: each op is one, each sign between two terms or
///   factors is one
/// @param shared those that backprop does on the graph for the same number: each node that is
///   computed, forward and backward, is one
public record ClosedForm(Walkthrough w, int of, int by, BigInteger operations, long shared) {

    /// The derivative of `of` by `by` in a graph of numbers.
    ///
    /// @return nothing if a matrix takes part, or no gradient passes
    public static Optional<ClosedForm> of(Walkthrough w, int of, int by) {
        Graph graph = w.graph();
        for (int id = by; id <= of; id++) {
            if (!graph.node(id).shape().isScalar()) {
                return Optional.empty();
            }
        }
        WrittenSizes sizes = new WrittenSizes(w);
        BigInteger[] derivative = new BigInteger[of + 1];
        derivative[by] = BigInteger.ZERO;
        for (int id = by + 1; id <= of; id++) {
            for (Edge edge : graph.edges(id)) {
                int source = graph.source(edge).id();
                if (source >= by && derivative[source] != null && passes(w, edge)) {
                    BigInteger term = sizes.term(edge, source == by, derivative[source]);
                    derivative[id] =
                            derivative[id] == null
                                    ? term
                                    : derivative[id].add(term).add(BigInteger.ONE);
                }
            }
        }
        return derivative[of] == null || of == by
                ? Optional.empty()
                : Optional.of(new ClosedForm(w, of, by, derivative[of], shared(graph, of, by)));
    }

    private static boolean passes(Walkthrough w, Edge edge) {
        return w.adjoint().flow(edge).isPresent();
    }

    /// The computed nodes on which the gradient depends.
    private static long shared(Graph graph, int of, int by) {
        Graph.Builder builder = graph.extended();
        int gradient = Adjoint.append(builder, of, by, Integer.MAX_VALUE).orElseThrow();
        Graph longer = builder.build();
        boolean[] needed = new boolean[longer.size()];
        needed[gradient] = true;
        long computed = 0;
        for (int id = longer.size() - 1; id >= 0; id--) {
            if (needed[id]) {
                Node node = longer.node(id);
                node.inputs().forEach(i -> needed[i] = true);
                computed += isOperation(node) ? 1 : 0;
            }
        }
        return computed;
    }

    /// Whether something is computed: not where a number is only taken from one place to another.
    private static boolean isOperation(Node node) {
        return !node.isSource() && !(node.op() instanceof Op.Move) && !isCopy(node);
    }

    private static boolean isCopy(Node node) {
        return switch (node.op()) {
            case Op.Reshape _, Op.Broadcast _, Op.Transpose _ -> true;
            default -> false;
        };
    }

    /// How many operations each value takes if it is written out.
    private static final class WrittenSizes {

        private final Walkthrough w;
        private final Map<Integer, BigInteger> known = new HashMap<>();

        WrittenSizes(Walkthrough w) {
            this.w = w;
            for (Node node : w.graph().nodes()) {
                known.put(node.id(), written(node));
            }
        }

        /// The operands of a node are known; the rule of a local gradient is a few nodes deep.
        private BigInteger of(int id) {
            BigInteger size = known.get(id);
            if (size == null) {
                size = written(w.adjoint().graph().node(id));
                known.put(id, size);
            }
            return size;
        }

        private BigInteger written(Node node) {
            BigInteger all = isOperation(node) ? BigInteger.ONE : BigInteger.ZERO;
            for (int input : node.inputs()) {
                all = all.add(of(input));
            }
            return all;
        }

        BigInteger term(Edge edge, boolean last, BigInteger rest) {
            return switch (w.adjoint().flow(edge).orElseThrow().local()) {
                case LocalGradient.Factor(int node) -> product(of(node), last, rest);
                case LocalGradient.Left(int node) -> product(of(node), last, rest);
                case LocalGradient.Right(int node) -> product(of(node), last, rest);
                case LocalGradient.Unit(), LocalGradient.Coupled() -> rest;
            };
        }

        private static BigInteger product(BigInteger local, boolean last, BigInteger rest) {
            return last ? local : local.add(BigInteger.ONE).add(rest);
        }
    }

    /// The beginning of the expression in pieces of TeX, between any two of which a line may end.
    ///
    /// @param most pieces; if there are more, the last one is an ellipsis
    public List<String> beginning(int most) {
        ClosedFormWriter writer = new ClosedFormWriter(w, by, depending(), most);
        writer.derivative(of);
        return writer.pieces();
    }

    /// The nodes through which `of` depends on `by`.
    private Set<Integer> depending() {
        Set<Integer> found = new HashSet<>(Set.of(by));
        for (int id = by + 1; id <= of; id++) {
            for (Edge edge : w.graph().edges(id)) {
                if (found.contains(w.graph().source(edge).id()) && passes(w, edge)) {
                    found.add(id);
                }
            }
        }
        return found;
    }
}
