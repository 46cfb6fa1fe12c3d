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

    /// @param unread whether the program is being read
    /// @param laidOut whether there is a layout of it
    /// @param failure why there will be none, if so
    void show(boolean unread, boolean laidOut, Optional<String> failure) {
        setVisible(unread || !laidOut);
        setText(failure.filter(_ -> isVisible() && !unread).orElse(Texts.of("working")));
        autosize();
        relocate(16, 40);
    }
}
