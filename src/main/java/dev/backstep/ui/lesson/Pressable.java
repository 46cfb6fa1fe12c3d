package dev.backstep.ui.lesson;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// What is pressed like a button, and may hold lines that wrap, which a button's content does not.
final class Pressable extends StackPane {

    private final Runnable run;

    private Pressable(Node content, Runnable run) {
        super(content);
        this.run = run;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(_ -> run.run());
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                        e.consume();
                        run.run();
                    }
                });
    }

    static Pressable of(Node content, String accessible, String style, Runnable run) {
        Pressable made = new Pressable(content, run);
        made.setAccessibleText(accessible);
        made.getStyleClass().add(style);
        return made;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            run.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
