package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Shape;
import java.util.List;

/// What each op computes, in words: what stands behind "c is".
///
/// @param names what its operands are called
/// @param from the shapes of its operands
/// @param to its own shape
record OpPhrases(List<String> names, List<Shape> from, Shape to) {

    String of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> "given";
            case Unary unary -> unary(unary) + each();
            case Op.Pow(double p) ->
                    (p == 2
                                    ? x() + " squared"
                                    : p == 3 ? x() + " cubed" : x() + " to the power " + number(p))
                            + each();
            case Op.Relu _ -> x() + " where that is positive, else 0";
            case Op.Abs _ -> "the absolute value of " + x() + each();
            case Op.LeakyRelu(double slope, double _) ->
                    x() + " where that is positive, else " + number(slope) + " · " + x();
            case Op.Elu(double alpha, double _) ->
                    x() + " where that is positive, else " + times(alpha, "(e^" + x() + " − 1)");
            case Op.Step(double below, double at, double above) ->
                    number(above)
                            + " where "
                            + x()
                            + " is positive, "
                            + number(below)
                            + " where it is negative, "
                            + number(at)
                            + " at 0";
            case Binary binary -> binary(binary);
            case Op.MatMul() -> "the matrix product of " + x() + " and " + y();
            case Op.Transpose() -> x() + " with its rows turned into columns";
            case Op.Dot() -> "the dot product of " + x() + " and " + y() + ", a sum of products";
            case Op.Norm() -> "the Euclidean norm of " + x() + ", its length";
            case Op.Reshape _ ->
                    from.getFirst().equals(to)
                            ? x() + " by another name"
                            : x() + " in the shape " + to;
            case Op.Stretch _ -> x() + " repeated to " + to;
            case Op.SumTo _ -> "the sum of " + reduced();
            case Op.MeanTo _ -> "the mean of " + reduced();
            case Op.LogSumExp _ ->
                    "the logarithm of the sum of the exponentials of " + reduced();
            case Columns columns -> columns(columns);
        };
    }

    private String unary(Unary op) {
        return switch (op) {
            case NEG -> "minus " + x();
            case EXP -> "e to the power " + x();
            case LOG -> "the natural logarithm of " + x();
            case SQRT -> "the square root of " + x();
            case SQUARE -> x() + " squared";
            case SIN -> "the sine of " + x();
            case COS -> "the cosine of " + x();
            case TAN -> "the tangent of " + x();
            case TANH -> "the hyperbolic tangent of " + x() + ", between −1 and 1";
            case SIGMOID -> "the sigmoid of " + x() + ", between 0 and 1";
            case SOFTPLUS -> "the softplus of " + x() + ", log(1 + e^" + x() + ")";
            case GELU -> x() + " times Φ(" + x() + "), its share of a normal distribution";
            case SILU -> x() + " times its own sigmoid";
            case NORMAL_CDF -> "Φ(" + x() + "), the share of a normal distribution below " + x();
        };
    }

    private String binary(Binary op) {
        return switch (op) {
            case ADD -> x() + " plus " + y() + each();
            case SUB -> x() + " minus " + y() + each();
            case MUL -> x() + " times " + y() + each();
            case DIV, SAFE_DIV -> x() + " divided by " + y() + each();
            case POW -> x() + " to the power " + y() + each();
            case MAX -> "the larger of " + x() + " and " + y() + each();
            case MIN -> "the smaller of " + x() + " and " + y() + each();
            case BCE ->
                    "the binary cross-entropy of the prediction "
                            + x()
                            + " for the label "
                            + y()
                            + each();
            case BCE_LOGITS ->
                    "the binary cross-entropy of the prediction sigmoid("
                            + x()
                            + ") for the label "
                            + y()
                            + each();
            case SE -> "the squared difference of " + x() + " and " + y() + each();
        };
    }

    private String each() {
        return to.isScalar() ? "" : ", element by element";
    }

    private String columns(Columns op) {
        return switch (op) {
            case SOFTMAX -> "the softmax of " + x() + ", positive, with columns that add up to 1";
            case LOG_SOFTMAX -> "the logarithm of the softmax of " + x();
            case CE ->
                    "the cross-entropy of the prediction "
                            + x()
                            + " for the label "
                            + y()
                            + ", column by column";
            case CE_LOGITS ->
                    "the cross-entropy of the prediction softmax("
                            + x()
                            + ") for the label "
                            + y()
                            + ", column by column";
        };
    }

    private String reduced() {
        if (to.isScalar()) {
            return "all elements of " + x();
        }
        return to.rows() == 1
                ? "the rows of " + x() + ", one number for each column"
                : "the columns of " + x() + ", one number for each row";
    }

    private String x() {
        return names.getFirst();
    }

    private String y() {
        return names.get(1);
    }

    private static String times(double factor, String what) {
        return factor == 1 ? what : number(factor) + " · " + what;
    }

    /// A setting of the program, with all its digits.
    private static String number(double x) {
        return Numbers.FULL.plain(x);
    }
}
