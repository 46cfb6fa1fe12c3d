package dev.backstep.train;

import dev.backstep.train.History.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a [History], in arrays of a fixed size: when they are full, every other epoch is dropped.
final class HistoryRecorder {

    private static final int POINTS = 2048;

    /// Most numbers that all points together may have.
    private static final int ROOM = 1 << 18;

    private static final int SERIES = Series.values().length;

    private final List<String> layers;
    private final int[] epochs;
    private final double[][] values;
    private int every = 1;
    private int size;
    private @Nullable History written;

    HistoryRecorder(List<String> layers) {
        this.layers = layers;
        int rows = SERIES + layers.size();
        int capacity = Math.clamp(ROOM / rows, 64, POINTS);
        this.epochs = new int[capacity];
        this.values = new double[rows][capacity];
    }

    /// Whether an epoch gets a point.
    boolean records(int epoch) {
        return size == 0 || epoch % every == 0;
    }

    /// Adds the point of an epoch after all others.
    ///
    /// @param upstream ‖∂L/∂Z‖ of each layer
    void add(int epoch, double loss, Optional<Measured> measured, double[] upstream) {
        if (size == epochs.length) {
            thin();
        }
        if (records(epoch)) {
            epochs[size] = epoch;
            put(Series.LOSS, loss);
            Optional<Evaluation> train = measured.flatMap(Measured::train);
            Optional<Evaluation> test = measured.flatMap(Measured::test);
            put(Series.TRAIN_LOSS, loss(train));
            put(Series.TRAIN_ACCURACY, accuracy(train));
            put(Series.TEST_LOSS, loss(test));
            put(Series.TEST_ACCURACY, accuracy(test));
            for (int l = 0; l < layers.size(); l++) {
                values[SERIES + l][size] = upstream[l];
            }
            size++;
            written = null;
        }
    }

    private void put(Series series, double value) {
        values[series.ordinal()][size] = value;
    }

    private static double loss(Optional<Evaluation> evaluation) {
        return evaluation.map(Evaluation::loss).orElse(Double.NaN);
    }

    private static double accuracy(Optional<Evaluation> evaluation) {
        return evaluation.map(e -> e.accuracy().orElse(Double.NaN)).orElse(Double.NaN);
    }

    private void thin() {
        every *= 2;
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (k == 0 || epochs[k] % every == 0) {
                epochs[kept] = epochs[k];
                for (double[] row : values) {
                    row[kept] = row[k];
                }
                kept++;
            }
        }
        size = kept;
        written = null;
    }

    /// Drops what comes after an epoch.
    void forgetAfter(int epoch) {
        while (size > 0 && epochs[size - 1] > epoch) {
            size--;
            written = null;
        }
    }

    void reset() {
        every = 1;
        size = 0;
        written = null;
    }

    /// What there is by now.
    History history() {
        if (written == null) {
            double[][] copies = new double[values.length][];
            Arrays.setAll(copies, row -> Arrays.copyOf(values[row], size));
            written = new History(layers, every, Arrays.copyOf(epochs, size), copies);
        }
        return written;
    }
}
