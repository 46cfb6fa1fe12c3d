package dev.backstep.ui.files;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.jspecify.annotations.NullUnmarked;

/// The controls of `changed.fxml`: a question, and the difference that it is about.
@NullUnmarked // the fields are filled by the loader of the file
final class ChangedController {

    private static final double LINE = 24;

    private final String sentence;
    private final Optional<List<LineDifference.Line>> lines;

    @FXML private Label question;
    @FXML private Label key;
    @FXML private ListView<LineDifference.Line> difference;

    /// @param lines nothing if there is no text to compare with
    ChangedController(String sentence, Optional<List<LineDifference.Line>> lines) {
        this.sentence = sentence;
        this.lines = lines;
    }

    @FXML
    private void initialize() {
        question.setText(sentence);
        key.setVisible(lines.isPresent());
        key.setManaged(lines.isPresent());
        difference.setVisible(lines.isPresent());
        difference.setManaged(lines.isPresent());
        difference.setCellFactory(_ -> new DifferenceCell());
        lines.ifPresent(
                shown -> {
                    difference.getItems().setAll(shown);
                    difference.setPrefHeight(Math.clamp(LINE * shown.size() + 12, 120, 420));
                });
    }
}
