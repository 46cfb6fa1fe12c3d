package dev.backstep.store;

import dev.backstep.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes files that are never half: beside, then moved.
public final class AtomicWrite {

    private static final int MOST_LINKS = 40;

    private AtomicWrite() {}

    /// There is nothing of that name that can be written to.
    private static final class Unwritable extends FileSystemException {

        private static final long serialVersionUID = 1L;

        private final transient Message why;

        Unwritable(Path file, Message why) {
            super(file.toString());
            this.why = why;
        }
    }

    /// What a file is to hold.
    @FunctionalInterface
    public interface Content {

        /// Writes all of it; the stream stays open.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces what `file` holds. Whoever reads it, at whatever moment, reads all of the old or
    /// all of the new; so does whoever reads after a crash. Several writers do not mix: the last
    /// one wins.
    ///
    /// @throws IOException where it cannot be; then `file` is what it was, and nothing is left
    ///   beside it
    public static void write(Path file, Content content) throws IOException {
        writeAll(List.of(file), (_, out) -> content.writeTo(out));
    }

    /// What several files are to hold.
    @FunctionalInterface
    public interface Contents {

        /// Writes all of one, counted from 0; the stream stays open. They come in their order.
        void writeTo(int file, OutputStream out) throws IOException;
    }

    /// A part, and the file whose place it takes.
    private record Writing(Path target, PartFile part) {}

    /// Replaces what several files hold, once all of them are written beside.
    ///
    /// @param files no two of them the same, under whatever names
    /// @throws InterruptedIOException if the process was told to end before the first one was
    ///   replaced; then all are what they were
    /// @throws IOException if one of them cannot be; then all are what they were, unless the system
    ///   refuses to move what is written
    public static void writeAll(List<Path> files, Contents contents) throws IOException {
        List<Path> targets = targets(files);
        Set<Path> swept = new HashSet<>();
        List<Writing> all = new ArrayList<>();
        try {
            for (int i = 0; i < targets.size(); i++) {
                Path folder = folder(targets.get(i), files.get(i));
                if (swept.add(folder)) {
                    PartFile.sweep(folder);
                }
                PartFile part = PartFile.in(folder);
                all.add(new Writing(targets.get(i), part));
                int file = i;
                fill(part, to -> contents.writeTo(file, to));
            }
            PartFile.unlessEnded(all.stream().map(Writing::part).toList(), () -> replace(all));
        } finally {
            close(all);
        }
    }

    /// A part is whole or it fails, whatever its content makes of a failure.
    private static void fill(PartFile part, Content content) throws IOException {
        UnbrokenOutput unbroken = new UnbrokenOutput(Channels.newOutputStream(part.channel()));
        OutputStream to = new BufferedOutputStream(unbroken, 1 << 16);
        try {
            content.writeTo(to);
            to.flush();
        } catch (IOException | RuntimeException e) {
            unbroken.check();
            throw e;
        }
        unbroken.check();
    }

    /// What can fail comes before the first file is replaced.
    private static void replace(List<Writing> all) throws IOException {
        for (Writing one : all) {
            one.part.channel().force(true);
        }
        for (Writing one : all) {
            if (Files.exists(one.target)) {
                keepPermissions(one.target, one.part.file());
            }
        }
        for (Writing one : all) {
            move(one.part.file(), one.target);
        }
    }

    /// The files that are replaced.
    private static List<Path> targets(List<Path> files) throws IOException {
        List<Path> targets = new ArrayList<>();
        Set<Path> real = new HashSet<>();
        for (Path file : files) {
            Path target = target(file);
            if (!real.add(real(target, file))) {
                throw new Unwritable(file, Message.of("disk.twice"));
            }
            targets.add(target);
        }
        return targets;
    }

    /// The one name of a file.
    private static Path real(Path target, Path file) throws IOException {
        return Files.exists(target)
                ? target.toRealPath()
                : folder(target, file).toRealPath().resolve(target.getFileName());
    }

    /// The file that is replaced. What `/dev/stdout` leads to may have no name, as a pipe has none.
    private static Path target(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unwritable(file, Message.of("disk.not.file"));
        }
        Path target = followed(file.toAbsolutePath());
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        return target;
    }

    private static Path folder(Path target, Path file) throws Unwritable {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new Unwritable(file, Message.of("disk.not.file"));
        }
        return folder;
    }

    private static void close(List<Writing> all) throws IOException {
        IOException failure = null;
        for (Writing one : all) {
            try {
                one.part.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Why a file could not be read or written, as far as a person can use it.
    public static Optional<Message> why(Exception e) {
        return switch (e) {
            case Unwritable unwritable -> Optional.of(unwritable.why);
            case AccessDeniedException _ -> Optional.of(Message.of("disk.denied"));
            case NoSuchFileException _ -> Optional.of(Message.of("disk.gone"));
            case InterruptedIOException _ -> Optional.of(Message.of("disk.ended"));
            case ReadOnlyFileSystemException _ -> Optional.of(Message.of("disk.read.only"));
            case FileSystemException f when f.getReason() != null ->
                    Optional.of(Message.verbatim(f.getReason()));
            case IOException io when io.getMessage() != null ->
                    Optional.of(Message.verbatim(io.getMessage()));
            default -> Optional.empty();
        };
    }

    private static Path followed(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new Unwritable(file, Message.of("disk.link"));
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } catch (UnsupportedOperationException e) {
            // a file system without them has none to keep
        }
    }

    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
