package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;
import java.math.BigDecimal;

/// Why the slope of a function of one operand, element by element, is what it is, in words.
///
/// @param z what the op itself is called
/// @param x what its operand is called
/// @param in the value of its operand
record CurveReasons(String z, String x, Tensor in) {

    String of(Op op) {
        return switch (op) {
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> power(p);
            case Op.Relu(double at) -> kink(0, at);
            case Op.Abs(double at) -> kink(-1, at);
            case Op.LeakyRelu(double slope, double at) -> kink(slope, at);
            case Op.Elu(double alpha, double at) -> elu(alpha, at);
            case Op.Step _ -> "a step is flat on both sides, so nothing passes";
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
    private String elu(double alpha, double at) {
        String below = (alpha == 1 ? "" : number(alpha) + " · ") + "e^" + x;
        return alpha == 1
                ? "the slope is 1 where "
                        + x
                        + " is positive and "
                        + below
                        + " where it is negative"
                : "the slope is 1 where "
                        + x
                        + " is positive, "
                        + below
                        + " where it is negative, and "
                        + number(at)
                        + " at 0 by convention";
    }

    private String unary(Unary op) {
        return switch (op) {
            case NEG -> "the minus turns the sign";
            case EXP ->
                    "e^" + x + " is its own derivative, so the local gradient is the value of " + z;
            case LOG -> "the derivative of log " + x + " is 1/" + x;
            case SQRT -> "the derivative of √" + x + " is 1/(2√" + x + ")";
            case SQUARE -> power(2);
            case SIN -> "the derivative of the sine is the cosine";
            case COS -> "the derivative of the cosine is minus the sine";
            case TAN -> "the derivative of tan is 1 + tan²";
            case TANH -> "the derivative of tanh is 1 − tanh², near 0 where it saturates";
            case SIGMOID -> "σ′ = σ(1 − σ), at most ¼ and near 0 where it saturates";
            case SOFTPLUS -> "the derivative of softplus is the sigmoid";
            case GELU -> "the derivative of GELU is Φ(" + x + ") + " + x + "·φ(" + x + ")";
            case SILU ->
                    "the derivative of SiLU is σ(1 + "
                            + x
                            + "(1 − σ)), σ being the sigmoid of "
                            + x;
            case NORMAL_CDF -> "the derivative of Φ is the bell curve φ";
        };
    }

    private String power(double p) {
        if (p == 0 || p == 1) {
            return x
                    + (p == 0 ? "^0 is 1 everywhere, so nothing" : "^1 is " + x + ", so everything")
                    + " passes";
        }
        if (p == 2) {
            return "the derivative of " + x + "² is 2·" + x;
        }
        String rest = p == 3 ? "²" : "^" + bracketed(oneLess(p));
        String power = p == 3 ? "³" : "^" + bracketed(p);
        return "the derivative of " + x + power + " is " + number(p) + "·" + x + rest;
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
    private String kink(double below, double at) {
        String left =
                below == 0
                        ? "so nothing passes"
                        : below == 1 ? "so everything passes" : "so the slope is " + number(below);
        if (!in.shape().isScalar()) {
            return "the slope is 1 where "
                    + x
                    + " is positive, "
                    + number(below)
                    + " where it is negative, and "
                    + number(at)
                    + " at 0 by convention";
        }
        double value = in.item();
        if (Double.isNaN(value)) {
            return x + " is not a number, so there is no slope";
        }
        if (value == 0) {
            return x
                    + " is at the kink, where the local gradient is "
                    + number(at)
                    + " by convention";
        }
        return value > 0 ? x + " is positive, so everything passes" : x + " is negative, " + left;
    }

    /// A setting of the program, with all its digits.
    private static String number(double x) {
        return Numbers.FULL.plain(x);
    }
}
