package dev.backstep.ui.train;

import dev.backstep.monitor.Monitor;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The samples that drive a unit most: a click on one opens its graph.
final class DriversList extends VBox {

    private final Consumer<SampleAt> open;
    private final VBox rows = new VBox();
    private List<Monitor.Driver> shown = List.of();

    /// @param open takes a sample that is clicked
    DriversList(Consumer<SampleAt> open) {
        this.open = open;
        Label heading = new Label(Texts.of("unit.drivers"));
        heading.getStyleClass().add("setting");
        getStyleClass().add("drivers");
        setSpacing(2);
        getChildren().addAll(heading, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Monitor.Driver> drivers, Numbers numbers) {
        setVisible(!drivers.isEmpty());
        if (!drivers.equals(shown)) {
            shown = drivers;
            rows.getChildren().setAll(drivers.stream().map(d -> row(d, numbers)).toList());
        }
    }

    private Button row(Monitor.Driver d, Numbers numbers) {
        String name = Texts.of(Message.of("unit.sample").with("sample", d.index() + 1L));
        String answer = numbers.plain(d.answer());
        Label answered = new Label(answer);
        answered.getStyleClass().add("mono");
        Label label = new Label(d.label());
        label.getStyleClass().add("setting");
        label.setMinWidth(90);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, new Label(name), gap, label, answered);
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", line);
        row.getStyleClass().addAll("flat", "driver");
        row.setPrefWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(name + ", " + d.label() + ", " + answer);
        line.prefWidthProperty().bind(row.widthProperty().subtract(20));
        Tips.text(row, "unit.sample.tip");
        row.setOnAction(_ -> open.accept(new SampleAt(false, d.index())));
        return row;
    }
}
