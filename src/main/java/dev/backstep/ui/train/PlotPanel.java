package dev.backstep.ui.train;

import dev.backstep.paint.Painting;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A picture of the run under its heading.
final class PlotPanel extends VBox {

    private final PaintedRegion picture = new PaintedRegion();

    /// @param text the key of its heading
    /// @param controls beside the heading
    PlotPanel(String text, Node... controls) {
        Label heading = new Label(Texts.of(text).toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, heading, gap);
        head.getChildren().addAll(controls);
        head.setAlignment(Pos.CENTER_LEFT);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(Texts.of(text));
        setSpacing(6);
        getChildren().addAll(head, picture);
        managedProperty().bind(visibleProperty());
    }

    /// As high as it is wide, and a little more.
    PlotPanel square(double more) {
        picture.prefHeightProperty().bind(widthProperty().add(more));
        picture.minHeightProperty().bind(picture.prefHeightProperty());
        return this;
    }

    PlotPanel high(double height) {
        picture.setMinHeight(height);
        picture.setPrefHeight(height);
        return this;
    }

    PaintedRegion picture() {
        return picture;
    }

    void show(Painting painting) {
        picture.show(painting);
    }
}
