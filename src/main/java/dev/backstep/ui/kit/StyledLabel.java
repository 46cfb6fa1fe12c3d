package dev.backstep.ui.kit;

import javafx.scene.control.Label;

/// A label that is kept while what it says changes, and one of its style classes with it.
public final class StyledLabel extends Label {

    /// @param always the style classes that stay
    public StyledLabel(String... always) {
        getStyleClass().addAll(always);
        getStyleClass().add("muted");
    }

    /// @param style the style class in place of the one before; the same one again costs nothing
    public void show(String text, String style) {
        setText(text);
        int last = getStyleClass().size() - 1;
        if (!getStyleClass().get(last).equals(style)) {
            getStyleClass().set(last, style);
        }
    }
}
