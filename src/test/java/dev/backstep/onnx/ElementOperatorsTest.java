package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.real;
import static dev.backstep.onnx.ModelBytes.said;
import static dev.backstep.onnx.ModelBytes.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Operators that work element by element, beside a few lines of arithmetic of their own.
class ElementOperatorsTest {

    record Unary(String type, DoubleUnaryOperator f, byte[]... settings) {
        @Override
        public String toString() {
            return type + " " + settings.length;
        }
    }

    static Stream<Unary> unaries() {
        float third = 1 / 3f;
        return Stream.of(
                new Unary("Relu", x -> x > 0 ? x : 0),
                new Unary("LeakyRelu", x -> x > 0 ? x : 0.01f * x),
                new Unary("LeakyRelu", x -> x > 0 ? x : third * x, real("alpha", third)),
                new Unary("Elu", x -> x > 0 ? x : Math.exp(x) - 1),
                new Unary("Elu", x -> x > 0 ? x : 2.5 * (Math.exp(x) - 1), real("alpha", 2.5)),
                new Unary("Sigmoid", x -> 1 / (1 + Math.exp(-x))),
                new Unary("Tanh", x -> (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)),
                new Unary("Softplus", x -> Math.log(1 + Math.exp(x))),
                new Unary("Gelu", x -> x * normal(x)),
                new Unary("Gelu", x -> x * normal(x), said("approximate", "none")),
                new Unary(
                        "Gelu",
                        x ->
                                0.5
                                        * x
                                        * (1
                                                + Math.tanh(
                                                        Math.sqrt(2 / Math.PI)
                                                                * (x + 0.044715 * x * x * x))),
                        said("approximate", "tanh")),
                new Unary("Exp", Math::exp),
                new Unary("Abs", Math::abs),
                new Unary("Neg", x -> -x));
    }

    /// Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …), Marsaglia 2004.
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; k < 200; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @MethodSource("unaries")
    void an_operator_of_one_operand_computes_its_formula(Unary op) {
        Imported read =
                Imported.of(
                        new ModelBytes(20)
                                .input("x", 3, 4)
                                .node(op.type(), "out", "x", op.settings())
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out",
                3,
                IntStream.range(0, 12).mapToDouble(k -> op.f().applyAsDouble(x[k])).toArray());
        read.assertGradients(op.toString());
    }

