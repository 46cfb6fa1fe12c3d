package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LineEnd;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.store.ProgramFile;
import dev.backstep.store.SessionClaim;
import dev.backstep.store.SessionFile;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the program opens with: the last session, and in it the file that it was started with.
///
/// @param file where the session is kept
/// @param loaded the last session
/// @param given what came of the file, if there was one
/// @param state the first state, before there is anything to undo
record Opening(
        SessionFile file,
        SessionFile.Loaded loaded,
        Optional<ProgramFile.Read> given,
        State state) {

    /// Reads both. Needs no toolkit.
    static Opening of(SessionClaim session, Optional<Path> file) {
        SessionFile.Loaded loaded = session.loaded();
        State before =
                loaded instanceof SessionFile.Loaded.Found(SessionSnapshot snapshot)
                        ? snapshot.restored()
                        : State.of(Optional.empty(), SampleProgram.FIRST.text());
        Optional<ProgramFile.Read> given = file.map(FileDesk::content);
        return given.orElse(null) instanceof ProgramFile.Read.Ok(String text, LineEnd lineEnd)
                ? new Opening(
                        session.file(),
                        loaded,
                        given,
                        opened(before, whole(file.orElseThrow()), text, lineEnd))
                : new Opening(session.file(), loaded, given, before);
    }

    /// What could not be opened, in sentences.
    List<String> refused() {
        List<String> sentences = new ArrayList<>();
        if (given.orElse(null) instanceof ProgramFile.Read.Refused(Message why)) {
            sentences.add(Texts.of(why));
        }
        if (loaded instanceof SessionFile.Loaded.Broken(Path aside)) {
            sentences.add(
                    Texts.of(Message.of("session.broken").with("file", String.valueOf(aside))));
        }
        return sentences;
    }

    /// Where the file is the one that was open, the session goes on.
    private static State opened(State before, Path file, String text, LineEnd lineEnd) {
        return before.origin().file().filter(f -> ProgramFile.same(f, file)).isPresent()
                ? before
                : Update.apply(before, new Action.Open(Optional.of(file), text, lineEnd));
    }

    /// A file as a session names it.
    static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
