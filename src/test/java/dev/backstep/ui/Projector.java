package dev.backstep.ui;

import dev.backstep.session.LessonSource;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/// Presents on a screen of any size. The headless one is small: what is in the window is laid out
/// as for another.
final class Projector {

    /// A detail is chosen, drawn, laid out; each may ask for the next.
    private static final int ROUNDS = 4;

    private final WindowHarness at;
    private double width;
    private double height;

    Projector(WindowHarness at) {
        this.at = at;
        at.background =
                new Background(
                        new Failures(new Log(Path.of("target/backstep.log"))),
                        _ -> {},
                        _ -> Runnable::run,
                        Platform::runLater);
    }

    /// Opens a program in a small window and presents it.
    void present(String text, double wide, double high) throws Exception {
        at.open(State.of(Optional.empty(), text), 960, 640);
        at.robot.push(KeyCode.F5);
        at.await(() -> at.isShown(".present"));
        resize(wide, high);
    }

    /// Opens a lesson in a small window and presents its first stop.
    void present(LessonSource lesson, double wide, double high) throws Exception {
        at.open(State.of(Optional.empty(), WindowHarness.SAMPLE), 960, 640);
        at.on(
                () -> {
                    at.window().lessons().open(lesson);
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.robot.push(KeyCode.F5);
        at.await(() -> at.isShown(".present"));
        resize(wide, high);
    }

    void resize(double wide, double high) throws Exception {
        width = wide;
        height = high;
        settle();
    }

    /// Lays all out, the graph too: what the window asks for in the background is done at once.
    void settle() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            layOut();
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        at.await(() -> at.state().view().detail().isPresent() || at.state().view().mode().trains());
        layOut();
    }

    GraphPane graph() {
        return (GraphPane) at.one(".present .graph");
    }

    void layOut() throws Exception {
        at.on(
                () -> {
                    Parent root = at.stage().getScene().getRoot();
                    root.resize(width, height);
                    root.applyCss();
                    root.layout();
                    root.layout();
                    return true;
                });
    }

    WritableImage picture() throws Exception {
        layOut();
        return at.on(() -> at.stage().getScene().getRoot().snapshot(null, null));
    }
}
