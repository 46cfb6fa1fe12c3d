package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {

    private static final Optimiser ADAM = Optimiser.Adam.of(0.02);
    private static final Optimiser.Adam ADAM_CLIPPED =
            new Optimiser.Adam(0.02, 0.9, 0.999, 1e-8, 0, 0.1);

    /// Each batch of the loop is what the stepper gives for it, the update included: W ← W − α
    /// ∂L/∂W.
    @Test
    void every_batch_can_be_stepped_through_and_gives_the_same() {
        Training training = Training.of(Runs.small(new Optimiser.Sgd(0.3, 0, 0)));
        for (int k = 0; k < 12; k++) {
            Batch batch = training.upcoming();
            Adjoint adjoint = Adjoint.of(batch.network().graph(), batch.network().output());
            Trace trace = Trace.of(adjoint.graph(), batch.leaves());
            training.next();
            assertEquals(k % 5 == 4 ? 22 : 32, batch.indices().size());
            assertEquals(trace.value(batch.network().output()).item(), training.loss(), 1e-12);
            training.parameters()
                    .forEach(
                            (name, moved) -> {
                                int leaf = batch.network().graph().named(name).orElseThrow().id();
                                Tensor gradient = trace.value(adjoint.gradient(leaf).orElseThrow());
                                Same.close(
                                        trace.value(leaf).zip(gradient, (w, g) -> w - 0.3 * g),
                                        moved,
                                        name);
                            });
        }
    }

    @Test
    void an_epoch_shows_every_sample_once() {
        Training training = Training.of(Runs.small(ADAM));
        Set<Integer> seen = new HashSet<>();
        for (int k = 0; k < 5; k++) {
            seen.addAll(training.upcoming().indices());
            training.next();
        }
        assertEquals(150, seen.size());
        assertEquals(1, training.epochs());
    }

    static List<Optimiser> optimisers() {
        return List.of(
                new Optimiser.Sgd(0.1, 0, 0),
                new Optimiser.Sgd(0.1, 0.9, 1e-3),
                ADAM,
                new Optimiser.Adam(0.02, 0.9, 0.999, 1e-8, 1e-3),
                new Optimiser.AdamW(ADAM_CLIPPED, 0.1),
                new Optimiser.RmsProp(0.01, 0.9, 1e-8, 1e-3, 0));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void a_copy_goes_on_bit_for_bit_as_the_original(Optimiser optimiser) {
        Random random = new Random(5);
        Training original = Training.of(Runs.small(optimiser));
        for (int k = 0; k < 20; k++) {
            original.batches(random.nextInt(9));
            Training copy = original.copy();
            int further = random.nextInt(200);
            original.batches(further);
            copy.batches(further);
            assertEquals(original.parameters(), copy.parameters(), "seed 5, copy " + k);
            assertEquals(original.loss(), copy.loss());
            assertEquals(original.steps(), copy.steps());
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void the_last_batch_can_be_done_again_bit_for_bit(Optimiser optimiser) {
        Training training = Training.of(Runs.small(optimiser));
        for (int k = 0; k < 150; k++) {
            Map<String, Tensor> before = training.parameters();
            training.next();
            Training again = training.before();
            assertEquals(before, again.parameters(), "batch " + k);
            again.next();
            assertEquals(training.parameters(), again.parameters(), "batch " + k);
            assertEquals(training.loss(), again.loss());
        }
    }

    @Test
    void the_same_recipe_gives_the_same_run_and_another_seed_another() {
        TrainingSetup setup = Runs.small(ADAM);
        Training one = Training.of(setup);
        Training two = Training.of(setup);
        Training other =
                Training.of(
                        new TrainingSetup(setup.network(), setup.data(), ADAM, 32, Runs.LONG, 18));
        one.batches(100);
        two.batches(100);
        other.batches(100);
        assertEquals(one.parameters(), two.parameters());
        assertFalse(one.parameters().equals(other.parameters()));
    }

    @Test
    void data_loss_and_penalty_stay_apart() {
        Training plain = Training.of(Runs.small(new Optimiser.Sgd(0.1, 0, 0)));
        Training penalised = Training.of(Runs.small(new Optimiser.Sgd(0.1, 0, 10)));
        plain.next();
        penalised.next();
        assertEquals(plain.loss(), penalised.loss());
        assertEquals(0, plain.penalty());
        assertTrue(penalised.penalty() > 0);
    }

    /// With a rate of 10³⁰⁰ the second batch overflows.
    @Test
    void an_explosion_stops_the_run_and_names_where_it_began() {
        TrainingSetup setup =
                Runs.setup(
                        Datasets.WAVE,
                        100,
                        new int[] {2, 4, 1},
                        new Op.Relu(0),
                        Nets.Head.LINEAR_SE,
                        new Optimiser.Sgd(1e300, 0, 0),
                        32);
        Training training = Training.of(setup);
        assertFalse(training.epoch());
        Failure failure = training.failure().orElseThrow();
        assertEquals(1, failure.epoch());
        assertEquals(2, failure.batch());
        assertTrue(
                Bundle.ENGLISH.say(failure.sentence()).startsWith("epoch 1, batch 2: "),
                Bundle.ENGLISH.say(failure.sentence()));
        assertFalse(training.next());
        assertEquals(1, training.steps());
    }

    /// Weights so large that σ is exactly 0 or 1 for samples it gets wrong.
    @Test
    void the_logarithm_of_a_sure_mistake_is_explained() {
        TrainingSetup setup =
                Runs.setup(
                        Datasets.CIRCLE,
                        100,
                        new int[] {2, 1},
                        Unary.TANH,
                        Nets.Head.SIGMOID_BCE,
                        new Optimiser.Sgd(1e5, 0, 0),
                        8);
        Training training = Training.of(setup);
        assertFalse(training.batches(100));
        String sentence = Bundle.ENGLISH.say(training.failure().orElseThrow().sentence());
        assertEquals(
                "epoch 1, batch 2: bce is not finite: log of 1 − ŷ = 0 is −∞;"
                        + " bce_logits, of the score before the sigmoid, goes on",
                sentence);
    }

    @Test
    void layers_report_their_norms_and_their_dead_and_saturated_units() {
        Training training = Training.of(Runs.small(ADAM));
        training.epoch();
        List<Layer.Report> layers = training.snapshot().layers();
        assertEquals(List.of("W1", "W2", "W3"), layers.stream().map(Layer.Report::weight).toList());
        assertEquals(8, layers.getFirst().units());
        layers.forEach(
                l ->
                        assertTrue(
                                l.upstream() > 0 && l.gradient() > 0 && l.norm() > 0,
                                l.toString()));
    }

    @Test
    void a_step_allocates_nothing() {
        Training training = Training.of(Runs.small(ADAM));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 60 && least > 0; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            training.batches(2_000);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    /// 150 samples in batches of 32, the fifth of 22.
    @Test
    void it_counts_batches_and_samples() {
        Training training = Training.of(Runs.small(ADAM));
        assertEquals(5, training.batches());
        training.batches(3);
        assertEquals(3, training.batch());
        assertEquals(96, training.samples());
        training.batches(2);
        assertEquals(0, training.batch());
        assertEquals(150, training.samples());
        assertTrue(training.check());
    }

    @Test
    void the_program_is_read_once_before_the_first_batch_and_not_again_for_a_copy() {
        TrainingSetup r = Runs.small(ADAM);
        AtomicInteger reads = new AtomicInteger();
        IntFunction<Network> counted =
                n -> {
                    reads.incrementAndGet();
                    return r.network().apply(n);
                };
        TrainingSetup setup = new TrainingSetup(counted, r.data(), ADAM, 32, Runs.LONG, 17);
        Training.of(setup).copy();
        assertEquals(1, reads.get());
    }

    /// A layer of 20,000: 1024 samples at once would take gigabytes.
    @Test
    void a_wide_net_is_evaluated_a_few_samples_at_a_time() {
        Network wide = Nets.mlp(new int[] {2, 20_000, 1}, Unary.TANH, Nets.Head.LINEAR_SE, 3, 7);
        int atOnce = Evaluator.atOnce(wide);
        assertTrue(atOnce > 32 && atOnce < 256, () -> "" + atOnce);
        Network small = Nets.mlp(new int[] {2, 8, 1}, Unary.TANH, Nets.Head.LINEAR_SE, 3, 7);
        assertEquals(1024, Evaluator.atOnce(small));
    }
}
