package dev.backstep.cli;

import dev.backstep.lang.Decoding;
import dev.backstep.lang.Language;
import dev.backstep.lang.Problem;
import dev.backstep.session.LineEnd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The text of a program as found at `FILE`, where `-` is standard input, with lines ended by `\n`.
///
/// @param lineEnd what they are ended by there
record Source(String file, String text, LineEnd lineEnd) {

    /// Where files that the program names are looked for: its folder, of standard input the working
    /// directory.
    Path folder() {
        Path parent = file.equals("-") ? null : Path.of(file).toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    /// Reads it, and never more of it than a program may have.
    ///
    /// @throws CommandFailure where it is missing, a folder, too long, or not UTF-8
    static Source read(String file, InputStream standardInput) {
        byte[] bytes;
        try {
            bytes = file.equals("-") ? start(standardInput) : start(file);
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(file + ": cannot be read");
        }
        if (bytes.length > Language.MAX_LENGTH) {
            throw new CommandFailure(Language.tooLong().at(file, ""));
        }
        String text = decode(file, bytes);
        return new Source(file, LineEnd.plain(text), LineEnd.of(text));
    }

    private static byte[] start(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.notExists(path)) {
            throw new CommandFailure(file + ": there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure(file + ": this is a folder, not a program");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return start(in);
        }
    }

    private static byte[] start(InputStream in) throws IOException {
        return in.readNBytes(Language.MAX_LENGTH + 1);
    }

    private static String decode(String file, byte[] bytes) {
        return switch (Decoding.of(bytes)) {
            case Decoding.Ok(String text) -> text;
            case Decoding.Refused(Problem problem, String before) ->
                    throw new CommandFailure(problem.at(file, LineEnd.plain(before)));
        };
    }
}
