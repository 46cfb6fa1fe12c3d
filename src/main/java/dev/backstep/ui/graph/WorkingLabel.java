package dev.backstep.ui.graph;

import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.Label;

/// Says that a program is being read or laid out, or why it could not be; until then the last
/// picture stays.
final class WorkingLabel extends Label {

    WorkingLabel() {
        getStyleClass().add("working");
        setManaged(false);
        setVisible(false);
    }

    /// @param working whether what is to be shown is not there yet
    /// @param failure why it will not come
    void show(boolean working, Optional<String> failure) {
        setVisible(working);
        setText(failure.orElse(Texts.of("working")));
        autosize();
        relocate(16, 40);
    }
}
