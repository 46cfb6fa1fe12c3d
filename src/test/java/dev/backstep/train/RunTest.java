package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Op;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// A run watched, copied, stopped and edited from other threads.
class RunTest {

    private static final int STEPS = 4_000;

    /// The parameters after each step, from a run nobody disturbs.
    private static List<Integer> undisturbed(TrainingSetup setup) {
        Training training = Training.of(setup);
        List<Integer> hashes = new ArrayList<>(List.of(training.parameters().hashCode()));
        for (int k = 0; k < STEPS; k++) {
            training.next();
            hashes.add(training.parameters().hashCode());
        }
        return hashes;
    }

    @Test
    void thousands_of_looks_copies_and_stops_never_show_mixed_state() throws Exception {
        TrainingSetup setup = Runs.small(Optimiser.Adam.of(0.01));
        List<Integer> expected = undisturbed(setup);
        Random random = new Random(9);
        Training training = Training.of(setup);
        int looks = 0;
        while (looks < 5_000) {
            if (training.steps() > STEPS * 3 / 4) {
                training = Training.of(setup);
            }
            Run run = Run.of(training);
            run.batches(STEPS - 5 - training.steps());
            for (int k = random.nextInt(40); k >= 0; k--, looks++) {
                Snapshot seen = run.latest().snapshot();
                assertEquals(
                        expected.get((int) seen.steps()),
                        seen.parameters().hashCode(),
                        "look " + looks);
                assertEquals(seen.steps(), seen.epoch() * 5L + seen.batch());
                if (random.nextInt(4) == 0) {
                    CompletableFuture<Training> asked = run.ask(Training::copy);
                    Training copy = asked.get();
                    assertEquals(expected.get((int) copy.steps()), copy.parameters().hashCode());
                    if (copy.steps() < STEPS) {
                        copy.next();
                        assertEquals(
                                expected.get((int) copy.steps()), copy.parameters().hashCode());
                    }
                }
            }
            run.close();
            training = run.join();
            assertEquals(Frame.RunState.CLOSED, run.latest().state());
            assertEquals(expected.get((int) training.steps()), training.parameters().hashCode());
            assertEquals(training.steps(), run.latest().snapshot().steps());
        }
    }

    /// Rates that change at any moment: what was done under them, written down by the run itself,
    /// gives the same again.
    @Test
    void edits_take_effect_between_batches_and_nowhere_else() throws Exception {
        TrainingSetup setup = Runs.small(new Optimiser.Sgd(0.1, 0, 0));
        Run run = Run.of(setup);
        run.play();
        Random random = new Random(4);
        Map<Long, Optimiser> edits = new HashMap<>();
        for (int k = 0; k < 2_000; k++) {
            Optimiser changed = new Optimiser.Sgd(0.01 + 0.2 * random.nextDouble(), 0, 0);
            edits.put(run.adjust(changed).get().snapshot().steps(), changed);
        }
        run.close();
        Training edited = run.join();
        Training replayed = Training.of(setup);
        while (replayed.steps() < edited.steps()) {
            Optimiser edit = edits.get(replayed.steps());
            if (edit != null) {
                replayed.adjust(edit);
            }
            replayed.next();
        }
        Map<String, Tensor> expected = replayed.parameters();
        assertEquals(expected, edited.parameters());
    }

    @Test
    void a_question_to_a_run_that_has_ended_is_still_answered() throws Exception {
        Run run = Run.of(Runs.small(Optimiser.Adam.of(0.01)));
        run.epochs(3);
        assertEquals(3, run.settled().get().snapshot().epoch());
        run.close();
        run.join();
        assertEquals(15, run.ask(Training::steps).get());
    }

    @Test
    void a_question_that_fails_is_answered_and_the_run_goes_on() throws Exception {
        Run run = Run.of(Runs.small(Optimiser.Adam.of(0.01)));
        run.play();
        CompletableFuture<Long> failing =
                run.ask(
                        _ -> {
                            throw new OutOfMemoryError("full");
                        });
        ExecutionException why =
                assertThrows(ExecutionException.class, () -> failing.get(20, TimeUnit.SECONDS));
        assertInstanceOf(OutOfMemoryError.class, why.getCause());
        assertEquals(Frame.RunState.PLAYING, run.latest().state());
        run.close();
        run.join();
    }

    @Test
    void a_run_that_fails_has_ended_all_the_same() throws Exception {
        TrainingSetup r = Runs.small(Optimiser.Adam.of(0.01));
        IntFunction<Network> net =
                n -> {
                    if (n == 22) {
                        throw new IllegalArgumentException("for 22 samples: too large");
                    }
                    return r.network().apply(n);
                };
        TrainingSetup failing =
                new TrainingSetup(net, r.data(), r.optimiser(), 32, Runs.LONG, r.seed());
        Run run = Run.of(failing);
        run.epochs(3);
        assertEquals(4, run.join().steps());
        assertEquals(Frame.RunState.CLOSED, run.latest().state());
        assertEquals(4, run.ask(Training::steps).get(20, TimeUnit.SECONDS));
    }

    @Test
    void a_last_step_that_is_not_finite_is_found_at_the_end() throws Exception {
        TrainingSetup r = Runs.small(new Optimiser.Sgd(0.1, 0, 0));
        Run run = Run.of(exploding(r));
        run.epochs(1);
        Frame settled = run.settled().get();
        assertEquals(Frame.RunState.STOPPED, settled.state());
        assertTrue(settled.snapshot().failure().isPresent());
        run.close();
    }

    /// One batch an epoch, with a step that no number is large enough for.
    private static TrainingSetup exploding(TrainingSetup r) {
        Optimiser sgd = new Optimiser.Sgd(Double.MAX_VALUE, 0, 0);
        IntFunction<Network> large =
                n -> {
                    Network net =
                            Nets.mlp(new int[] {2, 1}, Op.Unary.TANH, Nets.Head.LINEAR_SE, 3, n);
                    Map<Integer, Tensor> leaves = new HashMap<>();
                    net.leaves().forEach((id, w) -> leaves.put(id, Tensor.full(w.shape(), 100)));
                    return new Network(
                            net.graph(), net.output(), leaves, net.x(), net.y(), net.prediction());
                };
        return new TrainingSetup(large, r.data(), sgd, 150, 1, r.seed());
    }

    /// As when a key is pressed faster than a batch takes.
    @Test
    void batches_and_epochs_that_are_asked_for_at_once_add_up() throws Exception {
        Run run = Run.of(Runs.small(new Optimiser.Sgd(0.01, 0, 0)));
        run.batches(2);
        run.batches(1);
        assertEquals(3, run.settled().get().snapshot().steps());
        run.epochs(1);
        run.epochs(1);
        assertEquals(2, run.settled().get().snapshot().epoch());
        run.close();
    }
}
