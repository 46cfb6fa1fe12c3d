package dev.backstep.ui.kit;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/// Words in a text that can be pressed: with the mouse, or with Enter or Space once they have the
/// focus.
public final class PressedText {

    private PressedText() {}

    /// Makes a text one that can be pressed.
    ///
    /// @param role what a screen reader takes it for
    public static void on(Text text, AccessibleRole role, Consumer<Text> press) {
        text.setFocusTraversable(true);
        text.setAccessibleRole(role);
        text.setAccessibleText(text.getText());
        text.setOnMouseClicked(e -> clicked(e, text, press));
        text.setOnKeyPressed(e -> typed(e, text, press));
    }

    private static void clicked(MouseEvent e, Text text, Consumer<Text> press) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            press.accept(text);
            e.consume();
        }
    }

    private static void typed(KeyEvent e, Text text, Consumer<Text> press) {
        if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            press.accept(text);
            e.consume();
        }
    }
}
