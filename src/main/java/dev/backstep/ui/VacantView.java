package dev.backstep.ui;

import dev.backstep.lang.Problem;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;

/// Where there is no graph: why, and what to do.
final class VacantView extends Button {

    /// @param toProblem called with a click
    VacantView(Runnable toProblem) {
        super(Texts.of("program.hint"));
        getStyleClass().add("vacant");
        setWrapText(true);
        setMaxWidth(440);
        setOnAction(_ -> toProblem.run());
        setVisible(false);
    }

    void show(ThemedState screen) {
        setVisible(screen.walkthrough().isEmpty() && !screen.state().unread());
        if (isVisible()) {
            List<Problem> problems = screen.problems();
            setText(
                    problems.isEmpty()
                            ? Texts.of("program.hint")
                            : Texts.of(
                                    Message.of("vacant")
                                            .with("problem", screen.told(problems.getFirst()))));
        }
    }
}
