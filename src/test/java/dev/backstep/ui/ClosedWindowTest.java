package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Mode;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a window leaves behind when another one takes its place, as at each change of language.
class ClosedWindowTest {

    @RegisterExtension final WindowHarness harness = new WindowHarness();

    @Test
    void a_closed_window_is_freed() throws Exception {
        harness.open(WindowHarness.SAMPLE);
        WeakReference<Window> window = new WeakReference<>(harness.window());
        harness.open("x = 1\nL = x^2");
        assertFreed(window);
    }

    @Test
    void a_closed_window_that_trained_is_freed() throws Exception {
        harness.open(spiral());
        WeakReference<Window> window = new WeakReference<>(harness.window());
        harness.dispatch(new Action.Switch(Mode.TRAIN));
        harness.on(
                () -> {
                    harness.window().training().togglePlay();
                    return true;
                });
        harness.open("x = 1\nL = x^2");
        assertFreed(window);
    }

    @Test
    void the_window_of_the_language_before_is_freed() throws Exception {
        harness.open(WindowHarness.SAMPLE);
        WeakReference<Window> window = new WeakReference<>(harness.window());
        harness.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        harness.await(() -> harness.window() != window.get());
        harness.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
        assertFreed(window);
    }

    private static String spiral() {
        return SampleProgram.all().stream()
                .filter(p -> p.file().equals("20-spiral.bs"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void assertFreed(WeakReference<Window> window) throws Exception {
        harness.await(
                () -> {
                    harness.layOut();
                    System.gc();
                    return window.get() == null;
                });
    }
}
