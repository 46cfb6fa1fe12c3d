package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.SessionFile;
import dev.backstep.session.Snapshot;
import dev.backstep.session.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Opens the window on a sample, takes every step, and closes it.
public final class Rehearsal {

    private static final Duration BEAT = Duration.millis(60);

    private Rehearsal() {}

    /// Returns at once; the window closes by itself, and the toolkit with it.
    public static void begin(Sample sample) {
        Platform.startup(() -> open(sample));
    }

    private static void open(Sample sample) {
        Session session = new Session(broughtBack(State.of(Optional.empty(), sample.text())));
        Window window = new Window(new Stage(), session);
        window.open();
        Timeline steps =
                new Timeline(new KeyFrame(BEAT, _ -> session.dispatch(new Action.Forward())));
        steps.setCycleCount(session.state().steps() + 4);
        steps.setOnFinished(_ -> window.close());
        steps.play();
    }

    /// The same state after it was kept in a session file and read from there.
    private static State broughtBack(State state) {
        try {
            Path folder = Files.createTempDirectory("rehearsal");
            SessionFile file = new SessionFile(folder.resolve("session.json"));
            file.save(Snapshot.of(state));
            SessionFile.Loaded loaded = file.load();
            Files.delete(file.file());
            Files.delete(folder);
            return loaded instanceof SessionFile.Loaded.Found(Snapshot snapshot)
                    ? snapshot.restored()
                    : state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
