package dev.backstep.train;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a run left the finite numbers, found by stepping through the batch it happened in.
///
/// @param epoch the epoch, from 1
/// @param batch the batch in it, from 1
/// @param node the first node, in evaluation order, with a value that is not finite: of the graph, or of its adjoint
/// @param name what it is called: `Z1`, `∂L/∂W1`, or its op
/// @param why in words
public record Failure(int epoch, int batch, int node, String name, String why) {

    static Failure find(Network network, Map<Integer, Tensor> leaves, int epoch, int batch) {
        Adjoint adjoint = Adjoint.of(network.graph(), network.output());
        Trace trace = Trace.of(adjoint.graph(), leaves);
        for (Node node : adjoint.graph().nodes()) {
            if (!trace.value(node.id()).isFinite()) {
                List<Tensor> operands = node.inputs().stream().map(trace::value).toList();
                return new Failure(epoch, batch, node.id(), name(adjoint, network, node), why(node, operands, trace));
            }
        }
        return new Failure(epoch, batch, network.output(), "the loss", "a sum on the way grew too large");
    }

    /// `epoch 3, batch 7: Z1 is not finite: …`
    public String sentence() {
        return "epoch " + epoch + ", batch " + batch + ": " + name + " is not finite: " + why;
    }

    private static String name(Adjoint adjoint, Network network, Node node) {
        Optional<String> gradient = adjoint.gradients().entrySet().stream()
                .filter(e -> e.getValue() == node.id())
                .flatMap(e -> network.graph().node(e.getKey()).name().stream())
                .findFirst();
        String op = node.op() instanceof Enum<?> e ? e.name() : node.op().getClass().getSimpleName();
        return node.name().orElse(gradient.map(of -> "∂L/∂" + of).orElse(op.toLowerCase(Locale.ROOT)));
    }

    private static String why(Node node, List<Tensor> operands, Trace trace) {
        boolean nan = has(trace.value(node.id()), Double::isNaN);
        if (node.isSource()) {
            return node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM
                    ? "the step before made it so; try a smaller learning rate"
                    : "it was given so";
        }
        Tensor last = operands.getLast();
        return switch (node.op()) {
            case Unary u when u == Unary.LOG && has(last, t -> t < 0) -> "the logarithm of a negative number";
            case Unary u when u == Unary.LOG -> "the logarithm of 0 is −∞";
            case Unary u when u == Unary.SQRT -> "the root of a negative number";
            case Unary u when u == Unary.EXP -> "e to a power above 709 is larger than any double";
            case Binary b when b == Binary.DIV && has(last, t -> t == 0) -> nan ? "0 divided by 0" : "a division by 0";
            case Binary b when b == Binary.BCE -> "a prediction is exactly 0 or 1, and log 0 is −∞; bce_logits avoids it";
            case Op.Columns c when c == Op.Columns.CE -> "a prediction is exactly 0, and log 0 is −∞; ce_logits avoids it";
            case Op.Norm() -> "the gradient of a norm at 0 is 0/0";
            default -> nan ? "this operation has no value here" : "larger than any double: the numbers explode";
        };
    }

    private static boolean has(Tensor t, java.util.function.DoublePredicate test) {
        for (int k = 0; k < t.size(); k++) {
            if (test.test(t.at(k))) {
                return true;
            }
        }
        return false;
    }
}
