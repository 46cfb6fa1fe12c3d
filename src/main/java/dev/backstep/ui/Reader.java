package dev.backstep.ui;

import dev.backstep.lang.Glance;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.Understanding;
import java.nio.file.Path;
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
    private Path folder;

    /// Whether files are to be looked at once what is being read has been shown.
    private boolean again;

    Reader(Session session) {
        this.session = session;
        this.newest = session.state();
        this.folder = newest.origin().folder();
    }

    void read(State state) {
        newest = state;
        boolean moved = !state.origin().folder().equals(folder);
        folder = state.origin().folder();
        if (state.unread()) {
            again |= moved;
            background.execute(() -> understand(state));
        } else if (moved) {
            readAgain();
        }
    }

    /// Reads once more where files that the text names may have changed.
    void readAgain() {
        State state = newest;
        again = state.unread();
        if (!again && Glance.readsFile(state.document().text())) {
            background.execute(
                    () -> Understanding.again(state).ifPresent(what -> tell(state, what)));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void understand(State state) {
        if (state != newest) {
            return;
        }
        tell(state, Understanding.of(state));
    }

    private void tell(State state, Understanding what) {
        String text = state.document().text();
        Platform.runLater(
                () -> {
                    session.dispatch(new Action.Understood(text, what));
                    if (again) {
                        readAgain();
                    }
                });
    }
}
