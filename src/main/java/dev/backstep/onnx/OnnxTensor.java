package dev.backstep.onnx;

import java.util.List;
import java.util.stream.LongStream;

/// Numbers of a model: a weight, a constant, or sizes and axes.
///
/// @param dims from the outermost; none of a single number
/// @param type of the elements
/// @param reals row by row; none if the type is another
/// @param wholes row by row; none if the type is another
record OnnxTensor(
        String name, List<Integer> dims, ElementType type, double[] reals, long[] wholes) {

    OnnxTensor named(String other) {
        return new OnnxTensor(other, dims, type, reals, wholes);
    }

    /// Whole numbers as real ones.
    OnnxTensor asReals() {
        double[] numbers = LongStream.of(wholes).asDoubleStream().toArray();
        return new OnnxTensor(name, dims, ElementType.DOUBLE, numbers, new long[0]);
    }

    static OnnxTensor ofReals(List<Integer> dims, double... reals) {
        return new OnnxTensor("", dims, ElementType.FLOAT, reals, new long[0]);
    }

    static OnnxTensor ofWholes(List<Integer> dims, long... wholes) {
        return new OnnxTensor("", dims, ElementType.INT64, new double[0], wholes);
    }
}
