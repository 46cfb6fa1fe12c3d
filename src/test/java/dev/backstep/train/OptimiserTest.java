package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Steps worked out by hand, by both sets of loops.
class OptimiserTest {

    private static final List<Kernels> KERNELS = List.of(new PlainKernels(), Kernels.best());

    /// A weight w = 1 and a bias b = 2 in w·w + b, so that only b is a bias; their gradients are
    /// then set by hand.
    private static Parameters two() {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("w", Op.Role.PARAM, Shape.SCALAR);
        int bias = b.leaf("b", Op.Role.PARAM, Shape.SCALAR);
        b.add(Binary.ADD, b.add(Binary.MUL, w, w), bias);
        return Parameters.of(b.build(), Map.of(w, Tensor.scalar(1), bias, Tensor.scalar(2)));
    }

    private static void step(OptimiserState state, Kernels kernels, double gw, double gb) {
        state.parameters().gradients()[0] = gw;
        state.parameters().gradients()[1] = gb;
        state.step(kernels);
    }

    private static void assertParameters(double w, double b, OptimiserState state) {
        assertEquals(w, state.parameters().values()[0], 1e-15);
        assertEquals(b, state.parameters().values()[1], 1e-15);
    }

    /// w: v = 0.5·0.25 = 0.125, then 0.5·0.125 + 0.5·1 = 0.5625. b: v = 4.5, then 2.25.
    @Test
    void rmsprop_divides_by_the_root_of_the_mean_square() {
        for (Kernels kernels : KERNELS) {
            OptimiserState state =
                    new OptimiserState(two(), new Optimiser.RmsProp(0.1, 0.5, 0.1, 0, 0));
            step(state, kernels, 0.5, -3);
            double w = 1 - 0.05 / (Math.sqrt(0.125) + 0.1);
            double b = 2 + 0.3 / (Math.sqrt(4.5) + 0.1);
            assertParameters(w, b, state);
            step(state, kernels, 1, 0);
            assertParameters(w - 0.1 / (0.75 + 0.1), b, state);
        }
    }

    /// Without ε the first step of Adam is the rate: w = (1 − 0.1·0.5)·1 − 0.1 = 0.85. The bias
    /// does not decay: 2.1.
    @Test
    void the_decay_of_adamw_shrinks_weights_alone_before_the_step_of_adam() {
        for (Kernels kernels : KERNELS) {
            Optimiser.Adam adam = new Optimiser.Adam(0.1, 0.9, 0.999, 0, 0);
            OptimiserState state = new OptimiserState(two(), new Optimiser.AdamW(adam, 0.5));
            step(state, kernels, 0.5, -3);
            assertParameters(0.85, 2.1, state);
        }
    }

    /// ‖(3, −4)‖ = 5, so that a fifth of each is left: w = 1 − 0.1·(0.6 + 0.5·1) = 0.89, since the
    /// penalty comes after; b = 2 + 0.08. Shorter gradients stay what they are.
    @Test
    void clipping_scales_all_gradients_together_down_to_a_norm() {
        for (Kernels kernels : KERNELS) {
            Parameters parameters = two();
            OptimiserState state =
                    new OptimiserState(parameters, new Optimiser.Sgd(0.1, 0, 0.5, 1));
            step(state, kernels, 3, -4);
            assertParameters(0.89, 2.08, state);
            assertEquals(3, parameters.gradients()[0]);
            OptimiserState shorter = new OptimiserState(two(), new Optimiser.Sgd(0.1, 0, 0, 5));
            step(shorter, kernels, 3, -4);
            assertParameters(0.7, 2.4, shorter);
        }
    }

    /// w: 1 − 0.1·0.5 = 0.95; b: 2 + 0.1·3 = 2.3.
    @Test
    void sgd_goes_down_the_gradient() {
        for (Kernels kernels : KERNELS) {
            OptimiserState state = new OptimiserState(two(), new Optimiser.Sgd(0.1, 0, 0));
            step(state, kernels, 0.5, -3);
            assertParameters(0.95, 2.3, state);
        }
    }

