package dev.backstep.story;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Why an op gives NaN or an infinity, in words.
final class NonFiniteReasons {

    private NonFiniteReasons() {}

    /// The reason for element `k` of a node, given the values of its operands.
    static Message why(Node node, List<Tensor> operands, int k, double z) {
        boolean elementwise = operands.stream().allMatch(t -> t.shape().equals(node.shape()));
        double x = elementwise && !operands.isEmpty() ? operands.getFirst().at(k) : Double.NaN;
        double y = elementwise && operands.size() > 1 ? operands.get(1).at(k) : Double.NaN;
        return switch (node.op()) {
            case Op.Leaf _, Op.Constant _ -> reason("given").with("z", text(z));
            case Unary op -> unary(op, x, z);
            case Op.Pow(double p) -> power(x, p, z);
            case Binary op -> binary(op, x, y, z);
            case Op.Norm() -> is(reason("norm"), z);
            case Op.MatMul(), Op.Dot() -> is(reason("products"), z);
            case Op.SumTo _ -> is(reason("sum"), z);
            case Op.MeanTo _, Op.Centre _ -> is(reason("mean"), z);
            case Op.Reduction reduction ->
                    reason("reduction").with("op", reduction.word()).with("z", text(z));
            case Columnwise op -> columns(op, operands, k % node.shape().cols(), z);
            case Op.Relu _,
                    Op.Abs _,
                    Op.LeakyRelu _,
                    Op.Elu _,
                    Op.Clip _,
                    Op.StepFunction _,
                    Op.Transpose _,
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.Move _ ->
                    is(reason("unary").with("op", node.op().word()).with("x", text(x)), z);
        };
    }

    private static Message unary(Unary op, double x, double z) {
        if (op == Unary.LOG && x == 0) {
            return reason("log.zero").with("x", "0");
        }
        return (op == Unary.LOG || op == Unary.SQRT) && x < 0
                ? negative(op.word(), text(x), x)
                : is(reason("unary").with("op", op.word()).with("x", text(x)), z);
    }

    /// @param at what the function is taken of: the number, or what stands for it
    private static Message negative(String function, String at, double x) {
        return reason("negative").with("op", function).with("x", at).with("value", text(x));
    }

    private static Message power(double x, double p, double z) {
        if (x == 0 && p < 0) {
            return reason("power.zero").with("x", z < 0 ? "−0" : "0").with("p", text(p));
        }
        boolean root = x < 0 && Double.isFinite(p) && Double.isNaN(z);
        Message.Pattern of =
                reason(root ? "power.root" : "power").with("x", text(x)).with("p", text(p));
        return root ? of : is(of, z);
    }

    /// @param column the one in which the number stands
    private static Message columns(Columnwise op, List<Tensor> operands, int column, double z) {
        Tensor x = operands.getFirst();
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    column(x, column).anyMatch(Double::isInfinite)
                            ? reason("softmax")
                            : is(reason("spread").with("op", op.word()), z);
            case CE -> crossEntropy(x, operands.get(1), column, z);
            case CE_LOGITS -> is(reason("column"), z);
        };
    }

    private static Message crossEntropy(Tensor p, Tensor y, int column, double z) {
        Optional<Double> negative = column(p, column).filter(q -> q < 0).boxed().findFirst();
        if (negative.isPresent()) {
            double x = negative.get();
            return negative("log", "ŷ = " + text(x), x);
        }
        boolean zero =
                IntStream.range(0, p.rows())
                        .anyMatch(i -> p.at(i, column) == 0 && y.at(i, column) != 0);
        boolean nothing = column(p, column).anyMatch(q -> q == 0);
        if (Double.isNaN(z) && nothing) {
            return reason("zero.log");
        }
        return zero && !Double.isNaN(z)
                ? reason("log.zero").with("x", "ŷ = 0")
                : is(reason("column"), z);
    }

    private static DoubleStream column(Tensor x, int column) {
        return IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, column));
    }

    private static Message binary(Binary op, double x, double y, double z) {
        return switch (op) {
            case ADD -> is(term(text(x) + " + " + text(y)), z);
            case SUB -> is(term(text(x) + " − " + text(y)), z);
            case SE -> is(term("(" + text(x) + " − " + text(y) + ")²"), z);
            case MUL -> is(term(text(x) + " · " + text(y)), z);
            case DIV, SAFE_DIV -> divided(x, y, z);
            case POW -> power(x, y, z);
            case BCE -> bce(x, y, z);
            case BCE_LOGITS, MAX, MIN -> is(both("binary", x, y).with("op", op.word()), z);
        };
    }

    private static Message bce(double p, double y, double z) {
        if ((p == 0 || p == 1) && Double.isInfinite(z)) {
            return reason("log.zero").with("x", p == 0 ? "ŷ = 0" : "1 − ŷ = 0");
        }
        return p < 0 || p > 1 ? reason("probability").with("x", text(p)) : is(both("bce", p, y), z);
    }

    private static Message divided(double x, double y, double z) {
        if (y != 0) {
            return is(term(text(x) + " / " + text(y)), z);
        }
        String zero = 1 / y < 0 && !Double.isNaN(z) ? "−0" : "0";
        Message.Pattern by =
                reason(Double.isNaN(z) ? "divided.nan" : "divided")
                        .with("x", text(x))
                        .with("zero", zero);
        return Double.isNaN(z) ? by : by.with("z", text(z));
    }

    /// What is not a number, or of finite numbers comes to one too large for a double.
    private static Message is(Message what, double z) {
        return Double.isNaN(z)
                ? reason("nan").with("what", what)
                : reason("overflow").with("what", what).with("z", text(z));
    }

    private static Message term(String term) {
        return reason("term").with("term", term);
    }

    private static Message.Pattern both(String key, double x, double y) {
        return reason(key).with("x", text(x)).with("y", text(y));
    }

    private static Message.Pattern reason(String key) {
        return Message.of("nonfinite." + key);
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
