package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.ui.kit.NumberField;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;

/// A field over the network for the weight or bias that was clicked. Enter takes what is typed,
/// Escape or a click elsewhere leaves it.
final class WeightEditor {

    private final Popup popup = new Popup();

    WeightEditor() {
        popup.setAutoHide(true);
    }

    /// Opens where the pointer is.
    void open(Node owner, double x, double y, String name, double value, DoubleConsumer taken) {
        NumberField field =
                new NumberField(
                        typed -> {
                            taken.accept(typed);
                            popup.hide();
                        });
        field.setAccessibleText(name);
        field.show(value, Numbers.FULL);
        field.setPrefColumnCount(12);
        Label label = new Label(name);
        label.getStyleClass().add("mono");
        HBox box = new HBox(8, label, field);
        box.getStyleClass().add("weight-editor");
        box.getStylesheets().setAll(owner.getScene().getStylesheets());
        box.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        popup.hide();
                    }
                });
        popup.getContent().setAll(box);
        popup.show(owner, x, y);
        field.requestFocus();
        field.selectAll();
    }
}
