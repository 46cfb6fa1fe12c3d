package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.list;
import static dev.backstep.onnx.ModelBytes.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sums, means and maxima, beside a loop of their own.
class ReducingOperatorsTest {

    record Reduction(
            String type, long opset, long[] axes, boolean asOperand, Boolean keep, int cols) {
        @Override
        public String toString() {
            return type
                    + opset
                    + " "
                    + List.of(axes == null ? "none" : axes.length)
                    + keep
                    + asOperand;
        }
    }

    static Stream<Reduction> reductions() {
        List<Reduction> all = new ArrayList<>();
        for (String type : List.of("ReduceSum", "ReduceMean", "ReduceMax")) {
            for (Boolean keep : new Boolean[] {true, false, null}) {
                boolean kept = keep == null || keep;
                for (boolean operand : new boolean[] {false, true}) {
                    long opset = operand ? 18 : 11;
                    all.add(new Reduction(type, opset, new long[] {0}, operand, keep, 1));
                    all.add(
                            new Reduction(
                                    type, opset, new long[] {1}, operand, keep, kept ? 2 : 1));
                    all.add(
                            new Reduction(
                                    type, opset, new long[] {-1}, operand, keep, kept ? 2 : 1));
                    all.add(new Reduction(type, opset, new long[] {-2}, operand, keep, 1));
                    all.add(new Reduction(type, opset, new long[] {1, 0}, operand, keep, 1));
                }
                all.add(new Reduction(type, 13, null, false, keep, 1));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void a_reduction_takes_its_axes_from_an_attribute_or_an_operand(Reduction r) {
        ModelBytes model = new ModelBytes(r.opset()).input("x", 2, 3);
        List<byte[]> settings = new ArrayList<>();
        if (r.keep() != null) {
            settings.add(whole("keepdims", r.keep() ? 1 : 0));
        }
        if (r.axes() != null && !r.asOperand()) {
            settings.add(list("axes", r.axes()));
        }
        if (r.asOperand()) {
            model.wholes("axes", r.axes());
        }
        model.node(
                r.type(), "out", r.asOperand() ? "x axes" : "x", settings.toArray(byte[][]::new));
        Imported read = Imported.of(model.output("out"));
        double[] x = read.elements("X");
        boolean first = r.axes() == null || has(r.axes(), 0);
        boolean last = r.axes() == null || has(r.axes(), 1);
        double[] expected = new double[(first ? 1 : 2) * (last ? 1 : 3)];
        int[] counted = new int[expected.length];
        for (int k = 0; k < 6; k++) {
            int at = (first ? 0 : k / 3) * (last ? 1 : 3) + (last ? 0 : k % 3);
            boolean max = r.type().equals("ReduceMax") && counted[at] > 0;
            expected[at] = max ? Math.max(expected[at], x[k]) : expected[at] + x[k];
            counted[at]++;
        }
        for (int k = 0; k < expected.length && r.type().equals("ReduceMean"); k++) {
            expected[k] /= counted[k];
        }
        read.assertComputes("out", r.cols(), expected);
        read.assertGradients(r.toString());
    }

    private static boolean has(long[] axes, int axis) {
        for (long a : axes) {
            if (a == axis || a == axis - 2) {
                return true;
            }
        }
        return false;
    }

    @Test
    void no_axes_may_mean_that_nothing_is_reduced() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .node("ReduceSum", "s", "x", whole("noop_with_empty_axes", 1))
                                .node("Neg", "out", "s")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes("out", 2, IntStream.range(0, 6).mapToDouble(k -> -x[k]).toArray());
    }
}
