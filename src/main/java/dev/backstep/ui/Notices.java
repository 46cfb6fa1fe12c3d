package dev.backstep.ui;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/// One sentence about what has just happened; goes by itself, or with a click.
public final class Notices extends Label {

    private final PauseTransition end = new PauseTransition(Duration.seconds(6));

    Notices() {
        getStyleClass().add("notice");
        setWrapText(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setTextAlignment(TextAlignment.CENTER);
        setVisible(false);
        end.setOnFinished(_ -> setVisible(false));
        setOnMouseClicked(_ -> setVisible(false));
    }

    /// Something was done.
    public void tell(String sentence) {
        show(sentence, false);
    }

    /// Another program has taken the place of the one before.
    ///
    /// @param done what was done
    /// @param unsaved whether something of that before was not saved
    public void replaced(String done, boolean unsaved) {
        tell(unsaved ? done + " " + Texts.of("file.undo.brings.back") : done);
    }

    /// The same of one that was opened.
    public void opened(String name, boolean unsaved) {
        replaced(Texts.of(Message.of("file.opened").with("file", name)), unsaved);
    }

    /// Something could not be done.
    public void refuse(String sentence) {
        show(sentence, true);
    }

    /// Something could not be done that the user may not be watching for: stays until a click.
    public void stay(String sentence) {
        show(sentence, true);
        end.stop();
    }

    /// The same notice in another place, for when this one is not seen.
    Region mirror() {
        Label mirror = new Label();
        mirror.textProperty().bind(textProperty());
        mirror.visibleProperty().bind(visibleProperty());
        mirror.managedProperty().bind(visibleProperty());
        Bindings.bindContent(mirror.getStyleClass(), getStyleClass());
        mirror.setWrapText(true);
        mirror.setOnMouseClicked(_ -> setVisible(false));
        return mirror;
    }

    private void show(String sentence, boolean bad) {
        setText(sentence);
        setAccessibleText(sentence);
        Announcements.say(this, sentence);
        getStyleClass().remove("bad");
        if (bad) {
            getStyleClass().add("bad");
        }
        setVisible(true);
        end.playFromStart();
    }
}
