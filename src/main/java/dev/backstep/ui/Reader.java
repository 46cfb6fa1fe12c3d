package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.Understanding;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/// Reads in the background what is too much for a moment; only the newest text is worth reading.
final class Reader {

    private final Session session;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("reader").factory());
    private volatile State newest;

    Reader(Session session) {
        this.session = session;
        this.newest = session.state();
    }

    void read(State state) {
        newest = state;
        if (state.unread()) {
            background.execute(() -> understand(state));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void understand(State state) {
        if (state != newest) {
            return;
        }
        Understanding what = Understanding.of(state);
        String text = state.document().text();
        Platform.runLater(() -> session.dispatch(new Action.Understood(text, what)));
    }
}
