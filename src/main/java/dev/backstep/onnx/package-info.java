/// Models in the format ONNX, read as programs of the language.
///
/// Read [dev.backstep.onnx.OnnxProgram], then [dev.backstep.onnx.Translation]. A model lays samples
/// out as rows, the language as columns: so every tensor of the model is kept as its transpose, and
/// each operator is written for transposed operands. That holds for every model. The alternative, a
/// search for the dimension that counts samples, would guess. Only [dev.backstep.onnx.ProtobufFile]
/// knows the bytes; protobuf's own library reads them, with no generated classes, since few fields
/// are needed and each list has a bound.
@NullMarked
package dev.backstep.onnx;

import org.jspecify.annotations.NullMarked;
