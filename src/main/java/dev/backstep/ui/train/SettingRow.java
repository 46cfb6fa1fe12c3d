package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A setting: its name at the left, what it is at the right.
final class SettingRow extends HBox {

    /// All controls are of one width, so that they make a column.
    private static final double WIDTH = 106;

    private SettingRow(String name, Region control) {
        control.setPrefWidth(WIDTH);
        control.setMinWidth(WIDTH);
        Label label = new Label(name);
        label.getStyleClass().add("setting");
        label.setLabelFor(control);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().addAll(label, gap, control);
    }

    /// @param text the key of its name; that of its tooltip has `tip.` before it
    static SettingRow of(String text, Region control) {
        SettingRow row = new SettingRow(Texts.of(text), control);
        Tips.text(row, "tip." + text);
        control.setAccessibleText(Texts.of(text));
        return row;
    }

    /// A setting that is a number.
    static Numeric number(String text, DoubleConsumer taken) {
        return new Numeric(text, taken);
    }

    /// A typed number under its name.
    static final class Numeric {

        private final NumberField field;
        private final SettingRow row;

        private Numeric(String text, DoubleConsumer taken) {
            field = new NumberField(taken);
            row = of(text, field);
        }

        SettingRow row() {
            return row;
        }

        void show(double value) {
            field.show(value, Numbers.FULL);
        }
    }
}
