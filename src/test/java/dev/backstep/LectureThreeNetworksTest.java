package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The last eight stops of the lesson of Lecture 3: what the text says is what the program
/// computes, and what calculus says.
class LectureThreeNetworksTest {

    private static TaughtStop stop(int number) {
        return TaughtStop.of("lecture-3", number);
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    /// wᵀ·g and g·xᵀ, cell by cell: row 0 of g is (1, 0, 0, 2), so row 0 of g·xᵀ is 1 − 2, 0 + 0, 2
    /// + 2; row 1 is (0, 1, −1, 0), so 0 − 2, 1 − 1, 1 − 0.
    @Test
    void stop_9_only_one_product_has_the_right_shape() {
        TaughtStop s = stop(9);
        s.isGradient("w", 1 - 2, 0, 2 + 2, 0 - 2, 1 - 1, 1);
        assertArrayEquals(new double[] {-1, 0, 4, -2, 0, 1}, s.answer(1));
        for (int i = 0; i < 12; i++) {
            assertEquals(s.gradient("x").at(i), s.difference("x", i, 1e-3), 1e-9);
        }
        assertEquals("\\partial L/\\partial z \\cdot x^T", s.right(0));
        s.says("(3×2)·(2×4) = **3×4**");
        s.says("(4×2)·(2×3) = 4×3");
        assertTrue(s.sentence().contains("the shapes leave only one way"), s.sentence());
    }

    /// sin′ = cos: upstream (1, 2, 3, 4) times cos of (0, 1, −1, 2), element by element.
    @Test
    void stop_10_an_element_wise_operation_scales_element_by_element() {
        TaughtStop s = stop(10);
        double[] expected = {1 * Math.cos(0), 2 * Math.cos(1), 3 * Math.cos(-1), 4 * Math.cos(2)};
        assertArrayEquals(expected, s.answer(0), 1e-15);
        s.says("0.5403", Math.cos(1));
        s.says("-0.4161", Math.cos(2));
        s.says("1.081", 2 * Math.cos(1));
        s.says("1.621", 3 * Math.cos(1));
        s.says("-1.665", 4 * Math.cos(2));
        assertEquals("1,000", s.right(1));
    }

    /// σ(0) = ½ and σ′(0) = ½·½. σ(6) = 1/(1 + e⁻⁶) = 0.99753, σ′(6) = 0.99753·0.00247. (1/4)⁵ =
    /// 1/1024.
    @Test
    void stop_11_a_sigmoid_hands_on_a_quarter_at_most() {
        TaughtStop s = stop(11);
        assertEquals(0.5, s.number("a"));
        assertArrayEquals(new double[] {0.25}, s.answer(0));
        assertEquals(0.25, s.difference("t", 0, 1e-4), 1e-8);
        s.says("0.9975", sigmoid(6));
        s.says("0.002473", 1 - sigmoid(6));
        s.says("0.002467", sigmoid(6) * (1 - sigmoid(6)));
        assertEquals(sigmoid(6) * sigmoid(-6), s.edited("t = 0", "t = 6").slope("t"), 1e-15);
        assertEquals("1/1024", s.right(1));
        assertEquals(1 / 1024.0, Math.pow(0.25, 5));
    }

    /// Upstream 10 times 0, ½ and 1; with relu0 = 0 the middle one gets 0.
    @Test
    void stop_12_relu_hands_on_half_at_0_and_the_slide_has_lost_it() {
        TaughtStop s = stop(12);
        assertArrayEquals(new double[] {0, 0.5 * 10, 10}, s.answer(0));
        assertEquals("0", s.right(1));
        s.says("\\tfrac12\\,\\partial L/\\partial z_i");
        assertTrue(s.texts().get(0).contains("The slide has lost a ½"));
        assertTrue(s.texts().get(1).contains("讲义漏了一个 ½"));
        assertTrue(s.sentence().contains("0.5 at 0 by convention"), s.sentence());
    }

    /// ∂L/∂Z³ = (ŷ − y)/2 for the mean over two, and b³ sums both. All six against finite
    /// differences. Z² is 2×2 and a¹ is 3×2, so ∂L/∂W² = (2×2)·(2×3).
    @Test
    void stop_13_one_sweep_finds_six_gradients() {
        TaughtStop s = stop(13);
        for (String name : List.of("W1", "b1", "W2", "b2", "W3", "b3")) {
            for (int i = 0; i < s.gradient(name).shape().size(); i++) {
                double difference = s.difference(name, i, 1e-5);
                assertEquals(s.gradient(name).at(i), difference, 1e-9, name + " " + i);
            }
        }
        Tensor prediction = s.value("yhat");
        s.says("0.5159", prediction.at(0));
        s.says("0.5426", prediction.at(1));
        double both = (prediction.at(0) - 1) / 2 + (prediction.at(1) - 0) / 2;
        s.says("0.0292", both);
        assertArrayEquals(new double[] {both}, s.answer(0), 1e-12);
        assertEquals("(2×2)·(2×3)", s.right(1));
        assertTrue(s.sentence().startsWith("Layer 3 turns its upstream"), s.sentence());
    }

    /// L = −½[log ŷ₀ + log(1 − ŷ₁)]: −½/0.3 and +½/0.7; alone −1/0.3 and +1/0.7. By differences
    /// too: the minus that the slide has lost is there.
    @Test
    void stop_14_the_gradient_of_bce_has_a_minus_and_a_1_over_b() {
        TaughtStop s = stop(14);
        assertArrayEquals(new double[] {-0.5 / 0.3, 0.5 / 0.7}, s.answer(0), 1e-15);
        assertEquals(-0.5 / 0.3, s.difference("yhat", 0, 1e-5), 1e-6);
        assertEquals(0.5 / 0.7, s.difference("yhat", 1, 1e-5), 1e-6);
        s.says("-3.3333", -1 / 0.3);
        s.says("1.4286", 1 / 0.7);
        s.says("-1.6667", -0.5 / 0.3);
        s.says("0.7143", 0.5 / 0.7);
        s.isGradient("losses", 0.5, 0.5);
        assertTrue(s.right(1).startsWith("+"), s.right(1));
        assertTrue(s.texts().get(0).contains("The slide has lost a sign"));
        assertTrue(s.texts().get(1).contains("讲义漏了一个负号"));
    }

    /// ŷ₁ = e²/(e¹ + e² + 1 + e⁻¹ + e^½) = 0.563; ŷ − y from each of the two losses. −1/0 times 0
    /// is not a number; fused, the gradient at a ŷ₁ of 0 is 0 − 1.
    @Test
    void stop_15_fused_and_unfused_hand_the_same_to_z() {
        TaughtStop s = stop(15);
        double[] z = {1, 2, 0, -1, 0.5};
        double sum = 0;
        for (double score : z) {
            sum += Math.exp(score);
        }
        for (int i = 0; i < 5; i++) {
            double share = Math.exp(z[i]) / sum - (i == 1 ? 1 : 0);
            assertEquals(2 * share, s.gradient("z").at(i), 1e-12);
            assertEquals(2 * share, s.difference("z", i, 1e-5), 1e-8);
        }
        s.says("0.563", Math.exp(2) / sum);
        s.says("-1.776", -sum / Math.exp(2));
        assertEquals("−0.437", s.right(0));
        s.says("−0.437", Math.exp(2) / sum - 1);
        assertEquals("0", s.right(1));
        TaughtStop rounded = s.edited("[1; 2; 0; -1; 0.5]", "[800; 0; 0; 0; 0]");
        assertEquals(Double.POSITIVE_INFINITY, rounded.number("unfused"));
        assertEquals(800, rounded.number("fused"), 1e-9);
        assertTrue(Double.isNaN(rounded.gradient("z").at(1)));
    }

    /// 400 samples, a fifth of them held back: 320 are 10 batches of 32. 0.8 − 0.5·(−0.2) = 0.9.
    @Test
    void stop_16_the_loop_runs_and_the_first_update_is_told() {
        TaughtStop s = stop(16);
        Training training = TaughtStop.trained(s.model(), 0, 0);
        assertEquals(10, training.batches());
        assertEquals("10", s.right(0));
        assertEquals(320, training.setup().data().train().samples());
        assertEquals(80, training.setup().data().test().samples());
        assertEquals("0.9", s.right(1));
        assertEquals(0.9, 0.8 - 0.5 * -0.2, 1e-15);
        assertEquals("the gradient of the loss for every parameter", s.right(2));
        assertTrue(
                s.sentence().startsWith("W[1] goes against its gradient: W[1] − 0.5"),
                s.sentence());
        for (int i = 0; i < 8; i++) {
            assertEquals(s.gradient("b1").at(i), s.difference("b1", i, 1e-5), 1e-8);
        }
        training.batches(200L * training.batches());
        double right =
                80 * training.evaluate(training.setup().data().test()).accuracy().orElseThrow();
        s.says("79", right);
    }
}
