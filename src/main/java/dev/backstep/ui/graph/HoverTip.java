package dev.backstep.ui.graph;

import java.util.Optional;
import javafx.scene.control.Label;

/// A text beside the pointer.
final class HoverTip extends Label {

    /// Wider text is wrapped.
    private static final double WIDEST = 460;

    HoverTip() {
        getStyleClass().add("tooltip");
        setManaged(false);
        setMouseTransparent(true);
        setWrapText(true);
        setMaxWidth(WIDEST);
        setVisible(false);
    }

    /// Shows a text beside a place of the pane, or nothing.
    ///
    /// @param width of the pane
    /// @param height of the pane
    void tell(double x, double y, Optional<String> text, double width, double height) {
        setVisible(text.isPresent());
        text.ifPresent(
                t -> {
                    setText(t);
                    applyCss();
                    autosize();
                    double left = Math.min(x + 14, width - getWidth() - 6);
                    boolean below = y + 18 + getHeight() < height - 6;
                    relocate(Math.max(6, left), below ? y + 18 : y - getHeight() - 10);
                });
    }
}
