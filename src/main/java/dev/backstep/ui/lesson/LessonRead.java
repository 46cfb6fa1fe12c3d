package dev.backstep.ui.lesson;

import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.lesson.ParsedLesson;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonSource;
import dev.backstep.store.LessonFolder;
import dev.backstep.store.ProgramFile;
import dev.backstep.text.Message;
import dev.backstep.ui.SampleLesson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What came of reading a lesson, from wherever it comes.
public sealed interface LessonRead {

    /// @param stamp what its file looked like before it was read, if it is in one
    record Ok(
            LessonSource source,
            String text,
            ParsedLesson parsed,
            Optional<ProgramFile.Stamp> stamp)
            implements LessonRead {

        public LessonMove begin() {
            return new LessonMove.Begin(source, text, parsed);
        }

        LessonMove again() {
            return new LessonMove.Reread(source, text, parsed);
        }
    }

    record Refused(Message why) implements LessonRead {}

    /// Whether a file is a lesson, by its name.
    static boolean isLesson(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".md");
    }

    /// Reads a lesson and all its programs; one that comes with the program in the language now
    /// spoken.
    static LessonRead of(LessonSource source) {
        return switch (source) {
            case LessonSource.Bundled(String name) -> bundled(source, new SampleLesson(name));
            case LessonSource.InFile(Path file) -> file(source, file);
        };
    }

    private static LessonRead bundled(LessonSource source, SampleLesson lesson) {
        if (!lesson.exists()) {
            return new Refused(Message.of("lesson.none").with("name", lesson.name()));
        }
        return ok(source, lesson.text(Locale.getDefault()), SampleLesson.FILES, Optional.empty());
    }

    private static LessonRead file(LessonSource source, Path file) {
        Optional<ProgramFile.Stamp> before = ProgramFile.stamp(file);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return switch (ProgramFile.read(file)) {
            case ProgramFile.Read.Ok(String text, _) ->
                    ok(source, text, new LessonFolder(folder), before);
            case ProgramFile.Read.Refused(Message why) -> new Refused(why);
        };
    }

    private static LessonRead ok(
            LessonSource source,
            String text,
            LessonFiles files,
            Optional<ProgramFile.Stamp> stamp) {
        return new Ok(source, text, Lesson.parse(text, files), stamp);
    }
}
