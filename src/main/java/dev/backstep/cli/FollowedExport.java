package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// An export of many steps: a terminal shows how far it is, and Ctrl-C ends it with nothing
/// written.
final class FollowedExport {

    private static final long BEAT = 100_000_000;

    private final PrintStream err;
    private final boolean shown;
    private final Interrupt interrupt;
    private long drawn = System.nanoTime();
    private boolean dirty;

    private FollowedExport(PrintStream err, boolean shown, Interrupt interrupt) {
        this.err = err;
        this.shown = shown;
        this.interrupt = interrupt;
    }

    /// @param said what a message begins with
    /// @throws CommandFailure if it was interrupted
    static void run(Streams streams, String said, Consumer<ExportCourse> export) {
        boolean terminal = Streams.onTerminal();
        Interrupt.during(
                streams,
                interrupt -> {
                    var course = new FollowedExport(streams.err(), terminal, interrupt);
                    try {
                        export.accept(course::goesOn);
                    } catch (CancellationException e) {
                        throw new CommandFailure(said + OutFile.STOPPED, ExitCode.INTERRUPTED);
                    } finally {
                        course.clear();
                    }
                    return interrupt;
                });
    }

    private boolean goesOn(int done, int all) {
        long now = System.nanoTime();
        if (shown && now - drawn > BEAT) {
            drawn = now;
            dirty = true;
            err.print("\rstep " + done + "/" + all + "\u001b[K");
            err.flush();
        }
        return !interrupt.isAsked();
    }

    private void clear() {
        if (dirty) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
