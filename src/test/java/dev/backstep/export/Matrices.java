package dev.backstep.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erfc;

/// What PyTorch's functions give, as far as exported scripts call them, on arrays of rows. Truth is
/// 1 and 0.
final class Matrices {

    private Matrices() {}

    static Object signed(String sign, Object a, Object b) {
        if (sign.equals("@")) {
            return product((double[][]) a, (double[][]) b);
        }
        DoubleBinaryOperator f =
                switch (sign) {
                    case "+" -> (x, y) -> x + y;
                    case "-" -> (x, y) -> x - y;
                    case "*" -> (x, y) -> x * y;
                    case "/" -> (x, y) -> x / y;
                    case "**" -> Math::pow;
                    case "==" -> (x, y) -> x == y ? 1 : 0;
                    case "<" -> (x, y) -> x < y ? 1 : 0;
                    case ">" -> (x, y) -> x > y ? 1 : 0;
                    case "&" -> (x, y) -> x * y;
                    default -> throw new IllegalArgumentException(sign);
                };
        return a instanceof Double x && b instanceof Double y
                ? (Object) f.applyAsDouble(x, y)
                : zip(matrix(a), matrix(b), f);
    }

    static Object called(String name, List<Object> in) {
        String plain = name.replace("torch.", "");
        Object first = in.getFirst();
        return switch (plain) {
            case "tensor" -> rows((List<?>) first);
            case "shape" ->
                    List.of(
                            (double) ((double[][]) first).length,
                            (double) ((double[][]) first)[0].length);
            case "zeros_like" -> map(matrix(first), _ -> 0);
            case "ones_like" -> map(matrix(first), _ -> 1);
            case "full_like" -> map(matrix(first), _ -> (Double) in.get(1));
            case "full" -> matrix(in.get(1));
            case "clone", "detach" -> first;
            case "where" -> where(matrix(first), matrix(in.get(1)), matrix(in.get(2)));
            case "maximum" -> zip(matrix(first), matrix(in.get(1)), Math::max);
            case "minimum" -> zip(matrix(first), matrix(in.get(1)), Math::min);
            case "pow" -> zip(matrix(first), matrix(in.get(1)), Math::pow);
            case "logaddexp" ->
                    zip(
                            matrix(first),
                            matrix(in.get(1)),
                            (x, y) -> Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y))));
            case "T" -> turned(matrix(first));
            case "cat" -> joined((List<?>) first, (Double) in.get(1) == 0);
            case "reshape" -> reshaped(matrix(first), whole(in, 1), whole(in, 2));
            case "expand" ->
                    zip(matrix(first), new double[whole(in, 1)][whole(in, 2)], Double::sum);
            case "diag", "diagonal" -> diagonal(first);
            case "nn.functional.pad" -> padded(matrix(first), (List<?>) in.get(1));
            case "linalg.vector_norm" -> matrix(Math.sqrt(all(matrix(first), x -> x * x)));
            case "sum", "mean", "var", "std", "amax", "amin", "logsumexp" ->
                    reduced(matrix(first), in.get(1), f(plain));
            case "softmax", "log_softmax" -> softmax(matrix(first), plain.equals("softmax"));
            default -> map(matrix(first), pointwise(plain));
        };
    }

    private static DoubleUnaryOperator pointwise(String name) {
        return switch (name) {
            case "abs" -> Math::abs;
            case "exp" -> Math::exp;
            case "expm1" -> Math::expm1;
            case "log" -> Math::log;
            case "log1p" -> Math::log1p;
            case "sqrt" -> Math::sqrt;
            case "square" -> x -> x * x;
            case "sin" -> Math::sin;
            case "cos" -> Math::cos;
            case "tan" -> Math::tan;
            case "tanh" -> Math::tanh;
            case "sigmoid" -> x -> 1 / (1 + Math.exp(-x));
            case "erfc" -> Erfc::value;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ToDoubleFunction<double[]> f(String name) {
        return switch (name) {
            case "sum" -> x -> Arrays.stream(x).sum();
            case "mean" -> x -> Arrays.stream(x).sum() / x.length;
            case "amax" -> x -> Arrays.stream(x).max().orElseThrow();
            case "amin" -> x -> Arrays.stream(x).min().orElseThrow();
            case "logsumexp" -> x -> Math.log(Arrays.stream(x).map(Math::exp).sum());
            case "var" -> Matrices::variance;
            default -> x -> Math.sqrt(variance(x));
        };
    }

    private static double variance(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
    }

    private static double[][] reduced(double[][] x, Object along, ToDoubleFunction<double[]> f) {
        if (along instanceof List<?>) {
            double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
            return matrix(f.applyAsDouble(all));
        }
        double[][] lines = (Double) along == 0 ? turned(x) : x;
        double[][] out = new double[lines.length][];
        Arrays.setAll(out, k -> new double[] {f.applyAsDouble(lines[k])});
        return (Double) along == 0 ? turned(out) : out;
    }

    private static double[][] softmax(double[][] x, boolean isShare) {
        double[][] columns = turned(x);
        for (double[] column : columns) {
            double max = Arrays.stream(column).max().orElseThrow();
            double sum = Arrays.stream(column).map(v -> Math.exp(v - max)).sum();
            for (int k = 0; k < column.length; k++) {
                double log = column[k] - max - Math.log(sum);
                column[k] = isShare ? Math.exp(log) : log;
            }
        }
        return turned(columns);
    }

    private static double[][] rows(List<?> rows) {
        return rows.stream()
                .map(r -> ((List<?>) r).stream().mapToDouble(x -> (Double) x).toArray())
                .toArray(double[][]::new);
    }

    private static int whole(List<Object> in, int k) {
        return ((Double) in.get(k)).intValue();
    }

    static double[][] matrix(Object x) {
        return x instanceof Double d ? new double[][] {{d}} : (double[][]) x;
    }

    private static double[][] generated(int rows, int cols, DoubleBinaryOperator at) {
        double[][] out = new double[rows][cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                out[i][j] = at.applyAsDouble(i, j);
            }
        }
        return out;
    }

    static double[][] zip(double[][] a, double[][] b, DoubleBinaryOperator f) {
        int rows = Math.max(a.length, b.length);
        int cols = Math.max(a[0].length, b[0].length);
        return generated(rows, cols, (i, j) -> f.applyAsDouble(at(a, i, j), at(b, i, j)));
    }

    /// The element of a matrix whose dimensions of 1 repeat.
    private static double at(double[][] x, double row, double col) {
        double[] line = x[x.length == 1 ? 0 : (int) row];
        return line[line.length == 1 ? 0 : (int) col];
    }

    private static double[][] where(double[][] condition, double[][] yes, double[][] no) {
        double[][] all = zip(zip(condition, yes, Double::sum), no, Double::sum);
        return generated(
                all.length,
                all[0].length,
                (i, j) -> at(condition, i, j) != 0 ? at(yes, i, j) : at(no, i, j));
    }

    private static double[][] map(double[][] x, DoubleUnaryOperator f) {
        return zip(x, new double[1][1], (a, _) -> f.applyAsDouble(a));
    }

    private static double all(double[][] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).flatMapToDouble(Arrays::stream).map(f).sum();
    }

    private static double[][] product(double[][] a, double[][] b) {
        return generated(
                a.length,
                b[0].length,
                (i, j) ->
                        IntStream.range(0, b.length)
                                .mapToDouble(k -> a[(int) i][k] * b[k][(int) j])
                                .sum());
    }

    private static double[][] turned(double[][] x) {
        return generated(x[0].length, x.length, (i, j) -> x[(int) j][(int) i]);
    }

    private static double[][] joined(List<?> parts, boolean down) {
        if (!down) {
            return turned(joined(parts.stream().map(p -> turned(matrix(p))).toList(), true));
        }
        return parts.stream().flatMap(p -> Arrays.stream(matrix(p))).toArray(double[][]::new);
    }

    private static double[][] reshaped(double[][] x, int rows, int cols) {
        double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        int height = rows < 0 ? all.length / cols : rows;
        return generated(height, cols, (i, j) -> all[(int) (i * cols + j)]);
    }

    /// Of a column, which its part `[:, 0]` still is here, a square; of a square its diagonal.
    private static double[][] diagonal(Object of) {
        double[][] x = matrix(of);
        return x[0].length == 1
                ? generated(x.length, x.length, (i, j) -> i == j ? x[(int) i][0] : 0)
                : generated(x.length, 1, (i, _) -> x[(int) i][(int) i]);
    }

    private static double[][] padded(double[][] x, List<?> sides) {
        int[] s = sides.stream().mapToInt(k -> ((Double) k).intValue()).toArray();
        double[][] out = new double[x.length + s[2] + s[3]][x[0].length + s[0] + s[1]];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, out[i + s[2]], s[0], x[0].length);
        }
        return out;
    }

    static double[][] part(double[][] x, int[] rows, int[] cols) {
        return generated(
                rows[1] - rows[0],
                cols[1] - cols[0],
                (i, j) -> x[(int) i + rows[0]][(int) j + cols[0]]);
    }
}
