package dev.backstep.onnx;

import dev.backstep.onnx.Operators.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sums, means and maxima along dimensions: the first one of the model counts the columns here.
final class ReducingOperators {

    static final Map<String, Operator> ALL =
            Map.of(
                    "ReduceSum", a -> reduced(a, "sum"),
                    "ReduceMean", a -> reduced(a, "mean"),
                    "ReduceMax", a -> reduced(a, "max"));

    private ReducingOperators() {}

    private static Operand reduced(NodeCall a, String function) {
        Operand x = a.operand(0);
        long[] axes = a.has(1) ? a.wholes(1) : a.list("axes").orElse(new long[0]);
        boolean nothing = axes.length == 0 && a.whole("noop_with_empty_axes", 0) != 0;
        if (x.rank() == 0 || nothing) {
            return x;
        }
        boolean[] gone = new boolean[x.rank()];
        for (int k = 0; k < gone.length; k++) {
            gone[k] = axes.length == 0;
        }
        for (long axis : axes) {
            gone[a.axis(axis, x.rank())] = true;
        }
        boolean keep = a.whole("keepdims", 1) != 0;
        List<Integer> dims = new ArrayList<>();
        int inner = 0;
        for (int k = 0; k < gone.length; k++) {
            inner += k > 0 && gone[k] ? 1 : 0;
            if (!gone[k] || keep) {
                dims.add(gone[k] ? 1 : x.dims().get(k));
            }
        }
        boolean wholeInner = inner == x.rank() - 1;
        boolean together = inner == 0 && (keep || x.rank() <= 2);
        if (!wholeInner && !together) {
            throw a.rank(x);
        }
        String name = x.transposed();
        if (gone[0] && wholeInner) {
            return a.result(function + "(" + name + ")", dims);
        }
        if (gone[0]) {
            return a.result(function + "(" + name + ", cols)", dims);
        }
        String row = function + "(" + name + ", rows)";
        return a.result(keep ? row : row + "'", dims);
    }
}
