package dev.backstep.train;

import dev.backstep.optim.TrainingSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The run without the mistake beside one that has it: the same first weights, samples and order,
/// so that all that differs is what the mistake costs. Belongs to one thread.
public final class RightRun {

    /// Losses are recorded at so many epochs; of a longer run at every second, every fourth, …
    private static final int MOST = 2_000;

    private final Training training;
    private final List<Double> epochs = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private int every = 1;

    private RightRun(Training training) {
        this.training = training;
    }

    /// Before its first batch; nothing where the run has no mistake.
    public static Optional<RightRun> of(TrainingSetup mistaken) {
        return mistaken.mistake().map(_ -> new RightRun(Training.of(mistaken.rightly())));
    }

    /// Goes on to the end of an epoch, or as far as it comes in the time; says whether it is there.
    ///
    /// @param nanos how long it may take, about
    public boolean follow(int epoch, long nanos) {
        long start = System.nanoTime();
        while (training.epochs() < epoch && System.nanoTime() - start < nanos) {
            if (!training.epoch()) {
                return true;
            }
            record();
        }
        return training.epochs() >= epoch;
    }

    private void record() {
        if (training.epochs() % every == 0) {
            epochs.add((double) training.epochs());
            losses.add(training.epochLoss());
        }
        if (epochs.size() >= MOST) {
            for (int k = epochs.size() - 2; k >= 0; k -= 2) {
                epochs.remove(k);
                losses.remove(k);
            }
            every *= 2;
        }
    }

    /// Follows another rate or penalty.
    public void adjust(TrainingSetup changed) {
        if (!changed.optimiser().equals(training.optimiser())) {
            training.adjust(changed.optimiser());
        }
    }

    /// How far it has come, in epochs.
    public int reached() {
        return training.epochs();
    }

    /// The mean loss over the last complete epoch, NaN before.
    public double loss() {
        return training.epochLoss();
    }

    /// The epochs at which a loss was recorded.
    public List<Double> epochs() {
        return List.copyOf(epochs);
    }

    /// The mean loss over each of them.
    public List<Double> losses() {
        return List.copyOf(losses);
    }
}
