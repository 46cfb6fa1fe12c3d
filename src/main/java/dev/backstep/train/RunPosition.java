package dev.backstep.train;

/// How far a run has come, and what it has added up on the way.
final class RunPosition {

    int epoch;
    int batch;
    long steps;
    double lossSum;
    double loss = Double.NaN;
    double epochLoss = Double.NaN;
    private int seen;

    /// Takes in a batch of `count` of `samples` samples.
    void advance(double batchLoss, int count, int samples) {
        loss = batchLoss;
        lossSum += batchLoss * count;
        steps++;
        batch++;
        seen += count;
        if (seen == samples) {
            epochLoss = lossSum / samples;
            epoch++;
            batch = 0;
            seen = 0;
        }
    }

    RunPosition copy() {
        RunPosition copy = new RunPosition();
        copy.set(this);
        return copy;
    }

    void set(RunPosition other) {
        epoch = other.epoch;
        batch = other.batch;
        steps = other.steps;
        lossSum = other.lossSum;
        loss = other.loss;
        epochLoss = other.epochLoss;
        seen = other.seen;
    }
}
