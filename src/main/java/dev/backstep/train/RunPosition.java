package dev.backstep.train;

import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;

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

    /// The position that a state was taken at.
    ///
    /// @param samples of an epoch
    /// @param size samples a batch
    /// @throws IllegalArgumentException if an epoch has no such batch
    static RunPosition of(TrainingState state, int samples, int size) {
        int batches = Math.ceilDiv(samples, size);
        if (state.epoch() < 0 || state.batch() < 0 || state.batch() >= batches) {
            throw new IllegalArgumentException("an epoch has " + batches + " batches");
        }
        RunPosition at = new RunPosition();
        at.epoch = state.epoch();
        at.batch = state.batch();
        at.steps = state.steps();
        at.lossSum = state.lossSum();
        at.loss = state.loss();
        at.epochLoss = state.epochLoss();
        at.seen = Math.min(state.batch() * size, samples);
        return at;
    }

    TrainingState state(Map<String, Tensor> parameters, Map<String, List<Tensor>> remembered) {
        return new TrainingState(
                epoch, batch, steps, lossSum, loss, epochLoss, parameters, remembered);
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
