package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.real;
import static dev.backstep.onnx.ModelBytes.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Products and normalisations, beside loops of their own over rows of samples.
class MatrixOperatorsTest {

    private static double[] numbers(int size) {
        return IntStream.range(0, size)
                .mapToDouble(k -> Math.sin(k + 1) / 2)
                .map(x -> (float) x)
                .toArray();
    }

    /// m×k · k×n, row by row.
    private static double[] product(double[] a, double[] b, int m, int k, int n) {
        double[] out = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    out[i * n + j] += a[i * k + l] * b[l * n + j];
                }
            }
        }
        return out;
    }

    private static double[] turned(double[] a, int rows, int cols) {
        return IntStream.range(0, a.length)
                .mapToDouble(k -> a[k % rows * cols + k / rows])
                .toArray();
    }

    record Gemm(boolean turnA, boolean turnB, double alpha, double beta, long[] c) {}

    static Stream<Gemm> gemms() {
        List<Gemm> all = new ArrayList<>();
        long[][] shapes = {null, {4}, {1, 4}, {2, 1}, {2, 4}, {1}, {}};
        for (boolean turnA : new boolean[] {false, true}) {
            for (boolean turnB : new boolean[] {false, true}) {
                for (long[] c : shapes) {
                    all.add(new Gemm(turnA, turnB, 1, 1, c));
                    all.add(new Gemm(turnA, turnB, -0.5, 2, c));
                    all.add(new Gemm(turnA, turnB, 0, -0.25, c));
                }
            }
        }
        return all.stream();
    }

    /// alpha·A·B + beta·C with A 2×3 and B 3×4, stored as they are or transposed.
    @ParameterizedTest
    @MethodSource("gemms")
    void gemm_is_its_formula(Gemm g) {
        double[] a = numbers(6);
        double[] b = numbers(12);
        double[] product = product(a, b, 2, 3, 4);
        ModelBytes model =
                new ModelBytes(13)
                        .weight(
                                "a",
                                g.turnA() ? new long[] {3, 2} : new long[] {2, 3},
                                g.turnA() ? turned(a, 2, 3) : a)
                        .weight(
                                "b",
                                g.turnB() ? new long[] {4, 3} : new long[] {3, 4},
                                g.turnB() ? turned(b, 3, 4) : b);
        double[] expected = new double[8];
        double[] c =
                numbers(
                        g.c() == null
                                ? 0
                                : (int)
                                        Dims.size(
                                                IntStream.range(0, g.c().length)
                                                        .mapToObj(k -> (int) g.c()[k])
                                                        .toList()));
        for (int k = 0; k < 8; k++) {
            double added = 0;
            if (g.c() != null) {
                int rows = g.c().length == 2 ? (int) g.c()[0] : 1;
                int cols = g.c().length == 0 ? 1 : (int) g.c()[g.c().length - 1];
                added = c[(rows == 1 ? 0 : k / 4) * cols + (cols == 1 ? 0 : k % 4)];
            }
            expected[k] = g.alpha() * product[k] + g.beta() * added;
        }
        if (g.c() != null) {
            model.weight("c", g.c(), c);
        }
        model.node(
                "Gemm",
                "out",
                g.c() == null ? "a b" : "a b c",
                real("alpha", g.alpha()),
                real("beta", g.beta()),
                whole("transA", g.turnA() ? 1 : 0),
                whole("transB", g.turnB() ? 1 : 0));
        Imported read = Imported.of(model.output("out"));
        read.assertComputes("out", 2, expected);
        read.assertGradients(g.toString());
    }

    @Test
    void a_product_of_a_matrix_and_of_a_row_of_numbers() {
        double[] a = numbers(6);
        double[] b = numbers(12);
        Imported both =
                Imported.of(
                        new ModelBytes(13)
                                .weight("a", new long[] {2, 3}, a)
                                .weight("b", new long[] {3, 4}, b)
                                .node("MatMul", "out", "a b")
                                .output("out"));
        both.assertComputes("out", 2, product(a, b, 2, 3, 4));
        both.assertGradients("matrix, matrix");
        double[] v = numbers(3);
        Imported left =
                Imported.of(
                        new ModelBytes(13)
                                .weight("v", new long[] {3}, v)
                                .weight("b", new long[] {3, 4}, b)
                                .node("MatMul", "out", "v b")
                                .output("out"));
        left.assertComputes("out", 1, product(v, b, 1, 3, 4));
        left.assertGradients("row, matrix");
        Imported right =
                Imported.of(
                        new ModelBytes(13)
                                .weight("a", new long[] {2, 3}, a)
                                .weight("v", new long[] {3}, v)
                                .node("MatMul", "out", "a v")
                                .output("out"));
        right.assertComputes("out", 1, product(a, v, 2, 3, 1));
        right.assertGradients("matrix, row");
        Imported dot =
                Imported.of(
                        new ModelBytes(13)
                                .weight("v", new long[] {3}, v)
                                .weight("u", new long[] {3}, 1, 2, 3)
                                .node("MatMul", "out", "v u")
                                .output("out"));
        dot.assertComputes("out", 1, v[0] + 2 * v[1] + 3 * v[2]);
        dot.assertGradients("row, row");
    }

    @Test
    void a_model_that_computes_one_number_is_its_own_loss() {
        Imported dot =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 3)
                                .node("MatMul", "out", "x x")
                                .output("out"));
        assertEquals("L", dot.model().graph().node(dot.model().output()).name().orElse(""));
        assertEquals(dot.value("out"), dot.value("L"));
    }

    /// Along the last axis, along the first one, and over all, as before version 13.
    @ParameterizedTest
    @CsvSource({
        "Softmax, 13, -1, cols", "Softmax, 13, 1, cols", "Softmax, 13, 0, rows",
        "Softmax, 13, , cols", "Softmax, 11, , cols", "Softmax, 11, 1, cols",
        "Softmax, 11, 0, all", "Softmax, 9, 0, all", "Softmax, 13, -2, rows",
        "LogSoftmax, 13, -1, cols", "LogSoftmax, 13, 0, rows", "LogSoftmax, 11, 0, all",
        "LogSoftmax, 12, , cols"
    })
    void softmax_normalises_along_its_axis(String type, long opset, Long axis, String along) {
        ModelBytes model = new ModelBytes(opset).input("x", 2, 3);
        if (axis == null) {
            model.node(type, "out", "x");
        } else {
            model.node(type, "out", "x", whole("axis", axis));
        }
        Imported read = Imported.of(model.output("out"));
        double[] x = read.elements("X");
        double[] expected = new double[6];
        for (int k = 0; k < 6; k++) {
            double sum = 0;
            for (int l = 0; l < 6; l++) {
                boolean together =
                        along.equals("all")
                                || (along.equals("cols") ? k / 3 == l / 3 : k % 3 == l % 3);
                sum += together ? Math.exp(x[l]) : 0;
            }
            double share = Math.exp(x[k]) / sum;
            expected[k] = type.equals("Softmax") ? share : Math.log(share);
        }
        read.assertComputes("out", 2, expected);
        read.assertGradients(type + opset + along);
    }

    @Test
    void softmax_of_a_row_of_numbers() {
        Imported read =
                Imported.of(
                        new ModelBytes(13).input("x", 3).node("Softmax", "out", "x").output("out"));
        double[] x = read.elements("x");
        double sum = Math.exp(x[0]) + Math.exp(x[1]) + Math.exp(x[2]);
        read.assertComputes(
                "out", 1, Math.exp(x[0]) / sum, Math.exp(x[1]) / sum, Math.exp(x[2]) / sum);
        assertEquals(
                "the unnamed node 0 of type Softmax: there is no axis 1 among 1",
                Imported.refusal(
                        new ModelBytes(11)
                                .input("x", 3)
                                .node("Softmax", "out", "x")
                                .output("out")));
    }
}
