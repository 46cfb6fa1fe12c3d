package dev.backstep.ui;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.DataFiles;
import dev.backstep.lang.Glance;
import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.Understanding;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads in the background what is too much for a moment; only the newest text is worth reading.
final class Reader {

    private final Session session;
    private final Background background;
    private final Consumer<String> refuse;
    private volatile State newest;
    private Path folder;

    /// Whether files are to be looked at once what is being read has been shown.
    private boolean again;

    /// @param refuse told if files could not be looked at again
    Reader(Session session, Background background, Consumer<String> refuse) {
        this.session = session;
        this.background = background;
        this.refuse = refuse;
        this.newest = session.state();
        this.folder = newest.folder();
    }

    void read(State state) {
        newest = state;
        boolean moved = !state.folder().equals(folder);
        folder = state.folder();
        if (state.unread()) {
            again |= moved;
            background.run(
                    Task.READ,
                    () -> understanding(state),
                    found -> found.ifPresent(what -> tell(state, what)),
                    sentence -> tell(state, unreadable(sentence)));
        } else if (moved) {
            readAgain();
        }
    }

    /// Reads once more where files that the text names may have changed.
    void readAgain() {
        State state = newest;
        again = state.unread();
        if (!again && Glance.readsFile(state.document().text())) {
            background.run(
                    Task.READ,
                    () -> Understanding.again(state, files(state)),
                    found -> found.ifPresent(what -> tell(state, what)),
                    refuse);
        }
    }

    /// Nothing if another text has come meanwhile.
    @SuppressWarnings("ReferenceEquality")
    private Optional<Understanding> understanding(State state) {
        return state == newest
                ? Optional.of(Understanding.of(state, files(state)))
                : Optional.empty();
    }

    private static DataFiles files(State state) {
        return CsvFiles.in(state.folder());
    }

    private static Understanding unreadable(String sentence) {
        return new Understanding.Wrong(
                List.of(new Problem(new Span(0, 0), Message.verbatim(sentence))));
    }

    private void tell(State state, Understanding what) {
        session.dispatch(new Action.Understood(state.document().text(), what));
        if (again) {
            readAgain();
        }
    }
}
