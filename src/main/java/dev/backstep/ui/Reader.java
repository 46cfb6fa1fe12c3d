package dev.backstep.ui;

import dev.backstep.lang.Language;
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
            background.execute(() -> understand(state));
        } else if (moved) {
            readAgain();
        }
    }

    /// Reads once more where files that the text names may have changed.
    void readAgain() {
        if (Language.readsFile(newest.document().text())) {
            background.execute(this::understandAgain);
        }
    }

    private void understandAgain() {
        State state = newest;
        if (!state.unread()) {
            Understanding.again(state).ifPresent(what -> tell(state, what));
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
        Platform.runLater(() -> session.dispatch(new Action.Understood(text, what)));
    }
}
