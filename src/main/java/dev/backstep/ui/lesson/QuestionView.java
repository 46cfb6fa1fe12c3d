package dev.backstep.ui.lesson;

import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.Session;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question of a lesson: its answers to choose from, and what explains the right one.
public final class QuestionView extends VBox {

    private final LessonQuestion question;
    private final int number;
    private final Session session;
    private final LessonTextView asked = new LessonTextView(1);
    private final LessonTextView explained = new LessonTextView(1);

    public QuestionView(LessonQuestion question, int number, Session session) {
        super(10);
        this.question = question;
        this.number = number;
        this.session = session;
        getStyleClass().add("predict");
        Label head = new Label(Texts.of("predict"));
        head.getStyleClass().add("heading");
        asked.getChildren().setAll(asked.line(question.prompt()));
        getChildren().setAll(head, asked);
        if (question.asks() instanceof LessonQuestion.Asks.Choice(var options)) {
            options.forEach(o -> getChildren().add(choice(o)));
        }
        Button reveal = new Button(Texts.of("reveal"));
        reveal.getStyleClass().add("flat");
        reveal.setOnAction(_ -> explain(Outcome.REVEALED));
        getChildren().addAll(reveal, explained);
    }

    private Region choice(LessonQuestion.Option option) {
        return Pressable.of(
                asked.line(option.words()),
                Inline.plain(option.words()),
                "lesson-option",
                () -> {
                    if (option.right()) {
                        explain(Outcome.RIGHT);
                    } else {
                        answer(Outcome.WRONG);
                    }
                });
    }

    private void explain(Outcome outcome) {
        explained.show(List.copyOf(question.explanation()), Theme.LIGHT, _ -> new Region());
        answer(outcome);
    }

    private void answer(Outcome outcome) {
        session.dispatch(new Action.InLesson(new LessonMove.Answer(number, outcome)));
    }
}
