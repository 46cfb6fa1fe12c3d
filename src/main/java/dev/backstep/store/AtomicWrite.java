package dev.backstep.store;

import dev.backstep.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /// Replaces what several files hold, once all of them are written beside.
    ///
    /// @param files in one folder
    /// @throws IOException if one of them cannot be; then all are what they were, unless the system
    ///   refuses to move what is written
    public static void writeAll(List<Path> files, Contents contents) throws IOException {
        Map<Path, PartFile> parts = new LinkedHashMap<>();
        try {
            for (Path file : files) {
                Path target = target(file);
                Path folder = folder(target, file);
                if (parts.isEmpty()) {
                    PartFile.sweep(folder);
                }
                PartFile part = PartFile.in(folder);
                parts.put(target, part);
                OutputStream to =
                        new BufferedOutputStream(Channels.newOutputStream(part.channel()), 1 << 16);
                contents.writeTo(parts.size() - 1, to);
                to.flush();
            }
            for (PartFile part : parts.values()) {
                part.channel().force(true);
            }
            for (Map.Entry<Path, PartFile> part : parts.entrySet()) {
                if (Files.exists(part.getKey())) {
                    keepPermissions(part.getKey(), part.getValue().file());
                }
                move(part.getValue().file(), part.getKey());
            }
        } finally {
            close(parts.values());
        }
    }

    /// The file that is replaced.
    private static Path target(Path file) throws IOException {
        Path target = followed(file.toAbsolutePath());
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new Unwritable(file, Message.of("disk.not.file"));
        }
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

    private static void close(Collection<PartFile> parts) throws IOException {
        IOException failure = null;
        for (PartFile part : parts) {
            try {
                part.close();
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
