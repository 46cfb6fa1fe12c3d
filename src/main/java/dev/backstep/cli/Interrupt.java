package dev.backstep.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C into a question that long work asks between two parts of it.
///
/// The process ends with 130, as a shell expects, once the work has said what it has to say; after
/// ten seconds in any case.
final class Interrupt implements AutoCloseable {

    private static final int PATIENCE = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interrupt");
    private volatile boolean asked;

    private Interrupt() {}

    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
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
    @Override
    public void close() {
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
