package dev.backstep.onnx;

import java.util.List;

/// A model as its file describes it.
///
/// @param opset the version of ONNX's operators that it uses
/// @param producer the program that wrote it, with its version; may be empty
/// @param nodes each after those whose results it takes, if the file is right
/// @param weights the tensors whose numbers the file holds
/// @param inputs what it is given; weights among them in old files
/// @param outputs the names of what it computes
public record OnnxModel(
        long opset,
        String producer,
        List<OnnxNode> nodes,
        List<OnnxTensor> weights,
        List<Input> inputs,
        List<String> outputs) {

    /// A size that a file leaves open.
    static final long OPEN = -1;

    /// What a model is given.
    ///
    /// @param dims a size that the file leaves open is [#OPEN]
    record Input(String name, ElementType type, boolean hasShape, List<Long> dims) {}
}
