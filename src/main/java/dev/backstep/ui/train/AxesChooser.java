package dev.backstep.ui.train;

import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Chooses the two features that span the plane, if there are more than two; the others are at
/// their mean.
final class AxesChooser extends HBox {

    /// Two features, counted from 0, that differ.
    record Axes(int horizontal, int vertical) {

        static final Axes FIRST = new Axes(0, 1);

        /// With another feature to the right; if it is the one that goes up, both change places.
        Axes withHorizontal(int changed) {
            return new Axes(changed, changed == vertical ? horizontal : vertical);
        }

        Axes withVertical(int changed) {
            return new Axes(changed == horizontal ? vertical : horizontal, changed);
        }
    }

    private final ComboBox<String> horizontal = box("view.axis.horizontal");
    private final ComboBox<String> vertical = box("view.axis.vertical");
    private final Runnable changed;
    private Axes axes = Axes.FIRST;
    private int features;
    private boolean showing;

    /// @param changed told when other features are chosen
    AxesChooser(Runnable changed) {
        this.changed = changed;
        Label right = new Label("→");
        Label up = new Label("↑");
        setSpacing(6);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("axes");
        getChildren().addAll(right, horizontal, up, vertical);
        horizontal.setOnAction(
                _ ->
                        choose(
                                axes.withHorizontal(
                                        horizontal.getSelectionModel().getSelectedIndex())));
        vertical.setOnAction(
                _ -> choose(axes.withVertical(vertical.getSelectionModel().getSelectedIndex())));
        Tips.text(this, "view.axis.tip");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static ComboBox<String> box(String text) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(Texts.of(text));
        return box;
    }

    Axes axes() {
        return axes;
    }

    /// Offers so many features; begins with the first two if there were others before.
    void show(int count) {
        if (count != features) {
            features = count;
            axes = Axes.FIRST;
            List<String> names =
                    IntStream.rangeClosed(1, count).mapToObj(AxesChooser::name).toList();
            showing = true;
            horizontal.getItems().setAll(names);
            vertical.getItems().setAll(names);
            showing = false;
            select();
            setVisible(count > 2);
        }
    }

    private void choose(Axes now) {
        if (!showing && !now.equals(axes)) {
            axes = now;
            select();
            changed.run();
        }
    }

    private void select() {
        if (features > 2) {
            showing = true;
            horizontal.getSelectionModel().select(axes.horizontal());
            vertical.getSelectionModel().select(axes.vertical());
            showing = false;
        }
    }

    /// `x₁₂`
    private static String name(int number) {
        StringBuilder name = new StringBuilder("x");
        Integer.toString(number).chars().forEach(d -> name.append((char) ('₀' + d - '0')));
        return name.toString();
    }
}
