package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.Locale;

/// What each op does, in a word or two.
final class Titles {

    private Titles() {}

    static Message of(Op op) {
        return Message.of("title." + key(op));
    }

    private static String key(Op op) {
        return switch (op) {
            case Op.Leaf(Op.Role role) -> role.name().toLowerCase(Locale.ROOT);
            case Op.Constant _ -> "const";
            case Unary _, Columnwise _ -> op.word();
            case Binary binary -> binary == Binary.SAFE_DIV ? Binary.DIV.word() : binary.word();
            case Op.Pow(double p) -> p == 2 ? "square" : p == 3 ? "cube" : "pow";
            case Op.Relu _ -> "relu";
            case Op.Abs _ -> "abs";
            case Op.LeakyRelu _ -> "leaky";
            case Op.Elu _ -> "elu";
            case Op.Clip _ -> "clip";
            case Op.StepFunction _ -> "step";
            case Op.Centre _ -> "centre";
            case Op.Move _ -> op.word();
            case Op.MatMul() -> "matmul";
            case Op.Transpose() -> "transpose";
            case Op.Dot() -> "dot";
            case Op.Norm() -> "norm";
            case Op.Reshape _ -> "reshape";
            case Op.Broadcast _ -> "repeat";
            case Op.Reduction reduction -> reduction.word() + along(reduction.to());
        };
    }

    private static String along(Shape to) {
        return to.isScalar() ? "" : to.rows() == 1 ? ".rows" : ".cols";
    }
}
