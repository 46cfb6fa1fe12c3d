package dev.backstep.ui.train;

import dev.backstep.lang.MlpText;
import dev.backstep.lang.TrainingText;
import dev.backstep.notation.Numbers;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The layers of the program's `mlp`: their units and activations, and the seed of the weights.
final class NetControls extends VBox {

    private static final int NEW_UNITS = 4;

    private final Consumer<String> edit;
    private final VBox layers = new VBox(6);
    private final ComboBox<String> hidden = new ComboBox<>();
    private final ComboBox<String> output = new ComboBox<>();
    private final SettingRow.Numeric seed;
    private final Label written = new Label(Texts.of("net.written"));
    private final InitialiserControls initialiser;
    private final List<Node> ofMlp;
    private TrainingText program = TrainingText.of("");
    private List<Integer> shown = List.of();
    private final List<NumberField> fields = new ArrayList<>();
    private boolean showing;

    NetControls(Consumer<String> edit) {
        this.edit = edit;
        setSpacing(8);
        hidden.getItems().setAll(MlpText.activations());
        output.getItems().setAll(MlpText.lastActivations());
        follow(hidden, a -> program.withHidden(a));
        follow(output, a -> program.withOutput(a));
        seed = SettingRow.number("net.seed", x -> edit.accept(program.withNetSeed((long) x)));
        written.getStyleClass().add("hint");
        initialiser = new InitialiserControls(edit);
        Label drawn = new Label(Texts.of("net.drawn"));
        drawn.getStyleClass().add("hint");
        drawn.setMinHeight(USE_PREF_SIZE);
        Button add = new Button(Texts.of("net.add"), Icons.of(Feather.PLUS));
        add.getStyleClass().add("small");
        add.setOnAction(_ -> change(units -> units.add(units.size() - 1, NEW_UNITS)));
        SettingRow hiddenRow = SettingRow.of("net.hidden", hidden);
        SettingRow outputRow = SettingRow.of("net.output", output);
        ofMlp = List.of(layers, add, hiddenRow, outputRow, seed.row(), drawn);
        getChildren().addAll(layers, add, hiddenRow, outputRow, seed.row(), drawn, written);
        getChildren().forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        getChildren().add(initialiser);
    }

    /// @param weights what the parameters are called that are no biases
    void show(TrainingText now, Set<String> weights) {
        initialiser.show(now.text(), weights);
        program = now;
        boolean mlp = now.net().isPresent();
        ofMlp.forEach(n -> n.setVisible(mlp));
        written.setVisible(!mlp);
        setVisible(mlp || now.train().isPresent());
        now.net().ifPresent(this::show);
    }

    private void show(MlpText net) {
        showing = true;
        hidden.setValue(net.hidden());
        output.setValue(net.output());
        showing = false;
        seed.show(net.seed().orElse(1));
        List<Integer> before = shown;
        shown = net.units();
        if (shown.size() != before.size()) {
            fields.clear();
            layers.getChildren().setAll(rows());
        }
        for (int l = 0; l < shown.size(); l++) {
            fields.get(l).show(shown.get(l), Numbers.FULL);
        }
    }

    private List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        for (int l = 0; l < shown.size(); l++) {
            rows.add(row(l, l == shown.size() - 1));
        }
        return rows;
    }

    private Node row(int layer, boolean last) {
        Label name =
                new Label(
                        Texts.of(last ? "net.last" : "net.layer")
                                + (last ? "" : " " + (layer + 1)));
        name.getStyleClass().add("setting");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        NumberField field = new NumberField(x -> units(layer, (int) Math.rint(x)));
        field.setPrefColumnCount(3);
        field.setAccessibleText(Texts.of("net.units") + " " + (layer + 1));
        fields.add(field);
        HBox row =
                new HBox(
                        6,
                        name,
                        gap,
                        button(
                                Feather.MINUS,
                                "net.fewer",
                                () -> units(layer, shown.get(layer) - 1)),
                        field,
                        button(Feather.PLUS, "net.more", () -> units(layer, shown.get(layer) + 1)),
                        button(Feather.X, "net.remove", () -> change(u -> u.remove(layer))));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().getLast().setVisible(!last && shown.size() > 1);
        return row;
    }

    private Button button(Feather icon, String text, Runnable does) {
        Button button = Icons.button(icon, text, "ghost", "tiny");
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void units(int layer, int units) {
        change(u -> u.set(layer, Math.max(1, units)));
    }

    private void change(Consumer<List<Integer>> change) {
        List<Integer> units = new ArrayList<>(shown);
        change.accept(units);
        edit.accept(program.withLayers(units));
    }

    private void follow(ComboBox<String> box, java.util.function.UnaryOperator<String> changed) {
        box.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing && now != null) {
                                edit.accept(changed.apply(now));
                            }
                        });
    }
}
