package dev.backstep.ui.mistake;

import dev.backstep.explain.MistakeWords;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.WhenSeen;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// What is said above a picture that is computed with a mistake; takes no room where none is.
public final class MistakePill extends StackPane {

    private final Label what = new Label();
    private final Label effect = new Label();

    public MistakePill() {
        what.getStyleClass().add("mistake-what");
        what.setMinWidth(USE_PREF_SIZE);
        effect.getStyleClass().add("mistake-effect");
        effect.setWrapText(true);
        HBox.setHgrow(effect, Priority.SOMETIMES);
        HBox pill = new HBox(10, what, effect);
        pill.setAlignment(Pos.BASELINE_LEFT);
        pill.getStyleClass().add("mistake-pill");
        pill.setMaxWidth(USE_PREF_SIZE);
        pill.setMaxHeight(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(4, 16, 4, 16));
        setMaxWidth(Double.MAX_VALUE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        WhenSeen.fill(this, pill);
    }

    /// Says what the mistake does to the gradients of a program.
    public void show(Optional<Walkthrough> w, Numbers numbers) {
        Optional<Mistaken> mistaken = w.flatMap(Walkthrough::mistaken);
        tell(
                mistaken.map(m -> MistakeWords.on(m.mistake())),
                mistaken.map(m -> MistakeWords.effect(w.orElseThrow(), m, numbers)));
    }

    /// Says which mistake is on and what follows from it; nothing for none.
    public void tell(Optional<Message> on, Optional<Message> follows) {
        setVisible(on.isPresent());
        what.setText(on.map(Texts::of).orElse(""));
        effect.setText(follows.map(Texts::of).orElse(""));
    }

    /// All that it says.
    public String said() {
        return isVisible() ? what.getText() + " · " + effect.getText() : "";
    }
}
