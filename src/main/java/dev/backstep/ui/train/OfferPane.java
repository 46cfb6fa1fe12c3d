package dev.backstep.ui.train;

import dev.backstep.data.Datasets;
import dev.backstep.lang.TrainingText;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a program lacks before it can be trained, and a button that puts each into the text; only
/// what leads to a program that can be read is offered. A small program to begin with is always
/// there: it takes the place of the open one, as a copy in no file.
final class OfferPane extends VBox {

    private final Label what = new Label();
    private final Button data = new Button(Texts.of("offer.data"));
    private final Button network = new Button(Texts.of("offer.network"));
    private final Button line = new Button(Texts.of("offer.line"));
    private final Button table = new Button(Texts.of("offer.csv"));
    private final Button start = new Button(Texts.of("offer.start"));
    private TrainingText program = TrainingText.of("");

    /// @param csv asks for a file of samples
    OfferPane(TrainDesk desk, Runnable csv) {
        getStyleClass().add("train-offer");
        what.getStyleClass().add("hint");
        what.setWrapText(true);
        List.of(data, network, line, table, start).forEach(b -> b.setWrapText(true));
        data.setOnAction(_ -> desk.edit(program.withData(Datasets.MOONS)));
        network.setOnAction(_ -> desk.edit(program.withNetwork()));
        line.setOnAction(_ -> desk.edit(program.withTrainLine()));
        table.setOnAction(_ -> csv.run());
        start.setOnAction(_ -> start(desk));
        getChildren().addAll(what, data, network, line, table, start);
        getChildren().forEach(n -> n.managedProperty().bind(n.visibleProperty()));
    }

    private void start(TrainDesk desk) {
        if (program.text().isBlank()) {
            desk.edit(TrainingText.START);
        } else {
            desk.copy("moons", TrainingText.START);
        }
    }

    void show(TrainingText now, TrainDesk desk) {
        program = now;
        setVisible(
                !desk.canTrain() || !desk.isCurrent() && (now.lacksData() || now.canHaveNetwork()));
        boolean any = now.data().isPresent() || now.train().isPresent() || now.net().isPresent();
        what.setText(Texts.of(any ? "offer.missing" : "offer.none"));
        data.setVisible(now.lacksData());
        network.setVisible(now.canHaveNetwork());
        line.setVisible(now.train().isEmpty() && desk.hasParameters());
    }
}
