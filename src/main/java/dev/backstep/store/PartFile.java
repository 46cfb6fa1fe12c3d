package dev.backstep.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A file that is being written, until it takes the place of another one: `.backstep-….part`.
///
/// Whoever writes one holds a lock of the system on it, which ends with the process, however that
/// ends. So a part without a lock is what a killed program left: it is swept when something is next
/// written to its folder. A process that is told to end takes its own parts away.
final class PartFile implements AutoCloseable {

    private static final String PREFIX = ".backstep-";
    private static final String SUFFIX = ".part";

    /// A disk without locks does not say who is still writing: then a part of this age is left
    /// over.
    private static final Duration OLD = Duration.ofHours(1);

    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    /// Shared by the writes that put their parts in their places. What takes parts away when the
    /// process ends holds it alone, so it never comes between two files of one write.
    private static final ReadWriteLock PLACES = new ReentrantReadWriteLock();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(PartFile::removeMine, "parts"));
        } catch (IllegalStateException e) {
            // the process is ending and saves what it has: the next one sweeps what it cannot
        }
    }

    private final Path file;
    private final FileChannel channel;

    private PartFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// A new one in a folder.
    static PartFile in(Path folder) throws IOException {
        while (true) {
            String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path file = folder.resolve(PREFIX + number + SUFFIX);
            MINE.add(file);
            try {
                FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                lock(channel);
                if (Files.exists(file)) {
                    return new PartFile(file, channel);
                }
                channel.close(); // swept before it was locked
                MINE.remove(file);
            } catch (IOException | RuntimeException e) {
                MINE.remove(file);
                throw e;
            }
        }
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    /// Puts parts in their places, unless they were taken away because the process ends.
    ///
    /// @throws InterruptedIOException if they were
    static void unlessEnded(List<PartFile> parts, Move move) throws IOException {
        PLACES.readLock().lock();
        try {
            for (PartFile part : parts) {
                if (!MINE.contains(part.file)) {
                    throw new InterruptedIOException(part.file.toString());
                }
            }
            move.run();
        } finally {
            PLACES.readLock().unlock();
        }
    }

    /// What puts parts in their places.
    @FunctionalInterface
    interface Move {

        void run() throws IOException;
    }

    /// Ends the writing; what was not moved is gone.
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            MINE.remove(file);
        }
    }

    /// Deletes what killed programs left in a folder.
    static void sweep(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path part : left) {
                if (!MINE.contains(part)) {
                    deleteIfLeft(part);
                }
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            // it stays, and does no harm
        }
    }

    private static void lock(FileChannel channel) {
        try {
            var _ = channel.lock();
        } catch (IOException | UnsupportedOperationException e) {
            // a disk without locks: its age keeps it from being swept
        }
    }

    /// Deletes under the lock: whoever made the part a moment ago waits for it, then sees that the
    /// part is gone.
    private static void deleteIfLeft(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(part);
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this program writes it
        } catch (IOException | UnsupportedOperationException e) {
            Instant old = Instant.now().minus(OLD);
            if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// Takes away what is not being put in its place by now.
    static void removeMine() {
        PLACES.writeLock().lock();
        try {
            for (Path part : MINE) {
                MINE.remove(part);
                deleteNow(part);
            }
        } finally {
            PLACES.writeLock().unlock();
        }
    }

    private static void deleteNow(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the next program sweeps it
        }
    }
}
