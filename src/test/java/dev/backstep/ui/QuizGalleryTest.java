package dev.backstep.ui;

import dev.backstep.quiz.Quiz;
import dev.backstep.quiz.QuizQuestion;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of questions, to look at, in `target/gallery`.
class QuizGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void open(String text, ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
    }

    private void ask(QuizQuestion... questions) throws Exception {
        at.on(
                () -> {
                    at.window().explore().quizzes().ask(new Quiz(List.of(questions)));
                    return true;
                });
        at.pulse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void questions(ThemeChoice colours) throws Exception {
        open("x = 1\ny = 4\na = x^2\nb = 2*x\nc = b*y\nloss L = a + c\n", colours);
        ask(
                new QuizQuestion.Arriving(at.node("x")),
                new QuizQuestion.Takers(
                        at.node("c"), List.of(at.node("b"), at.node("L"), at.node("y"))),
                new QuizQuestion.Nudge(at.node("x"), 0));
        shots.take("quiz-asked");
        at.robot.write("8").type(KeyCode.ENTER);
        shots.take("quiz-wrong");
        at.robot.write("10").type(KeyCode.ENTER);
        shots.take("quiz-right");
        at.robot.type(KeyCode.ENTER);
        shots.take("quiz-options");
        at.robot.clickOn(".quiz-next");
        shots.take("quiz-nudge");
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.pulse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void matrices(ThemeChoice colours) throws Exception {
        open(
                "param W = [1, 2; 3, 4]\nX = [1, 0; 2, 1]\nZ = W @ X\nloss L = mean(tanh(Z)^2)\n",
                colours);
        ask(new QuizQuestion.Arriving(at.node("Z")), new QuizQuestion.Arriving(at.node("W")));
        at.robot.write("0,1").type(KeyCode.TAB).write("2").type(KeyCode.TAB);
        at.robot.write("3").type(KeyCode.TAB).write("4").type(KeyCode.ENTER);
        shots.take("quiz-matrix");
    }
}
