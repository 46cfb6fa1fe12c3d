package dev.backstep.onnx;

import java.util.List;
import java.util.Map;

/// One operator of a model.
///
/// @param type of the operator, as `Gemm`
/// @param domain whose operator it is; empty for those of ONNX itself
/// @param inputs the tensors it takes, by name; an empty name is an operand that is left out
/// @param attributes its settings, by name
record OnnxNode(
        String name,
        String type,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes) {

    /// A setting: of each kind of value that a file may give, the one that it gives.
    ///
    /// @param tensor without numbers if it is none
    record Attribute(
            Kind kind,
            double real,
            long whole,
            String text,
            double[] reals,
            long[] wholes,
            OnnxTensor tensor) {}

    /// What a setting holds; the order is that of its numbers in a file.
    enum Kind {
        OTHER,
        REAL,
        WHOLE,
        TEXT,
        TENSOR,
        GRAPH,
        REALS,
        WHOLES
    }

    /// Whether the standard of ONNX says what it does.
    boolean isStandard() {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }
}
