package dev.backstep.store;

import dev.backstep.lang.Decoding;
import dev.backstep.lang.Language;
import dev.backstep.session.Disk;
import dev.backstep.session.LineEnd;
import dev.backstep.text.Message;
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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Program files, read and written for the window: whatever goes wrong is a message.
public final class ProgramFile {

    private ProgramFile() {}

    /// What became of reading.
    public sealed interface Read {

        /// A program, or what may become one.
        ///
        /// @param text with lines ended by `\n`, whatever the file has
        record Ok(String text, LineEnd lineEnd) implements Read {}

        record Refused(Message why) implements Read {}
    }

    /// Looks at a file that is, or was, a program.
    public static Disk look(Path file) {
        if (Files.notExists(file)) {
            return new Disk.Gone();
        }
        return switch (read(file)) {
            case Read.Ok(String text, LineEnd lineEnd) -> new Disk.Holds(text, lineEnd);
            case Read.Refused(Message why) ->
                    Files.notExists(file) ? new Disk.Gone() : new Disk.Unreadable(why);
        };
    }

    /// When a file was last written, and how large it is.
    public record Stamp(long time, long size) {}

    /// What tells whether a file was written again; nothing if there is none.
    public static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new Stamp(found.lastModifiedTime().to(TimeUnit.NANOSECONDS), found.size()));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
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
                return refused(file, Message.of("disk.none"));
            }
            if (Files.isDirectory(file)) {
                return refused(file, Message.of("disk.folder"));
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return refused(file, Message.of("disk.device"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return decoded(file, in.readNBytes(Language.MAX_LENGTH + 1));
            }
        } catch (NoSuchFileException e) {
            return refused(file, Message.of("disk.none"));
        } catch (IOException | UncheckedIOException | SecurityException e) {
            return refused(file, because(Message.of("disk.unreadable"), e));
        }
    }

    /// Writes a program beside the file and moves it there; the file's permissions stay, as do its
    /// byte order mark and the ends of its lines; a link is followed.
    ///
    /// @param text with lines ended by `\n`
    /// @return why it could not be written; then the file is what it was
    public static Optional<Message> write(Path file, String text, LineEnd lineEnd) {
        try {
            ByteBuffer bytes =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .encode(CharBuffer.wrap(written(file, text, lineEnd)));
            AtomicWrite.write(file, out -> out.write(bytes.array(), 0, bytes.limit()));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(at(file, Message.of("disk.unsaved.half")));
        } catch (IOException | UncheckedIOException | SecurityException e) {
            return Optional.of(at(file, because(Message.of("disk.unsaved"), e)));
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
            return refused(file, Message.of("problem.too.long"));
        }
        return switch (Decoding.of(bytes)) {
            case Decoding.Refused(var problem, String before) -> {
                long line = 1 + LineEnd.plain(before).chars().filter(c -> c == '\n').count();
                yield refused(
                        file,
                        Message.of("disk.line")
                                .with("problem", problem.message())
                                .with("line", line)
                                .with("hint", problem.hint()));
            }
            case Decoding.Ok(String text) when text.indexOf('\0') >= 0 ->
                    refused(file, Message.of("disk.nul"));
            case Decoding.Ok(String text) -> new Read.Ok(LineEnd.plain(text), LineEnd.of(text));
        };
    }

    private static Read refused(Path file, Message why) {
        return new Read.Refused(at(file, why));
    }

    private static Message at(Path file, Message problem) {
        return Message.of("disk.at").with("file", name(file)).with("problem", problem);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Message because(Message problem, Exception e) {
        return AtomicWrite.why(e)
                .<Message>map(
                        why -> Message.of("disk.because").with("problem", problem).with("why", why))
                .orElse(problem);
    }
}
