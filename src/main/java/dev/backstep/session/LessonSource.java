package dev.backstep.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Where a lesson comes from.
public sealed interface LessonSource {

    /// A file, where its programs may have files beside them.
    record InFile(Path file) implements LessonSource {}

    /// One that comes with the program, in the language of the window if there is one in it.
    ///
    /// @param name without its language and ending, as `lecture-3`
    record Bundled(String name) implements LessonSource {}

    /// What it is remembered by.
    default String id() {
        return switch (this) {
            case InFile(Path file) -> "file:" + file;
            case Bundled(String name) -> "bundled:" + name;
        };
    }

    /// The source of an id; nothing if it is none.
    static Optional<LessonSource> of(String id) {
        if (id.startsWith("bundled:")) {
            String name = id.substring("bundled:".length());
            return name.matches("[\\w-]{1,80}") ? Optional.of(new Bundled(name)) : Optional.empty();
        }
        try {
            return id.startsWith("file:") && id.length() > "file:".length()
                    ? Optional.of(new InFile(Path.of(id.substring("file:".length()))))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// What its file is called.
    default String name() {
        return switch (this) {
            case InFile(Path file) ->
                    Objects.requireNonNullElse(file.getFileName(), file).toString();
            case Bundled(String name) -> name + ".md";
        };
    }

    /// Where the files that its programs name are looked for, if it is in a folder.
    default Optional<Path> folder() {
        return switch (this) {
            case InFile(Path file) -> Optional.of(file.toAbsolutePath().resolveSibling(""));
            case Bundled _ -> Optional.empty();
        };
    }
}
