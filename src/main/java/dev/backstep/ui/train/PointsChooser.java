package dev.backstep.ui.train;

import dev.backstep.lang.PointsText;
import dev.backstep.layout.Box;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.PointsPainter;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Chooses the label of points that are added or selected: a class of those there are or the next
/// one, or a number to be learnt. Below, what the pointer does.
final class PointsChooser extends VBox {

    private static final double SWATCH = 12;
    private static final double TWO_LINES = 34;

    private final DoubleConsumer chosen;
    private final HBox classes = new HBox(4);
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<PaintedRegion> swatches = new ArrayList<>();
    private final NumberField number;
    private final SettingRow row;
    private final Label told = new Label();

    /// @param chosen takes the label
    PointsChooser(DoubleConsumer chosen) {
        this.chosen = chosen;
        number = new NumberField(chosen);
        row = SettingRow.of("points.label", number);
        for (int k = 0; k < PointsText.MOST_CLASSES; k++) {
            classes.getChildren().add(button(k));
        }
        classes.setAlignment(Pos.CENTER_LEFT);
        told.getStyleClass().add("hint");
        told.setWrapText(true);
        told.setMinHeight(TWO_LINES);
        setSpacing(6);
        getChildren().addAll(classes, row, told);
        List.of(this, classes, row).forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        setVisible(false);
    }

    private ToggleButton button(int k) {
        PaintedRegion swatch = new PaintedRegion();
        swatch.setMinSize(SWATCH, SWATCH);
        swatch.setPrefSize(SWATCH, SWATCH);
        swatch.setMaxSize(SWATCH, SWATCH);
        swatches.add(swatch);
        ToggleButton button = new ToggleButton("", swatch);
        button.getStyleClass().add("tile");
        Message name = Message.of("points.class").with("k", k).with("key", k + 1);
        button.setAccessibleText(Texts.of(name));
        Tips.on(button, () -> Texts.of(name));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> chosen.accept(k));
        buttons.add(button);
        return button;
    }

    void show(PointsDraft now, Theme theme) {
        PointsText points = now.points();
        boolean areClasses = points.isClasses();
        int there = Math.max(2, points.classes());
        classes.setVisible(areClasses);
        row.setVisible(!areClasses);
        number.show(now.label(), Numbers.FULL);
        for (int k = 0; k < buttons.size(); k++) {
            boolean further = k == now.label();
            buttons.get(k).setVisible(k <= there || further);
            buttons.get(k).setSelected(further);
            int hue = k;
            int of = k < there ? there : k + 1;
            swatches.get(k)
                    .show(
                            (g, w, h) ->
                                    PointsPainter.swatch(g, theme, hue, of, new Box(0, 0, w, h)));
        }
        int selected = now.selected().size();
        told.setText(
                selected == 0
                        ? Texts.of("points.how")
                        : Texts.of(Message.of("points.selected").with("n", selected)));
    }
}
