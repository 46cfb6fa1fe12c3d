package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Model;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// The lesson on training: what the text says is what happens, and what can be worked out by hand.
class TrainingLessonTest {

    private static TaughtStop stop(int number) {
        return TaughtStop.of("training", number);
    }

    private static double length(Tensor t) {
        return Math.sqrt(DoubleStream.of(t.toArray()).map(x -> x * x).sum());
    }

    private static double right(Training training) {
        var test = training.setup().data().test();
        return test.samples() * training.evaluate(test).accuracy().orElseThrow();
    }

    private static Training after(Model program, int epochs) {
        return TaughtStop.trained(program, epochs, 0);
    }

    /// −log ½ = 0.693; 320/32 = 10 batches an epoch.
    @Test
    void stop_1_a_good_run_begins_at_log_2_and_ends_with_79_of_80_right() {
        TaughtStop s = stop(1);
        s.says("0.693", Math.log(2));
        assertEquals(Math.log(2), s.number("L"), 0.15);
        Training training = after(s.model(), 100);
        s.says("79", right(training));
        assertEquals("1,000", s.right(0));
        assertEquals(1000, training.steps());
    }

    /// w ← (1 − 2α)·w from 1: 0.8¹⁰ after ten steps of 0.1, (−2)¹⁰ after ten of 1.5.
    @Test
    void stop_2_a_step_on_a_parabola_multiplies_the_weight_by_1_minus_2_alpha() {
        TaughtStop s = stop(2);
        assertEquals(Math.pow(0.8, 10), s.number("w"), 1e-15);
        s.says("0.107", Math.pow(0.8, 10));
        assertArrayEquals(new double[] {2 * Math.pow(0.8, 10)}, s.answer(0), 1e-15);
        s.says("0.2147", 2 * Math.pow(0.8, 10));
        double[][] rates = {{0.001, 0.998}, {0.5, 0}, {0.9, -0.8}, {1, -1}, {1.5, -2}};
        for (double[] rate : rates) {
            Model other = s.edited("rate=0.1", "rate=" + rate[0]).model();
            Tensor w = after(other, 3).parameters().get("w");
            assertEquals(Math.pow(rate[1], 3), w.item(), 1e-12);
        }
        assertEquals("1024", s.right(1));
    }

    /// The largest double is 1.8·10³⁰⁸: the square of an error of 10¹⁵⁴ is none.
    @Test
    void stop_3_too_large_a_rate_ends_in_an_overflow_after_a_dozen_epochs() {
        TaughtStop s = stop(3);
        Training diverging = after(s.model(), 50);
        int epoch = diverging.failure().orElseThrow().epoch();
        assertTrue(epoch >= 11 && epoch <= 16, "epoch " + epoch);
        Training good = after(s.edited("rate=3", "rate=0.05").model(), 50);
        s.says("0.02", good.epochLoss());
        Training slow = after(s.edited("rate=3", "rate=0.0005").model(), 50);
        s.says("0.28", slow.epochLoss());
    }

    /// L = w⁶x: ∂L/∂x = w⁶, ∂L/∂w = 6w⁵; ∂L/∂h_k = w^(6−k).
    @Test
    void stop_4_the_gradients_of_a_chain_are_powers_of_its_weight() {
        TaughtStop s = stop(4);
        assertArrayEquals(new double[] {64}, s.answer(0));
        assertArrayEquals(new double[] {6 * 32}, s.answer(1));
        TaughtStop half = s.edited("w = 2", "w = 0.5");
        assertEquals(1 / 64.0, half.slope("x"));
        assertEquals(1 / 32.0, half.slope("h1"));
        assertEquals(0.5, half.slope("h5"));
        assertEquals("∂L/∂h5", s.right(2));
        assertEquals(1e18, Math.pow(2, 60), 0.2e18);
    }

    /// (1/4)⁷ = 1/16384. The lengths by central differences of the loss, one weight at a time.
    @Test
    void stop_5_eight_sigmoids_leave_the_first_layer_37000_times_less_than_the_last() {
        TaughtStop s = stop(5);
        double first = length(byDifferences(s, "W1", 1e-2));
        double last = length(byDifferences(s, "W8", 1e-4));
        assertEquals(7.5e-6, first, 0.05e-6);
        s.says("7.5 \\cdot 10^{-6}");
        s.says("0.28", last);
        assertEquals(first, length(s.gradient("W1")), 1e-3 * first);
        assertEquals(37_000, last / first, 500);
        assertEquals("1/65536", s.right(0));
        assertEquals(1 / 16384.0, Math.pow(0.25, 7));
        s.says("0.694", after(s.model(), 60).epochLoss());
    }

    private static Tensor byDifferences(TaughtStop s, String leaf, double step) {
        return Tensor.generate(s.value(leaf).shape(), k -> s.difference(leaf, k, step));
    }

