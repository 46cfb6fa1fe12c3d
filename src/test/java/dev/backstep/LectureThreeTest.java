package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Model;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The first eight stops of the lesson of Lecture 3: what the text says is what the program
/// computes, and what calculus says.
class LectureThreeTest {

    private static TaughtStop stop(int number) {
        return TaughtStop.of("lecture-3", number);
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    /// H(p, q) = −Σ p·log q with p = (0, 0, 1, 0, 0) is −log q₂ = −log 0.4. BCE is −log ŷ for y = 1
    /// and −log(1 − ŷ) for y = 0. A label of 1: −log 1 = 0, −log 0 = ∞.
    @Test
    void stop_1_cross_entropy_of_a_one_hot_label_is_one_logarithm() {
        TaughtStop s = stop(1);
        s.says("0.9163", -Math.log(0.4));
        s.says("1.204", -Math.log(0.3));
        s.says("0.3567", -Math.log(0.7));
        assertEquals(-Math.log(0.4), s.number("CE"), 1e-15);
        assertEquals(-Math.log(0.3), s.number("BCE1"), 1e-15);
        assertEquals(-Math.log(0.7), s.number("BCE0"), 1e-15);
        assertArrayEquals(new double[] {-Math.log(0.4)}, s.answer(0), 1e-15);
        s.says("1.609", Math.log(5));
        assertEquals("0 and infinity", s.right(1));
        assertTrue(s.sentence().startsWith("L is b plus BCE₀"), s.sentence());
    }

    /// ∂L/∂w₁ = −(y/ŷ − (1−y)/(1−ŷ)) · σ′(z₃)w₃ · σ′(z₂)w₂ · σ′(z₁)x. Written out, σ(z_k) holds k
    /// sigmoids, and stands twice in σ′(z_k): 2(1 + … + n); ŷ stands twice in front: 2n.
    @Test
    void stop_2_the_closed_form_writes_every_layer_out_again() {
        TaughtStop s = stop(2);
        double a1 = sigmoid(0.8 * 0.5 + 0.1);
        double a2 = sigmoid(-1.5 * a1 + 0.4);
        double prediction = sigmoid(2 * a2 - 0.3);
        double closed = -1 / prediction * prediction * (1 - prediction) * 2;
        closed *= a2 * (1 - a2) * -1.5 * a1 * (1 - a1) * 0.5;
        assertEquals(closed, s.slope("w1"), 1e-15);
        assertEquals(closed, s.difference("w1", 0, 1e-6), 1e-9);
        s.says("**18**");
        assertEquals(18, sigmoids(3));
        assertEquals("54", s.right(0));
        assertEquals(54, sigmoids(6));
        for (int n = 1; n <= 6; n++) {
            assertEquals(n * n + 3 * n, sigmoids(n));
        }
        s.says("0.608", prediction);
        s.says("-0.392", prediction - 1);
        assertArrayEquals(new double[] {prediction - 1}, s.answer(1), 1e-12);
    }

    /// How often `s(` stands in the closed form for n layers, written out as a text.
    private static int sigmoids(int layers) {
        String a = "x";
        StringBuilder factors = new StringBuilder();
        for (int k = 0; k < layers; k++) {
            a = "s(w*" + a + "+b)";
            factors.append("*").append(a).append("*(1-").append(a).append(")*w");
        }
        String closed = "y/" + a + "-(1-y)/(1-" + a + ")" + factors;
        return closed.split("s\\(", -1).length - 1;
    }

    /// z = x·y at (3, −2) with upstream 5: 5·y = −10 and 5·x = 15. A sum has the local gradient 1.
    @Test
    void stop_3_upstream_times_local_is_downstream() {
        TaughtStop s = stop(3);
        s.isGradient("z", 5);
        s.isGradient("x", 5 * -2);
        s.isGradient("y", 5 * 3);
        assertArrayEquals(new double[] {-10}, s.answer(0));
        assertArrayEquals(new double[] {15}, s.answer(1));
        s.says("5 \\cdot (-2) = -10");
        s.says("5 \\cdot 3 = 15");
        assertTrue(s.sentence().contains("5 · (−2) = −10 downstream to x"), s.sentence());
        assertTrue(s.right(2).startsWith("5 "), s.right(2));
        assertEquals(5, s.edited("x * y", "x + y").slope("x"));
        assertEquals(5, s.edited("x * y", "x + y").slope("y"));
    }

    /// L = 1 + 8; ∂L/∂x = 2x + 2y = 10; ∂L/∂y = 2x = 2. L(1, 4.01) − L(1, 4) = 0.02.
    @Test
    void stop_4_one_sweep_finds_both_gradients() {
        TaughtStop s = stop(4);
        assertEquals(9, s.number("L"));
        s.isGradient("x", 10);
        s.isGradient("y", 2);
        assertEquals(10, s.difference("x", 0, 1e-4), 1e-7);
        assertArrayEquals(new double[] {2}, s.answer(0));
        assertEquals("0.02", s.right(1));
        assertEquals(0.02, (1 + 2 * 4.01) - 9, 1e-12);
        assertTrue(s.sentence().contains("∂L/∂L = 1"), s.sentence());
    }

    /// Through a = x²: 1·2x = 2. Through c = b·y and b = 2x: 1·y·2 = 8. For x·x at 3: 3 + 3 = 2·3.
    @Test
    void stop_5_the_paths_are_added() {
        TaughtStop s = stop(5);
        assertArrayEquals(new double[] {2 + 8}, s.answer(0));
        s.says("$8 + 2 = 10$");
        s.says("2x + 2y = 2 + 8 = 10");
        assertTrue(s.sentence().contains("4 · 2 = 8 downstream to x"), s.sentence());
        assertTrue(s.sentence().contains("one contribution is still to come"), s.sentence());
        assertEquals("3 + 3", s.right(1));
        s.says("set mistake = overwrite");
        Model mistaken = s.edited("x = 1", "set mistake = overwrite\nx = 1").model();
        Walkthrough w = Walkthroughs.of(mistaken, Story.Grain.NODES);
        int x = w.story().adjoint().gradient(mistaken.names().get("x")).orElseThrow();
        assertTrue(List.of(2.0, 8.0).contains(w.trace().value(x).item()), "one of the two is lost");
    }

    /// L = s·Σ M_ij·v_i: ∂L/∂s = Σ = 1 − 2 + 1 + 9 = 9, ∂L/∂v_i = s·Σ_j M_ij, ∂L/∂M_ij = s·v_i.
    @Test
    void stop_6_a_gradient_has_the_shape_of_its_variable() {
        TaughtStop s = stop(6);
        assertEquals(new Shape(3, 1), s.gradient("v").shape());
        assertEquals(new Shape(3, 2), s.gradient("M").shape());
        s.isGradient("s", 1 - 2 + 1 + 9);
        s.isGradient("v", 2 * 1, 2 * (2 - 1), 2 * 3);
        s.isGradient("M", 2, 2, -2, -2, 6, 6);
        assertArrayEquals(new double[] {9}, s.answer(0));
        assertArrayEquals(new double[] {2, 2, 6}, s.answer(1));
        assertEquals("64×128", s.right(2));
        s.says("[2,\\, 2,\\, 6]^T");
    }

    /// f₀ = x₀x₁ + x₂ has the row (x₁, x₀, 1), f₁ = x₀ − x₂² has (1, 0, −2x₂). Jᵀ·(1, 10) at (1, 2,
    /// 3): 2 + 10, 1 + 0, 1 − 60.
    @Test
    void stop_7_the_gradient_is_the_jacobian_transposed_times_upstream() {
        TaughtStop s = stop(7);
        assertArrayEquals(new double[] {1 * 2 + 3, 1 - 9}, s.value("z").toArray());
        s.isGradient("z", 1, 10);
        s.isGradient("x", 2 + 10, 1, 1 - 60);
        for (int i = 0; i < 3; i++) {
            assertEquals(s.gradient("x").at(i), s.difference("x", i, 1e-5), 1e-7);
        }
        s.says("\\begin{bmatrix} 2 & 1 & 1 \\\\ 1 & 0 & -6 \\end{bmatrix}");
        assertArrayEquals(new double[] {12, 1, -59}, s.answer(0));
        assertEquals("10×100", s.right(1));
    }

    /// J has the block w_ik·I at (i, k). wᵀ·g with the rows (1, −2), (0.5, 3) of g: 1·(1, −2) −
    /// 1·(0.5, 3); 2·(1, −2) + 0; 3·(1, −2) + 2·(0.5, 3). 1,000 outputs × 32 by 1,000 inputs × 32.
    @Test
    void stop_8_the_short_rule_is_the_long_one() {
        TaughtStop s = stop(8);
        assertEquals(new Shape(4, 6), s.value("J").shape());
        double[] w = s.value("w").toArray();
        for (int row = 0; row < 4; row++) {
            for (int col = 0; col < 6; col++) {
                double block = row % 2 == col % 2 ? w[row / 2 * 3 + col / 2] : 0;
                assertEquals(block, s.value("J").at(row, col), 0.0);
            }
        }
        s.isGradient("x", 0.5, -5, 2, -4, 4, 0);
        assertArrayEquals(s.value("short").toArray(), s.value("long").toArray(), 1e-12);
        assertEquals(0, s.number("difference"));
        // with five columns: 2·5 outputs by 3·5 inputs
        assertEquals(2 * 5 + "×" + 3 * 5, s.right(0));
        assertArrayEquals(new double[] {0.5, -5, 2, -4, 4, 0}, s.answer(1));
        assertTrue(32_000.0 * 32_000 > 1e9);
    }
}
