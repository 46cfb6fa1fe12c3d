package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The questions of a lesson, asked in the window.
class LessonQuestionsTest {

    private static final String LESSON =
            """
            # Paths

            ## Sum over all paths
            $x$ reaches $L$ in two ways: through $a = x^2$ and through $c = 2x\\cdot y$. Nudge $x$ and both move, so
            their effects **add**.

            ```backstep step=last
            x = 1
            y = 4
            a = x^2
            b = 2*x
            c = b*y
            loss L = a + c
            ```

            > ? dL/dx: What arrives at $x$ in the end?
            > Both paths count: $2 + 8 = 10$.

            > ? Which edges end at $x$? choice: one of $a$ | *one of $a$ and one of $b$*
            > Each of them brings a share.
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;

    private final Shots shots = new Shots(at);

    private void open() throws Exception {
        Path file = folder.toRealPath().resolve("lesson.md");
        Files.writeString(file, LESSON);
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.await(() -> at.isShown(".question-card") && hides());
        at.pulse();
    }

    private boolean hides() {
        return !at.state().good().orElseThrow().walkthrough().hidden().isNothing();
    }

    private Optional<Outcome> outcome(int question) {
        return at.state().lesson().orElseThrow().progress().outcome(0, question);
    }

    @Test
    void a_question_of_a_lesson_hides_what_it_asks_until_it_is_answered() throws Exception {
        open();
        at.robot.clickOn(".answer-field").write("8").type(KeyCode.ENTER);
        assertTrue(
                at.one(".verdict").getAccessibleText().startsWith("Not yet. 8 is what comes"),
                at.one(".verdict").getAccessibleText());
        assertEquals(Optional.of(Outcome.WRONG), outcome(0));
        assertTrue(hides());
        at.robot.write("10").type(KeyCode.ENTER);
        assertEquals(Optional.of(Outcome.RIGHT), outcome(0));
        at.await(() -> !hides());
        assertFalse(at.state().lesson().orElseThrow().arriving());
    }

    @Test
    void an_answer_brings_its_explanation_into_view() throws Exception {
        open();
        at.resize(1280, 580);
        at.robot.push(KeyCode.A).write("10").type(KeyCode.ENTER);
        assertEquals(Optional.of(Outcome.RIGHT), outcome(0));
        at.await(() -> isInView(at.one(".question-again")) && isInView(at.one(".verdict")));
    }

    private static boolean isInView(Node node) {
        Node pane = node;
        while (!(pane instanceof ScrollPane)) {
            pane = pane.getParent();
        }
        return pane.localToScene(pane.getLayoutBounds())
                .contains(node.localToScene(node.getLayoutBounds()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice colours) throws Exception {
        shots.in(colours);
        open();
        at.prefer(p -> p.withTheme(colours));
        at.pulse();
        at.robot.clickOn(".answer-field").write("8").type(KeyCode.ENTER);
        shots.take("quiz-lesson");
    }
}
