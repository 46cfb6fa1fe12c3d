package dev.backstep.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The session file that one window has for itself while it is open: `session.json`, beside it
/// `session-2.json` where another window has that, and so on.
///
/// A window takes the file used last of those that no window has: so the one closed last is the one
/// that comes back, whole, and what another one left unsaved waits in its own file for the next
/// window. So does unsaved text where a window is to open some other file; where it is to open the
/// very file, that text comes first. A lock of the system holds the file, which ends with the
/// process, however that ends.
public final class SessionClaim implements AutoCloseable {

    /// More windows than that keep nothing to themselves.
    private static final int MOST = 32;

    private final SessionFile file;
    private final @Nullable FileChannel lock;
    private SessionFile.@Nullable Loaded loaded;

    private SessionClaim(SessionFile file, @Nullable FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /// Takes a session file. Never throws: where a disk knows no locks, every file is free.
    ///
    /// @param opening what the window is to open, if that is not what the session holds
    public static SessionClaim of(Folders folders, Optional<Path> opening) {
        List<SessionFile> byUse =
                IntStream.rangeClosed(1, MOST)
                        .mapToObj(k -> k == 1 ? "session.json" : "session-" + k + ".json")
                        .map(name -> new SessionFile(folders.state().resolve(name)))
                        .sorted(
                                Comparator.comparing((SessionFile f) -> holds(f, opening))
                                        .thenComparing(SessionClaim::lastUse)
                                        .reversed())
                        .toList();
        return byUse.stream()
                .flatMap(f -> claim(f).stream())
                .filter(c -> opening.isEmpty() || c.hasRoomFor(opening.get()))
                .findFirst()
                .orElseGet(() -> new SessionClaim(SessionFile.of(folders), null));
    }

    public SessionFile file() {
        return file;
    }

    /// What is in the file, read once.
    public synchronized SessionFile.Loaded loaded() {
        SessionFile.Loaded now = loaded == null ? file.load() : loaded;
        loaded = now;
        return now;
    }

    /// Whether nothing is lost where this session goes on with a program; else it is left to
    /// others.
    private boolean hasRoomFor(Path opening) {
        boolean room =
                !(loaded() instanceof SessionFile.Loaded.Found(SessionSnapshot s))
                        || !s.modified()
                        || s.origin().file().filter(f -> ProgramFile.same(f, opening)).isPresent();
        if (!room) {
            close();
        }
        return room;
    }

    /// Leaves the file to other windows.
    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                // the process is about to end, and the lock with it
            }
        }
    }

    /// Nothing where another window has the file.
    private static Optional<SessionClaim> claim(SessionFile file) {
        Path beside = file.file().resolveSibling(file.file().getFileName() + ".lock");
        try {
            Files.createDirectories(beside.toAbsolutePath().getParent());
            return claim(
                    file,
                    FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return Optional.of(new SessionClaim(file, null));
        }
    }

    private static Optional<SessionClaim> claim(SessionFile file, FileChannel channel)
            throws IOException {
        try {
            if (isLocked(channel)) {
                return Optional.of(new SessionClaim(file, channel));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Whether a session has unsaved text of the very file.
    private static boolean holds(SessionFile file, Optional<Path> opening) {
        return opening.isPresent()
                && file.peek()
                        .filter(SessionSnapshot::modified)
                        .flatMap(s -> s.origin().file())
                        .filter(f -> ProgramFile.same(f, opening.get()))
                        .isPresent();
    }

    private static FileTime lastUse(SessionFile file) {
        try {
            return Files.getLastModifiedTime(file.file());
        } catch (IOException | SecurityException e) {
            return FileTime.fromMillis(0);
        }
    }
}