    /// he: variance 2/n.
    @Test
    void stop_6_with_relu_both_ends_get_gradients_of_one_size() {
        TaughtStop s = stop(6);
        s.says("0.12", length(byDifferences(s, "W1", 1e-6)));
        s.says("0.15", length(byDifferences(s, "W8", 1e-6)));
        assertEquals(length(s.gradient("W8")), length(byDifferences(s, "W8", 1e-6)), 1e-6);
        Training training = after(s.model(), 60);
        s.says("0.028", training.epochLoss());
        s.says("78", right(training));
    }

    /// 2(ŷ − 1)·ŷ(1 − ŷ) at ŷ = 1/(1 + e⁶); with cross-entropy ŷ − 1.
    @Test
    void stop_7_cross_entropy_cancels_the_flat_slope() {
        TaughtStop s = stop(7);
        double p = 1 / (1 + Math.exp(6));
        double squared = 2 * (p - 1) * p * (1 - p);
        assertArrayEquals(new double[] {squared}, s.answer(0), 1e-15);
        s.says("-0.0049", squared);
        s.says("0.0025", p);
        s.says("0.00247", p * (1 - p));
        TaughtStop entropy = s.edited("L = quadratic", "L = entropy");
        assertEquals(p - 1, entropy.slope("z"), 1e-12);
        s.says("-0.9975", p - 1);
        assertEquals(200, (p - 1) / squared, 5);
        assertEquals("−0.9975", s.right(1));
        assertEquals(-404, -1 / p, 0.5);
    }

    /// |W·x| stays below 9 for all samples, so ReLU is off, and nothing passes.
    @Test
    void stop_8_a_dead_unit_gets_exactly_0_and_never_moves() {
        TaughtStop s = stop(8);
        Tensor beginning = after(s.model(), 0).parameters().get("W1");
        for (int k = 0; k < 8; k++) {
            boolean dead = k < 4;
            assertEquals(dead, s.gradient("b1").at(k) == 0, "unit " + k);
            assertEquals(dead, s.value("b1").at(k) == -9, "unit " + k);
            assertEquals(dead, s.gradient("W2").at(k) == 0, "unit " + k);
            assertEquals(dead, s.value("W1").at(k, 0) == start(s).at(k, 0), "unit " + k);
        }
        assertEquals(8, beginning.shape().rows());
        Model leaky = s.edited("relu(", "leaky_relu(").model();
        Tensor biases = after(leaky, 5).parameters().get("b1");
        for (int k = 0; k < 4; k++) {
            assertTrue(biases.at(k) != -9, "unit " + k);
        }
        assertTrue(s.right(0).startsWith("0 as well"));
    }

    private static Tensor start(TaughtStop s) {
        Model program = s.stop().program().orElseThrow().model();
        return program.leaves().get(program.names().get("W1"));
    }

    /// Equal rows get equal gradients. With zeros: ∂L/∂a¹ = W²ᵀ·… = 0 and ∂L/∂W² = …·(tanh 0)ᵀ = 0.
    @Test
    void stop_9_equal_units_stay_equal_and_zeros_stay_zeros() {
        TaughtStop s = stop(9);
        for (int k = 1; k < 8; k++) {
            assertEquals(s.value("W1").at(0, 0), s.value("W1").at(k, 0));
            assertEquals(s.value("W1").at(0, 1), s.value("W1").at(k, 1));
        }
        TaughtStop zeros = s.edited("ones(", "zeros(");
        assertEquals(0, length(zeros.gradient("W1")));
        assertEquals(0, length(zeros.gradient("b1")));
        assertEquals(0, length(zeros.gradient("W2")));
        assertEquals(0, zeros.slope("b2"), "16 labels of each class");
        assertTrue(after(zeros.model(), 1).parameters().get("b2").item() != 0);
        assertEquals(Math.log(2), after(zeros.model(), 20).epochLoss(), 0.005);
        assertEquals("b^{[2]} alone", s.right(0));
        assertEquals("0.1", s.right(1));
        assertEquals(0.1, Math.sqrt(2.0 / 200), 1e-15);
    }

    /// The sum over 32 is 32 times the mean; 0.5/32 = 0.015625. Powers of 2 round nothing.
    @Test
    void stop_10_a_sum_is_a_mean_with_a_rate_32_times_as_large() {
        TaughtStop s = stop(10);
        Model mean = s.edited("32 * ", "").model();
        TaughtStop first = s.edited("32 * ", "");
        assertArrayEquals(new double[] {32 * first.slope("b2")}, s.answer(0), 1e-12);
        s.says("-2.648", 32 * first.slope("b2"));
        s.says("−0.08274", first.difference("b2", 0, 1e-5));
        Training stopped = after(s.model(), 1);
        assertEquals(1, stopped.failure().orElseThrow().epoch());
        assertEquals(4, stopped.failure().orElseThrow().batch());
        Model smaller = s.edited("rate=0.5", "rate=0.015625").model();
        assertEquals(after(mean, 3).parameters(), after(smaller, 3).parameters());
        assertEquals("halve", s.right(1));
    }

    @Test
    void stop_11_lists_each_trouble_with_the_stop_it_was_seen_at() {
        TaughtStop s = stop(11);
        assertEquals("weights that are all 0", s.right(0));
        assertEquals(11, TaughtStop.lesson("training.md").stops().size());
    }
}
