package dev.backstep.store;

import dev.backstep.lang.Decoding;
import dev.backstep.lang.Language;
import dev.backstep.session.Disk;
import dev.backstep.session.LineEnd;
import dev.backstep.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Program files, read and written for the window: whatever goes wrong is a sentence.
public final class ProgramFile {

    private ProgramFile() {}

    /// What became of reading.
    public sealed interface Read {

        /// A program, or what may become one.
        ///
        /// @param text with lines ended by `\n`, whatever the file has
        record Ok(String text, LineEnd lineEnd) implements Read {}

        record Refused(String sentence) implements Read {}
    }

    /// Looks at a file that is, or was, a program.
    public static Disk look(Path file) {
        if (Files.notExists(file)) {
            return new Disk.Gone();
        }
        return switch (read(file)) {
            case Read.Ok(String text, LineEnd lineEnd) -> new Disk.Holds(text, lineEnd);
            case Read.Refused(String sentence) ->
                    Files.notExists(file) ? new Disk.Gone() : new Disk.Unreadable(sentence);
        };
    }

    /// Whether two names are of one file, through links too.
    public static boolean same(Path a, Path b) {
        try {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                    || Files.isSameFile(a, b);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /// Those of some files that are still there, in the same order.
    public static List<Path> present(List<Path> files) {
        return files.stream().filter(Files::isRegularFile).toList();
    }

    /// Reads a file, and never more of it than a program may have.
    public static Read read(Path file) {
        try {
            if (Files.notExists(file)) {
                return refused(file, "there is no such file");
            }
            if (Files.isDirectory(file)) {
                return refused(file, "this is a folder, not a program");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return refused(file, "this is a device, not a program");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return decoded(file, in.readNBytes(Language.MAX_LENGTH + 1));
            }
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file");
        } catch (IOException | UncheckedIOException | SecurityException e) {
            return refused(file, "cannot be read" + why(e));
        }
    }

    /// Writes a program beside the file and moves it there; the file's permissions stay, as do its
    /// byte order mark and the ends of its lines; a link is followed.
    ///
    /// @param text with lines ended by `\n`
    /// @return why it could not be written, in a sentence; then the file is what it was
    public static Optional<String> write(Path file, String text, LineEnd lineEnd) {
        try {
            ByteBuffer bytes =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .encode(CharBuffer.wrap(written(file, text, lineEnd)));
            AtomicWrite.write(file, out -> out.write(bytes.array(), 0, bytes.limit()));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(
                    name(file) + ": not saved; the text holds half a character, which no file can");
        } catch (IOException | UncheckedIOException | SecurityException e) {
            return Optional.of(name(file) + ": not saved" + why(e));
        }
    }

    /// The text in the manner of the file that it replaces: with its byte order mark, and each line
    /// that stays with the end it has.
    private static String written(Path file, String text, LineEnd lineEnd) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return lineEnd.written(text);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] before = in.readNBytes(Language.MAX_LENGTH + 1);
            boolean marked =
                    new String(before, 0, Math.min(before.length, 3), StandardCharsets.UTF_8)
                            .startsWith(Decoding.MARK);
            String ended =
                    Decoding.of(before) instanceof Decoding.Ok(String inFile)
                            ? lineEnd.written(text, inFile)
                            : lineEnd.written(text);
            return marked ? Decoding.MARK + ended : ended;
        } catch (IOException e) {
            return lineEnd.written(text);
        }
    }

    private static Read decoded(Path file, byte[] bytes) {
        if (bytes.length > Language.MAX_LENGTH) {
            return refused(file, "this program is too long: over 1 MB");
        }
        return switch (Decoding.of(bytes)) {
            case Decoding.Refused(var problem, String before) -> {
                long line = 1 + LineEnd.plain(before).chars().filter(c -> c == '\n').count();
                yield refused(
                        file,
                        Texts.ENGLISH.say(problem.message())
                                + " (line "
                                + line
                                + "); "
                                + Texts.ENGLISH.say(problem.hint()));
            }
            case Decoding.Ok(String text) when text.indexOf('\0') >= 0 ->
                    refused(file, "holds NUL bytes: this is not a program");
            case Decoding.Ok(String text) -> new Read.Ok(LineEnd.plain(text), LineEnd.of(text));
        };
    }

    private static Read refused(Path file, String why) {
        return new Read.Refused(name(file) + ": " + why);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static String why(Exception e) {
        return AtomicWrite.why(e).map(w -> "; " + w).orElse("");
    }
}
