package dev.backstep.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A frame over a pane that paints all of its area, while the focus is there and has come by keys.
public final class FocusRing extends Region {

    public FocusRing(Node pane) {
        getStyleClass().add("focus-ring");
        setMouseTransparent(true);
        visibleProperty().bind(pane.focusVisibleProperty());
    }
}
