package dev.backstep.onnx;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The operator `Slice`: a part of a tensor, element by element from a first to a last one, or with
/// steps between, also backward.
final class Slicing {

    /// From here on, where it begins and ends are operands; before, settings.
    private static final long OPERANDS = 10;

    /// The most rows or columns that are joined one by one.
    private static final int MOST_APART = 1_000;

    private Slicing() {}

    static Operand slice(NodeCall a) {
        Operand x = a.operand(0);
        boolean operands = a.opset() >= OPERANDS;
        long[] starts = operands ? a.wholes(1) : setting(a, "starts");
        long[] ends = operands ? a.wholes(2) : setting(a, "ends");
        Optional<long[]> named =
                !operands ? a.list("axes") : a.has(3) ? Optional.of(a.wholes(3)) : Optional.empty();
        long[] axes = named.orElseGet(() -> LongStream.range(0, starts.length).toArray());
        long[] steps =
                operands && a.has(4)
                        ? a.wholes(4)
                        : LongStream.generate(() -> 1).limit(starts.length).toArray();
        if (starts.length != ends.length
                || starts.length != axes.length
                || starts.length != steps.length) {
            throw a.refused(Message.of("onnx.operands").with("n", a.operands()));
        }
        List<Taken> runs = new ArrayList<>();
        x.dims().forEach(size -> runs.add(new Taken(0, size, 1)));
        for (int k = 0; k < axes.length; k++) {
            int axis = a.axis(axes[k], x.rank());
            Taken run = run(a, starts[k], ends[k], steps[k], x.dims().get(axis));
            if (run.count() <= 0) {
                throw a.refused(Message.of("onnx.empty"));
            }
            runs.set(axis, run);
        }
        Operand result = part(a, x, runs);
        for (int axis = 0; axis < runs.size(); axis++) {
            if (runs.get(axis).isApart()) {
                result = apart(a, result, axis, runs.get(axis));
            }
        }
        return result;
    }

    /// What is taken of a dimension.
    ///
    /// @param step from one element to the next
    private record Taken(int from, int count, int step) {

        /// Whether the elements do not follow each other.
        boolean isApart() {
            return step != 1 && count > 1;
        }

        int at(int k) {
            return from + k * step;
        }
    }

    /// A negative place counts from the end; one outside is moved inside, or just before the first
    /// element for where a run backward ends.
    private static Taken run(NodeCall a, long start, long end, long step, int size) {
        if (step == 0) {
            throw a.refused(Message.of("onnx.attribute").with("name", "steps"));
        }
        int stride = Math.clamp(step, -size, size);
        int first = step > 0 ? 0 : -1;
        int from = place(start, size, 0, step > 0 ? size : size - 1);
        int to = place(end, size, first, size + first);
        return new Taken(from, Math.ceilDiv(to - from, stride), stride);
    }

    private static int place(long given, int size, int least, int most) {
        return (int) Math.clamp(given < 0 ? given + size : given, least, most);
    }

    private static long[] setting(NodeCall a, String name) {
        return a.list(name)
                .orElseThrow(() -> a.refused(Message.of("onnx.attribute").with("name", name)));
    }

    /// The elements of each dimension from the first to the last one; all of those that are to be
    /// taken apart.
    private static Operand part(NodeCall a, Operand x, List<Taken> runs) {
        int[] from = new int[x.rank()];
        List<Integer> dims = new ArrayList<>(x.dims());
        for (int k = 0; k < from.length; k++) {
            if (!runs.get(k).isApart()) {
                from[k] = runs.get(k).from();
                dims.set(k, runs.get(k).count());
            }
        }
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

    /// The rows or columns of a run, joined one by one.
    private static Operand apart(NodeCall a, Operand x, int axis, Taken run) {
        if (x.rank() > 2 && axis > 0) {
            throw a.rank(x);
        }
        if (run.count() > MOST_APART) {
            throw a.refused(Message.of("onnx.slice.step").with("most", MOST_APART));
        }
        boolean columns = x.rank() > 1 && axis == 0;
        String whole = x.transposed();
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < run.count(); k++) {
            String place = run.at(k) + ":" + (run.at(k) + 1);
            parts.add(whole + (columns ? "[:, " + place + "]" : "[" + place + ", :]"));
        }
        List<Integer> dims = new ArrayList<>(x.dims());
        dims.set(axis, run.count());
        return a.result("[" + String.join(columns ? ", " : "; ", parts) + "]", dims);
    }

    /// `1:3`, or `:` for all of a dimension.
    private static String range(int from, List<Integer> dims, int axis, Operand x) {
        int size = dims.get(axis);
        return size == x.dims().get(axis) ? ":" : from + ":" + (from + size);
    }
}
