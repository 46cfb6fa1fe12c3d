package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonQuestion.Asks;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.Scene.Middle;
import dev.backstep.lesson.Scene.StepChoice;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.story.Story;
import dev.backstep.ui.train.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// All of lecture 3 with the keys that the README names, and no mouse.
class LectureByKeysTest {

    /// What is asked for numbers, by stop from 1, in the order of the questions, row by row.
    ///
    /// 1: −log 0.4. 2: ŷ − y = 0.608 − 1. 3: 5·(−2) and 5·3. 4: 2x at x = 1. 5: 8 + 2. 6: the sum
    /// of the elements; 2 · the sums of the rows (1, 0), (2, −1), (0, 3). 7: Jᵀ·(1, 10) with the
    /// rows (2, 1), (1, 0), (1, −6). 8: wᵀ·g. 9: g·xᵀ. 10: upstream ⊙ cos x. 11: ½·(1 − ½). 12: 10
    /// times 0, ½ and 1. 13: ((0.5159 − 1) + 0.5426) / 2. 14: −1/0.3 and 1/0.7, each over 2.
    private static final List<List<String>> NUMBERS =
            List.of(
                    List.of("0.9163"),
                    List.of("-0.392"),
                    List.of("-10", "15"),
                    List.of("2"),
                    List.of("10"),
                    List.of("9", "2 2 6"),
                    List.of("12 1 -59"),
                    List.of("0.5 -5 2 -4 4 0"),
                    List.of("-1 0 4 -2 0 1"),
                    List.of("1 1.0806 1.6209 -1.6646"),
                    List.of("1/4"),
                    List.of("0 5 10"),
                    List.of("0.02925"),
                    List.of("-5/3 5/7"),
                    List.of(),
                    List.of());

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private OpenLesson lesson() {
        return at.state().lesson().orElseThrow();
    }

    private LessonStop stop() {
        return lesson().current().orElseThrow();
    }

    private void push(KeyCode... keys) {
        at.robot.push(keys);
    }

    private void open() throws Exception {
        at.open(WindowHarness.SAMPLE, 1280, 720);
        push(KeyCode.CONTROL, KeyCode.K);
        at.robot.write("lecture 3");
        push(KeyCode.ENTER);
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        settle();
    }

    /// Until the stop is there as the lesson means it.
    private void settle() throws Exception {
        at.await(() -> !lesson().arriving() && !at.state().unread());
        at.await(() -> at.state().view().detail().isPresent());
        at.pulse();
    }

    /// The step that the stop names. Stop 16 stands at its first update; where less of its graph is
    /// drawn, so that it can be read from afar, that has another number.
    private int named() {
        int steps = at.state().steps();
        Story story = at.state().good().orElseThrow().walkthrough().story();
        return switch (stop().scene().step()) {
            case StepChoice.First() -> 0;
            case StepChoice.At(int index) ->
                    lesson().stop() < 15 || isDrawnAsMeant() ? index : story.updates();
            case StepChoice.Forward() -> story.seed() - 1;
            case StepChoice.Last() -> steps - 1;
        };
    }

    private boolean isDrawnAsMeant() {
        return at.state().view().detail().equals(stop().scene().detail());
    }

    private void assertScene(int number) {
        assertEquals(number - 1, lesson().stop());
        assertEquals(
                stop().program().orElseThrow().text(),
                at.state().document().text(),
                () -> "program of stop " + number);
        assertEquals(named(), at.step(), () -> "step of stop " + number);
        Mode wanted = stop().scene().middle() == Middle.TRAIN ? Mode.LEARN_TRAINING : Mode.LEARN;
        assertEquals(wanted, at.state().view().mode());
    }

    private Optional<Outcome> outcome(int question) {
        return lesson().progress().outcome(lesson().stop(), question);
    }

    private Node focus() throws Exception {
        return at.on(() -> at.stage().getScene().getFocusOwner());
    }

    /// What a screen reader was told last.
    private String heard() throws Exception {
        return at.on(
                () -> {
                    Node focus = at.stage().getScene().getFocusOwner();
                    Object said = focus.queryAccessibleAttribute(AccessibleAttribute.HELP);
                    return said == null ? "" : said.toString();
                });
    }

