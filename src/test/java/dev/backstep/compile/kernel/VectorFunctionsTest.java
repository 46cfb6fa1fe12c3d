package dev.backstep.compile.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Op;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Strided;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Exponentials and logarithms in vectors against those of `Math`, over the whole range and at its
/// ends.
class VectorFunctionsTest {

    private static final double[] ENDS = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e-300,
        1e-20,
        -1e-20,
        1e-8,
        1,
        -1,
        22,
        -22,
        37,
        -37,
        708,
        -708,
        709.78,
        709.79,
        -744,
        -745.1,
        -746,
        1e10,
        -1e10,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Math.sqrt(0.5),
        Math.sqrt(2)
    };

    private interface Loop {
        void run(double[] x, int xo, double[] o, int oo, int n);
    }

    private static double[] points(double low, double high) {
        Random random = new Random(12);
        double[] points = new double[20_000];
        for (int k = 0; k < points.length; k++) {
            points[k] = k < ENDS.length ? ENDS[k] : low + (high - low) * random.nextDouble();
        }
        return points;
    }

    /// Off by at most `ulps` units in the last place.
    private static void close(DoubleUnaryOperator exact, Loop loop, double[] points, double ulps) {
        double[] x = Arrays.copyOf(points, points.length + Strided.SLACK);
        double[] o = new double[x.length];
        loop.run(x, 0, o, 0, points.length);
        for (int k = 0; k < points.length; k++) {
            double expected = exact.applyAsDouble(points[k]);
            if (Double.isFinite(expected)) {
                assertTrue(
                        Math.abs(o[k] - expected) <= ulps * Math.ulp(expected),
                        "at " + points[k] + ": " + o[k] + " for " + expected);
            } else {
                assertEquals(expected, o[k], "at " + points[k]);
            }
        }
    }

    @Test
    void the_exponential_is_right_to_the_last_places() {
        close(Math::exp, VectorExponentials::exp, points(-750, 710), 2);
        close(Math::exp, VectorExponentials::exp, points(-2, 2), 2);
    }

    @Test
    void the_plain_loops_are_right_to_the_last_places() {
        close(Math::tanh, new PlainExponentials()::tanh, points(-25, 25), 4);
        close(Math::tanh, new PlainExponentials()::tanh, points(-1, 1), 4);
        DoubleUnaryOperator sigmoid = Rules.function(Op.Unary.SIGMOID);
        close(sigmoid, new PlainExponentials()::sigmoid, points(-750, 50), 4);
        close(sigmoid, new PlainExponentials()::sigmoid, points(-2, 2), 4);
        double[] zeros = {0.0, -0.0};
        new PlainExponentials().tanh(zeros, 0, zeros, 0, 2);
        assertArrayEquals(new double[] {0.0, -0.0}, zeros);
    }

    @Test
    void the_hyperbolic_tangent_is_right_to_the_last_places() {
        close(Math::tanh, VectorExponentials::tanh, points(-25, 25), 4);
        close(Math::tanh, VectorExponentials::tanh, points(-0.7, 0.7), 4);
        close(Math::tanh, VectorExponentials::tanh, points(-1e-5, 1e-5), 4);
    }

    @Test
    void the_sigmoid_is_right_to_the_last_places() {
        DoubleUnaryOperator sigmoid = Rules.function(Op.Unary.SIGMOID);
        close(sigmoid, VectorExponentials::sigmoid, points(-750, 50), 4);
    }

    @Test
    void an_argument_far_out_changes_no_other_value() {
        for (Loop loop : new Loop[] {VectorExponentials::tanh, VectorExponentials::sigmoid}) {
            double[] x = Arrays.copyOf(new Random(5).doubles(-60, 60).limit(400).toArray(), 416);
            double[] near = new double[416];
            double[] far = new double[416];
            loop.run(x, 0, near, 0, 400);
            x[399] = 1e10;
            loop.run(x, 0, far, 0, 400);
            assertArrayEquals(Arrays.copyOf(near, 399), Arrays.copyOf(far, 399));
        }
    }

    @Test
    void the_logarithm_is_right_to_the_last_places() {
        close(Math::log, VectorLogarithms::log, points(0, 2), 3);
        close(Math::log, VectorLogarithms::log, points(-1, 1e6), 3);
        close(Math::log, VectorLogarithms::log, points(0.999, 1.001), 3);
    }

    @Test
    void the_logarithm_of_one_and_a_bit_is_right_to_the_last_places() {
        double[] points = new Random(3).doubles(5_000).toArray();
        points[0] = 0;
        points[1] = 1;
        points[2] = 1e-300;
        points[3] = Double.NaN;
        close(Math::log1p, VectorLogarithms::log1p, points, 3);
    }
}
