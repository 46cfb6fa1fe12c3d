package dev.backstep.ui.files;

import dev.backstep.export.Png.Picture;
import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Fxml;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks how a picture is to look, and shows it meanwhile.
final class ExportDialog extends Dialog<ExportDialog.Order> {

    /// @param toClipboard else to a file
    /// @param allSteps not that on screen alone
    record Order(Exportable what, Picture picture, boolean toClipboard, boolean allSteps) {}

    private final ButtonType save = new ButtonType(Texts.of("export.save"), ButtonData.OK_DONE);
    private final ButtonType copy = new ButtonType(Texts.of("export.copy"), ButtonData.OTHER);
    private final ExportController controls;

    /// @param all what there is to choose from
    ExportDialog(
            Stage owner,
            List<Exportable> all,
            Theme now,
            String output,
            List<Message> conventions) {
        controls = new ExportController(all, now, output, conventions);
        initOwner(owner);
        setTitle(Texts.of("export.title"));
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane().setContent(Fxml.load("export.fxml", controls));
        getDialogPane().getButtonTypes().setAll(save, copy, ButtonType.CANCEL);
        getDialogPane().lookupButton(save).getStyleClass().add("primary");
        getDialogPane().lookupButton(save).disableProperty().bind(controls.refused());
        getDialogPane().lookupButton(copy).disableProperty().bind(controls.refused());
        setResultConverter(this::order);
    }

    private @Nullable Order order(ButtonType button) {
        boolean wanted = button == save || button == copy;
        return wanted
                ? controls.picture()
                        .map(p -> new Order(controls.what(), p, button == copy, controls.isFilm()))
                        .orElse(null)
                : null;
    }
}
