package dev.backstep.story;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Rules;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The nodes whose −0 decides a sign: with 0 in its place a node that divides by it would be
/// another infinity, as 1/−0 = −∞ and 1/0 = ∞. Everywhere else −0 and 0 are one number.
final class SignedZeros {

    private final Graph graph;
    private final Trace trace;
    private final Set<Integer> deciding = new HashSet<>();

    private SignedZeros(Graph graph, Trace trace) {
        this.graph = graph;
        this.trace = trace;
    }

    /// Cost: that of looking at each node, unless one divides by 0; then at most two evaluations.
    ///
    /// @param trace has the values of the graph, and may have more
    static Set<Integer> of(Graph graph, Trace trace) {
        SignedZeros zeros = new SignedZeros(graph, trace);
        for (Node node : graph.nodes().reversed()) {
            if (divides(node.op()) && !trace.value(node.id()).isFinite()
                    || zeros.deciding.contains(node.id())) {
                zeros.deciders(node);
            }
        }
        return Set.copyOf(zeros.deciding);
    }

    private static boolean divides(Op op) {
        return op == Binary.DIV
                || op == Binary.SAFE_DIV
                || op == Binary.POW
                || op instanceof Op.Pow(double p) && p < 0;
    }

    /// Finds the operands of a node whose zeros, each with the other sign, would change it.
    private void deciders(Node node) {
        List<Tensor> operands = node.inputs().stream().map(trace::value).toList();
        for (int slot = 0; slot < operands.size(); slot++) {
            Tensor operand = operands.get(slot);
            if (hasZero(operand)) {
                List<Tensor> turned = new ArrayList<>(operands);
                turned.set(slot, operand.map(x -> x == 0 ? -x : x));
                if (differs(trace.value(node.id()), Rules.value(node.op(), turned), node)) {
                    deciding.add(node.inputs().get(slot));
                }
            }
        }
    }

    private static boolean hasZero(Tensor t) {
        for (int k = 0; k < t.size(); k++) {
            if (t.at(k) == 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether two values differ; in the sign of 0 only where that of the node decides.
    private boolean differs(Tensor a, Tensor b, Node node) {
        boolean exact = deciding.contains(node.id());
        for (int k = 0; k < a.size(); k++) {
            double x = exact ? a.at(k) : a.at(k) + 0.0;
            double y = exact ? b.at(k) : b.at(k) + 0.0;
            if (Double.compare(x, y) != 0) {
                return true;
            }
        }
        return false;
    }
}
