package dev.backstep.ui.present;

import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The notes on the screen that the audience does not see.
final class NotesWindow {

    /// How high a screen is that shows the notes in their usual size.
    private static final double HEIGHT = 540;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final StackPane root;
    private final Scene scene;
    private final Rectangle2D where;
    private final Stage owner;

    /// @param owner the window that is presented
    /// @param on where the notes are shown
    NotesWindow(Stage owner, NotesPane notes, Rectangle2D on) {
        where = on;
        this.owner = owner;
        root = new StackPane(notes);
        Enlarged large = new Enlarged(root);
        large.by(Math.max(1, on.getHeight() / HEIGHT));
        scene = new Scene(large);
        stage.setTitle(Texts.of("present.notes"));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.setScene(scene);
        stage.setX(on.getMinX());
        stage.setY(on.getMinY());
        stage.setWidth(on.getWidth());
        stage.setHeight(on.getHeight());
        stage.show();
        owner.requestFocus();
    }

    /// A screen beside the one that shows most of the window, if there is one.
    static Optional<Rectangle2D> other(Stage window) {
        Rectangle2D its =
                new Rectangle2D(
                        window.getX(), window.getY(), window.getWidth(), window.getHeight());
        return other(its, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    }

    /// The first of several screens but for the one that shows most of a window.
    static Optional<Rectangle2D> other(Rectangle2D window, List<Rectangle2D> screens) {
        Optional<Rectangle2D> its =
                screens.stream().max(Comparator.comparingDouble(s -> common(s, window)));
        return screens.stream().filter(s -> !s.equals(its.orElse(s))).findFirst();
    }

    private static double common(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    void dress(ObservableList<String> sheets) {
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    boolean isOn(Rectangle2D screen) {
        return where.equals(screen);
    }

    void close() {
        stage.close();
        owner.requestFocus();
        root.getChildren().clear(); // the notes may be shown elsewhere
    }
}
