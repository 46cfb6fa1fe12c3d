package dev.backstep.notation;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.HashSet;
import java.util.Set;

/// The literals that the formula of their user writes out: `2` in `b = 2 · x`.
public final class Literals {

    private Literals() {}

    /// The constants that need no card, since each formula that uses them shows their value. Not
    /// among them: the output, what nothing uses, what has a name, a matrix too large to be written
    /// in a formula, and NaN or an infinity, which is marked on its card. Cost: linear.
    public static Set<Integer> writtenInFormulas(Graph graph, int output) {
        Set<Integer> written = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (!node.isStretch()) {
                for (Edge edge : graph.edges(node.id())) {
                    Node operand = graph.unstretched(edge);
                    if (operand.id() != output && isWritten(operand)) {
                        written.add(operand.id());
                    }
                }
            }
        }
        return written;
    }

    private static boolean isWritten(Node node) {
        return node.op() instanceof Op.Constant(var value)
                && node.name().isEmpty()
                && value.size() <= Numbers.LARGEST
                && value.isFinite();
    }
}
