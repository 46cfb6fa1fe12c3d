package dev.backstep.cli;

import dev.backstep.train.Training;
import java.io.PrintStream;
import java.util.Locale;

/// One line of a terminal, drawn over ten times a second.
final class Bar implements Progress {

    private static final int CELLS = 24;
    private static final long BEAT = 100_000_000;

    /// Measuring takes at most this share of the time.
    private static final int SHARE = 5;

    private final PrintStream out;
    private final int epochs;
    private long drawn;
    private long measured;
    private long took;
    private String words = "";

    Bar(PrintStream out, int epochs) {
        this.out = out;
        this.epochs = epochs;
    }

    @Override
    public boolean tells(int epoch) {
        return false;
    }

    @Override
    public void epoch(Reached r) {
        throw new IllegalStateException("a bar tells of batches");
    }

    @Override
    public void batch(Training training, double samplesPerSecond) {
        long now = System.nanoTime();
        if (now - drawn < BEAT) {
            return;
        }
        if (training.epochs() > 0 && now - measured > SHARE * took) {
            words = "  " + Reached.of(training).words();
            measured = System.nanoTime();
            took = measured - now;
        }
        drawn = now;
        out.print("\r" + bar(training.epochs(), samplesPerSecond) + "\u001b[K");
        out.flush();
    }

    private String bar(int epoch, double samplesPerSecond) {
        int full = (int) ((long) CELLS * epoch / epochs);
        String cells = "█".repeat(full) + "░".repeat(CELLS - full);
        String speed = String.format(Locale.ROOT, "%,.0f samples/s", samplesPerSecond);
        return cells + "  epoch " + epoch + "/" + epochs + words + "  " + speed;
    }

    @Override
    public void end(Reached r, Training training, double samplesPerSecond) {
        out.print("\r\u001b[K" + Lines.summary(r, training, samplesPerSecond));
    }
}
