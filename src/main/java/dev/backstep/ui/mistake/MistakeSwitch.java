package dev.backstep.ui.mistake;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A switch that is turned by keys and by a screen reader too: the one it extends knows the mouse
/// alone.
final class MistakeSwitch extends ToggleSwitch {

    MistakeSwitch(String accessible) {
        getStyleClass().add("mistake-switch");
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setAccessibleText(accessible);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        selectedProperty()
                .addListener(
                        (_, _, _) ->
                                notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER) {
            turn();
            e.consume();
        }
    }

    void turn() {
        setSelected(!isSelected());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            turn();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
