package dev.backstep.ui.train;

import dev.backstep.lang.InitialiserText;
import dev.backstep.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// The initialiser of the weights that a program writes out, all together: which one, and its
/// numbers. Biases, which are only ever added to something, stay as they are.
final class InitialiserControls extends VBox {

    private final ComboBox<String> function = new ComboBox<>();
    private final Map<String, SettingRow.Numeric> rows = new LinkedHashMap<>();
    private String text = "";
    private Set<String> weights = Set.of();
    private boolean showing;

    /// @param edit takes the text of the program after a change
    InitialiserControls(Consumer<String> edit) {
        setSpacing(8);
        function.getItems().setAll(InitialiserText.functions());
        function.setPromptText(Texts.of("init.several"));
        function.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing && now != null) {
                                edit.accept(
                                        InitialiserText.withFunction(text, this::isWeight, now));
                            }
                        });
        getChildren().add(SettingRow.of("init.function", function));
        for (String key : List.of("std", "low", "high", "seed")) {
            SettingRow.Numeric row =
                    SettingRow.number(
                            "init." + key,
                            x ->
                                    edit.accept(
                                            InitialiserText.withNumber(
                                                    text, this::isWeight, key, x)));
            row.row().managedProperty().bind(row.row().visibleProperty());
            rows.put(key, row);
            getChildren().add(row.row());
        }
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private boolean isWeight(InitialiserText i) {
        return weights.contains(i.parameter());
    }

    /// Shows the initialisers of a text; nothing if it writes out none.
    ///
    /// @param names what the weights are called
    void show(String now, Set<String> names) {
        text = now;
        weights = names;
        List<InitialiserText> all =
                InitialiserText.of(now).stream().filter(this::isWeight).toList();
        setVisible(!all.isEmpty());
        if (all.isEmpty()) {
            return;
        }
        InitialiserText first = all.getFirst();
        boolean same = all.stream().allMatch(i -> i.function().equals(first.function()));
        showing = true;
        function.setValue(same ? first.function() : null);
        showing = false;
        rows.forEach(
                (key, row) -> {
                    row.row().setVisible(same && first.number(key).isPresent());
                    first.number(key).ifPresent(row::show);
                });
    }
}
