package dev.backstep.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Turns Ctrl-C into a question that long work asks between two parts of it.
///
/// The process ends with 130, as a shell expects, once the work has said what it has to say; after
/// ten seconds in any case.
final class Interrupt {

    private static final int PATIENCE = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interrupt");
    private volatile boolean asked;

    private Interrupt() {}

    /// Does work that asks. What it has printed is out when this returns or throws, and so are the
    /// lines of a failure: from then on Ctrl-C may end the process at any moment.
    ///
    /// @throws CommandFailure if the work does, without its lines
    static <T> T during(Streams streams, Function<Interrupt, T> work) {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        try {
            return work.apply(interrupt);
        } catch (CommandFailure e) {
            e.tell(streams.err());
            throw e.told();
        } finally {
            streams.out().flush();
            streams.err().flush();
            interrupt.end();
        }
    }

    boolean isAsked() {
        return asked;
    }

    private void ask() {
        asked = true;
        try {
            if (!done.await(PATIENCE, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is said.
    private void end() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                asked = true; // just now
            }
        }
    }
}
