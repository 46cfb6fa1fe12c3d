package dev.backstep.ui;

import dev.backstep.onnx.OnnxProgram;
import dev.backstep.session.Action;
import dev.backstep.session.LessonSource;
import dev.backstep.session.LineEnd;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.store.ProgramFile;
import dev.backstep.store.SessionClaim;
import dev.backstep.store.SessionFile;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.text.Message;
import dev.backstep.ui.files.ModelRead;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.LessonRead;
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
        if (file.filter(LessonRead::isLesson).isPresent()) {
            return lesson(session, loaded, before, whole(file.get()));
        }
        if (file.filter(OnnxProgram::isModel).isPresent()) {
            return model(session, loaded, before, file.get());
        }
        Optional<ProgramFile.Read> given = file.map(ProgramFile::read);
        return given.orElse(null) instanceof ProgramFile.Read.Ok(String text, LineEnd lineEnd)
                ? new Opening(
                        session.file(),
                        loaded,
                        given,
                        opened(before, whole(file.orElseThrow()), text, lineEnd))
                : new Opening(session.file(), loaded, given, before);
    }

    /// Where the lesson is the one that was open, the session goes on.
    private static Opening lesson(
            SessionClaim session, SessionFile.Loaded loaded, State before, Path file) {
        LessonSource source = new LessonSource.InFile(file);
        if (before.lesson().filter(l -> l.source().equals(source)).isPresent()) {
            State there =
                    before.view().mode().learns()
                            ? before
                            : Update.apply(before, new Action.Switch(Mode.LEARN));
            return new Opening(session.file(), loaded, Optional.empty(), there);
        }
        return switch (LessonRead.of(source)) {
            case LessonRead.Ok read ->
                    new Opening(
                            session.file(),
                            loaded,
                            Optional.empty(),
                            Update.apply(before, new Action.InLesson(read.begin())));
            case LessonRead.Refused(Message why) ->
                    new Opening(
                            session.file(),
                            loaded,
                            Optional.of(new ProgramFile.Read.Refused(why)),
                            before);
        };
    }

    /// A model is a new program without a file, whatever was open before.
    private static Opening model(
            SessionClaim session, SessionFile.Loaded loaded, State before, Path file) {
        return switch (ModelRead.of(file, Optional.empty())) {
            case ModelRead.Ok(OnnxProgram program) -> {
                Action open = new Action.Copy(OnnxProgram.stem(file), program.text());
                yield new Opening(
                        session.file(), loaded, Optional.empty(), Update.apply(before, open));
            }
            case ModelRead.Refused(Message why) ->
                    new Opening(
                            session.file(),
                            loaded,
                            Optional.of(new ProgramFile.Read.Refused(why)),
                            before);
        };
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
