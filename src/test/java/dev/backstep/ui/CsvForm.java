package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The dialog that asks what is to be learnt from a table, as a test drives it.
record CsvForm(WindowHarness at) {

    Optional<Stage> dialog() {
        return javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && s.getOwner() == at.stage() && w.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    Node control(String id) {
        return dialog().orElseThrow().getScene().lookup("#" + id);
    }

    String label(String id) {
        return ((Label) control(id)).getText();
    }

    TableView<?> table() {
        return (TableView<?>) control("table");
    }

    Button take() {
        return WindowHarness.below(dialog().orElseThrow().getScene().getRoot())
                .filter(n -> n instanceof Button b && b.getText().equals(Texts.of("table.take")))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    void awaitReady() throws Exception {
        at.await(() -> !take().isDisabled());
    }

    void awaitRefused(String words) throws Exception {
        at.await(() -> label("problem").contains(words));
        assertTrue(at.on(() -> take().isDisabled()));
    }

    void refuses(Path file, String why) throws Exception {
        at.on(
                () -> {
                    Platform.runLater(() -> at.window().files().open(file));
                    return true;
                });
        at.await(() -> dialog().isPresent());
        awaitRefused(why);
        at.robot.type(KeyCode.ESCAPE);
        at.await(() -> dialog().isEmpty());
    }
}
