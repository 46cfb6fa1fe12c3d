package dev.backstep.story;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Why an op gives NaN or an infinity, in words.
final class NonFiniteReasons {

    private NonFiniteReasons() {}

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
            case Op.SumTo _ -> "the sum" + is(z);
            case Op.MeanTo _ -> "the sum before the mean" + is(z);
            case Op.Reduction reduction -> "the " + reduction.word() + " is " + text(z);
            case Columns op -> columns(op, operands, k % node.shape().cols(), z);
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
        if ((op == Unary.LOG || op == Unary.SQRT) && x < 0) {
            return op.word() + " of " + text(x) + " is undefined: " + text(x) + " is negative";
        }
        boolean limit = op == Unary.LOG && x == 0;
        return op.word() + " of " + text(x) + (limit ? " is −∞" : is(z));
    }

    private static String power(double x, double p, double z) {
        if (x == 0 && p < 0) {
            String zero = z < 0 ? "−0" : "0";
            return zero + " to the power of " + text(p) + " divides by " + zero;
        }
        if (x < 0 && Double.isFinite(p) && Double.isNaN(z)) {
            return text(x)
                    + " to the power of "
                    + text(p)
                    + " is undefined: "
                    + text(x)
                    + " is negative and the exponent is not a whole number";
        }
        return text(x) + " to the power of " + text(p) + is(z);
    }

    /// @param column the one in which the number stands
    private static String columns(Columns op, List<Tensor> operands, int column, double z) {
        Tensor x = operands.getFirst();
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    column(x, column).anyMatch(Double::isInfinite)
                            ? "softmax of a column with an infinity is not a number"
                            : op.word() + " of a column with a difference too large" + is(z);
            case CE -> crossEntropy(x, operands.get(1), column, z);
            case CE_LOGITS -> "the sum over a column" + is(z);
        };
    }

    private static String crossEntropy(Tensor p, Tensor y, int column, double z) {
        Optional<Double> negative = column(p, column).filter(x -> x < 0).boxed().findFirst();
        if (negative.isPresent()) {
            String value = text(negative.get());
            return "log of ŷ = " + value + " is undefined: " + value + " is negative";
        }
        boolean zero =
                IntStream.range(0, p.rows())
                        .anyMatch(i -> p.at(i, column) == 0 && y.at(i, column) != 0);
        boolean nothing = column(p, column).anyMatch(x -> x == 0);
        if (Double.isNaN(z)) {
            return nothing ? "0 · log 0 is not a number" : "the sum over a column" + is(z);
        }
        return zero ? "log of ŷ = 0 is −∞" : "the sum over a column" + is(z);
    }

    private static DoubleStream column(Tensor x, int column) {
        return IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, column));
    }

    private static String binary(Binary op, double x, double y, double z) {
        return switch (op) {
            case ADD -> text(x) + " + " + text(y) + is(z);
            case SUB -> text(x) + " − " + text(y) + is(z);
            case SE -> "(" + text(x) + " − " + text(y) + ")²" + is(z);
            case MUL -> text(x) + " · " + text(y) + is(z);
            case DIV, SAFE_DIV -> divided(x, y, z);
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
        return p < 0 || p > 1
                ? "ŷ = " + text(p) + " is not between 0 and 1"
                : "bce of ŷ = " + text(p) + " and y = " + text(y) + is(z);
    }

    private static String divided(double x, double y, double z) {
        if (y != 0) {
            return text(x) + " / " + text(y) + is(z);
        }
        String zero = 1 / y < 0 && !Double.isNaN(z) ? "−0" : "0";
        String value = Double.isNaN(z) ? " is not a number" : " is " + text(z);
        return text(x) + " / " + zero + value + ": it divides by " + zero;
    }

    /// The predicate: ` is not a number`, or of finite numbers that come to one too large for a
    /// double, ` overflows to ∞`.
    private static String is(double z) {
        return Double.isNaN(z) ? " is not a number" : " overflows to " + text(z);
    }

    /// A number as a sentence shows it.
    private static String text(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        if (x == Math.rint(x) && Math.abs(x) < 1e7) {
            return Long.toString((long) x).replace('-', '−');
        }
        String digits = String.format(Locale.ROOT, "%.4g", x);
        int end = digits.indexOf('e') < 0 ? digits.length() : digits.indexOf('e');
        String mantissa = digits.substring(0, end);
        String shortest =
                mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceFirst("\\.?0+$", "");
        return (shortest + digits.substring(end)).replace('-', '−');
    }
}