    /// Answers wrongly, then rightly; the focus is in the question.
    private void answer(int number, LessonQuestion question, List<String> numbers)
            throws Exception {
        assertTrue(inSight(focus()), () -> "question " + number + " is out of sight");
        if (question.asks() instanceof Asks.Choice(var options)) {
            int right = 0;
            while (!options.get(right).right()) {
                right++;
            }
            push(right == 0 ? KeyCode.DOWN : KeyCode.SPACE);
            checkWrong(number);
            for (int i = 0; i < Math.max(1, right); i++) {
                push(right == 0 ? KeyCode.UP : KeyCode.DOWN);
            }
        } else {
            type("77 ".repeat(numbers.size()).strip().split(" "));
            checkWrong(number);
            type(numbers.toArray(String[]::new));
        }
        push(KeyCode.ENTER);
        assertEquals(Optional.of(Outcome.RIGHT), outcome(number), () -> at.state().toString());
        assertFalse(heard().isEmpty(), "that it is right is said");
    }

    private void checkWrong(int number) throws Exception {
        push(KeyCode.ENTER);
        assertEquals(Optional.of(Outcome.WRONG), outcome(number));
        assertFalse(heard().isEmpty(), "what was wrong is said");
    }

    private void type(String... cells) throws Exception {
        for (int i = 0; i < cells.length; i++) {
            assertTrue(focus() instanceof TextField, "a field has the focus");
            at.robot.write(cells[i]);
            if (i + 1 < cells.length) {
                push(KeyCode.TAB);
            }
        }
    }

    private boolean inSight(Node node) throws Exception {
        return at.on(
                () -> {
                    double top = node.localToScene(node.getLayoutBounds()).getMinY();
                    Node pane = node;
                    while (!pane.getStyleClass().contains("scroll-pane")) {
                        pane = pane.getParent();
                    }
                    return pane.localToScene(pane.getLayoutBounds())
                            .contains(
                                    node.localToScene(node.getLayoutBounds()).getMinX() + 1,
                                    top + 1);
                });
    }

    /// Answers all that the stop asks.
    private void answerAll(int number) throws Exception {
        List<String> numbers = new ArrayList<>(NUMBERS.get(number - 1));
        List<LessonQuestion> questions = stop().questions();
        for (int q = 0; q < questions.size(); q++) {
            push(KeyCode.A);
            boolean choice = questions.get(q).asks() instanceof Asks.Choice;
            answer(
                    q,
                    questions.get(q),
                    choice ? List.of() : List.of(numbers.removeFirst().split(" ")));
        }
        assertEquals(List.of(), numbers);
    }

    @Test
    void sixteen_stops_in_learn() throws Exception {
        open();
        for (int number = 1; number <= 16; number++) {
            assertScene(number);
            push(KeyCode.HOME);
            push(KeyCode.RIGHT);
            assertEquals(1, at.step());
            push(KeyCode.CONTROL, KeyCode.R);
            settle();
            assertScene(number);
            answerAll(number);
            int before = at.step();
            push(KeyCode.LEFT);
            assertEquals(before - 1, at.step(), "the arrows step after an answer");
            push(KeyCode.PAGE_DOWN);
            settle();
            if (number < 16) {
                assertEquals("Stop " + (number + 1) + " of 16. " + stop().title(), heard());
            }
        }
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        push(KeyCode.SPACE);
        at.await(() -> at.window().training().isPlaying());
        push(KeyCode.SPACE);
        at.await(() -> !at.window().training().isPlaying());
    }

    @Test
    void sixteen_stops_presented() throws Exception {
        open();
        push(KeyCode.F5);
        assertTrue(at.isShown(".presentation"));
        for (int number = 1; number <= 16; number++) {
            settle();
            assertScene(number);
            answerAll(number);
            assertTrue(at.isShown(".present .lesson-slide"));
            push(KeyCode.G);
            int steps = at.state().steps();
            push(KeyCode.HOME);
            push(KeyCode.PAGE_DOWN);
            assertEquals(1, at.step());
            push(KeyCode.END);
            assertEquals(steps - 1, at.step());
            push(KeyCode.PAGE_DOWN);
        }
        assertEquals(15, lesson().stop(), "there is nothing after the last stop");
        push(KeyCode.ESCAPE);
        assertFalse(at.isShown(".presentation"));
    }
}
