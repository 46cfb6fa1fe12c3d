package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.History.Series;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What other trainers in the background are known to get wrong.
class RunFailuresTest {

    private Run run = Run.of(Runs.brief(new Optimiser.Sgd(0.1, 0, 0)));

    private void begin(Optimiser optimiser) {
        run.close();
        run = Run.of(Runs.brief(optimiser));
    }

    @AfterEach
    void close() {
        run.close();
    }

    private Frame after(int epochs) throws Exception {
        run.epochs(epochs);
        return run.settled().get();
    }

    private static double[] series(History history, Series series) {
        double[] values = new double[history.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = history.value(series, k);
        }
        return values;
    }

    @Test
    void a_run_that_is_looked_at_gives_the_losses_of_one_that_is_not() throws Exception {
        Frame quiet = after(40);
        begin(new Optimiser.Sgd(0.1, 0, 0));
        run.epochs(40);
        Frame seen = run.latest();
        while (seen.snapshot().epoch() < 40) {
            seen = run.latest();
        }
        seen = run.settled().get();
        for (Series series : Series.values()) {
            assertArrayEquals(series(quiet.history(), series), series(seen.history(), series));
        }
        assertEquals(quiet.snapshot().parameters(), seen.snapshot().parameters());
    }

    /// At rate 0 nothing moves, so the loss of an epoch is that of the whole training set: of 45
    /// samples in batches of 10 with the last one of 5, as a mean over samples, not over batches.
    @Test
    void the_last_and_smaller_batch_counts_as_much_as_it_has_samples() throws Exception {
        begin(new Optimiser.Sgd(0, 0, 0));
        Frame frame = after(2);
        double whole = frame.measured().orElseThrow().train().orElseThrow().loss();
        assertEquals(whole, frame.snapshot().epochLoss(), 1e-12);
        assertEquals(whole, frame.history().value(Series.LOSS, 2), 1e-12);
        assertEquals(5, frame.snapshot().lastBatch().size());
        Set<Integer> samples = new HashSet<>();
        for (int k = 0; k < 5; k++) {
            samples.addAll(
                    run.batches(1).thenCompose(_ -> run.settled()).get().snapshot().lastBatch());
        }
        assertEquals(45, samples.size());
    }

    @Test
    void a_penalty_is_never_told_as_loss() throws Exception {
        begin(new Optimiser.Sgd(0, 0, 10));
        Frame frame = after(1);
        double whole = frame.measured().orElseThrow().train().orElseThrow().loss();
        assertTrue(frame.snapshot().penalty() > 1);
        assertEquals(whole, frame.snapshot().epochLoss(), 1e-12);
    }

    @Test
    void an_accuracy_is_never_told_of_a_network_that_has_changed_since() throws Exception {
        Frame trained = after(20);
        assertTrue(trained.isMeasuredNow());
        Frame edited = run.edit("W1", 0, 40).get();
        assertFalse(edited.isMeasuredNow());
        Frame settled = run.settled().get();
        assertTrue(settled.isMeasuredNow());
        assertNotEquals(trained.measured(), settled.measured());
        Frame reset = run.reset().get();
        assertEquals(0, reset.measured().orElseThrow().epoch());
        assertTrue(reset.isMeasuredNow());
        assertEquals(1, reset.history().size());
    }

    @Test
    void a_run_that_was_closed_publishes_nothing_into_the_next_one() throws Exception {
        run.play();
        run.close();
        Run old = run;
        run = Run.of(Runs.brief(new Optimiser.Sgd(0.1, 0, 0)));
        old.join();
        Frame last = old.latest();
        assertEquals(Frame.RunState.CLOSED, last.state());
        Frame next = after(3);
        assertNotEquals(last.generation(), next.generation());
        assertSame(last, old.latest());
        Frame reset = run.reset().get();
        assertNotEquals(next.generation(), reset.generation());
        assertEquals(reset.generation(), run.latest().generation());
        assertEquals(0, run.latest().snapshot().steps());
    }

    @Test
    void a_command_that_cannot_be_done_says_so_and_changes_nothing() throws Exception {
        Frame before = after(2);
        assertThrows(ExecutionException.class, () -> run.seek(3).get());
        assertThrows(ExecutionException.class, () -> run.seek(-1).get());
        assertThrows(ExecutionException.class, () -> run.edit("W9", 0, 1).get());
        assertThrows(ExecutionException.class, () -> run.edit("W1", 8, 1).get());
        assertThrows(ExecutionException.class, () -> run.adjust(Optimiser.Adam.of(1)).get());
        assertThrows(ExecutionException.class, () -> run.pace(0).get());
        Frame now = run.now().get();
        assertEquals(before.snapshot().parameters(), now.snapshot().parameters());
        assertEquals(before.snapshot().optimiser(), now.snapshot().optimiser());
    }

    @Test
    void the_update_is_what_the_last_batch_moved_even_after_an_edit() throws Exception {
        Map<String, Tensor> before = after(2).snapshot().parameters();
        run.batches(1);
        Snapshot moved = run.settled().get().snapshot();
        moved.updates()
                .forEach(
                        (name, update) ->
                                assertEquals(
                                        moved.parameters()
                                                .get(name)
                                                .zip(before.get(name), (w, v) -> w - v),
                                        update));
        assertEquals(moved.updates(), run.edit("W1", 0, 3).get().snapshot().updates());
    }

    @Test
    void the_last_batch_can_be_opened_as_it_was_after_edits_and_going_back() throws Exception {
        Map<String, Tensor> before = after(2).snapshot().parameters();
        run.batches(1);
        Map<String, Tensor> moved = run.settled().get().snapshot().parameters();
        run.adjust(new Optimiser.Sgd(5, 0, 0));
        run.edit("W1", 0, 3);
        Training opened = run.ask(Training::before).get();
        assertEquals(before, opened.parameters());
        assertTrue(opened.next());
        assertEquals(moved, opened.parameters());
        run.seek(2);
        Training last = run.ask(Training::before).get();
        assertTrue(last.next());
        assertEquals(before, last.parameters());
    }

    @Test
    void a_run_that_has_stopped_can_go_back() throws Exception {
        begin(new Optimiser.Sgd(1e308, 0, 0));
        run.play();
        assertEquals(Frame.RunState.STOPPED, run.settled().get().state());
        run.adjust(new Optimiser.Sgd(0.1, 0, 0));
        Frame back = run.seek(0).get();
        assertEquals(Frame.RunState.PAUSED, back.state());
        assertEquals(Frame.RunState.PAUSED, after(3).state());
    }

    /// Once a history is thinned out, so that not every epoch is recorded.
    @Test
    void playing_allocates_nothing_between_the_epochs_that_are_recorded() {
        Playback player =
                new Playback(
                        Training.of(Runs.brief(new Optimiser.Sgd(0.01, 0, 0))), true, _ -> true);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        player.playUntil(Long.MAX_VALUE);
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 50_000 && least > 0; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int batch = 0; batch < 15; batch++) {
                player.advance();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
