package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.State;
import dev.backstep.store.SessionFile;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.ui.train.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was answered in a lesson is found again, and nothing tells what is not answered yet.
class LessonAnswersTest {

    private static final String LESSON =
            """
            # Answers

            ## Paths
            Both count.
            ```backstep step=last
            x = 1
            y = 4
            a = x^2
            b = 2*x*y
            loss L = a + b
            ```

            > ? dL/dx: What arrives at $x$?
            > Both paths add.

            > ? Which edges end at $x$? choice: one | *two*
            > One of each use.

            ## Trained
            ```backstep view=train after=10
            param w = 1
            loss L = w^2
            train sgd(rate=0.1, epochs=50)
            ```

            > ? dL/dw: And the gradient after ten steps?
            > Twice the weight.

            ## Far
            ```backstep after=400000 step=last
            """
                    + Programs.XOR
                    + """
            ```

            ## Untrained
            ```backstep view=train after=3
            param w = 1
            loss L = w^2
            ```

            > ? dL/dw: And without a line that trains?
            > Two.
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;
    private Path file;

    private void open() throws Exception {
        file = folder.toRealPath().resolve("answers.md");
        Files.writeString(file, LESSON);
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
        arrive(0);
    }

    private OpenLesson lesson() {
        return at.state().lesson().orElseThrow();
    }

    private void go(int stop) throws Exception {
        at.dispatch(new Action.InLesson(new LessonMove.To(stop)));
        arrive(stop);
    }

    private void arrive(int stop) throws Exception {
        at.await(
                () ->
                        at.state()
                                .lesson()
                                .filter(l -> l.current().isPresent())
                                .filter(l -> !l.arriving() && l.stop() == stop)
                                .isPresent());
        at.pulse();
    }

    private boolean hides() {
        return !at.state().good().orElseThrow().whole().hidden().isNothing();
    }

    private TextField field() {
        return (TextField) at.one(".answer-field");
    }

    private String said() {
        return at.one(".verdict").getAccessibleText();
    }

    private void answer(String text) throws Exception {
        at.on(
                () -> {
                    field().requestFocus();
                    field().setText(text);
                    return true;
                });
        at.robot.push(KeyCode.ENTER);
        at.pulse();
    }

    private void fire(String selector) throws Exception {
        at.on(
                () -> {
                    ((javafx.scene.control.Button) at.one(selector)).fire();
                    return true;
                });
        at.pulse();
    }

    /// A stop that waits for a training its program has none of comes to rest.
    @Test
    void a_stop_whose_program_does_not_train_comes_to_rest() throws Exception {
        open();
        go(3);
        at.await(() -> !at.state().unread());
        List<State> seen = new CopyOnWriteArrayList<>();
        at.on(() -> at.session().subscribe(seen::add));
        for (int i = 0; i < 40; i++) {
            at.pulse();
        }
        assertTrue(seen.size() < 20, seen.size() + " states");
    }

    @Test
    void a_right_answer_is_there_again_and_can_be_given_again() throws Exception {
        open();
        answer("10");
        at.await(() -> !hides());
        go(1);
        go(0);
        assertEquals("10", field().getText());
        assertFalse(field().isEditable());
        assertTrue(said().startsWith("Right."), said());
        at.pulse();
        assertFalse(hides(), "it is answered");
        fire(".question-again");
        at.await(this::hides);
        assertEquals("", field().getText());
        answer("8");
        assertTrue(said().startsWith("Not yet."), said());
        assertEquals(Optional.of(Outcome.RIGHT), lesson().progress().outcome(0, 0));
        assertTrue(hides(), "it is open once more");
        answer("10");
        at.await(() -> !hides());
    }

    @Test
    void a_wrong_answer_a_choice_and_one_that_was_looked_up_are_there_again() throws Exception {
        open();
        answer("8");
        at.on(
                () -> {
                    at.all(RadioButton.class::isInstance)
                            .map(RadioButton.class::cast)
                            .toList()
                            .get(1)
                            .setSelected(true);
                    at.all(n -> n.getStyleClass().contains("question-check"))
                            .map(javafx.scene.control.Button.class::cast)
                            .toList()
                            .getLast()
                            .fire();
                    return true;
                });
        go(1);
        go(0);
        assertEquals("8", field().getText());
        assertTrue(field().isEditable());
        assertTrue(said().startsWith("Not yet. 8 is what comes through"), said());
        at.await(this::hides);
        List<Node> options = at.all(RadioButton.class::isInstance).toList();
        assertTrue(((RadioButton) options.get(1)).isSelected());
        assertTrue(options.get(1).isDisabled(), "answered rightly");
        fire(".question-reveal");
        go(1);
        go(0);
        assertTrue(said().contains("10"), said());
        assertFalse(field().isEditable());
    }

    @Test
    void what_was_answered_outlives_the_program() throws Exception {
        open();
        answer("10");
        Path kept = folder.toRealPath().resolve("session.json");
        SessionFile session = new SessionFile(kept);
        session.save(SessionSnapshot.of(at.state()));
        SessionFile.Loaded.Found found = (SessionFile.Loaded.Found) session.load();
        at.open(found.snapshot().restored(), 1440, 900);
        at.dispatch(new Action.Switch(Mode.LEARN));
        at.await(() -> lesson().current().isPresent() && at.isShown(".question-card"));
        at.pulse();
        assertEquals("10", field().getText());
        assertTrue(said().startsWith("Right."), said());
    }

    /// w is 0.8¹⁰ = 0.1074 after ten steps, and the gradient 2w = 0.2147.
    @Test
    void beside_a_training_the_question_is_about_its_moment_and_the_graph_keeps_it()
            throws Exception {
        open();
        go(1);
        assertEquals(Mode.LEARN_TRAINING, at.state().view().mode());
        at.await(() -> at.isShown(".question-card") && hides());
        at.await(() -> told().contains("?"));
        List<String> cards = told();
        assertTrue(cards.contains("0.1074"), cards.toString());
        assertFalse(cards.contains("0.2147"), cards.toString());
        answer("2");
        assertTrue(said().startsWith("Not yet."), said());
        answer("0.2147");
        assertTrue(said().startsWith("Right."), said());
        at.await(() -> told().contains("0.2147"));
        assertTrue(told().contains("0.1074"), () -> "the step is not taken yet: " + told());
    }

    private List<String> told() {
        return Seen.cards(at.stage().getScene());
    }

    @Test
    void a_long_training_before_a_stop_is_watched_and_can_be_cancelled() throws Exception {
        open();
        at.dispatch(new Action.InLesson(new LessonMove.To(2)));
        at.await(() -> at.isShown(".lesson-moment"));
        assertTrue(lesson().arriving());
        assertTrue(
                WindowHarness.texts(at.one(".lesson-moment")).stream()
                        .anyMatch(
                                t -> t.matches("Training for this stop: \\d+ of 1600000 batches")),
                () -> WindowHarness.texts(at.one(".lesson-moment")).toString());
        at.robot.push(KeyCode.RIGHT);
        at.pulse();
        assertEquals(1, at.step(), "the window goes on");
        fire(".moment-cancel");
        assertFalse(lesson().arriving());
        assertTrue(at.state().batch().isEmpty(), "the program before it is trained");
        at.await(() -> !at.isShown(".lesson-moment"));
        at.dispatch(new Action.InLesson(new LessonMove.To(2)));
        at.await(() -> at.isShown(".lesson-moment"));
        go(0);
        at.await(() -> !at.isShown(".lesson-moment"));
        assertEquals(0, lesson().stop(), "nobody waits for it any more");
    }
}
