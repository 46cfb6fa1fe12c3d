package dev.backstep.compile.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Batches take 0.25 ms on one core; on two 0.15 ms while the second is free, and 0.4 ms while
/// another program is at it.
class CoreTrialTest {

    private static final long ONE = 250_000;
    private static final long FREE = 150_000;
    private static final long BUSY = 400_000;

    private final CoreTrial trial = new CoreTrial();

    /// Goes on for some milliseconds; returns how many of them were spent on two cores.
    private double run(long milliseconds, long two) {
        long spent = 0;
        long onTwo = 0;
        while (spent < milliseconds * 1_000_000) {
            long time = trial.isForTwo() ? two : ONE;
            onTwo += trial.isForTwo() ? time : 0;
            spent += time;
            trial.took(time);
        }
        return onTwo / 1e6;
    }

    @Test
    void a_second_core_that_pays_is_kept() {
        assertTrue(run(10_000, FREE) > 9_700);
        assertTrue(trial.isForTwo());
    }

    @Test
    void a_second_core_that_costs_is_left_out_within_a_moment_and_then_seldom_tried() {
        assertTrue(run(1_000, BUSY) < 300);
        assertTrue(run(20_000, BUSY) < 400);
    }

    @Test
    void it_is_taken_back_when_it_pays_again_and_left_out_when_it_does_not() {
        run(10_000, FREE);
        run(5_000, BUSY);
        assertFalse(trial.isForTwo());
        run(5_000, FREE);
        assertTrue(trial.isForTwo());
        assertTrue(run(5_000, FREE) > 4_700);
    }

    @Test
    void a_tie_is_no_reason_to_change() {
        boolean before = trial.isForTwo();
        assertEquals(5_000, run(5_000, ONE), 300);
        assertEquals(before, trial.isForTwo());
    }
}
