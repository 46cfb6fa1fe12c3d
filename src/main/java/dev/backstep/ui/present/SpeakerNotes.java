package dev.backstep.ui.present;

import dev.backstep.ui.ThemedState;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The lecturer's notes for as long as one presents: on a second screen while there is one, else
/// beside the picture when they are asked for.
final class SpeakerNotes {

    private final Stage stage;
    private final Runnable detach;
    private final NotesPane notes = new NotesPane();
    private final ListChangeListener<Screen> screens = _ -> Platform.runLater(this::place);
    private @Nullable NotesWindow elsewhere;
    private boolean on;

    /// @param detach takes the notes from beside the picture
    SpeakerNotes(Stage stage, Runnable detach) {
        this.stage = stage;
        this.detach = detach;
    }

    void begin() {
        on = true;
        notes.begin();
        place();
        Screen.getScreens().addListener(screens);
    }

    void end() {
        on = false;
        Screen.getScreens().removeListener(screens);
        notes.end();
        close();
    }

    /// A screen may come or go at any time.
    private void place() {
        Optional<Rectangle2D> free = on ? NotesWindow.other(stage) : Optional.empty();
        if (free.isEmpty()) {
            close();
        } else if (elsewhere == null || !elsewhere.isOn(free.get())) {
            close();
            detach.run();
            elsewhere = new NotesWindow(stage, notes, free.get());
        }
    }

    private void close() {
        if (elsewhere != null) {
            elsewhere.close();
            elsewhere = null;
        }
    }

    void show(ThemedState screen) {
        notes.show(Notes.of(screen), screen.theme());
        if (elsewhere != null) {
            elsewhere.dress(stage.getScene().getStylesheets());
        }
    }

    /// Shows them beside the picture or hides them, unless they are on another screen.
    void turn(PresentPane pane) {
        if (elsewhere == null) {
            pane.notes(pane.hasNotes() ? null : notes);
        }
    }
}
