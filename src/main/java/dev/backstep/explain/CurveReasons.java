package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.math.BigDecimal;

/// Why the slope of a function of one operand, element by element, is what it is, in words.
///
/// @param z what the op itself is called
/// @param x what its operand is called
/// @param in the value of its operand
record CurveReasons(String z, String x, Tensor in) {

    Message of(Op op) {
        return switch (op) {
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> power(p);
            case Op.Relu(double at) -> kink(0, at);
            case Op.Abs(double at) -> kink(-1, at);
            case Op.LeakyRelu(double slope, double at) -> kink(slope, at);
            case Op.Elu(double alpha, double at) -> elu(alpha, at);
            case Op.Step _ -> reason("step");
            case Op.Leaf _,
                    Op.Constant _,
                    Op.Binary _,
                    Op.Columns _,
                    Op.MatMul _,
                    Op.Transpose _,
                    Op.Dot _,
                    Op.Norm _,
                    Op.Reshape _,
                    Op.Stretch _,
                    Op.Reduction _ ->
                    throw new IllegalArgumentException(op + " has no curve");
        };
    }

    /// Slope 1 above 0, α·eˣ below; at 0 itself the convention, unless both sides meet there.
    private Message elu(double alpha, double at) {
        return alpha == 1
                ? reason("sides.smooth").with("below", "e^" + x)
                : reason("sides").with("below", number(alpha) + " · e^" + x).with("at", number(at));
    }

    private Message unary(Unary op) {
        return switch (op) {
            case NEG, EXP, SIN, COS, TAN, TANH, SIGMOID, SOFTPLUS, GELU, SILU, NORMAL_CDF ->
                    reason(op.word());
            case LOG -> derivative("log " + x, "1/" + x);
            case SQRT -> derivative("√" + x, "1/(2√" + x + ")");
            case SQUARE -> power(2);
        };
    }

    private Message power(double p) {
        if (p == 0 || p == 1) {
            return reason(p == 0 ? "pow.zero" : "pow.one");
        }
        if (p == 2) {
            return derivative(x + "²", "2·" + x);
        }
        String rest = p == 3 ? "²" : "^" + bracketed(oneLess(p));
        String power = p == 3 ? "³" : "^" + bracketed(p);
        return derivative(x + power, number(p) + "·" + x + rest);
    }

    /// Without the digits that a difference of doubles adds: 1.3 of 2.3.
    private static double oneLess(double p) {
        return Double.isFinite(p)
                ? new BigDecimal(Double.toString(p)).subtract(BigDecimal.ONE).doubleValue()
                : p;
    }

    private static String bracketed(double x) {
        return x < 0 ? "(" + number(x) + ")" : number(x);
    }

    /// Slope 1 above 0; which side it is on, and at 0 itself the convention.
    private Message kink(double below, double at) {
        if (!in.shape().isScalar()) {
            return reason("sides").with("below", number(below)).with("at", number(at));
        }
        double value = in.item();
        if (Double.isNaN(value)) {
            return reason("kink.nan");
        }
        if (value == 0) {
            return reason("kink").with("at", number(at));
        }
        if (value > 0) {
            return reason("kink.positive");
        }
        return below == 0
                ? reason("kink.negative.flat")
                : below == 1
                        ? reason("kink.negative.unchanged")
                        : reason("kink.negative").with("slope", number(below));
    }

    private static Message derivative(String of, String is) {
        return Message.of("reason.derivative").with("of", of).with("is", is);
    }

    private Message.Pattern reason(String key) {
        return Message.of("reason." + key).with("x", x).with("z", z);
    }

    /// A setting of the program, with all its digits.
    private static String number(double x) {
        return Numbers.FULL.plain(x);
    }
}
