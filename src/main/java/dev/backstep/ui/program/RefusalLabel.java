package dev.backstep.ui.program;

import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.NumberField;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;

/// Why what is typed into one of some fields was not taken; takes no room if nothing is wrong.
final class RefusalLabel extends Label {

    RefusalLabel(List<NumberField> fields) {
        getStyleClass().add("refusal");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        StringBinding first =
                Bindings.createStringBinding(
                        () ->
                                fields.stream()
                                        .map(f -> f.refusalProperty().get())
                                        .filter(why -> !why.isEmpty())
                                        .findFirst()
                                        .orElse(""),
                        fields.stream()
                                .map(NumberField::refusalProperty)
                                .toArray(Observable[]::new));
        textProperty().bind(first);
        textProperty().addListener((_, _, why) -> Announcements.say(this, why));
        visibleProperty().bind(first.isNotEmpty());
        managedProperty().bind(first.isNotEmpty());
    }
}
