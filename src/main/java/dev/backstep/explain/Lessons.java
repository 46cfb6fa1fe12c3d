package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;

/// Why the local gradient of each op is what it is, in words.
///
/// @param z what the op itself is called
/// @param names what its operands are called
/// @param in the values of its operands
record Lessons(String z, List<String> names, List<Tensor> in) {

    String of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> "nothing is computed here";
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> power(p);
            case Op.Relu(double at) -> kink(0, at);
            case Op.Abs(double at) -> kink(-1, at);
            case Op.LeakyRelu(double slope, double at) -> kink(slope, at);
            case Op.Elu(double alpha, double at) -> elu(alpha, at);
            case Op.Step _ -> "a step is flat on both sides, so nothing passes";
            case Binary binary -> binary(binary);
            case Op.MatMul() -> "the shapes leave only one way to multiply";
            case Op.Transpose() -> "it only needs to be turned back";
            case Op.Dot() -> "as in every product, each input's local gradient is the other input";
            case Op.Norm() ->
                    "the local gradient " + x() + " / " + z + " is the direction of " + x();
            case Op.Reshape(Shape to) ->
                    in.getFirst().shape().equals(to)
                            ? z + " is only another name for " + x()
                            : "only the shape changes";
            case Op.Stretch _ -> "what was repeated is added up";
            case Op.SumTo _ ->
                    "every element counts once in its sum, so each gets all of the upstream";
            case Op.MeanTo(Shape to) -> {
                long n = in.getFirst().size() / to.size();
                String share = "each of " + n + " elements counts 1/" + n + " in the mean";
                yield n == 1 ? "a mean of one is that one" : share;
            }
            case Columns columns -> columns(columns);
        };
    }

    private String unary(Unary op) {
        return switch (op) {
            case NEG -> "the minus turns the sign";
            case EXP ->
                    "e^"
                            + x()
                            + " is its own derivative, so the local gradient is the value of "
                            + z;
            case LOG -> "the derivative of log " + x() + " is 1/" + x();
            case SQRT -> "the derivative of √" + x() + " is 1/(2√" + x() + ")";
            case SQUARE -> power(2);
            case SIN -> "the derivative of the sine is the cosine";
            case COS -> "the derivative of the cosine is minus the sine";
            case TAN -> "the derivative of tan is 1 + tan²";
            case TANH -> "the derivative of tanh is 1 − tanh², near 0 where it saturates";
            case SIGMOID -> "σ′ = σ(1 − σ), at most ¼ and near 0 where it saturates";
            case SOFTPLUS -> "the derivative of softplus is the sigmoid";
            case GELU -> "the derivative of GELU is Φ(" + x() + ") + " + x() + "·φ(" + x() + ")";
            case SILU ->
                    "the derivative of SiLU is σ(1 + "
                            + x()
                            + "(1 − σ)), σ being the sigmoid of "
                            + x();
            case NORMAL_CDF -> "the derivative of Φ is the bell curve φ";
        };
    }

    private String binary(Binary op) {
        String x = x();
        String y = y();
        return switch (op) {
            case ADD -> "adding has the local gradient 1 for each input";
            case SUB -> slopes("1", x, "−1", y);
            case MUL -> "in a product each input's local gradient is the other input";
            case DIV, SAFE_DIV -> slopes("1/" + y, x, "−" + x + "/" + y + "²", y);
            case POW ->
                    slopes(
                            y + "·" + x + "^(" + y + " − 1)",
                            "the base",
                            z + "·log " + x,
                            "the exponent");
            case MAX -> chosen("larger");
            case MIN -> chosen("smaller");
            case BCE -> crossEntropy(x, y);
            case BCE_LOGITS ->
                    "sigmoid and cross-entropy together leave σ("
                            + x
                            + ") − "
                            + y
                            + ", without a division";
            case SE -> slopes("2(" + x + " − " + y + ")", x, "the opposite", y);
        };
    }

    private static String slopes(String first, String x, String second, String y) {
        return "the local gradient is " + first + " for " + x + " and " + second + " for " + y;
    }

    private static String crossEntropy(String p, String y) {
        String slope = "−(" + y + "/" + p + " − (1 − " + y + ")/(1 − " + p + "))";
        return "the local gradient for "
                + p
                + " is "
                + slope
                + ", the steeper the more it is wrong";
    }

    private String columns(Columns op) {
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    "every output of a column depends on every input of it, so the local gradient is a whole"
                            + " Jacobian J";
            case CE ->
                    "the local gradient for "
                            + x()
                            + " is −"
                            + y()
                            + "/"
                            + x()
                            + ": only true classes count";
            case CE_LOGITS ->
                    "softmax and cross-entropy together leave softmax("
                            + x()
                            + ") − "
                            + y()
                            + ", without a division";
        };
    }

    /// Slope 1 above 0, α·eˣ below; at 0 itself the convention, unless both sides meet there.
    private String elu(double alpha, double at) {
        boolean smooth = alpha == 1;
        return "the slope is 1 where "
                + x()
                + " is positive, "
                + (smooth ? "" : number(alpha) + " · ")
                + "e^"
                + x()
                + " where it is negative"
                + (smooth ? "" : ", and " + number(at) + " at 0 by convention");
    }

    private String power(double p) {
        if (p == 0) {
            return "a power of 0 is 1 everywhere, so nothing passes";
        }
        if (p == 2) {
            return "the derivative of " + x() + "² is 2·" + x();
        }
        return "the derivative of "
                + x()
                + "^"
                + number(p)
                + " is "
                + number(p)
                + "·"
                + x()
                + "^"
                + number(p - 1);
    }

    /// Slope 1 above 0; which side it is on, and at 0 itself the convention.
    private String kink(double below, double at) {
        String left = below == 0 ? "so nothing passes" : "so the slope is " + number(below);
        if (!isScalar()) {
            return "the slope is 1 where "
                    + x()
                    + " is positive, "
                    + number(below)
                    + " where it is negative, and "
                    + number(at)
                    + " at 0 by convention";
        }
        double x = in.getFirst().item();
        if (x == 0) {
            return x()
                    + " is at the kink, where the local gradient is "
                    + number(at)
                    + " by convention";
        }
        return x > 0 ? x() + " is positive, so everything passes" : x() + " is negative, " + left;
    }

    private String chosen(String which) {
        if (!isScalar()) {
            return "each element goes back to the "
                    + which
                    + " of the two, and at a tie half to each";
        }
        return in.get(0).item() == in.get(1).item()
                ? "it is a tie, so each input gets half"
                : "only the " + which + " input counts, the other gets 0";
    }

    private boolean isScalar() {
        return in.getFirst().shape().isScalar();
    }

    private String x() {
        return names.getFirst();
    }

    private String y() {
        return names.get(1);
    }

    private static String number(double x) {
        return Numbers.DEFAULT.plain(x);
    }
}
