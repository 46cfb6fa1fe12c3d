package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Mode;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What windows leave behind when another one takes their place, as at each change of language. The
/// painter of JavaFX itself remembers what it drew last, and so a window or two of those that are
/// closed; whatever else held one would hold them all.
class ClosedWindowTest {

    private static final int WINDOWS = 4;

    @RegisterExtension final WindowHarness harness = new WindowHarness();

    private final List<WeakReference<Window>> closed = new ArrayList<>();

    @Test
    void closed_windows_are_freed() throws Exception {
        assertFreed(() -> harness.open(WindowHarness.SAMPLE));
    }

    @Test
    void closed_windows_that_trained_are_freed() throws Exception {
        assertFreed(
                () -> {
                    harness.open(spiral());
                    harness.dispatch(new Action.Switch(Mode.TRAIN));
                    harness.on(
                            () -> {
                                harness.window().training().togglePlay();
                                return true;
                            });
                });
    }

    @Test
    void windows_of_the_language_before_are_freed() throws Exception {
        harness.open(WindowHarness.SAMPLE);
        assertFreed(
                () -> {
                    Window before = harness.window();
                    boolean chinese =
                            harness.state().view().preferences().language()
                                    == LanguageChoice.CHINESE;
                    harness.prefer(
                            p ->
                                    p.withLanguage(
                                            chinese
                                                    ? LanguageChoice.ENGLISH
                                                    : LanguageChoice.CHINESE));
                    harness.await(() -> harness.window() != before);
                });
    }

    private static String spiral() {
        return SampleProgram.all().stream()
                .filter(p -> p.file().equals("20-spiral.bs"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private interface NextWindow {

        void open() throws Exception;
    }

    /// Opens one window after the other, and waits until half of those before the last are freed.
    private void assertFreed(NextWindow next) throws Exception {
        for (int i = 0; i < WINDOWS; i++) {
            next.open();
            closed.add(new WeakReference<>(harness.window()));
        }
        next.open();
        Callable<Boolean> freed =
                () -> {
                    System.gc();
                    return closed.stream().filter(w -> w.get() == null).count() >= WINDOWS / 2;
                };
        harness.await(freed);
    }
}
