package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that is played with at random, beside a plain [Training] that is driven the same way by
/// hand: whatever is seen of the run is a state that the training had.
class RunShadowTest {

    /// A change made by hand, and after how many batches.
    private record Change(long steps, Consumer<Training> change) {}

    /// What the run should be.
    private static final class Shadow {
        private final TrainingSetup setup;
        private final List<Change> changes = new ArrayList<>();
        private Training training;
        private Optimiser optimiser;
        private int recorded;
        private boolean wentBack;

        Shadow(TrainingSetup setup) {
            this.setup = setup;
            this.training = Training.of(setup);
            this.optimiser = setup.optimiser();
        }

        private void goOn() {
            if (wentBack) {
                wentBack = false;
                changes.removeIf(c -> c.steps() > training.steps());
                recorded = training.epochs();
                logOptimiser();
            }
        }

        private void log(Consumer<Training> change) {
            changes.add(new Change(training.steps(), change));
        }

        private void logOptimiser() {
            Optimiser now = optimiser;
            log(t -> t.adjust(now));
        }

        void goTo(long steps) {
            while (training.steps() < steps) {
                goOn();
                assertTrue(training.next());
                recorded = training.epochs();
            }
        }

        void change(Consumer<Training> change) {
            goOn();
            change.accept(training);
            log(change);
        }

        void adjust(Optimiser changed) {
            optimiser = changed;
            change(t -> t.adjust(changed));
        }

        void seek(int epoch) {
            training = at(epoch);
            training.adjust(optimiser);
            wentBack = true;
        }

        Training at(int epoch) {
            Training again = Training.of(setup);
            changed(again);
            while (again.epochs() < epoch) {
                again.next();
                changed(again);
            }
            return again;
        }

        private void changed(Training again) {
            changes.stream()
                    .filter(c -> c.steps() == again.steps())
                    .forEach(c -> c.change().accept(again));
        }

        void reset() {
            training = Training.of(setup);
            training.adjust(optimiser);
            changes.clear();
            logOptimiser();
            recorded = 0;
            wentBack = false;
        }
    }

    private final Random random = new Random(12);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ten_thousand_plays_pauses_edits_resets_and_seeks_never_show_mixed_state(boolean momentum)
            throws Exception {
        double mu = momentum ? 0.9 : 0;
        TrainingSetup setup = Runs.brief(new Optimiser.Sgd(0.1, mu, 1e-3, 1));
        Run run = Run.of(setup);
        Shadow shadow = new Shadow(setup);
        for (int k = 0; k < 5_000; k++) {
            String what = "seed 12, action " + k;
            if (shadow.training.steps() > 400) {
                run.reset();
                shadow.reset();
            }
            Frame frame = act(run, shadow, mu);
            same(shadow, frame, what);
            if (k % 50 == 0) {
                int epoch = random.nextInt(shadow.recorded + 1);
                assertEquals(shadow.at(epoch).parameters(), run.at(epoch).get().parameters(), what);
            }
        }
        run.close();
        assertEquals(shadow.training.parameters(), run.join().parameters());
    }

    private Frame act(Run run, Shadow shadow, double mu) throws Exception {
        switch (random.nextInt(12)) {
            case 0 -> {
                Optimiser changed = new Optimiser.Sgd(0.2 * random.nextDouble(), mu, 1e-3, 1);
                Frame frame = run.adjust(changed).get();
                shadow.goTo(frame.snapshot().steps());
                shadow.adjust(changed);
                return frame;
            }
            case 1 -> {
                double value = random.nextGaussian();
                int element = random.nextInt(4);
                Frame frame = run.edit("W1", element, value).get();
                shadow.goTo(frame.snapshot().steps());
                shadow.change(t -> t.edit("W1", element, value));
                return frame;
            }
            case 2 -> {
                int epoch = random.nextInt(shadow.recorded + 1);
                shadow.seek(epoch);
                return run.seek(epoch).get();
            }
            case 3 -> {
                if (random.nextInt(10) > 0) {
                    return shown(run.now().get(), shadow);
                }
                shadow.reset();
                return run.reset().get();
            }
            case 4 -> {
                return shown(played(run), shadow);
            }
            default -> {
                run.batches(random.nextInt(12));
                List<Frame> seen = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0; k--) {
                    seen.add(run.latest());
                }
                Frame settled = run.settled().get();
                for (Frame frame : seen) {
                    boolean old = frame.generation() != settled.generation();
                    if (!old && frame.snapshot().steps() >= shadow.training.steps()) {
                        same(shadow, shown(frame, shadow), "seen on the way");
                    }
                }
                assertTrue(settled.isMeasuredNow());
                return shown(settled, shadow);
            }
        }
    }

    private Frame played(Run run) throws Exception {
        run.pace(random.nextBoolean() ? Double.POSITIVE_INFINITY : 1e4);
        CompletableFuture<Frame> playing = run.play();
        if (random.nextBoolean()) {
            assertEquals(Frame.RunState.PLAYING, playing.get().state());
        }
        return run.pause().get();
    }

    private static Frame shown(Frame frame, Shadow shadow) {
        shadow.goTo(frame.snapshot().steps());
        return frame;
    }

    private static void same(Shadow shadow, Frame frame, String what) {
        Snapshot seen = frame.snapshot();
        Training training = shadow.training;
        assertEquals(training.steps(), seen.steps(), what);
        assertEquals(training.epochs(), seen.epoch(), what);
        assertEquals(training.batch(), seen.batch(), what);
        assertEquals(training.parameters(), seen.parameters(), what);
        assertEquals(training.loss(), seen.loss(), what);
        assertEquals(training.epochLoss(), seen.epochLoss(), what);
        assertEquals(shadow.optimiser, seen.optimiser(), what);
        if (!seen.lastBatch().isEmpty() && training.last().isPresent()) {
            Map<String, Tensor> gradients = training.gradients();
            assertEquals(gradients, seen.gradients(), what);
        }
        if (frame.isMeasuredNow()) {
            Measured measured = frame.measured().orElseThrow();
            assertEquals(
                    training.evaluate(shadow.setup.data().test()),
                    measured.test().orElseThrow(),
                    what);
            assertEquals(
                    training.evaluate(shadow.setup.data().train()),
                    measured.train().orElseThrow(),
                    what);
        }
        History history = frame.history();
        int last = history.epoch(history.size() - 1);
        assertTrue(last <= shadow.recorded, what);
    }
}
