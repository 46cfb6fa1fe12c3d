package dev.backstep.store;

import dev.backstep.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
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
        Path target = followed(file.toAbsolutePath());
        boolean exists = Files.exists(target);
        if (exists && !Files.isRegularFile(target)) {
            throw new Unwritable(file, Message.of("disk.not.file"));
        }
        if (exists && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new Unwritable(file, Message.of("disk.not.file"));
        }
        PartFile.sweep(folder);
        try (PartFile part = PartFile.in(folder)) {
            FileChannel out = part.channel();
            OutputStream to = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
            content.writeTo(to);
            to.flush();
            out.force(true);
            if (exists) {
                keepPermissions(target, part.file());
            }
            move(part.file(), target);
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
