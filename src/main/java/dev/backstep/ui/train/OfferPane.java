package dev.backstep.ui.train;

import dev.backstep.data.Datasets;
import dev.backstep.lang.TrainingText;
import dev.backstep.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a program lacks before it can be trained, and a button that puts each into the text.
final class OfferPane extends VBox {

    private final Label what = new Label();
    private final Button data = new Button(Texts.of("offer.data"));
    private final Button line = new Button(Texts.of("offer.line"));
    private final Button start = new Button(Texts.of("offer.start"));
    private TrainingText program = TrainingText.of("");

    /// @param edit takes the text of the program after a change
    OfferPane(Consumer<String> edit) {
        getStyleClass().add("train-offer");
        what.getStyleClass().add("hint");
        what.setWrapText(true);
        start.setOnAction(_ -> edit.accept(TrainingText.start(program.text())));
        data.setOnAction(_ -> edit.accept(program.withData(Datasets.MOONS)));
        line.setOnAction(_ -> edit.accept(program.withTrainLine()));
        getChildren().addAll(what, start, data, line);
        getChildren().forEach(n -> n.managedProperty().bind(n.visibleProperty()));
    }

    void show(TrainingText now, boolean canTrain) {
        program = now;
        setVisible(!canTrain);
        boolean none = now.data().isEmpty() && now.train().isEmpty();
        what.setText(Texts.of(none ? "offer.none" : "offer.missing"));
        start.setVisible(none);
        data.setVisible(now.data().isEmpty() && now.net().isPresent());
        line.setVisible(now.train().isEmpty());
    }
}
