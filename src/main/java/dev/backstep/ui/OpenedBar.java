package dev.backstep.ui;

import dev.backstep.session.OpenedBatch;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.WhenSeen;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says which mini-batch of a training is stepped through, and leads back to the training.
final class OpenedBar extends HBox {

    private final Label which = new Label();

    OpenedBar(Runnable back) {
        Button button = new Button(Texts.of("command.train.back"), Icons.of(Feather.ARROW_LEFT));
        button.getStyleClass().add("into-batch");
        button.setOnAction(_ -> back.run());
        button.setMinWidth(USE_PREF_SIZE);
        which.setMinWidth(0);
        which.setWrapText(true);
        which.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("opened-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(14);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        WhenSeen.fill(this, button, which);
    }

    void show(Optional<OpenedBatch> batch) {
        setVisible(batch.isPresent());
        batch.ifPresent(b -> which.setText(Texts.of(told(b))));
    }

    private static Message told(OpenedBatch batch) {
        return switch (batch.part()) {
            case OpenedBatch.Whole _ -> told(batch, "opened.batch");
            case OpenedBatch.OneOf(int column) ->
                    told(batch, "opened.sample").with("sample", column + 1);
            case OpenedBatch.Beside(int index) ->
                    Message.of("opened.beside").with("sample", index + 1);
        };
    }

    private static Message.Pattern told(OpenedBatch batch, String text) {
        return Message.of(text)
                .with("epoch", batch.epoch())
                .with("batch", batch.number())
                .with("batches", batch.batches());
    }
}
