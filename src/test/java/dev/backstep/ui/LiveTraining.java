package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import dev.backstep.ui.train.Seen;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/// A training in the window at 1440×900, all its views in sight, to be measured.
public final class LiveTraining {

    private final Stage stage = new Stage();
    private final Session session;
    private final Window window;

    private LiveTraining(String text, Runnable pulse) {
        stage.setWidth(1440);
        stage.setHeight(900);
        session = new Session(State.of(Optional.empty(), text));
        Background background =
                new Background(new Failures(new Log(Path.of("target/backstep.log"))));
        window = new Window(stage, session, background, new FirstSight(session, background));
        window.open();
        window.scene().addPostLayoutPulseListener(pulse);
        session.dispatch(new Action.Switch(Mode.TRAIN));
    }

    /// Starts the toolkit and opens the window, paused before the first batch.
    ///
    /// @param pulse runs with each frame of the window
    public static LiveTraining open(String text, Runnable pulse) throws InterruptedException {
        CompletableFuture<LiveTraining> made = new CompletableFuture<>();
        Platform.startup(() -> made.complete(new LiveTraining(text, pulse)));
        LiveTraining opened = made.join();
        while (opened.frame().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return opened;
    }

    /// Plays if it is paused, pauses if it plays.
    public void play() {
        on(
                () -> {
                    window.training().togglePlay();
                    return true;
                });
    }

    /// The newest frame of the run, as the window sees it.
    public Optional<Frame> frame() {
        return on(() -> Seen.frame(window.training()));
    }

    private static <T> T on(Supplier<T> asked) {
        return CompletableFuture.supplyAsync(asked, Platform::runLater).join();
    }
}
