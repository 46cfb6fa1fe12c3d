package dev.backstep.notation;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The literals that the formula of their user writes out: `2` in `b = 2 · x`, `1/4` in `c = 1/4 ·
/// x`.
public final class Literals {

    private Literals() {}

    /// The numbers that need no card, since each formula that uses them shows them: constants, and
    /// what is computed from a few literals alone. Not among them: the output, what nothing uses,
    /// what has a name, a matrix too large to be written in a formula, and NaN or an infinity,
    /// which is marked on its card. Cost: linear.
    public static Set<Integer> writtenInFormulas(Graph graph, int output) {
        Set<Integer> written = new HashSet<>();
        Map<Integer, SpelledNumber> computed = computed(graph);
        for (Node node : graph.nodes()) {
            if (!node.isStretch()) {
                for (Edge edge : graph.edges(node.id())) {
                    Node operand = graph.unstretched(edge);
                    boolean spelled = computed.containsKey(operand.id());
                    if (operand.id() != output && (spelled || isWritten(operand))) {
                        written.add(operand.id());
                    }
                }
            }
        }
        return written;
    }

    /// What is computed from literals alone and used by something.
    static Map<Integer, SpelledNumber> computed(Graph graph) {
        Map<Integer, SpelledNumber> literals = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Node node : graph.nodes()) {
            List<Integer> operands =
                    graph.edges(node.id()).stream().map(e -> graph.unstretched(e).id()).toList();
            if (!node.isStretch()) {
                used.addAll(operands);
            }
            if (node.op() instanceof Op.Constant(var value) && isWritten(node)) {
                literals.put(node.id(), SpelledNumber.of(value));
            } else if (node.shape().isScalar() && literals.keySet().containsAll(operands)) {
                SpelledNumber.of(
                                node,
                                operands.stream()
                                        .map(i -> Objects.requireNonNull(literals.get(i)))
                                        .toList())
                        .ifPresent(l -> literals.put(node.id(), l));
            }
        }
        literals.keySet().removeIf(id -> graph.node(id).isSource() || !used.contains(id));
        return literals;
    }

    private static boolean isWritten(Node node) {
        return node.op() instanceof Op.Constant(var value)
                && node.name().isEmpty()
                && value.size() <= Numbers.LARGEST
                && value.isFinite();
    }
}
