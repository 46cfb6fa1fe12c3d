package dev.backstep.train;

import dev.backstep.data.Shuffle;
import dev.backstep.optim.TrainingSetup;
import java.util.Arrays;
import java.util.List;

/// Which samples the batches of an epoch hold: all of them once, in an order that depends on the
/// seed and the epoch alone.
final class BatchOrder {

    private final TrainingSetup setup;
    private final int[] samples;

    BatchOrder(TrainingSetup setup) {
        this.setup = setup;
        this.samples = new int[setup.data().train().samples()];
    }

    /// Shuffles for the epoch after `epoch` complete ones.
    void shuffle(int epoch) {
        Shuffle.fill(samples, setup.seed(), epoch);
    }

    /// The order that [#shuffle] made; not to be changed.
    int[] samples() {
        return samples;
    }

    int size() {
        return samples.length;
    }

    /// Where a batch, counted from 0, begins.
    int first(int batch) {
        return batch * setup.size();
    }

    /// How many samples a batch has: the last one of an epoch may be smaller.
    int count(int batch) {
        return Math.min(setup.size(), samples.length - first(batch));
    }

    int batches() {
        return Math.ceilDiv(samples.length, setup.size());
    }

    List<Integer> indices(int batch) {
        int first = first(batch);
        return Arrays.stream(samples, first, first + count(batch)).boxed().toList();
    }

    void set(BatchOrder other) {
        System.arraycopy(other.samples, 0, samples, 0, samples.length);
    }
}
