package dev.backstep.store;

import dev.backstep.session.Disk;
import dev.backstep.session.Document;
import dev.backstep.session.DocumentOrigin;
import dev.backstep.session.Fingerprint;
import dev.backstep.session.LessonProgress;
import dev.backstep.session.LessonSource;
import dev.backstep.session.LineEnd;
import dev.backstep.session.OnDisk;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.State;
import dev.backstep.session.View;
import dev.backstep.session.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What is remembered of a state from one run of the program to the next.
///
/// @param modified whether the text was not what is in the file
/// @param lesson that was open; what it holds is read again
public record SessionSnapshot(
        Document document,
        View view,
        DocumentOrigin origin,
        Workspace desk,
        boolean modified,
        Optional<LessonSource> lesson) {

    public static SessionSnapshot of(State s) {
        return new SessionSnapshot(
                s.document(),
                s.viewOfProgram(),
                s.origin(),
                s.desk(),
                s.isModified(),
                s.lesson().map(OpenLesson::source));
    }

    /// The state that comes back. What was not saved is as it was left; what was saved is read from
    /// its file, which may have changed since; where that is gone, the text as it was last seen is
    /// still there, as unsaved. Where both have changed, the state says so, and the user decides.
    public State restored() {
        return restored(ProgramFile::look);
    }

    /// @param look what each file holds now
    public State restored(Function<Path, Disk> look) {
        return document(look).withLesson(lesson.map(this::unread));
    }

    private OpenLesson unread(LessonSource source) {
        return OpenLesson.unread(
                source, desk.lessons().getOrDefault(source.id(), LessonProgress.START));
    }

    private State document(Function<Path, Disk> look) {
        Optional<Path> written = origin.disk().saving().filter(to -> holdsText(look.apply(to)));
        if (written.isPresent()) {
            DocumentOrigin saved = of(written, origin.lineEnd(), fingerprint());
            return State.of(document, view, saved, desk.withRecent(written.get()));
        }
        DocumentOrigin left = of(origin.file(), origin.lineEnd(), origin.disk().held());
        if (origin.file().isEmpty()) {
            return State.of(document, view, left, desk);
        }
        Disk now = look.apply(origin.file().get());
        if (!modified && now instanceof Disk.Holds inFile) {
            Document read = document.withText(inFile.text());
            return State.of(read, view, left.reloaded(inFile), desk);
        }
        return State.of(document, view, left.found(document.text(), now, false), desk);
    }

    private boolean holdsText(Disk now) {
        return now instanceof Disk.Holds holds && holds.text().equals(document.text());
    }

    private Optional<Fingerprint> fingerprint() {
        return Optional.of(Fingerprint.of(document.text()));
    }

    private DocumentOrigin of(Optional<Path> file, LineEnd lineEnd, Optional<Fingerprint> held) {
        return new DocumentOrigin(file, origin.title(), lineEnd, 0, OnDisk.holding(held));
    }
}
