package dev.backstep.layout;

import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where numbers break: the nodes in which a NaN or an infinity first appears, and why.
public final class Breaks {

    private static final String OVERFLOW = "the result is larger than 1.8·10³⁰⁸, the largest number there is.";

    private Breaks() {}

    /// For each node that makes a NaN of numbers, or an infinity of finite numbers, a sentence that says why.
    public static Map<Integer, String> of(Walkthrough w) {
        Map<Integer, String> breaks = new HashMap<>();
        for (Node node : w.graph().nodes()) {
            Tensor value = w.value(node.id());
            if (!value.isFinite() && !node.isStretch()) {
                List<Tensor> operands = node.inputs().stream().map(w::value).toList();
                boolean makesNaN = hasNaN(value) && operands.stream().noneMatch(Breaks::hasNaN);
                if (makesNaN || operands.stream().allMatch(Tensor::isFinite)) {
                    breaks.put(node.id(), why(node, value, operands));
                }
            }
        }
        return breaks;
    }

    private static String why(Node node, Tensor value, List<Tensor> operands) {
        String result = hasNaN(value) ? "NaN" : "∞";
        if (node.isSource()) {
            return result + " is written here.";
        }
        String of = operands.stream().allMatch(t -> t.shape().isScalar())
                ? operands.stream().map(t -> Numbers.DEFAULT.plain(t.item())).collect(Collectors.joining(" and "))
                : "these operands";
        String begins = "The first " + result + " appears here, of " + of + ": ";
        return begins + (hasNaN(value) ? noNumber(node.op()) : tooLarge(node.op(), operands));
    }

    private static String noNumber(Op op) {
        return switch (op) {
            case Op.Unary.LOG -> "there is no logarithm of a negative number.";
            case Op.Unary.SQRT -> "there is no square root of a negative number.";
            case Op.Binary.DIV -> "0/0 and ∞/∞ are no numbers.";
            case Op.Binary.MUL -> "0 · ∞ is no number.";
            case Op.Binary.POW -> "a negative number has no such power.";
            case Op.Pow _ -> "a negative number has no such power.";
            default -> "∞ − ∞ and 0 · ∞ are no numbers.";
        };
    }

    private static String tooLarge(Op op, List<Tensor> operands) {
        return switch (op) {
            case Op.Unary.LOG -> "log 0 is −∞.";
            case Op.Binary.DIV -> hasZero(operands.getLast()) ? "it divides by 0." : OVERFLOW;
            case Op.Binary.POW -> hasZero(operands.getFirst()) ? "it divides by 0." : OVERFLOW;
            case Op.Pow _ -> hasZero(operands.getFirst()) ? "it divides by 0." : OVERFLOW;
            case Op.Binary.BCE, Op.Columns.CE -> "it takes the logarithm of 0.";
            default -> OVERFLOW;
        };
    }

    private static boolean hasNaN(Tensor t) {
        return Arrays.stream(t.toArray()).anyMatch(Double::isNaN);
    }

    private static boolean hasZero(Tensor t) {
        return Arrays.stream(t.toArray()).anyMatch(x -> x == 0);
    }
}
