package dev.backstep.ui.train;

import dev.backstep.data.Datasets;
import dev.backstep.lang.NumberText;
import dev.backstep.lang.TrainingText;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.Texts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The data set of the program: a tile for each that can be drawn, and its keys.
final class DataControls extends VBox {

    private final Map<Datasets, DatasetTile> tiles = new EnumMap<>(Datasets.class);
    private final Map<String, SettingRow.Numeric> keys = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Label other = new Label();
    private TrainingText program = TrainingText.of("");

    /// @param edit takes the text of the program after a change
    DataControls(Consumer<String> edit) {
        setSpacing(8);
        FlowPane sets = new FlowPane(8, 8);
        for (Datasets set : Datasets.values()) {
            DatasetTile tile = new DatasetTile(set);
            tile.setToggleGroup(group);
            tile.setOnAction(_ -> edit.accept(program.withData(set)));
            tiles.put(set, tile);
            sets.getChildren().add(tile);
        }
        other.getStyleClass().add("hint");
        other.managedProperty().bind(other.visibleProperty());
        getChildren().addAll(sets, other);
        for (String key : new String[] {"samples", "classes", "noise", "test", "seed"}) {
            SettingRow.Numeric row =
                    SettingRow.number(
                            "data.key." + key,
                            x -> edit.accept(program.withData(key, NumberText.text(x))));
            row.row().managedProperty().bind(row.row().visibleProperty());
            keys.put(key, row);
            getChildren().add(row.row());
        }
    }

    void show(TrainingText now, Theme theme) {
        program = now;
        tiles.forEach((_, tile) -> tile.show(theme));
        group.selectToggle(now.set().map(tiles::get).orElse(null));
        other.setVisible(now.set().isEmpty() && now.data().isPresent());
        other.setText(now.data().map(d -> Texts.of("data.other") + " " + d.name()).orElse(""));
        keys.forEach(
                (key, row) -> {
                    row.row().setVisible(now.dataKeys().contains(key));
                    row.show(now.dataNumber(key));
                });
    }
}
