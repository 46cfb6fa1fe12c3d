package dev.backstep.ui.train;

import dev.backstep.train.Trouble;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Label;

/// While a network does not learn: what shows that, and what to try. Else it takes no room.
final class TroubleLabel extends Label {

    TroubleLabel() {
        getStyleClass().add("trouble");
        managedProperty().bind(visibleProperty());
    }

    /// Tells the first of them.
    void show(List<Trouble> troubles) {
        setVisible(!troubles.isEmpty());
        troubles.stream().findFirst().ifPresent(t -> setText(told(t)));
    }

    private static String told(Trouble trouble) {
        return Texts.of(trouble.evidence()) + " " + Texts.of(trouble.remedy());
    }
}
