package dev.backstep.ui.files;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says how far an export of many steps is, and can end it. It has a line of its own, so that it
/// covers nothing.
final class ExportBar extends HBox {

    private final Label sentence = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button cancel = new Button(Texts.of("file.cancel"));

    ExportBar() {
        super(10);
        getStyleClass().addAll("file-bar", "export-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cancel.setMinWidth(USE_PREF_SIZE);
        progress.setMinWidth(USE_PREF_SIZE);
        progress.setAccessibleText(Texts.of("export.progress"));
        getChildren().addAll(sentence, progress, gap, cancel);
    }

    /// @param end what Cancel does
    /// @param ending whether that was done before
    void begin(Runnable end, boolean ending) {
        cancel.setDisable(ending);
        cancel.setOnAction(
                _ -> {
                    cancel.setDisable(true);
                    end.run();
                });
    }

    void reach(Message file, int done, int all) {
        sentence.setText(
                Texts.of(
                        Message.of("export.step")
                                .with("file", file)
                                .with("step", done)
                                .with("steps", all)));
        progress.setProgress((double) done / Math.max(1, all));
    }
}