    /// v₁ = 0.5, w₁ = 1 − 0.05 = 0.95; v₂ = 0.9·0.5 + 1 = 1.45, w₂ = 0.95 − 0.145 = 0.805. b: v₁ =
    /// −3, 2.3; v₂ = −2.7 + 0 = −2.7, 2.3 + 0.27 = 2.57.
    @Test
    void momentum_keeps_nine_tenths_of_the_step_before() {
        for (Kernels kernels : KERNELS) {
            OptimiserState state = new OptimiserState(two(), new Optimiser.Sgd(0.1, 0.9, 0));
            step(state, kernels, 0.5, -3);
            assertParameters(0.95, 2.3, state);
            step(state, kernels, 1, 0);
            assertParameters(0.805, 2.57, state);
        }
    }

    /// w: 1 − 0.1·(0.5 + 0.2·1) = 0.93; the bias feels no penalty: 2 − 0.1·0 = 2. The penalty is
    /// 0.2/2·1² before.
    @Test
    void the_penalty_pulls_weights_towards_zero_and_leaves_biases() {
        for (Kernels kernels : KERNELS) {
            Parameters parameters = two();
            assertEquals(0.5, parameters.halfSquaredWeights());
            OptimiserState state = new OptimiserState(parameters, new Optimiser.Sgd(0.1, 0, 0.2));
            step(state, kernels, 0.5, 0);
            assertParameters(0.93, 2, state);
        }
    }

    /// First step: m̂ = g, v̂ = g², so w moves by α·g/(|g| + ε) = 0.1·0.5/0.6 with ε = 0.1. Second,
    /// g = 1: m = 0.9·0.05 + 0.1 = 0.145, m̂ = 0.145/0.19; v = 0.99·0.0025 + 0.01 = 0.012475, v̂ =
    /// 0.012475/0.0199.
    @Test
    void adam_divides_the_corrected_mean_by_the_corrected_spread() {
        for (Kernels kernels : KERNELS) {
            OptimiserState state =
                    new OptimiserState(two(), new Optimiser.Adam(0.1, 0.9, 0.99, 0.1, 0));
            step(state, kernels, 0.5, 0);
            double first = 1 - 0.1 * 0.5 / 0.6;
            assertParameters(first, 2, state);
            step(state, kernels, 1, 0);
            double second = first - 0.1 * (0.145 / 0.19) / (Math.sqrt(0.012475 / 0.0199) + 0.1);
            assertParameters(second, 2, state);
        }
    }

    /// The penalty goes through the moments: g = 0 + 0.5·1, so again α·0.5/(0.5 + ε).
    @Test
    void adams_penalty_is_part_of_its_gradient() {
        for (Kernels kernels : KERNELS) {
            OptimiserState state =
                    new OptimiserState(two(), new Optimiser.Adam(0.1, 0.9, 0.99, 0.1, 0.5));
            step(state, kernels, 0, 0);
            assertParameters(1 - 0.1 * 0.5 / 0.6, 2, state);
        }
    }

    /// 37 weights: whole vectors and a rest.
    @Test
    void both_sets_of_loops_move_many_parameters_alike() {
        for (Optimiser optimiser :
                List.of(
                        new Optimiser.Sgd(0.1, 0, 0.01),
                        new Optimiser.Sgd(0.1, 0.9, 0.01),
                        Optimiser.Adam.of(0.01))) {
            double[][] results = new double[2][];
            for (int k = 0; k < 2; k++) {
                Graph.Builder b = Graph.builder();
                Shape shape = new Shape(1, 37);
                int w = b.leaf("w", Op.Role.PARAM, shape);
                b.add(Binary.MUL, w, w);
                Parameters parameters =
                        Parameters.of(b.build(), Map.of(w, Tensor.generate(shape, Math::sin)));
                OptimiserState state = new OptimiserState(parameters, optimiser);
                for (int step = 0; step < 5; step++) {
                    for (int i = 0; i < 37; i++) {
                        parameters.gradients()[i] = Math.cos(i + step);
                    }
                    state.step(KERNELS.get(k));
                }
                results[k] = Arrays.copyOf(parameters.values(), 37);
            }
            for (int i = 0; i < 37; i++) {
                assertEquals(results[0][i], results[1][i], 1e-14, optimiser + ", parameter " + i);
            }
        }
    }

    @Test
    void settings_without_sense_are_refused_in_words() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new Optimiser.Sgd(-1, 0, 0));
        assertEquals("rate is -1.0; it must be not negative", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Optimiser.Sgd(Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Optimiser.Sgd(0.1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Optimiser.Adam(0.1, 1, 0.9, 0, 0));
    }
}
