package dev.backstep.onnx;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The operator `Slice`: a part of a tensor, element by element from a first to a last one.
final class Slicing {

    /// From here on, where it begins and ends are operands; before, settings.
    private static final long OPERANDS = 10;

    private Slicing() {}

    static Operand slice(NodeCall a) {
        Operand x = a.operand(0);
        boolean operands = a.opset() >= OPERANDS;
        long[] starts = operands ? a.wholes(1) : setting(a, "starts");
        long[] ends = operands ? a.wholes(2) : setting(a, "ends");
        Optional<long[]> named =
                !operands ? a.list("axes") : a.has(3) ? Optional.of(a.wholes(3)) : Optional.empty();
        long[] axes = named.orElseGet(() -> LongStream.range(0, starts.length).toArray());
        long[] steps = operands && a.has(4) ? a.wholes(4) : new long[0];
        if (LongStream.of(steps).anyMatch(step -> step != 1)) {
            throw a.refused(Message.of("onnx.slice.step"));
        }
        if (starts.length != ends.length || starts.length != axes.length) {
            throw a.refused(Message.of("onnx.operands").with("n", a.operands()));
        }
        List<Integer> dims = new ArrayList<>(x.dims());
        int[] from = new int[x.rank()];
        for (int k = 0; k < axes.length; k++) {
            int axis = a.axis(axes[k], x.rank());
            int size = x.dims().get(axis);
            int start = place(starts[k], size);
            int end = place(ends[k], size);
            if (start >= end) {
                throw a.refused(Message.of("onnx.empty"));
            }
            from[axis] = start;
            dims.set(axis, end - start);
        }
        return part(a, x, from, dims);
    }

    private static long[] setting(NodeCall a, String name) {
        return a.list(name)
                .orElseThrow(() -> a.refused(Message.of("onnx.attribute").with("name", name)));
    }

    /// A place from 0 to `size`; a negative one counts from the end, one outside is moved inside.
    private static int place(long given, int size) {
        return (int) Math.clamp(given < 0 ? given + size : given, 0, size);
    }

    private static Operand part(NodeCall a, Operand x, int[] from, List<Integer> dims) {
        if (dims.equals(x.dims())) {
            return x;
        }
        boolean flat = dims.subList(1, dims.size()).equals(x.dims().subList(1, x.rank()));
        if (x.rank() > 2 && !flat) {
            throw a.rank(x);
        }
        String rows = x.rank() == 1 ? range(from[0], dims, 0, x) : ":";
        String inner = x.rank() == 2 ? range(from[1], dims, 1, x) : rows;
        String cols = x.rank() == 1 ? ":" : range(from[0], dims, 0, x);
        return a.result(x.transposed() + "[" + inner + ", " + cols + "]", dims);
    }

    /// `1:3`, or `:` for all of a dimension.
    private static String range(int from, List<Integer> dims, int axis, Operand x) {
        int size = dims.get(axis);
        return size == x.dims().get(axis) ? ":" : from + ":" + (from + size);
    }
}
