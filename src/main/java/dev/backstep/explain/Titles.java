package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;

/// What each op does, in a word or two.
final class Titles {

    private Titles() {}

    static String of(Op op) {
        return switch (op) {
            case Op.Leaf(Op.Role role) ->
                    switch (role) {
                        case INPUT -> "input";
                        case PARAM -> "parameter";
                        case CONST -> "constant";
                        case DATA -> "data";
                    };
            case Op.Constant _ -> "constant";
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> p == 2 ? "square" : p == 3 ? "cube" : "power";
            case Op.Relu _ -> "ReLU";
            case Op.Abs _ -> "absolute value";
            case Op.LeakyRelu _ -> "leaky ReLU";
            case Op.Elu _ -> "ELU";
            case Op.Step _ -> "step";
            case Binary binary -> binary(binary);
            case Op.MatMul() -> "matrix product";
            case Op.Transpose() -> "transpose";
            case Op.Dot() -> "dot product";
            case Op.Norm() -> "norm";
            case Op.Reshape _ -> "reshape";
            case Op.Stretch _ -> "repeat";
            case Op.Reduction reduction -> reduction.word() + along(reduction.to());
            case Columns columns ->
                    switch (columns) {
                        case SOFTMAX -> "softmax";
                        case LOG_SOFTMAX -> "log softmax";
                        case CE -> "cross-entropy";
                        case CE_LOGITS -> "softmax and cross-entropy";
                    };
        };
    }

    private static String along(Shape to) {
        return to.isScalar() ? "" : to.rows() == 1 ? " of rows" : " of columns";
    }

    private static String unary(Unary op) {
        return switch (op) {
            case NEG -> "minus";
            case EXP -> "exponential";
            case LOG -> "logarithm";
            case SQRT -> "square root";
            case SQUARE -> "square";
            case SIN -> "sine";
            case COS -> "cosine";
            case TAN -> "tangent";
            case TANH -> "hyperbolic tangent";
            case SIGMOID -> "sigmoid";
            case SOFTPLUS -> "softplus";
            case GELU -> "GELU";
            case SILU -> "SiLU";
            case NORMAL_CDF -> "normal distribution";
        };
    }

    private static String binary(Binary op) {
        return switch (op) {
            case ADD -> "add";
            case SUB -> "subtract";
            case MUL -> "multiply";
            case DIV, SAFE_DIV -> "divide";
            case POW -> "power";
            case MAX -> "maximum";
            case MIN -> "minimum";
            case BCE -> "binary cross-entropy";
            case BCE_LOGITS -> "sigmoid and binary cross-entropy";
            case SE -> "squared error";
        };
    }
}
