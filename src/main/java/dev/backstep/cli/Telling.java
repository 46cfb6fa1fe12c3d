package dev.backstep.cli;

import dev.backstep.train.Training;
import java.io.PrintStream;
import java.util.function.Predicate;

/// Tells of a training after each batch, as long as somebody listens and nobody presses Ctrl-C.
///
/// It tells on the thread that trains, which waits for it: so every epoch is told, in order, however
/// many there are a second, and none has to be kept until it is printed.
final class Telling implements Predicate<Training> {

    private static final long FLUSH_EVERY = 100_000_000;

    private final EpochDisplay display;
    private final PrintStream out;
    private final Interrupt interrupt;
    private boolean heard = true;
    private long flushed;
    private long worked;
    private long since = System.nanoTime();

    Telling(EpochDisplay display, PrintStream out, Interrupt interrupt) {
        this.display = display;
        this.out = out;
        this.interrupt = interrupt;
    }

    /// A batch is done; says whether to go on.
    @Override
    public boolean test(Training training) {
        worked += System.nanoTime() - since;
        if (training.batch() == 0 && display.tells(training.epochs())) {
            display.epoch(RunSummary.of(training));
            heard = flush();
        }
        display.batch(training, speed(training));
        since = System.nanoTime();
        return heard && !interrupt.isAsked();
    }

    /// The run is over.
    void end(Training training) {
        if (heard) {
            display.end(training, speed(training));
        }
    }

    /// Samples a second, measuring and printing aside.
    private double speed(Training training) {
        return worked == 0 ? 0 : training.samples() / (worked / 1e9);
    }

    /// Lets what is printed be seen, now and then; false where nobody reads it any more.
    private boolean flush() {
        long now = System.nanoTime();
        if (now - flushed < FLUSH_EVERY) {
            return true;
        }
        flushed = now;
        return !out.checkError();
    }
}
