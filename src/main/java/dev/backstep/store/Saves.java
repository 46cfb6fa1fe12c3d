package dev.backstep.store;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the program to its file so that a kill at any moment loses nothing.
///
/// First the session is told, which writes down what is about to be saved, and where; then the file
/// is written; then the session is told that it was. Whoever comes back in between finds in the
/// file either what it held or what the session knows.
public final class Saves {

    private Saves() {}

    /// @return why it could not be written; then the file is what it was
    public static Optional<Message> write(Session session, Path file) {
        session.dispatch(new Action.Saving(file));
        State state = session.state();
        String text = state.document().text();
        Optional<Message> failure = ProgramFile.write(file, text, state.origin().lineEnd());
        session.dispatch(
                failure.isPresent() ? new Action.NotSaved() : new Action.Saved(file, text));
        return failure;
    }
}
