package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.explain.Case;
import dev.backstep.graph.Node;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModeCostsTest {

    private static final String SAMPLE = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    /// Along ẋ = 1: a = x² has 2x = 2, b = 2x has 2, c = b·y has 2·4 = 8, L has 10.
    @Test
    void a_forward_pass_carries_the_derivative_of_each_node() {
        Walkthrough w = walkthrough(SAMPLE);
        ModeCosts.Pass pass = ModeCosts.pass(w, node(w, "x"), 0);
        assertEquals(
                List.of(1.0, 2.0, 2.0, 8.0, 10.0),
                pass.rows().stream().map(r -> r.tangent().item()).toList());
        assertEquals(10, pass.slope());
        assertEquals(3, pass.multiplications());
    }

    /// Two inputs, so two forward passes: 3 multiplications along x and 1 along y, the product c;
    /// backward passes four edges that multiply, once.
    @Test
    void both_modes_of_the_sample() {
        ModeCosts costs = ModeCosts.of(walkthrough(SAMPLE));
        assertEquals(2, costs.inputs());
        assertEquals(BigInteger.valueOf(4), costs.forward());
        assertEquals(4, costs.backward());
    }

    /// L = c·(x₁ + … + x_n)², n inputs and one output: each forward pass takes two multiplications,
    /// the square and c; backward two in all.
    @Test
    void many_inputs_cost_forward_mode_a_pass_each() {
        ModeCosts costs = ModeCosts.of(walkthrough("x = ones(50, 1)\ns = sum(x)\nL = 3 * s^2\n"));
        assertEquals(50, costs.inputs());
        assertEquals(BigInteger.valueOf(100), costs.forward());
        assertEquals(2, costs.backward());
    }

    static Stream<String> samples() {
        return Case.samples();
    }

    /// Each pass finds one number of the gradient that the backward pass finds.
    @ParameterizedTest
    @MethodSource("samples")
    void a_forward_pass_finds_what_the_backward_pass_finds(String text) {
        Walkthrough w = walkthrough(text);
        Random random = new Random(5);
        for (Node leaf : ModeCosts.leaves(w)) {
            int element = random.nextInt((int) leaf.shape().size());
            double found = ModeCosts.pass(w, leaf.id(), element).slope();
            double gradient = w.gradient(leaf.id()).orElseThrow().at(element);
            assertEquals(gradient, found, 1e-10 * Math.max(1, Math.abs(gradient)), text);
        }
    }
}
