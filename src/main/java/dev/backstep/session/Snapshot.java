package dev.backstep.session;

import java.util.Optional;

/// What is remembered of a state from one run of the program to the next.
///
/// @param modified whether the text was not what is in the file
public record Snapshot(Document document, View view, Origin origin, Desk desk, boolean modified) {

    public static Snapshot of(State s) {
        return new Snapshot(s.document(), s.view(), s.origin(), s.desk(), s.isModified());
    }

    /// The state that comes back. What was not saved is as it was left; what was saved is read from
    /// its file, which may have changed since; where that is gone, the text as it was last seen is
    /// still there, as unsaved.
    public State restored() {
        Optional<ProgramFile.Read> read = origin.file().map(ProgramFile::read);
        if (read.orElse(null) instanceof ProgramFile.Read.Ok(String inFile, LineEnd lineEnd)) {
            Origin now = new Origin(origin.file(), origin.title(), inFile, lineEnd, 0);
            return State.of(modified ? document : document.withText(inFile), view, now, desk);
        }
        String saved = origin.file().isPresent() ? "" : modified ? origin.saved() : document.text();
        Origin then = new Origin(origin.file(), origin.title(), saved, origin.lineEnd(), 0);
        return State.of(document, view, then, desk);
    }
}