    /// The logarithm and the root of a sum of exponentials and 1, which is above 1.
    @ParameterizedTest
    @MethodSource("ofPositive")
    void so_does_one_of_positive_numbers(Unary op) {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .node("Exp", "p", "x")
                                .node(op.type(), "out", "p")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out",
                2,
                IntStream.range(0, 6)
                        .mapToDouble(k -> op.f().applyAsDouble(Math.exp(x[k])))
                        .toArray());
        read.assertGradients(op.toString());
    }

    static Stream<Unary> ofPositive() {
        return Stream.of(new Unary("Log", Math::log), new Unary("Sqrt", Math::sqrt));
    }

    record Binary(String type, DoubleBinaryOperator f, long[] left, long[] right) {
        @Override
        public String toString() {
            return type + " " + List.of(left.length, right.length) + " " + left[0];
        }
    }

    /// Each operator on each pair of shapes that NumPy broadcasts.
    static Stream<Binary> binaries() {
        List<Binary> all = new ArrayList<>();
        long[][] shapes = {{2, 3}, {3}, {1, 3}, {2, 1}, {1, 1}, {1}};
        for (long[] left : shapes) {
            for (long[] right : shapes) {
                if (Math.max(left.length, right.length) == 2) {
                    all.add(new Binary("Add", Double::sum, left, right));
                    all.add(new Binary("Sub", (a, b) -> a - b, left, right));
                    all.add(new Binary("Mul", (a, b) -> a * b, left, right));
                    all.add(new Binary("Div", (a, b) -> a / b, left, right));
                    all.add(new Binary("Pow", Math::pow, left, right));
                }
            }
        }
        return all.stream();
    }

    /// Both operands are above ½: the gradient of a power needs the logarithm of its base.
    @ParameterizedTest
    @MethodSource("binaries")
    void an_operator_of_two_operands_repeats_dimensions_as_numpy_does(Binary op) {
        double[] a = numbers(op.left(), 0.75);
        double[] b = numbers(op.right(), 1.25);
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .weight("a", op.left(), a)
                                .weight("b", op.right(), b)
                                .node(op.type(), "out", "a b")
                                .output("out"));
        int rows = (int) Math.max(at(op.left(), 2), at(op.right(), 2));
        int cols = (int) Math.max(at(op.left(), 1), at(op.right(), 1));
        double[] expected = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                expected[i * cols + j] =
                        op.f()
                                .applyAsDouble(
                                        element(a, op.left(), i, j), element(b, op.right(), i, j));
            }
        }
        read.assertComputes("out", rows, expected);
        read.assertGradients(op.toString());
    }

    /// A size, counted from the last dimension.
    private static long at(long[] shape, int fromEnd) {
        return fromEnd > shape.length ? 1 : shape[shape.length - fromEnd];
    }

    private static double element(double[] a, long[] shape, int i, int j) {
        int row = at(shape, 2) == 1 ? 0 : i;
        int col = at(shape, 1) == 1 ? 0 : j;
        return a[row * (int) at(shape, 1) + col];
    }

    private static double[] numbers(long[] shape, double from) {
        int size = (int) (at(shape, 1) * at(shape, 2));
        return IntStream.range(0, size).mapToDouble(k -> from + 0.25 * k).toArray();
    }

    @Test
    void an_exponent_may_be_a_whole_number() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 2)
                                .node(
                                        "Constant",
                                        "n",
                                        "",
                                        tensor("value", ModelBytes.wholesOf("", 3)))
                                .node("Pow", "out", "x n")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out", 2, IntStream.range(0, 4).mapToDouble(k -> x[k] * x[k] * x[k]).toArray());
        assertTrue(read.program().text().contains("out = X ^ 3"), read.program().text());
        read.assertGradients("x³");
    }

    @Test
    void exponents_may_be_a_row_of_whole_numbers() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 2)
                                .wholes("n", 2, 3)
                                .node("Pow", "out", "x n")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out", 2, x[0] * x[0], Math.pow(x[1], 3), x[2] * x[2], Math.pow(x[3], 3));
        assertTrue(read.program().text().contains("const n = [2; 3]"), read.program().text());
    }

    @Test
    void a_negative_constant_keeps_its_sign() {
        Imported read =
                Imported.of(
                        new ModelBytes(13)
                                .input("x", 2, 2)
                                .node("Constant", "c", "", real("value_float", -0.5))
                                .node("Sub", "d", "c x")
                                .node("Mul", "out", "d c")
                                .output("out"));
        double[] x = read.elements("X");
        read.assertComputes(
                "out", 2, IntStream.range(0, 4).mapToDouble(k -> (-0.5 - x[k]) * -0.5).toArray());
    }

    @Test
    void what_does_not_fit_is_refused_with_the_node() {
        assertEquals(
                "node /add of type Add: the shapes 2×3 and 2×2 do not fit",
                Imported.refusal(
                        new ModelBytes(13)
                                .input("x", 2, 3)
                                .weight("w", new long[] {2, 2}, 1, 2, 3, 4)
                                .node("/add", "Add", "out", "x w")
                                .output("out")));
        assertEquals(
                "the unnamed node 0 of type Gelu: the value of its attribute approximate is missing or not"
                        + " supported",
                Imported.refusal(
                        new ModelBytes(20)
                                .input("x", 2, 3)
                                .node("Gelu", "out", "x", said("approximate", "erf"))
                                .output("out")));
    }
}
