package dev.backstep.ui.lesson;

import dev.backstep.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Below a lesson: the choice between its text and the program.
final class LessonFoot extends HBox {

    private final ToggleButton reading = new ToggleButton(Texts.of("lesson.text"));
    private final ToggleButton editing = new ToggleButton(Texts.of("lesson.program"));

    /// @param turn to the text, or to the program
    LessonFoot(Consumer<Boolean> turn) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(reading, editing);
        reading.setSelected(true);
        reading.setOnAction(_ -> turn.accept(true));
        editing.setOnAction(_ -> turn.accept(false));
        HBox which = new HBox(reading, editing);
        which.getStyleClass().add("segmented");
        which.setMaxWidth(USE_PREF_SIZE);
        getChildren().add(which);
        getStyleClass().add("lesson-foot");
        setAlignment(Pos.CENTER);
    }

    boolean isReading() {
        return reading.isSelected();
    }

    void show(boolean read) {
        reading.setSelected(read);
        editing.setSelected(!read);
    }
}
