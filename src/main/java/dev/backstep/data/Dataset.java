package dev.backstep.data;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
    public Dataset(
            Task task, int features, int outputs, double[] x, double[] y, List<String> labels) {
        this.task = task;
        this.features = features;
        this.outputs = outputs;
        this.x = x;
        this.y = y;
        this.labels = List.copyOf(labels);
    }

    /// Samples whose labels are numbers: 0 and 1 of one output are two classes, and several outputs
    /// of which one is 1 and the others 0 a class each.
    ///
    /// @param outputs what the rows of `y` are called
    static Dataset ofNumbers(int features, List<String> outputs, double[] x, double[] y) {
        int k = outputs.size();
        boolean flags = Arrays.stream(y).allMatch(v -> v == 0 || v == 1);
        if (k == 1) {
            Task task = flags ? Task.BINARY : Task.REGRESSION;
            return new Dataset(task, features, 1, x, y, List.of());
        }
        boolean oneHot = flags;
        for (int s = 0; s < y.length && oneHot; s += k) {
            oneHot = Arrays.stream(y, s, s + k).sum() == 1;
        }
        return new Dataset(
                oneHot ? Task.CLASSES : Task.REGRESSION,
                features,
                k,
                x,
                y,
                oneHot ? outputs : List.of());
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
    public void fill(int[] order, int first, Strided xs, int from, int to) {
        fill(x, features, order, first, xs, from, to);
    }

    /// Lays the labels of samples out in the same way.
    public void fillLabels(int[] order, int first, Strided ys) {
        fill(y, outputs, order, first, ys, 0, outputs);
    }

    private static void fill(
            double[] data, int width, int[] order, int first, Strided out, int from, int to) {
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
            double[] data,
            int width,
            int[] order,
            int first,
            Strided out,
            int col,
            int from,
            int to) {
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

    /// Samples that are written out.
    ///
    /// @param rows samples × (features + labels), the labels last
    /// @param labels how many columns are labels
    public static Dataset of(Tensor rows, int labels) {
        int features = rows.cols() - labels;
        double[] x = new double[rows.rows() * features];
        double[] y = new double[rows.rows() * labels];
        for (int k = 0; k < rows.rows(); k++) {
            for (int j = 0; j < rows.cols(); j++) {
                double value = rows.at(k * rows.cols() + j);
                if (j < features) {
                    x[k * features + j] = value;
                } else {
                    y[k * labels + j - features] = value;
                }
            }
        }
        List<String> names = IntStream.range(0, labels).mapToObj(Integer::toString).toList();
        return ofNumbers(features, names, x, y);
    }

    /// The first mini-batch of a run: what [dev.backstep.train.Training#upcoming] gives before the
    /// first step.
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
    /// @param notes what was left out of what was read
    public record Split(Dataset train, Dataset test, List<Message> notes) {

        public Split(Dataset train, Dataset test) {
            this(train, test, List.of());
        }

        /// For a program without samples of its own: an epoch is one step, as if it had one sample
        /// of no features.
        public static final Split NONE =
                new Split(
                        new Dataset(Task.REGRESSION, 0, 1, new double[0], new double[1], List.of()),
                        new Dataset(
                                Task.REGRESSION, 0, 1, new double[0], new double[0], List.of()));

        public Split {
            notes = List.copyOf(notes);
        }

        public Split noting(List<Message> changed) {
            return new Split(train, test, changed);
        }

        /// The features with mean 0 and standard deviation 1 over the training part; one that is
        /// the same in all of them becomes 0.
        ///
        /// @param but features that stay as they are
        public Split standardised(Set<Integer> but) {
            int width = train.features;
            double[] mean = new double[width];
            double[] deviation = new double[width];
            Arrays.fill(deviation, 1);
            for (int f = 0; f < width; f++) {
                if (!but.contains(f)) {
                    mean[f] = train.mean(f);
                    double spread = train.deviation(f, mean[f]);
                    mean[f] = spread == 0 ? train.x[f] : mean[f];
                    deviation[f] = spread == 0 ? 1 : spread;
                }
            }
            return new Split(train.moved(mean, deviation), test.moved(mean, deviation), notes);
        }
    }

    private double mean(int feature) {
        double sum = 0;
        for (int k = feature; k < x.length; k += features) {
            sum += x[k] / samples();
        }
        return sum;
    }

    /// √(Σ (x − mean)²/n); 0 where rounding is all the difference there is.
    private double deviation(int feature, double mean) {
        double sum = 0;
        boolean same = true;
        for (int k = feature; k < x.length; k += features) {
            sum += (x[k] - mean) * (x[k] - mean) / samples();
            same &= x[k] == x[feature];
        }
        return same ? 0 : Math.sqrt(sum);
    }

    private Dataset moved(double[] mean, double[] deviation) {
        double[] changed = new double[x.length];
        Arrays.setAll(changed, k -> (x[k] - mean[k % features]) / deviation[k % features]);
        return new Dataset(task, features, outputs, changed, y, labels);
    }

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
