package dev.backstep.calculus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.calculus.ShortRule.MinusLabels.Link;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FusedLossTest {

    /// z = (0, log 3), y = (1, 0): ŷ = (¼, ¾), ∂CE/∂ŷ = (−4, 0), and ŷ − y = (−¾, ¾).
    @Test
    void both_ways_agree() {
        FusedLoss both =
                FusedLoss.of(Link.SOFTMAX, Tensor.of(2, 1, 0, Math.log(3)), Tensor.of(2, 1, 1, 0));
        assertArrayEquals(new double[] {-4, 0}, both.byPrediction().toArray(), 1e-14);
        assertArrayEquals(new double[] {-0.75, 0.75}, both.fused().toArray(), 1e-15);
        assertTrue(both.difference() < 1e-15);
    }

    /// σ(0) = ½, y = 1: −1/½ = −2 through BCE, times σ′ = ¼ is −½ = ½ − 1.
    @Test
    void so_they_do_for_two_classes() {
        FusedLoss both = FusedLoss.of(Link.SIGMOID, Tensor.scalar(0), Tensor.scalar(1));
        assertEquals(-2, both.byPrediction().item());
        assertEquals(-0.5, both.unfused().item());
        assertEquals(0, both.difference());
    }

    /// At a score of −800, ŷ is 0: −y/ŷ is −∞, and times σ′ = 0 no number. Fused, it is 0 − 1.
    @Test
    void only_the_fused_way_survives_a_prediction_of_0() {
        FusedLoss both = FusedLoss.of(Link.SIGMOID, Tensor.scalar(-800), Tensor.scalar(1));
        assertTrue(Double.isNaN(both.unfused().item()));
        assertEquals(-1, both.fused().item());
    }
}
