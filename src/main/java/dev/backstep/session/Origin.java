package dev.backstep.session;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Where the document came from.
///
/// @param file where saving puts it; empty: it was never saved
/// @param title what it is called while it is in no file; a sample has its own
/// @param saved the text as last opened or saved
/// @param opening which opening of a document this is; saving does not change it
public record Origin(
        Optional<Path> file, Optional<String> title, String saved, LineEnd lineEnd, int opening) {

    public static Origin none() {
        return new Origin(Optional.empty(), Optional.empty(), "", LineEnd.LF, 0);
    }

    /// The origin of a text first opened.
    static Origin of(Optional<Path> file, Optional<String> title, String text) {
        return new Origin(file, title, text, LineEnd.LF, 0);
    }

    /// What it is called: as its file, else by its title, if it has one.
    public Optional<String> name() {
        return file.map(f -> Objects.requireNonNullElse(f.getFileName(), f).toString())
                .or(() -> title);
    }

    Origin with(LineEnd changed) {
        return new Origin(file, title, saved, changed, opening);
    }

    Origin openedAfter(Origin before) {
        return new Origin(file, title, saved, lineEnd, before.opening + 1);
    }

    /// Where files that the program names are looked for: its folder, before it has one the working
    /// directory.
    public Path folder() {
        return file.map(f -> f.toAbsolutePath().resolveSibling("")).orElse(Path.of(""));
    }

    Origin saved(Path to, String text) {
        return new Origin(Optional.of(to), title, text, lineEnd, opening);
    }
}
