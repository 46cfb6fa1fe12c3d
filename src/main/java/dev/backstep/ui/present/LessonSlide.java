package dev.backstep.ui.present;

import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.paint.Theme;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.InView;
import dev.backstep.ui.lesson.LessonTextView;
import dev.backstep.ui.lesson.StopQuestions;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The text of a stop, large, as long as nothing is to be stepped through. Its questions can be
/// answered, with all looking on.
final class LessonSlide extends ScrollPane {

    /// How large its words are beside those of a panel.
    private static final double SCALE = 1.45;

    private static final double WIDTH = 860;

    private final Label title = new Label();
    private final LessonTextView text = new LessonTextView(SCALE);
    private final VBox page = new VBox(18, title, text);
    private final StopQuestions questions;
    private @Nullable LessonStop shown;
    private @Nullable Theme theme;

    LessonSlide(Session session) {
        questions = new StopQuestions(session, SCALE);
        questions.onAnswered(verdict -> InView.bring(this, verdict), this::requestFocus);
        getStyleClass().add("lesson-slide");
        title.getStyleClass().add("lesson-slide-title");
        title.setWrapText(true);
        page.setMaxWidth(WIDTH);
        StackPane middle = new StackPane(page);
        middle.getStyleClass().add("lesson-slide-page");
        setContent(middle);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /// Shows the stop of the lesson that is open.
    void show(ThemedState screen) {
        Optional<OpenLesson> lesson = screen.state().lesson();
        lesson.flatMap(OpenLesson::current).ifPresent(stop -> show(stop, screen.theme()));
        lesson.ifPresent(l -> questions.show(screen, l));
    }

    private void show(LessonStop stop, Theme colours) {
        boolean other = !stop.equals(shown);
        if (other) {
            title.setText(stop.title());
            setAccessibleText(stop.title());
            setVvalue(0);
        }
        if (other || colours != theme) {
            shown = stop;
            theme = colours;
            List<LessonQuestion> all = stop.questions();
            questions.begin(stop);
            text.show(stop.blocks(), colours, q -> questions.place(q, all.indexOf(q)));
        }
    }

    /// Gives the focus to the next question of the stop.
    void toQuestion() {
        applyCss(); // until it has its skin, it holds nothing that takes the focus
        questions.toNext().ifPresent(place -> InView.bring(this, place));
    }

    /// Whether the focus is in a question.
    boolean isAnswering() {
        return isFocusWithin() && !isFocused();
    }

    /// Scrolls a page on, or back; says whether there was more to be seen.
    boolean scroll(boolean on) {
        return InView.page(this, on);
    }
}
