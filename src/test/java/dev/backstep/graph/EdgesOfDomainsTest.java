package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ops do at kinks, at poles and with numbers near the ends of the range.
class EdgesOfDomainsTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// Value and gradients of the sum of an op at these operands.
    record At(Tensor value, List<Tensor> gradients) {

        static At of(Op op, Tensor... operands) {
            Graph.Builder b = Graph.builder();
            Map<Integer, Tensor> leaves = new HashMap<>();
            for (Tensor operand : operands) {
                leaves.put(b.leaf("x" + leaves.size(), Op.Role.INPUT, operand.shape()), operand);
            }
            int z = b.add(op, leaves.keySet().stream().mapToInt(i -> i).toArray());
            int output = b.sum(z, Shape.SCALAR);
            Adjoint adjoint = Adjoint.of(b.build(), output);
            Trace trace = Trace.of(adjoint.graph(), leaves);
            List<Tensor> gradients = new ArrayList<>();
            for (int i = 0; i < operands.length; i++) {
                gradients.add(trace.value(adjoint.gradient(i).orElseThrow()));
            }
            return new At(trace.value(z), gradients);
        }

        static At of(Op op, double... operands) {
            return of(op, Arrays.stream(operands).mapToObj(Tensor::scalar).toArray(Tensor[]::new));
        }

        double gradient(int slot) {
            return gradients.get(slot).item();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "1"})
    void relu_at_0_has_the_gradient_that_is_set(double relu0) {
        assertEquals(relu0, At.of(new Op.Relu(relu0), 0).gradient(0));
        assertEquals(relu0, At.of(new Op.Relu(relu0), -0.0).gradient(0));
        assertEquals(1, At.of(new Op.Relu(relu0), Double.MIN_VALUE).gradient(0));
        assertEquals(0, At.of(new Op.Relu(relu0), -Double.MIN_VALUE).gradient(0));
    }

    @Test
    void abs_and_leaky_relu_at_0_have_the_gradient_they_carry() {
        assertEquals(-1, At.of(new Op.Abs(-1), 0).gradient(0));
        assertEquals(0, At.of(new Op.Abs(0), 0).gradient(0));
        assertEquals(1, At.of(new Op.Abs(1), 0).gradient(0));
        assertEquals(0.505, At.of(new Op.LeakyRelu(0.01, 0.505), 0).gradient(0));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "1"})
    void a_step_has_gradient_0_everywhere(double x) {
        assertEquals(0, At.of(new Op.StepFunction(0, 0.5, 1), x).gradient(0));
    }

    /// 1 from above and α from below, and what lies between is set.
    @ParameterizedTest
    @CsvSource({"0.4", "0.7", "1"})
    void elu_at_0_has_the_gradient_it_carries(double at) {
        assertEquals(at, At.of(new Op.Elu(0.4, at), 0).gradient(0));
        assertEquals(at, At.of(new Op.Elu(0.4, at), -0.0).gradient(0));
        assertEquals(0.4 * Math.exp(-1e-9), At.of(new Op.Elu(0.4, at), -1e-9).gradient(0));
        assertEquals(1, At.of(new Op.Elu(0.4, at), 1e-9).gradient(0));
    }

    @ParameterizedTest
    @CsvSource({
        "MAX, 1, 1, 0.5, 0.5",
        "MIN, 1, 1, 0.5, 0.5",
        "MAX, 2, 1, 1, 0",
        "MIN, 2, 1, 0, 1",
        "MAX, 0, -0.0, 0.5, 0.5"
    })
    void a_tie_gives_each_side_half(Binary op, double x, double y, double toX, double toY) {
        At at = At.of(op, x, y);
        assertEquals(toX, at.gradient(0));
        assertEquals(toY, at.gradient(1));
    }

    @ParameterizedTest
    @CsvSource({"MAX", "MIN"})
    void max_and_min_pass_nan_on(Binary op) {
        At at = At.of(op, NAN, 1);
        assertEquals(NAN, at.value().item());
        assertEquals(NAN, at.gradient(0));
        assertEquals(NAN, at.gradient(1));
    }

    @Test
    void relu_and_its_kin_pass_nan_on() {
        List<Op> kinked =
                List.of(
                        new Op.Relu(0.5),
                        new Op.Abs(0),
                        new Op.LeakyRelu(0.01, 0.5),
                        new Op.Elu(1, 1),
                        new Op.StepFunction(0, 0.5, 1));
        for (Op op : kinked) {
            assertEquals(NAN, At.of(op, NAN).value().item(), op.toString());
        }
    }

    /// d x⁰ = 0 and d x¹ = 1 also at 0, where p·xᵖ⁻¹ as written would be 0·0⁻¹.
    @Test
    void small_powers_are_smooth_at_0() {
        assertEquals(0, At.of(new Op.Pow(0), 0).gradient(0));
        assertEquals(1, At.of(new Op.Pow(0), 0).value().item());
        assertEquals(1, At.of(new Op.Pow(1), 0).gradient(0));
        assertEquals(0, At.of(new Op.Pow(2), 0).gradient(0));
        assertEquals(0, At.of(new Op.Pow(3), 0).gradient(0));
        assertEquals(INF, At.of(new Op.Pow(0.5), 0).gradient(0));
        assertEquals(-INF, At.of(new Op.Pow(-1), 0).gradient(0));
    }

    /// 0ʸ is 0 for all y > 0, so its derivative in y is 0 there: the limit of xʸ·log x, not 0·(−∞).
    @Test
    void a_power_of_0_does_not_change_with_a_positive_exponent() {
        At at = At.of(Binary.POW, 0, 2);
        assertEquals(0, at.value().item());
        assertEquals(0, at.gradient(0));
        assertEquals(0, at.gradient(1));
        assertEquals(NAN, At.of(Binary.POW, -2, 3).gradient(1), "log of a negative base");
        assertEquals(-12 * -1, At.of(Binary.POW, -2, 3).gradient(0), "3·(−2)² = 12");
    }

    /// One function, one gradient: a fixed exponent and a named one. At 0 with n < 0 the gradient
    /// for n is 0ⁿ·log 0 = ∞·(−∞) = −∞, from n = 0 up it is 0.
    @Test
    void a_power_has_one_gradient_however_its_exponent_is_given() {
        for (double x : new double[] {0, -0.0, 1e-300, 0.5, 1, 3, 1e300, INF, -0.5, -2, -INF}) {
            for (double n : new double[] {-3, -1, -0.5, 0, -0.0, 0.5, 1, 1.5, 2, 3, 4, 400}) {
                At fixed = At.of(new Op.Pow(n), x);
                At named = At.of(Binary.POW, x, n);
                String what = x + " to the power " + n;
                assertEquals(fixed.value().item(), named.value().item(), what);
                assertEquals(fixed.gradient(0), named.gradient(0), 0.0, what);
                if (x == 0) {
                    double toN = n < 0 ? named.value().item() * -INF : 0;
                    assertEquals(toN, named.gradient(1), 0.0, what);
                }
            }
        }
    }

    /// √(x² + y²) has every slope between −1 and 1 at 0; the middle is taken.
    @Test
    void the_gradient_of_a_norm_is_0_at_0() {
        assertEquals(0, At.of(new Op.Norm(), 0).gradient(0));
        At zero = At.of(new Op.Norm(), Tensor.full(new Shape(2, 3), 0));
        assertArrayEquals(new double[6], zero.gradients().getFirst().toArray());
        At axis = At.of(new Op.Norm(), Tensor.of(2, 1, 0, -2));
        assertArrayEquals(new double[] {0, -1}, axis.gradients().getFirst().toArray());
        assertEquals(NAN, At.of(new Op.Norm(), NAN).gradient(0));
    }

    @Test
    void dividing_by_0_is_shown() {
        assertEquals(INF, At.of(Binary.DIV, 1, 0).value().item());
        assertEquals(INF, At.of(Binary.DIV, 1, 0).gradient(0));
        assertEquals(-INF, At.of(Binary.DIV, 1, 0).gradient(1));
        assertEquals(NAN, At.of(Binary.DIV, 0, 0).value().item());
        assertEquals(-INF, At.of(Unary.LOG, 0).value().item());
        assertEquals(INF, At.of(Unary.LOG, 0).gradient(0));
        assertEquals(INF, At.of(Unary.SQRT, 0).gradient(0));
        assertEquals(NAN, At.of(Binary.MUL, 0, INF).value().item());
    }

    /// Of a fixed label the second derivative is y/p² + (1 − y)/(1 − p)², of which a weight of 0
    /// takes its part: 1 at both right ends.
    @ParameterizedTest
    @CsvSource({
        "BCE, 0, 0, 1",
        "BCE, 1, 1, 1",
        "CE, 0, 0, 0",
        "POW, 0, 0, 0",
        "POW, 0, 1, 0",
        "POW, 0, 2, 2",
        "POW, 0, 3, 0",
        "POW, 2, 0, 0",
        "POW, -2, 1, 0"
    })
    void second_derivatives_hold_at_the_edges_too(String op, double x, double y, double second) {
        Graph.Builder b = Graph.builder();
        int p = b.leaf("p", Op.Role.INPUT, Shape.SCALAR);
        int t = b.leaf("t", Op.Role.CONST, Shape.SCALAR);
        int z = b.add(op.equals("CE") ? Columnwise.CE : Binary.valueOf(op), p, t);
        Adjoint once = Adjoint.of(b.build(), z);
        int slope = once.gradient(p).orElseThrow();
        Adjoint twice = Adjoint.of(once.graph(), slope);
        Map<Integer, Tensor> leaves = Map.of(p, Tensor.scalar(x), t, Tensor.scalar(y));
        double found =
                twice.gradient(p)
                        .map(g -> Trace.of(twice.graph(), leaves).value(g).item())
                        .orElse(0.0);
        assertEquals(second, found, 0.0);
    }

    /// Two equal inputs share evenly, however large: the shift by the largest must not eat log 2.
    @ParameterizedTest
    @CsvSource({"0", "1e3", "-1e3", "1e16", "-1e16", "1e300"})
    void softmax_does_not_depend_on_a_shift(double z) {
        assertArrayEquals(
                new double[] {0.5, 0.5},
                At.of(Columnwise.SOFTMAX, Tensor.of(2, 1, z, z)).value().toArray());
        double[] logs = At.of(Columnwise.LOG_SOFTMAX, Tensor.of(2, 1, z, z)).value().toArray();
        assertArrayEquals(new double[] {-Math.log(2), -Math.log(2)}, logs);
    }

    @Test
    void saturation_neither_overflows_nor_turns_into_nan() {
        for (double x : new double[] {-1e300, -800, -40, 40, 800, 1e300}) {
            double up = x > 0 ? 1 : 0;
            assertEquals(up, At.of(Unary.SIGMOID, x).value().item(), 1e-17);
            assertEquals(0, At.of(Unary.SIGMOID, x).gradient(0), 1e-17);
            assertEquals(up, At.of(Unary.SOFTPLUS, x).gradient(0), 1e-17);
            assertEquals(Math.max(x, 0), At.of(Unary.SOFTPLUS, x).value().item(), 1e-17);
            assertEquals(up, At.of(Unary.SILU, x).gradient(0), 1e-15);
            assertEquals(up, At.of(Unary.GELU, x).gradient(0), 1e-15);
            assertEquals(0, At.of(Unary.TANH, x).gradient(0), 1e-17);
        }
    }
}
