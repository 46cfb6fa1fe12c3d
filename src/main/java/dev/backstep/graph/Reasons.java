package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;

/// Why an op gives NaN or an infinity, in words.
final class Reasons {

    private Reasons() {}

    /// The reason for element `k` of a node, given the values of its operands.
    static String why(Node node, List<Tensor> operands, int k, double z) {
        boolean elementwise = operands.stream().allMatch(t -> t.shape().equals(node.shape()));
        double x = elementwise && !operands.isEmpty() ? operands.getFirst().at(k) : Double.NaN;
        double y = elementwise && operands.size() > 1 ? operands.get(1).at(k) : Double.NaN;
        return switch (node.op()) {
            case Op.Leaf _, Op.Constant _ -> "it is given as " + text(z);
            case Unary op -> unary(op, x, z);
            case Op.Pow(double p) -> power(x, p, z);
            case Binary op -> binary(op, x, y, z);
            case Op.Norm() -> "the norm" + is(z);
            case Op.MatMul(), Op.Dot() -> "a sum of products" + is(z);
            case Op.SumTo _, Op.MeanTo _ -> "the sum" + is(z);
            case Columns op ->
                    switch (op) {
                        case SOFTMAX, LOG_SOFTMAX ->
                                "softmax of a column with an infinity is not a number";
                        case CE -> "log ŷ of a ŷ of 0" + is(z);
                        case CE_LOGITS -> "the sum over a column" + is(z);
                    };
            case Op.Relu _,
                    Op.Abs _,
                    Op.LeakyRelu _,
                    Op.Elu _,
                    Op.Step _,
                    Op.Transpose _,
                    Op.Reshape _,
                    Op.Stretch _ ->
                    node.op().word() + " of " + text(x) + is(z);
        };
    }

    private static String unary(Unary op, double x, double z) {
        boolean negative = (op == Unary.LOG || op == Unary.SQRT) && x < 0;
        return op.word()
                + " of "
                + text(x)
                + (negative ? " is not a number: it is negative" : is(z));
    }

    private static String power(double x, double p, double z) {
        if (x == 0 && p < 0) {
            return "0 to the power of " + text(p) + " divides by 0";
        }
        if (x < 0 && Double.isNaN(z)) {
            return "a negative number has no power of " + text(p);
        }
        return text(x) + " to the power of " + text(p) + is(z);
    }

    private static String binary(Binary op, double x, double y, double z) {
        return switch (op) {
            case ADD -> text(x) + " + " + text(y) + is(z);
            case SUB -> text(x) + " − " + text(y) + is(z);
            case SE -> "(" + text(x) + " − " + text(y) + ")²" + is(z);
            case MUL -> text(x) + " · " + text(y) + is(z);
            case DIV, SAFE_DIV -> text(x) + " / " + text(y) + is(z) + (y == 0 ? ": it divides by 0" : "");
            case POW -> power(x, y, z);
            case BCE -> bce(x, y, z);
            case BCE_LOGITS, MAX, MIN -> op.word() + " of " + text(x) + " and " + text(y) + is(z);
        };
    }

    private static String bce(double p, double y, double z) {
        if (p == 0 && Double.isInfinite(z)) {
            return "log of ŷ = 0 is −∞";
        }
        if (p == 1 && Double.isInfinite(z)) {
            return "log of 1 − ŷ = 0 is −∞";
        }
        return p >= 0 && p <= 1
                ? "bce of " + text(p) + " and " + text(y) + is(z)
                : "ŷ = " + text(p) + " is not between 0 and 1";
    }

    /// The predicate: ` is ∞`, ` is not a number`.
    private static String is(double z) {
        return Double.isNaN(z) ? " is not a number" : " is " + text(z);
    }

    /// A number as a sentence shows it.
    private static String text(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        String digits =
                x == Math.rint(x) && Math.abs(x) < 1e7
                        ? Long.toString((long) x)
                        : String.format(Locale.ROOT, "%.4g", x).replaceFirst("\\.?0+(?=e|$)", "");
        return digits.replace('-', '−');
    }
}
