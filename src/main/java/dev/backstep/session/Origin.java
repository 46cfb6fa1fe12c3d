package dev.backstep.session;

import java.nio.file.Path;
import java.util.Optional;

/// Where the document came from.
///
/// @param file where saving puts it; empty: it was never saved
/// @param saved the text as last opened or saved
/// @param opening which opening of a document this is; saving does not change it
public record Origin(Optional<Path> file, String saved, LineEnd lineEnd, int opening) {

    public static Origin none() {
        return new Origin(Optional.empty(), "", LineEnd.LF, 0);
    }

    /// Where files that the program names are looked for: its folder, before it has one the working
    /// directory.
    public Path folder() {
        return file.map(f -> f.toAbsolutePath().resolveSibling("")).orElse(Path.of(""));
    }

    Origin saved(Path to, String text) {
        return new Origin(Optional.of(to), text, lineEnd, opening);
    }
}
