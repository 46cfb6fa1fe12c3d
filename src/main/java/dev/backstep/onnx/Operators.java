package dev.backstep.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operators of ONNX that the language can say, by their types.
///
/// Source: ONNX, *Operators*; where versions differ, the version that the model names counts.
final class Operators {

    /// What an operator computes, written for transposed operands.
    @FunctionalInterface
    interface Operator {

        /// @throws dev.backstep.text.Refusal if it cannot be said exactly
        Operand of(NodeCall node);
    }

    private static final Map<String, Operator> ALL = new HashMap<>();

    static {
        ALL.putAll(ElementOperators.ALL);
        ALL.putAll(MatrixOperators.ALL);
        ALL.putAll(ShapeOperators.ALL);
        ALL.putAll(ReducingOperators.ALL);
    }

    private Operators() {}

    static Optional<Operator> of(OnnxNode node) {
        return node.isStandard() ? Optional.ofNullable(ALL.get(node.type())) : Optional.empty();
    }

    static List<String> types() {
        return ALL.keySet().stream().sorted().toList();
    }
}
