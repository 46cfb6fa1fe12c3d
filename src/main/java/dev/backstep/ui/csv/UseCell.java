package dev.backstep.ui.csv;

import dev.backstep.text.Message;
import dev.backstep.ui.csv.CsvChoices.Use;
import dev.backstep.ui.kit.Texts;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What a column is for, to be chosen with the mouse; keys choose it in the row.
final class UseCell extends TableCell<CsvRow, Use> {

    private final ComboBox<Use> choice = new ComboBox<>();

    /// Whether the list is being set to what is so already.
    private boolean showing;

    UseCell() {
        choice.getItems().setAll(Use.values());
        choice.setFocusTraversable(false);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Use use) {
                        return use == null ? "" : CsvRow.words(use);
                    }

                    @Override
                    public @Nullable Use fromString(String text) {
                        return null;
                    }
                });
        choice.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            CsvRow row = getTableRow() == null ? null : getTableRow().getItem();
                            if (!showing && row != null && now != null) {
                                row.use().set(now);
                            }
                        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Use use, boolean empty) {
        super.updateItem(use, empty);
        setGraphic(empty ? null : choice);
        CsvRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || use == null || row == null) {
            setAccessibleText(null);
            return;
        }
        showing = true;
        choice.setValue(use);
        showing = false;
        String told =
                Texts.of(
                        Message.of("table.use.of")
                                .with("column", row.name())
                                .with("use", CsvRow.words(use)));
        setAccessibleText(told);
        choice.setAccessibleText(told);
    }
}
