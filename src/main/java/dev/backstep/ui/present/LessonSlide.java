package dev.backstep.ui.present;

import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.session.OpenLesson;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.lesson.LessonTextView;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The text of a stop, large, as long as nothing is to be stepped through.
final class LessonSlide extends ScrollPane {

    /// How large its words are beside those of a panel.
    private static final double SCALE = 1.45;

    private static final double WIDTH = 860;

    /// How much of the height one key scrolls, so that the last lines stay in sight.
    private static final double PAGE = 0.8;

    private final Label title = new Label();
    private final LessonTextView text = new LessonTextView(SCALE);
    private final VBox page = new VBox(18, title, text);
    private @Nullable LessonStop shown;

    LessonSlide() {
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
        Optional<LessonStop> stop = screen.state().lesson().flatMap(OpenLesson::current);
        if (stop.isPresent() && !stop.get().equals(shown)) {
            shown = stop.get();
            title.setText(shown.title());
            setAccessibleText(shown.title());
            setVvalue(0);
        }
        stop.ifPresent(s -> text.show(s.blocks(), screen.theme(), LessonSlide::asked));
    }

    /// A question is read aloud here, and answered in the panel.
    private static Node asked(LessonQuestion question) {
        Label label = new Label(Inline.plain(question.prompt()));
        label.setWrapText(true);
        label.getStyleClass().add("lesson-slide-question");
        label.setManaged(!label.getText().isEmpty());
        return label;
    }

    /// Scrolls a page on, or back; says whether there was more to be seen.
    boolean scroll(boolean on) {
        double most =
                page.getParent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        double at = getVvalue();
        if (most < 1 || (on ? at >= 0.999 : at <= 0.001)) {
            return false;
        }
        double step = PAGE * getViewportBounds().getHeight() / most;
        setVvalue(Math.clamp(at + (on ? step : -step), 0, 1));
        return true;
    }
}
