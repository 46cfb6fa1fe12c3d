package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Chooses the two features that span the plane, if there are more than two, and where the others
/// are held: at their mean, or as in a sample.
final class AxesChooser extends VBox {

    /// Two features, counted from 0, that differ.
    ///
    /// @param sample the others are as in this sample of those trained on; at their mean if it is
    ///   empty
    record Axes(int horizontal, int vertical, OptionalInt sample) {

        static final Axes FIRST = new Axes(0, 1);

        Axes(int horizontal, int vertical) {
            this(horizontal, vertical, OptionalInt.empty());
        }

        /// With another feature to the right; if it is the one that goes up, both change places.
        Axes withHorizontal(int changed) {
            return new Axes(changed, changed == vertical ? horizontal : vertical, sample);
        }

        Axes withVertical(int changed) {
            return new Axes(changed == horizontal ? vertical : horizontal, changed, sample);
        }

        Axes withSample(OptionalInt changed) {
            return new Axes(horizontal, vertical, changed);
        }
    }

    private final ComboBox<String> horizontal = box("view.axis.horizontal");
    private final ComboBox<String> vertical = box("view.axis.vertical");
    private final ComboBox<String> others = box("view.axis.others");
    private final NumberField sample = new NumberField(x -> hold((int) Math.rint(x) - 1));
    private final Runnable changed;
    private Axes axes = Axes.FIRST;
    private int features;
    private int samples;
    private boolean showing;

    /// @param changed told when something else is chosen
    AxesChooser(Runnable changed) {
        this.changed = changed;
        setSpacing(6);
        getStyleClass().add("axes");
        others.getItems()
                .setAll(Texts.of("view.axis.others.mean"), Texts.of("view.axis.others.sample"));
        others.getSelectionModel().select(0);
        sample.setAccessibleText(Texts.of("view.axis.sample"));
        HBox plane = row(new Label("→"), horizontal, new Label("↑"), vertical);
        HBox rest = row(setting("view.axis.others"), others, sample);
        getChildren().addAll(plane, rest);
        horizontal.setOnAction(_ -> choose(axes.withHorizontal(selected(horizontal))));
        vertical.setOnAction(_ -> choose(axes.withVertical(selected(vertical))));
        others.setOnAction(
                _ ->
                        choose(
                                axes.withSample(
                                        selected(others) == 0
                                                ? OptionalInt.empty()
                                                : OptionalInt.of(0))));
        Tips.text(plane, "view.axis.tip");
        Tips.text(rest, "view.axis.others.tip");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(6, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label setting(String text) {
        Label label = new Label(Texts.of(text));
        label.getStyleClass().add("setting");
        return label;
    }

    private static ComboBox<String> box(String text) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(Texts.of(text));
        return box;
    }

    private static int selected(ComboBox<String> box) {
        return box.getSelectionModel().getSelectedIndex();
    }

    Axes axes() {
        return axes;
    }

    /// Whether the other features are as in a sample: a click on one chooses it then.
    boolean holdsSample() {
        return axes.sample().isPresent();
    }

    /// Holds the other features as in a sample; one that there is not is not taken.
    ///
    /// @param index into the samples trained on
    void hold(int index) {
        if (index >= 0 && index < samples) {
            choose(axes.withSample(OptionalInt.of(index)));
        }
        select();
    }

    /// Offers so many features; begins with the first two if there were others before, and with the
    /// mean if there is no such sample.
    void show(int featureCount, int sampleCount) {
        if (featureCount != features || sampleCount != samples) {
            axes = featureCount == features ? axes.withSample(OptionalInt.empty()) : Axes.FIRST;
            features = featureCount;
            samples = sampleCount;
            List<String> names =
                    IntStream.rangeClosed(1, features).mapToObj(AxesChooser::name).toList();
            showing = true;
            horizontal.getItems().setAll(names);
            vertical.getItems().setAll(names);
            showing = false;
            select();
            setVisible(features > 2);
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
            others.getSelectionModel().select(holdsSample() ? 1 : 0);
            sample.setVisible(holdsSample());
            axes.sample().ifPresent(k -> sample.show(k + 1, Numbers.FULL));
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
