package dev.backstep.train;

import java.util.List;

/// A run epoch by epoch, for its curves. A long run is thinned out: of every so many epochs one is
/// kept, so that it never has more than some hundred points. Never changes.
public final class History {

    /// What is recorded of an epoch beside the gradients of its layers.
    public enum Series {
        /// mean data loss over the epoch, each batch before its step
        LOSS,
        /// mean loss over the samples trained on, after the epoch
        TRAIN_LOSS,
        /// share of those samples that is classified right, after the epoch
        TRAIN_ACCURACY,
        /// mean loss over the samples held back, after the epoch
        TEST_LOSS,
        /// share of those samples that is classified right, after the epoch
        TEST_ACCURACY
    }

    private final List<String> layers;
    private final int every;
    private final int[] epochs;
    private final double[][] values;

    /// @param values a row for each series, then one for each layer
    History(List<String> layers, int every, int[] epochs, double[][] values) {
        this.layers = layers;
        this.every = every;
        this.epochs = epochs;
        this.values = values;
    }

    /// How many points there are.
    public int size() {
        return epochs.length;
    }

    /// Of so many epochs one has a point.
    public int every() {
        return every;
    }

    /// The epoch of a point, from 1; 0 stands for what was measured before the first batch.
    public int epoch(int point) {
        return epochs[point];
    }

    /// NaN if it was not measured.
    public double value(Series series, int point) {
        return values[series.ordinal()][point];
    }

    /// The names of the weights of the layers, first to last.
    public List<String> layers() {
        return layers;
    }

    /// ‖∂L/∂Z‖ of a layer in the last batch of the epoch; NaN at epoch 0.
    public double gradient(int layer, int point) {
        return values[Series.values().length + layer][point];
    }
}
