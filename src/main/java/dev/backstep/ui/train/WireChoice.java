package dev.backstep.ui.train;

import dev.backstep.ui.kit.Texts;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the wires of the network show: weights, or the gradients of the last batch.
final class WireChoice extends HBox {

    private final TrainDesk desk;
    private final ToggleButton weights = new ToggleButton(Texts.of("wires.weights"));
    private final ToggleButton gradients = new ToggleButton(Texts.of("wires.gradients"));

    WireChoice(TrainDesk desk) {
        this.desk = desk;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(weights, gradients);
        weights.setOnAction(_ -> desk.showWeights());
        gradients.setOnAction(_ -> desk.showGradients());
        getStyleClass().add("segmented");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        VBox.setMargin(this, new Insets(12, 0, 0, 0));
        getChildren().addAll(weights, gradients);
        desk.watch(this::show);
        show();
    }

    private void show() {
        weights.setSelected(!desk.showsGradients());
        gradients.setSelected(desk.showsGradients());
    }
}
