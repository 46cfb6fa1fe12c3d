package dev.backstep.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the session file up to date behind the window's back, so that a kill costs less than a
/// second of work.
///
/// The first change after a while is written a moment later, together with whatever followed it
/// meanwhile.
public final class SessionSaver implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(300);

    /// How long a disk may take for a session.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SessionFile file;
    private final Consumer<Throwable> failed;
    private final Duration delay;
    private final AtomicReference<@Nullable SessionSnapshot> waiting = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("session saver").factory());
    private boolean toldOfFailure;

    /// @param failed told once, on another thread, where the file cannot be written
    public SessionSaver(SessionFile file, Consumer<Throwable> failed) {
        this(file, failed, SOON);
    }

    SessionSaver(SessionFile file, Consumer<Throwable> failed, Duration delay) {
        this.file = file;
        this.failed = failed;
        this.delay = delay;
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Sees to it that this snapshot, or a later one, is on disk within a second. Returns at once;
    /// but when the text is about to be written to its file, only with the snapshot on disk: if the
    /// program is killed from then on, the session knows the text that the file may hold.
    public void save(SessionSnapshot snapshot) {
        if (snapshot.origin().disk().saving().isPresent()) {
            waiting.set(snapshot);
            writeNow();
        } else if (waiting.getAndSet(snapshot) == null) {
            try {
                var _ = writer.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // closed: close() wrote the last snapshot
            }
        }
    }

    private void writeNow() {
        try {
            writer.submit(this::write).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            // closed, or a disk that hangs: the text itself is what matters more
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what still waits, and returns when it is on disk.
    @Override
    public void close() {
        writer.shutdown(); // an interrupt would break off a write under way
        try {
            boolean ended = writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        Optional.ofNullable(waiting.getAndSet(null))
                .ifPresent(
                        snapshot -> {
                            try {
                                file.save(snapshot);
                                toldOfFailure = false;
                            } catch (IOException | RuntimeException | Error e) {
                                if (!toldOfFailure) {
                                    failed.accept(e);
                                }
                                toldOfFailure = true;
                            }
                        });
    }
}
