package dev.backstep.train;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Samples with what is to be learnt from them. Kept sample by sample, so that a batch is drawn by
/// reading along.
public final class Dataset {

    /// What is to be learnt.
    public enum Task {
        /// one output, 0 or 1
        BINARY,
        /// one output a class, one-hot
        CLASSES,
        /// numbers
        REGRESSION
    }

    /// Samples of as many numbers do not stay in the first cache from one of them to the next.
    private static final int WIDE = 8;

    private final Task task;
    private final int features;
    private final int outputs;
    private final double[] x;
    private final double[] y;
    private final List<String> labels;

    /// @param x sample after sample, `features` numbers each
    /// @param y sample after sample, `outputs` numbers each
    /// @param labels the names of the classes, empty where they have none
    Dataset(Task task, int features, int outputs, double[] x, double[] y, List<String> labels) {
        this.task = task;
        this.features = features;
        this.outputs = outputs;
        this.x = x;
        this.y = y;
        this.labels = List.copyOf(labels);
    }

    public Task task() {
        return task;
    }

    public int features() {
        return features;
    }

    /// The rows of `y`.
    public int outputs() {
        return outputs;
    }

    public int samples() {
        return y.length / outputs;
    }

    /// Whether all that is to be learnt lies from 0 to 1, as probabilities do.
    public boolean isShares() {
        return Arrays.stream(y).allMatch(v -> v >= 0 && v <= 1);
    }

    public List<String> labels() {
        return labels;
    }

    /// features × samples.
    ///
    /// @throws IllegalArgumentException where a matrix cannot hold them
    public Tensor x() {
        return columns(x, features);
    }

    /// outputs × samples.
    public Tensor y() {
        return columns(y, outputs);
    }

    private Tensor columns(double[] data, int width) {
        Shape shape = new Shape(width, samples());
        return Tensor.generate(shape, k -> data[k % samples() * width + k / samples()]);
    }

    /// The samples at `indices`, in that order.
    Dataset select(int[] indices, int from, int to) {
        double[] xs = new double[(to - from) * features];
        double[] ys = new double[(to - from) * outputs];
        for (int k = from; k < to; k++) {
            System.arraycopy(x, indices[k] * features, xs, (k - from) * features, features);
            System.arraycopy(y, indices[k] * outputs, ys, (k - from) * outputs, outputs);
        }
        return new Dataset(task, features, outputs, xs, ys, labels);
    }

    /// Lays the features `from` to `to` of samples out as columns: `order[first]` as column 0, and
    /// so on.
    void fill(int[] order, int first, View xs, int from, int to) {
        fill(x, features, order, first, xs, from, to);
    }

    /// Lays the labels of samples out in the same way.
    void fillLabels(int[] order, int first, View ys) {
        fill(y, outputs, order, first, ys, 0, outputs);
    }

    private static void fill(
            double[] data, int width, int[] order, int first, View out, int from, int to) {
        int cols = out.cols();
        int s = 0;
        for (; to - from >= WIDE && s <= cols - 8; s += 8) {
            fillEight(data, width, order, first + s, out, s, from, to);
        }
        for (int f = from; f < to; f++) {
            int row = out.at() + f * cols;
            for (int k = s; k < cols; k++) {
                out.data()[row + k] = data[order[first + k] * width + f];
            }
        }
    }

    /// Eight samples side by side, so that what is written is whole cache lines.
    private static void fillEight(
            double[] data, int width, int[] order, int first, View out, int col, int from, int to) {
        int s0 = order[first] * width;
        int s1 = order[first + 1] * width;
        int s2 = order[first + 2] * width;
        int s3 = order[first + 3] * width;
        int s4 = order[first + 4] * width;
        int s5 = order[first + 5] * width;
        int s6 = order[first + 6] * width;
        int s7 = order[first + 7] * width;
        double[] o = out.data();
        for (int f = from; f < to; f++) {
            int row = out.at() + f * out.cols() + col;
            o[row] = data[s0 + f];
            o[row + 1] = data[s1 + f];
            o[row + 2] = data[s2 + f];
            o[row + 3] = data[s3 + f];
            o[row + 4] = data[s4 + f];
            o[row + 5] = data[s5 + f];
            o[row + 6] = data[s6 + f];
            o[row + 7] = data[s7 + f];
        }
    }

    /// The first mini-batch of a run: what [Training#upcoming] gives before the first step.
    ///
    /// @param seed of the shuffling
    public Dataset firstBatch(int size, long seed) {
        int[] order = new int[samples()];
        Shuffle.fill(order, seed, 0);
        return select(order, 0, Math.min(size, samples()));
    }

    /// Two parts of one data set.
    ///
    /// @param test what is never trained on; empty where none was asked for
    public record Split(Dataset train, Dataset test) {}

    /// Draws a share of the samples for testing, the others for training.
    public Split split(double test, long seed) {
        if (!(test >= 0 && test < 1)) {
            throw new IllegalArgumentException(
                    "test is " + test + "; it is a share, from 0 to less than 1");
        }
        int[] order = new int[samples()];
        Shuffle.fill(order, seed, 0);
        int held = Math.min((int) Math.round(test * samples()), samples() - 1);
        return new Split(select(order, held, samples()), select(order, 0, held));
    }
}
