package dev.backstep.cli;

import dev.backstep.train.Training;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of a terminal, drawn over ten times a second.
final class ProgressBarDisplay implements EpochDisplay {

    private static final int CELLS = 24;
    private static final long BEAT = 100_000_000;

    /// Measuring takes at most this share of the time.
    private static final int SHARE = 5;

    private final PrintStream out;
    private final int epochs;
    private final int width;
    private long drawn;
    private long measured;
    private long took;
    private @Nullable RunSummary reached;

    /// @param width characters that a line may have
    ProgressBarDisplay(PrintStream out, int epochs, int width) {
        this.out = out;
        this.epochs = epochs;
        this.width = width;
    }

    /// What does not wrap on a terminal of so many columns, as its shell says; on one of 80 where
    /// it says nothing sensible.
    static int width(@Nullable String columns) {
        boolean known = columns != null && columns.matches("[1-9]\\d{1,3}");
        return (known ? Integer.parseInt(columns) : 80) - 1;
    }

    /// Takes the line away.
    void clear() {
        if (drawn != 0) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    @Override
    public boolean tells(int epoch) {
        return false;
    }

    @Override
    public void epoch(RunSummary r) {
        throw new IllegalStateException("a bar tells of batches");
    }

    @Override
    public void batch(Training training, double samplesPerSecond) {
        long now = System.nanoTime();
        if (now - drawn < BEAT) {
            return;
        }
        if (training.epochs() > 0 && now - measured > SHARE * took) {
            reached = RunSummary.of(training);
            measured = System.nanoTime();
            took = measured - now;
        }
        drawn = now;
        out.print("\r" + line(training, samplesPerSecond) + "\u001b[K");
        out.flush();
    }

    /// As much as fits.
    private String line(Training training, double samplesPerSecond) {
        String at = "  epoch " + training.epochs() + "/" + epochs;
        at += "  batch " + training.batch() + "/" + training.batches() + "  ";
        RunSummary r = reached;
        String first = "loss " + PlainText.short4(training.loss());
        String words = at + (r == null ? first : r.words());
        String fewer = at + (r == null ? first : r.fewerWords());
        String speed = "  " + EpochLines.speed(training, samplesPerSecond);
        String kept =
                Stream.of(words + speed, words)
                        .filter(w -> CELLS + w.length() <= width)
                        .findFirst()
                        .orElse(fewer);
        String line = cells(training, Math.clamp(width - kept.length(), 0, CELLS)) + kept;
        return line.substring(0, Math.min(line.length(), width));
    }

    private String cells(Training training, int cells) {
        double done = training.epochs() + (double) training.batch() / training.batches();
        int full = Math.min(cells, (int) (cells * done / epochs));
        return "█".repeat(full) + "░".repeat(cells - full);
    }

    @Override
    public void end(Training training, double samplesPerSecond) {
        RunSummary now = RunSummary.of(training);
        out.print("\r\u001b[K" + EpochLines.summary(now, training, samplesPerSecond));
    }
}
