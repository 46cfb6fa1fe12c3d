package dev.backstep.explain;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.Optional;

/// The signs that stand between the tables of a step.
public final class EquationSigns {

    private EquationSigns() {}

    /// What stands before the first table of a backward step.
    public static Optional<Message> before(Equation e) {
        return switch (e.before()) {
            case NOTHING -> Optional.empty();
            case SUM -> Optional.of(Message.verbatim("Σ"));
            case SUM_ROWS -> Optional.of(Message.of("inspector.sum.rows"));
            case SUM_COLS -> Optional.of(Message.of("inspector.sum.cols"));
            case JACOBIAN -> Optional.of(Message.verbatim("Jᵀ ·"));
        };
    }

    /// What stands between its factors.
    public static String between(Equation e) {
        return switch (e.sign()) {
            case TIMES -> "·";
            case ELEMENTWISE -> "⊙";
            case TRANSPOSED_TIMES -> "ᵀ ·";
        };
    }

    /// What stands behind its last factor.
    public static Optional<Message> after(Equation e) {
        return switch (e.after()) {
            case NOTHING -> Optional.empty();
            case TRANSPOSED -> Optional.of(Message.verbatim("ᵀ"));
            case RESHAPED -> Optional.of(Message.of("inspector.reshaped"));
            case MOVED -> Optional.of(Message.of("inspector.moved"));
        };
    }

    /// What stands between the operands of a forward step; a comma if a function takes both.
    public static String between(Node node, Shape a, Shape b) {
        return switch (node.op()) {
            case Op.MatMul _ -> "·";
            case Op.Binary op ->
                    switch (op) {
                        case ADD -> "+";
                        case SUB -> "−";
                        case MUL -> a.isScalar() || b.isScalar() ? "·" : "⊙";
                        case DIV, SAFE_DIV -> "/";
                        case POW, MAX, MIN, BCE, BCE_LOGITS, SE -> ",";
                    };
            default -> ",";
        };
    }
}
