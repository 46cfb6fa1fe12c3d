package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.list;
import static dev.backstep.onnx.ModelBytes.reals;
import static dev.backstep.onnx.ModelBytes.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Operators that arrange elements anew. The element order of the model never changes but for
/// `Transpose` and `Concat`.
class ShapeOperatorsTest {

    static long[] longs(String text) {
        return text.isBlank()
                ? new long[0]
                : IntStream.range(0, text.trim().split(" +").length)
                        .mapToLong(k -> Long.parseLong(text.trim().split(" +")[k]))
                        .toArray();
    }

    /// Tanh behind it, so that the result has a name also where nothing changes.
    @ParameterizedTest
    @CsvSource({
        "2 3, 3 2, 3", "2 3, 6, 1", "2 3, -1, 1", "2 3, 6 1, 6", "2 3, 1 6, 1", "2 3, 1 -1, 1",
        "2 3, 0 0, 2", "2 3, 0 -1, 2", "2 3, -1 2, 3", "6, 2 3, 2", "6, 3 -1, 3", "6, 6 1, 6",
        "6, 1 6, 1", "1 6, 2 3, 2", "6 1, 2 3, 2", "2 3, 2 3, 2", "2 3 2, 2 6, 2", "2 3 2, 0 -1, 2",
        "2 3 2, 3 4, 3", "2 6, 2 3 2, 2", "1 1, 1, 1", "4 6, 2 12, 2"
    })
    void reshape_keeps_the_order_of_the_elements(String from, String to, int cols) {
        Imported read =
                Imported.of(
                        new ModelBytes(14)
                                .input("x", longs(from))
                                .wholes("shape", longs(to))
                                .node("Reshape", "r", "x shape")
                                .node("Tanh", "out", "r")
                                .output("out"));
        double[] x = read.elements(longs(from).length > 1 ? "X" : "x");
        read.assertComputes(
                "out",
                cols,
                IntStream.range(0, x.length).mapToDouble(k -> Math.tanh(x[k])).toArray());
        read.assertGradients(from + " to " + to);
    }

    @ParameterizedTest
    @CsvSource({"2 3, 4 2", "2 3, -1 -1", "2 3, -2 3", "2 3, 0 2", "2 3, 5 -1", "2 3, 0 0 0"})
    void a_shape_that_does_not_fit_is_refused(String from, String to) {
        String why =
                Imported.refusal(
                        new ModelBytes(14)
                                .input("x", longs(from))
                                .wholes("shape", longs(to))
                                .node("/r", "Reshape", "out", "x shape")
                                .output("out"));
        assertTrue(why.startsWith("node /r of type Reshape: a tensor of shape 2×3 cannot"), why);
    }

    @ParameterizedTest
    @CsvSource({
        "2 3, , 2",
        "2 3, 0, 1",
        "2 3, 2, 6",
        "2 3, -1, 2",
        "2 3 2, , 2",
        "2 3 2, 2, 6",
        "6, 0, 1",
        "6, 1, 6",
        "2 3 2, -3, 1"
    })
    void flatten_splits_the_dimensions_at_its_axis(String from, Long axis, int cols) {
        ModelBytes model = new ModelBytes(13).input("x", longs(from));
        if (axis == null) {
            model.node("Flatten", "f", "x");
        } else {
            model.node("Flatten", "f", "x", whole("axis", axis));
        }
        Imported read = Imported.of(model.node("Tanh", "out", "f").output("out"));
        double[] x = read.elements(longs(from).length > 1 ? "X" : "x");
        read.assertComputes(
                "out",
                cols,
                IntStream.range(0, x.length).mapToDouble(k -> Math.tanh(x[k])).toArray());
        read.assertGradients(from + " at " + axis);
    }

    @Test
    void transpose_turns_a_matrix_unless_the_order_is_kept() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .node("Transpose", "t", "x")
                                .node("Transpose", "s", "t", list("perm", 0, 1))
                                .node("Transpose", "u", "s", list("perm", 1, 0))
                                .node("Neg", "t2", "t")
                                .node("Neg", "out", "u")
                                .output("out")
                                .output("t2"));
        double[] x = read.elements("X");
        read.assertComputes("out", 2, IntStream.range(0, 6).mapToDouble(k -> -x[k]).toArray());
        read.assertComputes("t2", 3, -x[0], -x[3], -x[1], -x[4], -x[2], -x[5]);
        read.assertGradients("transpose");
        assertTrue(
                Imported.refusal(
                                new ModelBytes(13)
                                        .input("x", 2, 3)
                                        .node("Transpose", "t", "x", list("perm", 1, 1))
                                        .output("t"))
                        .contains("perm"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2 3, 1 3, 5",
        "-2, 2 3, 1 3, 5",
        "1, 2 3, 2 1, 2",
        "-1, 2 3, 2 1, 2",
        "0, 3, 2, 1"
    })
    void concat_joins_along_its_axis(long axis, String left, String right, int cols) {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", longs(left))
                                .input("z", longs(right))
                                .node("Concat", "out", "x z x", whole("axis", axis))
                                .output("out"));
        double[] x = read.elements("x");
        double[] z = read.elements("z");
        boolean rows = axis == 0 || axis == -2;
        double[] expected =
                rows
                        ? IntStream.range(0, 2 * x.length + z.length)
                                .mapToDouble(
                                        k ->
                                                k < x.length
                                                        ? x[k]
                                                        : k < x.length + z.length
                                                                ? z[k - x.length]
                                                                : x[k - x.length - z.length])
                                .toArray()
                        : new double[] {
                            x[0], x[1], x[2], z[0], x[0], x[1], x[2], x[3], x[4], x[5], z[1], x[3],
                            x[4], x[5]
                        };
        read.assertComputes("out", cols, expected);
        read.assertGradients("concat " + axis);
    }

    @Test
    void a_constant_is_a_number_in_the_line_or_a_matrix_without_a_gradient() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .node("Constant", "c", "", reals("value_floats", 1, 2, 4))
                                .node("Identity", "i", "c")
                                .node("Constant", "two", "", reals("value_floats", 2))
                                .node("Mul", "m", "x i")
                                .node("Add", "out", "m two")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out",
                2,
                x[0] + 2,
                2 * x[1] + 2,
                4 * x[2] + 2,
                x[3] + 2,
                2 * x[4] + 2,
                4 * x[5] + 2);
        assertTrue(read.program().text().contains("const c = [1; 2; 4]"), read.program().text());
        assertTrue(read.program().text().contains("out = m + 2"), read.program().text());
    }

    @Test
    void what_the_file_does_not_hold_as_a_constant_is_refused() {
        assertEquals(
                "the unnamed node 1 of type Reshape: h is computed, or holds no whole numbers; the file must"
                        + " hold them as a constant",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .node("Relu", "h", "x")
                                .node("Reshape", "out", "x h")
                                .output("out")));
    }
}
