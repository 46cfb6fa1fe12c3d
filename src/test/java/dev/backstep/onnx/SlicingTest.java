package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.list;
import static dev.backstep.onnx.ShapeOperatorsTest.longs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `Slice`: parts of a tensor, in its order, with steps, and backward.
class SlicingTest {

    /// Of a 3×4: rows and columns from, up to, and of which axes.
    @ParameterizedTest
    @CsvSource({
        "0 1, 2 3, 0 1, 0 2 1 3", "1, 9223372036854775807, 1, 0 3 1 4", "-2, -1, 0, 1 2 0 4",
        "-1, 100, -1, 0 3 3 4", "0 0, 3 4, , 0 3 0 4", "1, 3, , 1 3 0 4",
        "-100, 2, -2, 0 2 0 4", "1 1, 2 2, 1 0, 1 2 1 2"
    })
    void slice_takes_a_part(String starts, String ends, String axes, String part) {
        String axis = axes == null ? "" : axes;
        long[] p = longs(part);
        ModelBytes operands =
                new ModelBytes(13)
                        .input("x", 3, 4)
                        .wholes("s", longs(starts))
                        .wholes("e", longs(ends));
        if (!axis.isEmpty()) {
            operands.wholes("a", longs(axis));
        }
        operands.node("Slice", "p", axis.isEmpty() ? "x s e" : "x s e a");
        ModelBytes settings = new ModelBytes(9).input("x", 3, 4);
        if (axis.isEmpty()) {
            settings.node(
                    "Slice", "p", "x", list("starts", longs(starts)), list("ends", longs(ends)));
        } else {
            settings.node(
                    "Slice",
                    "p",
                    "x",
                    list("starts", longs(starts)),
                    list("ends", longs(ends)),
                    list("axes", longs(axis)));
        }
        for (ModelBytes model : new ModelBytes[] {operands, settings}) {
            Imported read = Imported.of(model.node("Neg", "out", "p").output("out"));
            double[] x = read.elements("X");
            int width = (int) (p[3] - p[2]);
            read.assertComputes(
                    "out",
                    (int) (p[1] - p[0]),
                    IntStream.range(0, (int) (p[1] - p[0]) * width)
                            .mapToDouble(
                                    k -> -x[(int) (p[0] + k / width) * 4 + (int) p[2] + k % width])
                            .toArray());
            read.assertGradients("slice " + part);
        }
    }

    /// What NumPy gives for `x[start:end:step]`, along either dimension, of 12 numbers in 3×4.
    @ParameterizedTest
    @CsvSource({
        "0, 4, 2, 1, 0 2 4 6 8 10",
        "1, 4, 2, 1, 1 3 5 7 9 11",
        "-1, -100, -1, 1, 3 2 1 0 7 6 5 4 11 10 9 8",
        "-1, -9223372036854775808, -2, -1, 3 1 7 5 11 9",
        "3, 0, -2, 1, 3 1 7 5 11 9",
        "2, -100, -1, 0, 8 9 10 11 4 5 6 7 0 1 2 3",
        "0, 9223372036854775807, 2, 0, 0 1 2 3 8 9 10 11",
        "1, 3, 9223372036854775807, 1, 1 5 9",
        "2, 0, -9223372036854775808, 0, 8 9 10 11"
    })
    void a_slice_with_steps_joins_its_parts(
            long start, long end, long step, long axis, String expected) {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .wholes("s", start)
                                .wholes("e", end)
                                .wholes("a", axis)
                                .wholes("t", step)
                                .node("Slice", "p", "x s e a t")
                                .node("Neg", "out", "p")
                                .output("out"));
        double[] x = read.elements("X");
        long[] places = longs(expected);
        double[] values = LongStream.of(places).mapToDouble(k -> -x[(int) k]).toArray();
        int samples = axis == 0 ? places.length / 4 : 3;
        read.assertComputes("out", samples, values);
        read.assertGradients(expected);
    }

    @Test
    void steps_along_both_dimensions_and_along_a_row_are_taken() {
        Imported both =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .wholes("s", 0, -1)
                                .wholes("e", 3, -5)
                                .wholes("t", 2, -3)
                                .node("Slice", "p", "x s e _ t")
                                .node("Neg", "out", "p")
                                .output("out"));
        double[] x = both.elements("X");
        both.assertComputes("out", 2, -x[3], -x[0], -x[11], -x[8]);
        Imported row =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 5)
                                .wholes("s", 4)
                                .wholes("e", 0)
                                .wholes("t", -2)
                                .node("Slice", "p", "x s e _ t")
                                .node("Neg", "out", "p")
                                .output("out"));
        double[] v = row.elements("x");
        row.assertComputes("out", 1, -v[4], -v[2]);
    }

    @Test
    void a_slice_that_is_empty_has_no_step_or_too_many_parts_is_refused() {
        ModelBytes zero =
                new ModelBytes(13)
                        .input("x", 3, 4)
                        .wholes("s", 2)
                        .wholes("e", 3)
                        .wholes("a", 0)
                        .wholes("t", 0);
        assertEquals(
                "the unnamed node 0 of type Slice: the value of its attribute steps is missing or not supported",
                Imported.refusal(zero.node("Slice", "out", "x s e a t").output("out")));
        ModelBytes many =
                new ModelBytes(13)
                        .input("x", 3, 2002)
                        .wholes("s", 0)
                        .wholes("e", 2002)
                        .wholes("a", 1)
                        .wholes("t", 2);
        assertEquals(
                "the unnamed node 0 of type Slice: a step other than 1 may give at most 1000 parts",
                Imported.refusal(many.node("Slice", "out", "x s e a t").output("out")));
        assertEquals(
                "the unnamed node 0 of type Slice: the result would be empty",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 3, 4)
                                .wholes("s", 2)
                                .wholes("e", 1)
                                .node("Slice", "out", "x s e")
                                .output("out")));
    }
}
