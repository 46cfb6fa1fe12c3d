package dev.backstep.ui.present;

import javafx.scene.layout.Region;

/// A black or a white screen, for when nobody is to look at the picture.
final class Curtain extends Region {

    Curtain() {
        getStyleClass().add("curtain");
        setVisible(false);
    }

    boolean isDown() {
        return isVisible();
    }

    void black() {
        drop("black");
    }

    void white() {
        drop("white");
    }

    void lift() {
        setVisible(false);
    }

    private void drop(String style) {
        getStyleClass().setAll("curtain", style);
        setVisible(true);
    }
}
