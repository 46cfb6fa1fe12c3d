package dev.backstep.ui.present;

import dev.backstep.session.Action;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.program.EditorPane;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// The program, to be typed beside the picture.
final class TypingPane extends VBox {

    private static final double WIDTH = 360;

    private final EditorPane editor;

    TypingPane(Consumer<Action> dispatch) {
        editor = new EditorPane(dispatch);
        getStyleClass().addAll("side-body", "present-typing");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().add(editor);
    }

    void show(ThemedState screen) {
        editor.show(screen);
    }

    void focusText() {
        editor.focusText();
    }
}
