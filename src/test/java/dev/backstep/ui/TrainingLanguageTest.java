package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.session.LanguageChoice;
import dev.backstep.train.History;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A training goes on, with its curves, when another language makes the window anew.
class TrainingLanguageTest extends TrainingHarness {

    /// Another language makes the window anew; what was trained is still there.
    @Test
    void a_change_of_language_keeps_what_was_trained() throws Exception {
        openTrain(MOONS);
        at.robot.type(KeyCode.RIGHT, 2);
        awaitSteps(2);
        Object before = at.on(() -> at.window());
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> at.window() != before);
        awaitSteps(2);
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
    }

    /// The curves begin where they began, and the runs before are still listed.
    @Test
    void a_change_of_language_keeps_the_curves() throws Exception {
        openTrain(MOONS);
        at.on(
                () -> {
                    at.window().training().epochs(2);
                    return true;
                });
        awaitFrame(f -> f.isMeasuredNow() && f.snapshot().epoch() == 2);
        at.robot.type(KeyCode.R);
        awaitSteps(0);
        at.on(
                () -> {
                    at.window().training().epochs(3);
                    return true;
                });
        awaitFrame(f -> f.isMeasuredNow() && f.snapshot().epoch() == 3);
        at.await(() -> runs() == 1);
        History before = now().history();
        Object first = at.on(() -> at.window());
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> at.window() != first);
        awaitFrame(f -> f.snapshot().epoch() == 3);
        assertEquals(before.size(), now().history().size());
        for (int p = 0; p < before.size(); p++) {
            assertEquals(before.epoch(p), now().history().epoch(p));
            assertEquals(
                    before.value(History.Series.LOSS, p),
                    now().history().value(History.Series.LOSS, p));
        }
        at.await(() -> runs() == 1);
        at.on(
                () -> {
                    at.window().training().epochs(1);
                    return true;
                });
        awaitFrame(f -> f.snapshot().epoch() == 4);
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
    }

    private long runs() {
        return at.stage().getScene().getRoot().lookupAll(".run-name").stream().count();
    }
}
