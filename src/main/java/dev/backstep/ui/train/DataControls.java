package dev.backstep.ui.train;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.lang.EngineLine;
import dev.backstep.lang.NumberText;
import dev.backstep.lang.TrainingText;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.Texts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The data set of the program: a tile for each that can be drawn, and its keys.
final class DataControls extends VBox {

    private final Consumer<String> edit;
    private final Map<Datasets, DatasetTile> tiles = new EnumMap<>(Datasets.class);
    private final Map<String, SettingRow.Numeric> keys = new LinkedHashMap<>();
    private final IconTile own = new IconTile(Feather.EDIT_2, "data.own");
    private final IconTile table = new IconTile(Feather.FILE_TEXT, "data.csv");
    private final Label other = new Label();
    private Optional<Dataset.Split> present = Optional.empty();
    private TrainingText program = TrainingText.of("");

    /// @param edit takes the text of the program after a change
    /// @param csv asks for a file of samples
    DataControls(Consumer<String> edit, Runnable csv) {
        this.edit = edit;
        setSpacing(8);
        FlowPane sets = new FlowPane(8, 8);
        for (Datasets set : Datasets.values()) {
            DatasetTile tile = new DatasetTile(set);
            tile.setOnAction(
                    _ -> {
                        edit.accept(program.withData(set));
                        mark();
                    });
            tiles.put(set, tile);
            sets.getChildren().add(tile);
        }
        own.setOnAction(_ -> own());
        table.setOnAction(
                _ -> {
                    mark();
                    csv.run();
                });
        sets.getChildren().addAll(own, table);
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

    /// The present samples, which typed points begin with; those that are typed already stay.
    private void own() {
        if (program.points().isEmpty()) {
            edit.accept(program.withOwnPoints(present));
        }
        mark();
    }

    /// Selects the tile of the program's samples, whatever was pressed. The tiles are no toggle
    /// group: Tab would reach only the selected one.
    private void mark() {
        Toggle chosen = tile();
        tiles.forEach((_, tile) -> tile.setSelected(tile.equals(chosen)));
        own.setSelected(own.equals(chosen));
        table.setSelected(table.equals(chosen));
    }

    private @Nullable Toggle tile() {
        return program.points().isPresent()
                ? own
                : isTable() ? table : program.set().<Toggle>map(tiles::get).orElse(null);
    }

    private boolean isTable() {
        return program.data().filter(d -> d.name().equals("csv")).isPresent();
    }

    /// What a line calls its samples: the file, without the folders above it, or the kind.
    private static String source(EngineLine line) {
        return line.value("")
                .filter(_ -> line.name().equals("csv"))
                .map(file -> file.replace("\"", "").replaceFirst(".*/", ""))
                .orElse(line.name());
    }

    /// @param samples what the `data` line means, if it can be read
    void show(TrainingText now, Optional<Dataset.Split> samples, Theme theme) {
        program = now;
        present = samples;
        tiles.forEach((_, tile) -> tile.show(theme));
        mark();
        other.setVisible(now.data().isPresent() && (tile() == null || isTable()));
        other.setText(now.data().map(d -> Texts.of("data.other") + " " + source(d)).orElse(""));
        keys.forEach(
                (key, row) -> {
                    row.row().setVisible(now.dataKeys().contains(key));
                    row.show(now.dataNumber(key));
                });
    }
}
