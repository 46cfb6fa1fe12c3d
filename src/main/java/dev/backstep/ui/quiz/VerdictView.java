package dev.backstep.ui.quiz;

import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.layout.VBox;

/// What is said to an answer.
final class VerdictView extends VBox {

    private static final List<String> STYLES = List.of("right", "wrong", "refused", "revealed");

    private final QuestionText said = new QuestionText();
    private String told = "";

    VerdictView() {
        getChildren().setAll(said);
        getStyleClass().add("verdict");
    }

    /// @param style one of those for what is right, wrong, no answer, or looked up
    /// @param spoken the same for screen readers
    void say(String style, Message typeset, Message spoken, Theme theme) {
        told = Texts.of(spoken);
        said.show(Texts.of(typeset), told, theme);
        getStyleClass().removeAll(STYLES);
        getStyleClass().add(style);
        Announcements.name(this, told);
    }

    /// Says to a screen reader what was said last: when the focus has come to rest.
    void announce() {
        Platform.runLater(() -> Announcements.say(this, told));
    }
}
