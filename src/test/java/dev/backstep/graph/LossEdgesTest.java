package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The losses where a prediction is sure, right or wrong.
class LossEdgesTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    /// −[y/ŷ − (1−y)/(1−ŷ)] has a pole where a probability is certain and wrong.
    @Test
    void bce_at_the_ends_shows_its_division_by_0() {
        assertEquals(INF, EdgesOfDomainsTest.At.of(Binary.BCE, 0, 1).value().item());
        assertEquals(-INF, EdgesOfDomainsTest.At.of(Binary.BCE, 0, 1).gradient(0));
        assertEquals(INF, EdgesOfDomainsTest.At.of(Binary.BCE, 1, 0).value().item());
        assertEquals(INF, EdgesOfDomainsTest.At.of(Binary.BCE, 1, 0).gradient(0));
    }

    /// 0·log 0 = 0: a right and sure answer costs 0 and not −0, and what has weight 0 gives no
    /// gradient: −(1/1 − 0) = −1 and −(0 − 1/1) = 1. The label's gradient is that of the other
    /// term.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, -1, 0",
        "0, 0, 0, 1, 0",
        "-0.0, 0, 0, 1, 0",
        // no probability: 0·log(−1) is no number
        "2, 1, NaN, -0.5, NaN",
        "-1, 0, NaN, 0.5, NaN"
    })
    void a_term_of_label_weight_0_is_0(double p, double y, double bce, double toP, double toY) {
        EdgesOfDomainsTest.At at = EdgesOfDomainsTest.At.of(Binary.BCE, p, y);
        assertEquals(bce, at.value().item());
        assertEquals(toP, at.gradient(0));
        assertEquals(toY, at.gradient(1), 0.0);
    }

    /// −log(1 − 10⁻ᵏ) = 10⁻ᵏ + 10⁻²ᵏ/2 + …
    @Test
    void a_small_mistake_keeps_its_digits() {
        assertEquals(
                1.00000000005e-10,
                EdgesOfDomainsTest.At.of(Binary.BCE, 1e-10, 0).value().item(),
                1e-25);
        assertEquals(1e-20, EdgesOfDomainsTest.At.of(Binary.BCE, 1e-20, 0).value().item(), 1e-35);
        assertEquals(1, EdgesOfDomainsTest.At.of(Binary.BCE, 1e-20, 0).gradient(0));
    }

    /// The second and third class have weight 0 and probability 0. For the true class −1/1.
    @Test
    void the_cross_entropy_of_a_perfect_prediction_is_0() {
        EdgesOfDomainsTest.At at =
                EdgesOfDomainsTest.At.of(
                        Columnwise.CE, Tensor.of(3, 1, 1, 0, 0), Tensor.of(3, 1, 1, 0, 0));
        assertEquals(0.0, at.value().item());
        assertArrayEquals(new double[] {-1, 0, 0}, abs0(at.gradients().getFirst()));
        assertArrayEquals(new double[] {0, 0, 0}, abs0(at.gradients().get(1)));
        EdgesOfDomainsTest.At wrong =
                EdgesOfDomainsTest.At.of(
                        Columnwise.CE, Tensor.of(2, 1, 1, 0), Tensor.of(2, 1, 0, 1));
        assertEquals(INF, wrong.value().item());
        assertArrayEquals(new double[] {0, -INF}, abs0(wrong.gradients().getFirst()));
        assertArrayEquals(new double[] {0, INF}, abs0(wrong.gradients().get(1)));
    }

    /// An infinite logit is a sure answer: right, it costs 0.
    @Test
    void sure_logits_cost_0_where_they_are_right() {
        assertEquals(0.0, EdgesOfDomainsTest.At.of(Binary.BCE_LOGITS, INF, 1).value().item());
        assertEquals(0.0, EdgesOfDomainsTest.At.of(Binary.BCE_LOGITS, -INF, 0).value().item());
        assertEquals(INF, EdgesOfDomainsTest.At.of(Binary.BCE_LOGITS, -INF, 1).value().item());
        assertEquals(INF, EdgesOfDomainsTest.At.of(Binary.BCE_LOGITS, INF, 0.5).value().item());
        EdgesOfDomainsTest.At ce =
                EdgesOfDomainsTest.At.of(
                        Columnwise.CE_LOGITS, Tensor.of(2, 1, 3, -INF), Tensor.of(2, 1, 1, 0));
        assertEquals(0.0, ce.value().item());
        assertArrayEquals(new double[] {0, 0}, abs0(ce.gradients().getFirst()));
    }

    /// −0 and 0 are one number here.
    private static double[] abs0(Tensor x) {
        return x.map(t -> t == 0 ? 0 : t).toArray();
    }

    /// The fused form has no pole: at z = −1000 and y = 1 its value is 1000, its gradient σ(z) − y
    /// = −1.
    @Test
    void fused_losses_are_finite_where_the_plain_ones_are_not() {
        EdgesOfDomainsTest.At bce = EdgesOfDomainsTest.At.of(Binary.BCE_LOGITS, -1000, 1);
        assertEquals(1000, bce.value().item());
        assertEquals(-1, bce.gradient(0));
        EdgesOfDomainsTest.At ce =
                EdgesOfDomainsTest.At.of(
                        Columnwise.CE_LOGITS, Tensor.of(2, 1, 1000, -1000), Tensor.of(2, 1, 0, 1));
        assertEquals(2000, ce.value().item());
        assertArrayEquals(new double[] {1, -1}, ce.gradients().getFirst().toArray());
    }
}
