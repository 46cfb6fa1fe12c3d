package dev.backstep.ui.quiz;

import dev.backstep.quiz.Quiz;
import dev.backstep.quiz.QuizReport;
import dev.backstep.quiz.QuizRun;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.WhenSeen;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A quiz on the program: which question of how many, the score, the card, what comes next.
public final class QuizPanel extends VBox {

    private final Label place = new Label();
    private final Label score = new Label();
    private final VBox body = new VBox();
    private final Button next = new Button(Texts.of("quiz.next"));
    private final Button again = new Button(Texts.of("quiz.again"));
    private final Button save = new Button(Texts.of("quiz.save"));
    private final Button end =
            Icons.button(Feather.X, "quiz.end", "ghost", "icon-only", "quiz-end");

    /// @param next goes to the next question, or to the result
    /// @param again asks other questions on the program at hand
    /// @param save keeps the result as a text
    QuizPanel(Runnable next, Runnable again, Runnable save, Runnable end) {
        super(10);
        getStyleClass().add("quiz-panel");
        place.getStyleClass().add("heading");
        score.getStyleClass().addAll("hint", "quiz-score");
        this.next.setOnAction(_ -> next.run());
        this.again.setOnAction(_ -> again.run());
        this.save.setOnAction(_ -> save.run());
        this.end.setOnAction(_ -> end.run());
        this.next.getStyleClass().add("quiz-next");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, place, gap, this.end);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(6, this.next, this.again, this.save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        WhenSeen.fill(this, head, body, score, buttons);
    }

    void showQuestion(QuizRun run, QuestionCard card) {
        place(Message.of("quiz.place").with("n", run.at() + 1).with("all", run.size()));
        body.getChildren().setAll(card);
        setVisible(true);
        showScore(run);
    }

    /// After an answer.
    void showScore(QuizRun run) {
        boolean any = !run.attempts().isEmpty();
        score.setText(any ? Texts.of(QuizReport.score(run)) : "");
        wanted(score, any);
        boolean over = run.isOver();
        wanted(next, !over);
        next.setText(
                Texts.of(
                        run.at() + 1 >= run.size()
                                ? "quiz.result"
                                : run.isClosed(run.at()) ? "quiz.next" : "quiz.skip"));
        wanted(again, over);
        wanted(save, any);
    }

    /// Where there is nothing to ask.
    void showNothing(String why) {
        showEnd(QuizRun.begun(new Quiz(List.of())), why);
        wanted(again, false);
        focusNext();
    }

    /// At the end, also if it comes early.
    void showEnd(QuizRun run, String told) {
        place(Message.of("quiz.over"));
        Label words = new Label(told);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("quiz-told");
        body.getChildren().setAll(List.<Node>of(words));
        setVisible(true);
        showScore(run);
    }

    private void place(Message words) {
        place.setText(Texts.of(words).toUpperCase(Locale.getDefault()));
    }

    void focusNext() {
        Stream.of(next, again, end)
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static void wanted(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
