package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.quiz.Quiz;
import dev.backstep.quiz.QuizQuestion;
import dev.backstep.session.Action;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Questions are asked, answered and looked up in the window; what is asked is nowhere to be seen.
class QuizTest {

    /// x = 1, y = 4: a = x² hands 2 to x, b = 2x hands 8, ∂L/∂x = 10.
    private static final String LECTURE =
            "x = 1\ny = 4\na = x^2\nb = 2*x\nc = b*y\nloss L = a + c\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void ask(QuizQuestion... questions) throws Exception {
        at.on(
                () -> {
                    at.window().explore().quizzes().ask(new Quiz(List.of(questions)));
                    return true;
                });
        at.pulse();
    }

    private static Stream<Node> below(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(QuizTest::below))
                : Stream.of(node);
    }

    private String said() {
        return at.one(".verdict").getAccessibleText();
    }

    private TextField field() {
        return (TextField) at.one(".answer-field");
    }

    /// A mistake that is switched on changes nothing that is asked: what was said stays, and so
    /// does the focus; another number takes it away.
    @Test
    void what_was_said_stays_while_the_mistake_is_looked_at() throws Exception {
        at.open(LECTURE);
        ask(new QuizQuestion.Arriving(at.node("x")));
        at.robot.write("8").type(KeyCode.ENTER);
        String told = said();
        at.robot.type(KeyCode.TAB, 3).type(KeyCode.SPACE);
        at.await(() -> at.state().document().text().contains("set mistake = overwrite"));
        assertEquals(told, said());
        assertTrue(at.isShown(".question-link"));
        assertTrue(at.on(() -> at.one(".question-link").isFocused()));
        assertEquals("?", gradientOnCard("x"), "with the mistake, too");
    }

    @Test
    void a_wrong_answer_is_named_and_a_right_one_shows_all_again() throws Exception {
        at.open(LECTURE);
        ask(new QuizQuestion.Arriving(at.node("x")));
        assertEquals("?", gradientOnCard("x"), "asked for");
        assertEquals("2", gradientOnCard("y"), "not asked for, but reached");
        assertTrue(at.on(() -> field().isFocused()));
        at.robot.write("8").type(KeyCode.ENTER);
        assertEquals(
                "Not yet. 8 is what comes through b alone: the gradient was replaced where it has to"
                        + " be added. Which other edge ends at x?",
                said());
        assertEquals("?", gradientOnCard("x"), "a wrong answer shows nothing");
        assertTrue(at.isShown(".question-link"), "replace can be looked at");
        at.robot.write("10").type(KeyCode.ENTER);
        assertTrue(said().startsWith("Right."), said());
        assertEquals("10", gradientOnCard("x"));
        assertFalse(at.isShown(".question-check"));
    }

    private String gradientOnCard(String name) throws Exception {
        at.pulse();
        int node = at.node(name);
        return at.on(() -> at.graph().diagram().orElseThrow().card(node).orElseThrow().gradient());
    }

    /// In all panes, at every step and with every card selected, the number that is asked for is in
    /// no text.
    @Test
    void what_is_asked_is_nowhere_to_be_seen() throws Exception {
        at.open("x = 1.5\ny = 4\na = x^3\nb = 7*x\nc = b*y\nloss L = a + c\n");
        // a hands 6.75 to x, b 28: together 34.75
        ask(new QuizQuestion.Arriving(at.node("x")));
        for (int step = 0; step < at.state().steps(); step++) {
            at.dispatch(new Action.Go(step));
            assertNowhere("34.75", "6.75");
            for (int node : List.of(at.node("x"), at.node("a"), at.node("b"))) {
                at.dispatch(new Action.Select(java.util.OptionalInt.of(node)));
                at.pulse();
                assertNowhere("34.75", "6.75");
            }
        }
        at.robot.clickOn(".question-reveal");
        at.pulse();
        assertTrue(said().contains("34.75"), said());
    }

    private void assertNowhere(String... numbers) throws Exception {
        at.pulse();
        List<String> all =
                at.on(
                        () ->
                                below(at.stage().getScene().getRoot())
                                        .flatMap(
                                                n ->
                                                        Stream.of(
                                                                n instanceof Text t
                                                                        ? t.getText()
                                                                        : "",
                                                                n.getAccessibleText() == null
                                                                        ? ""
                                                                        : n.getAccessibleText()))
                                        .toList());
        for (String number : numbers) {
            assertEquals(
                    List.of(),
                    all.stream().filter(t -> t.contains(number)).toList(),
                    "step " + at.step() + ", " + at.state().view().selected());
        }
    }

    @Test
    void options_are_ticked_by_keys() throws Exception {
        at.open(LECTURE);
        int c = at.node("c");
        ask(new QuizQuestion.Takers(c, List.of(at.node("b"), at.node("L"), at.node("y"))));
        at.robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertTrue(said().contains("Something is missing"), said());
        at.on(
                () -> {
                    at.all(CheckBox.class::isInstance)
                            .filter(n -> "y".equals(n.getAccessibleText()))
                            .findFirst()
                            .orElseThrow()
                            .requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertTrue(said().startsWith("Right. The answer: b and y."), said());
    }

    @Test
    void a_quiz_goes_on_to_its_score_and_another_program_ends_it() throws Exception {
        at.open(LECTURE);
        at.robot.type(KeyCode.Q);
        assertTrue(at.isShown(".quiz-panel"));
        assertNotNull(at.one(".question-card"));
        for (int k = 0; k < Quiz.MOST && at.isShown(".question-reveal"); k++) {
            at.robot.clickOn(".question-reveal");
            at.robot.clickOn(".quiz-next");
        }
        assertTrue(WindowHarness.texts(at.one(".quiz-panel")).contains("Save result…"));
        assertTrue(at.state().good().orElseThrow().walkthrough().hidden().isNothing());
        ask(new QuizQuestion.Arriving(at.node("x")));
        at.replace("x = 3\nL = x^2\n");
        assertFalse(at.isShown(".question-card"));
        assertTrue(at.state().good().orElseThrow().walkthrough().hidden().isNothing());
    }

    /// Without a program, with a broken one, and where no number is finite.
    @Test
    void where_there_is_nothing_to_ask_the_quiz_says_why() throws Exception {
        for (String program : List.of("", "x = = 2\n")) {
            at.open(program);
            at.on(
                    () -> {
                        at.window().explore().quizzes().open();
                        return true;
                    });
            at.pulse();
            assertTrue(told().startsWith("There is no program to ask about yet"), told());
            assertFalse(at.isShown(".quiz-next"));
        }
        at.open("x = 0\nloss L = log(x)\n");
        at.robot.type(KeyCode.Q);
        at.pulse();
        assertTrue(told().startsWith("There is nothing to ask about this program"), told());
    }

    /// Another graph ends the quiz; what was answered until then can still be saved.
    @Test
    void a_quiz_that_ends_early_keeps_its_result() throws Exception {
        at.open(LECTURE);
        ask(new QuizQuestion.Arriving(at.node("x")), new QuizQuestion.Arriving(at.node("y")));
        at.robot.write("10").type(KeyCode.ENTER);
        at.dispatch(new Action.Copy("other", LECTURE.replace("a + c", "a * c")));
        at.await(() -> at.isShown(".quiz-told"));
        assertTrue(told().startsWith("The program has changed"), told());
        assertEquals(
                "1 of 2 right, 1 at the first attempt", ((Label) at.one(".quiz-score")).getText());
    }

    private String told() {
        return ((Label) at.one(".quiz-told")).getText();
    }
}
