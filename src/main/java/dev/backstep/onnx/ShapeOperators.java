package dev.backstep.onnx;

import dev.backstep.onnx.OnnxNode.Attribute;
import dev.backstep.onnx.OnnxNode.Kind;
import dev.backstep.onnx.Operators.Operator;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Operators that only arrange elements anew, and constants.
final class ShapeOperators {

    static final Map<String, Operator> ALL =
            Map.of(
                    "Identity", a -> a.any(0),
                    "Constant", ShapeOperators::constant,
                    "Transpose", ShapeOperators::transpose,
                    "Reshape", ShapeOperators::reshape,
                    "Flatten", ShapeOperators::flatten,
                    "Concat", ShapeOperators::concat,
                    "Slice", Slicing::slice);

    private ShapeOperators() {}

    private static Operand constant(NodeCall a) {
        OnnxTensor numbers =
                a.attribute("value", Kind.TENSOR)
                        .map(Attribute::tensor)
                        .or(
                                () ->
                                        a.attribute("value_float", Kind.REAL)
                                                .map(f -> OnnxTensor.ofReals(List.of(), f.real())))
                        .or(
                                () ->
                                        a.attribute("value_floats", Kind.REALS)
                                                .map(f -> reals(f.reals())))
                        .or(
                                () ->
                                        a.attribute("value_int", Kind.WHOLE)
                                                .map(
                                                        i ->
                                                                OnnxTensor.ofWholes(
                                                                        List.of(), i.whole())))
                        .or(
                                () ->
                                        a.attribute("value_ints", Kind.WHOLES)
                                                .map(i -> wholes(i.wholes())))
                        .orElseThrow(
                                () ->
                                        a.refused(
                                                Message.of("onnx.attribute")
                                                        .with("name", "value")));
        String name = a.node().outputs().isEmpty() ? "" : a.node().outputs().getFirst();
        return a.listing().constant(numbers.named(name));
    }

    private static OnnxTensor reals(double[] numbers) {
        return OnnxTensor.ofReals(List.of(numbers.length), numbers);
    }

    private static OnnxTensor wholes(long[] numbers) {
        return OnnxTensor.ofWholes(List.of(numbers.length), numbers);
    }

    private static Operand transpose(NodeCall a) {
        Operand x = a.operand(0);
        long[] order = a.list("perm").orElse(null);
        if (order != null && !isOrder(order, x.rank())) {
            throw a.refused(Message.of("onnx.attribute").with("name", "perm"));
        }
        boolean same = order == null ? x.rank() < 2 : isAscending(order);
        if (same) {
            return x;
        }
        if (x.rank() > 2) {
            throw a.rank(x);
        }
        return a.result(x.straight(), x.dims().reversed());
    }

    private static boolean isOrder(long[] order, int rank) {
        return order.length == rank
                && IntStream.range(0, rank)
                        .allMatch(k -> LongStream.of(order).anyMatch(axis -> axis == k));
    }

    private static boolean isAscending(long[] order) {
        return IntStream.range(0, order.length).allMatch(k -> order[k] == k);
    }

    /// 0 keeps the size at its place, −1 stands for what is left.
    private static Operand reshape(NodeCall a) {
        Operand x = a.operand(0);
        long[] asked = a.opset() < 5 ? a.list("shape").orElse(new long[0]) : a.wholes(1);
        boolean zeroIsZero = a.whole("allowzero", 0) != 0;
        List<Integer> dims = new ArrayList<>();
        int open = -1;
        long known = 1;
        for (int k = 0; k < asked.length; k++) {
            long size = asked[k];
            if (size == 0 && !zeroIsZero && k < x.rank()) {
                size = x.dims().get(k);
            }
            boolean second = size == -1 && open >= 0;
            if (size < -1 || size == 0 || second || size > Dims.size(x.dims())) {
                throw misshaped(a, x, asked);
            }
            open = size == -1 ? k : open;
            known = Math.min(known * Math.abs(size), Integer.MAX_VALUE);
            dims.add((int) size);
        }
        int size = Dims.size(x.dims());
        if (open >= 0 && size % known == 0) {
            dims.set(open, (int) (size / known));
            known = size;
        }
        if (known != size || dims.contains(-1)) {
            throw misshaped(a, x, asked);
        }
        return shaped(a, x, dims);
    }

    private static Refusal misshaped(NodeCall a, Operand x, long[] asked) {
        String shape = Arrays.toString(asked);
        return a.refused(
                Message.of("onnx.reshape").with("a", Dims.words(x.dims())).with("b", shape));
    }

    private static Operand flatten(NodeCall a) {
        Operand x = a.operand(0);
        long axis = a.whole("axis", 1);
        int at = a.axis(axis, axis < 0 ? x.rank() : x.rank() + 1);
        return shaped(a, x, List.of(Dims.size(x.dims(), 0, at), Dims.size(x.dims(), at, x.rank())));
    }

    /// The same elements in the same order of the model, in another shape.
    private static Operand shaped(NodeCall a, Operand x, List<Integer> dims) {
        Operand to = Operand.of("", dims);
        boolean sameMatrix = x.rows() == to.rows() && x.cols() == to.cols();
        if (sameMatrix) {
            return a.result(x.transposed(), dims);
        }
        boolean fromVector = x.rows() == 1 || x.cols() == 1;
        boolean toVector = to.rows() == 1 || to.cols() == 1;
        if (fromVector && x.rows() == to.cols() && x.cols() == to.rows()) {
            return a.result(x.transposed() + "'", dims);
        }
        String from = fromVector ? x.transposed() : x.straight();
        return a.result(
                toVector
                        ? "reshape(%s, %s, %s)".formatted(from, to.rows(), to.cols())
                        : "reshape(%s, %s, %s)'".formatted(from, to.cols(), to.rows()),
                dims);
    }

    private static Operand concat(NodeCall a) {
        List<Operand> all = a.all();
        if (all.isEmpty()) {
            throw a.refused(Message.of("onnx.operands").with("n", 0));
        }
        Operand first = all.getFirst();
        int axis = a.axis(a.whole("axis", a.opset() < 4 ? 1 : 0), first.rank());
        List<Integer> dims = new ArrayList<>(first.dims());
        long along = 0;
        for (Operand x : all) {
            List<Integer> like = new ArrayList<>(x.dims());
            if (x.rank() == first.rank()) {
                along += like.set(axis, dims.get(axis));
            }
            if (!like.equals(dims)) {
                throw a.refused(
                        Message.of("onnx.shapes")
                                .with("a", Dims.words(first.dims()))
                                .with("b", Dims.words(x.dims())));
            }
        }
        a.requireMatrix(first);
        dims.set(axis, (int) Math.min(along, Integer.MAX_VALUE));
        String sign = first.rank() == 2 && axis == 0 ? ", " : "; ";
        List<String> names = all.stream().map(Operand::transposed).toList();
        return a.result(
                names.size() == 1 ? names.getFirst() : "[" + String.join(sign, names) + "]", dims);
    }
}
