package dev.backstep.ui;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where nothing happens, nothing is computed.
class RestTest {

    /// A window in which so often nothing new is drawn is at rest: it is asked more often than it
    /// draws.
    private static final int STILL = 40;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    /// Marking words makes a frame, which is no reason for another. A caret would blink.
    @Test
    void a_window_in_which_nothing_happens_comes_to_rest() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.await(() -> at.one(".badge").getStyleClass().contains("good"));
        AtomicInteger frames = new AtomicInteger();
        Runnable count = frames::incrementAndGet;
        at.on(
                () -> {
                    at.graph().requestFocus();
                    at.stage().getScene().addPostLayoutPulseListener(count);
                    return true;
                });
        AtomicInteger last = new AtomicInteger(-1);
        AtomicInteger still = new AtomicInteger();
        at.await(
                () -> {
                    boolean same = last.getAndSet(frames.get()) == frames.get();
                    still.set(same ? still.get() + 1 : 0);
                    return still.get() >= STILL;
                });
    }
}
