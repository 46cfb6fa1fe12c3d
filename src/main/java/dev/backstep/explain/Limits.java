package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the rule for a local gradient, with the numbers put in, reads 0/0 or 0·∞, and the local
/// gradient is 0 or what is left by definition.
///
/// @param op an op with one or two operands
/// @param in the values of its operands
record Limits(Op op, List<Tensor> in) {

    /// Whether that is so of the rule for operand `slot`, at any element.
    boolean reached(int slot) {
        return switch (op) {
            case Binary.POW -> any((x, n) -> x == 0 && (slot == 0 ? n == 0 : n >= 0));
            case Binary.BCE -> any((p, y) -> p == y && (y == 0 || y == 1));
            case Columns.CE -> any((p, y) -> p == 0 && y == 0);
            case Op.Norm() -> isZero(in.getFirst());
            default -> false;
        };
    }

    /// What to add to the sentence about the rule; nothing where the rule holds as it is.
    Optional<Message> words() {
        if (op == Binary.POW) {
            return reached(0)
                    ? Optional.of(Message.of("limit.power"))
                    : reached(1) ? Optional.of(Message.of("limit.exponent")) : Optional.empty();
        }
        return reached(0)
                ? Optional.of(Message.of(op instanceof Op.Norm ? "limit.norm" : "limit.label"))
                : Optional.empty();
    }

    private interface Edge {
        boolean at(double x, double y);
    }

    private boolean any(Edge edge) {
        Tensor x = in.get(0);
        Tensor y = in.get(1);
        return IntStream.range(0, x.size()).anyMatch(k -> edge.at(x.at(k), y.at(k)));
    }

    private static boolean isZero(Tensor x) {
        return IntStream.range(0, x.size()).allMatch(k -> x.at(k) == 0);
    }
}
