package dev.backstep.cli;

import dev.backstep.train.Training;

/// Tells of a training run as it goes.
interface EpochDisplay {

    /// Whether this epoch is told: what is not told need not be measured.
    boolean tells(int epoch);

    /// An epoch that is told is over.
    void epoch(RunSummary reached);

    /// A batch is over.
    default void batch(Training training, double samplesPerSecond) {}

    /// The run is over.
    void end(Training training, double samplesPerSecond);
}
