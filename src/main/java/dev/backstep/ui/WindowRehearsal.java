package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.store.Folders;
import dev.backstep.store.SessionFile;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.ui.kit.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;

/// Opens the window as a user does, where the last session stood at a sample, steps through it with
/// a key, and closes it.
public final class WindowRehearsal {

    private static final Duration BEAT = Duration.millis(60);
    private static final int STEPS = 24;

    /// So that the graph is seen first, on the screen that there is without a display.
    private static final Panels NARROW = new Panels(Panels.MIN, Panels.MIN, true, true);

    /// What the toolkit is made of on one platform or another. A rehearsal has no display, so it
    /// uses none of these; they are loaded all the same.
    private static final List<String> NATIVE =
            List.of("com/sun/glass/ui/gtk", "com/sun/glass/ui/mac", "com/sun/prism/es2");

    private WindowRehearsal() {}

    /// Readies everything; the window that is opened next, on `file`, steps and closes by itself.
    public static void begin(Path file) {
        NATIVE.forEach(WindowRehearsal::load);
        State opened = State.of(Optional.of(file.toAbsolutePath()), SampleProgram.FIRST.text());
        State state = Update.apply(opened, new Action.Resize(NARROW));
        try {
            SessionFile.of(Folders.here()).save(SessionSnapshot.of(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Background.begin("rehearsal", WindowRehearsal::play);
    }

    private static void load(String folder) {
        Path all = Path.of(URI.create("jrt:/javafx.graphics")).resolve(folder);
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> files = Files.list(all)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class.forName(
                        folder.replace('/', '.') + "." + name,
                        false,
                        Platform.class.getClassLoader());
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits for the window, and uses it.
    private static void play() {
        try {
            while (!toolkitHas(WindowRehearsal::step)) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has the toolkit do something; false as long as there is no toolkit.
    private static boolean toolkitHas(Runnable action) {
        try {
            Platform.runLater(action);
            return true;
        } catch (IllegalStateException tooEarly) {
            return false;
        }
    }

    /// Begins to step once all of the window is there: the graph is seen before.
    private static void step() {
        Optional<Window> whole =
                Window.getWindows().stream().filter(WindowRehearsal::isWhole).findFirst();
        if (whole.isEmpty()) {
            Background.later(20, WindowRehearsal::step);
            return;
        }
        Timeline steps = new Timeline(new KeyFrame(BEAT, _ -> press(whole.get().getScene())));
        steps.setCycleCount(STEPS);
        steps.setOnFinished(_ -> whole.get().hide());
        steps.play();
    }

    private static boolean isWhole(Window window) {
        return window.getScene() != null
                && window.getScene().lookup(".transport") instanceof Region transport
                && transport.getWidth() > 0;
    }

    private static void press(Scene scene) {
        KeyEvent right =
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false);
        Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(), right);
    }
}
