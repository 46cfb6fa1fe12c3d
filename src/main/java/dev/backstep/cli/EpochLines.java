package dev.backstep.cli;

import dev.backstep.train.Training;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Plain lines, a score of them however many epochs there are.
final class EpochLines implements EpochDisplay {

    private static final int MOST = 20;

    private final PrintStream out;
    private final int epochs;
    private final int every;
    private @Nullable RunSummary told;

    EpochLines(PrintStream out, int epochs) {
        this.out = out;
        this.epochs = epochs;
        this.every = (epochs + MOST - 1) / MOST;
    }

    @Override
    public boolean tells(int epoch) {
        return epoch == 1 || epoch == epochs || epoch % every == 0;
    }

    @Override
    public void epoch(RunSummary r) {
        told = r;
        int width = Integer.toString(epochs).length();
        String number = Integer.toString(r.epoch());
        out.print(
                "epoch " + " ".repeat(width - number.length()) + number + "  " + r.words() + "\n");
    }

    @Override
    public void end(Training training, double samplesPerSecond) {
        RunSummary r = told;
        if (r == null || r.steps() != training.steps()) {
            r = RunSummary.of(training);
        }
        out.print(summary(r, training, samplesPerSecond));
    }

    /// `trained 100 epochs, 1,000 batches: loss …, at … samples/s`
    static String summary(RunSummary r, Training training, double samplesPerSecond) {
        boolean samples = training.setup().hasSamples();
        return "trained "
                + PlainText.count(r.epoch(), "epoch", "epochs")
                + " ("
                + PlainText.count(
                        training.steps(), samples ? "batch" : "step", samples ? "batches" : "steps")
                + ")"
                + (r.epoch() == 0 ? "" : ": " + r.words())
                + (training.steps() == 0 ? "" : ", at " + speed(training, samplesPerSecond))
                + "\n";
    }

    /// `1,000 samples/s`, or steps where there are no samples
    static String speed(Training training, double perSecond) {
        String unit = training.setup().hasSamples() ? " samples/s" : " steps/s";
        return PlainText.grouped(Math.round(perSecond)) + unit;
    }
}
