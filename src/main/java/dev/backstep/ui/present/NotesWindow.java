package dev.backstep.ui.present;

import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The notes on the screen that the audience does not see.
final class NotesWindow {

    private final Stage stage = new Stage(StageStyle.UNDECORATED);

    /// @param owner the window that is presented
    /// @param on where the notes are shown
    NotesWindow(Stage owner, NotesPane notes, Rectangle2D on) {
        stage.setTitle(Texts.of("present.notes"));
        Scene scene = new Scene(notes);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.setScene(scene);
        stage.setX(on.getMinX());
        stage.setY(on.getMinY());
        stage.setWidth(on.getWidth());
        stage.setHeight(on.getHeight());
        stage.show();
        owner.requestFocus();
    }

    /// A screen that does not show the window, if there is one.
    static Optional<Rectangle2D> other(Stage window) {
        ObservableList<Screen> its =
                Screen.getScreensForRectangle(
                        window.getX(), window.getY(), window.getWidth(), window.getHeight());
        return Screen.getScreens().stream()
                .filter(s -> !its.contains(s))
                .map(Screen::getVisualBounds)
                .findFirst();
    }

    void dress(ObservableList<String> sheets) {
        stage.getScene().getStylesheets().setAll(sheets);
    }

    void close() {
        stage.close();
    }
}
