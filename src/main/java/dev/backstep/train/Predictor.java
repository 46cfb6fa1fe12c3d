package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.data.Dataset;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Evaluates a network with given parameters, such as those of a [Frame], many points at once: no
/// training is touched. Belongs to one thread.
public final class Predictor {

    /// Points that are put through together, if memory allows.
    private static final int AT_ONCE = 400;

    private final Network network;
    private final Parameters parameters;
    private final CompiledNetwork worker;
    private double nanosAPoint;

    /// Lays the values of points out as columns.
    private interface PointSource {
        void fill(Strided x, int first, int count);
    }

    private Predictor(Network network, Kernels kernels) {
        this.network = network;
        this.parameters = Parameters.of(network.graph(), network.leaves());
        this.worker = CompiledNetwork.units(network, parameters, kernels);
    }

    /// Compiles the forward pass, which takes a moment.
    ///
    /// @throws IllegalArgumentException if the program has no samples
    public static Predictor of(TrainingSetup setup) {
        if (!setup.hasSamples()) {
            throw new IllegalArgumentException("a program without data predicts nothing");
        }
        int count = Math.min(AT_ONCE, Evaluator.atOnce(setup.network().apply(setup.size())));
        return new Predictor(setup.network().apply(count), Kernels.best(setup.work(0)));
    }

    /// What every unit answers to the points of a grid.
    public Responses responses(Map<String, Tensor> values, Grid grid) {
        return responses(
                values,
                grid.points(),
                (x, first, count) -> {
                    for (int f = 0; f < x.rows(); f++) {
                        for (int k = 0; k < count; k++) {
                            x.set(f, k, grid.feature(f, first + k));
                        }
                    }
                });
    }

    /// What every unit answers to the samples of a data set.
    public Responses responses(Map<String, Tensor> values, Dataset data) {
        int atOnce = worker.features().cols();
        int[] order = new int[Math.ceilDiv(data.samples(), atOnce) * atOnce];
        Arrays.setAll(order, k -> Math.min(k, data.samples() - 1));
        return responses(
                values, data.samples(), (x, first, _) -> data.fill(order, first, x, 0, x.rows()));
    }

    /// What is predicted of the samples of a data set.
    public Predictions predictions(Map<String, Tensor> values, Dataset data) {
        return Predictions.of(responses(values, data), data, network.threshold());
    }

    /// The greatest number of points on each side of a square grid that takes no longer than
    /// `budget`, as far as the evaluations so far can tell; from `least` to `most`.
    public int side(Duration budget, int least, int most) {
        return nanosAPoint == 0
                ? least
                : Math.clamp((long) Math.sqrt(budget.toNanos() / nanosAPoint), least, most);
    }

    private Responses responses(Map<String, Tensor> values, int points, PointSource source) {
        long start = System.nanoTime();
        parameters.set(values);
        List<Layer> layers = worker.layers();
        double[][][] units = new double[layers.size()][][];
        for (int l = 0; l < units.length; l++) {
            units[l] = new double[worker.program().view(layers.get(l).output()).rows()][points];
        }
        double[][] outputs = new double[worker.prediction().rows()][points];
        int atOnce = worker.features().cols();
        for (int first = 0; first < points; first += atOnce) {
            int count = Math.min(atOnce, points - first);
            source.fill(worker.features(), first, count);
            worker.program().forward();
            for (int l = 0; l < units.length; l++) {
                read(worker.program().view(layers.get(l).output()), units[l], first, count);
            }
            read(worker.prediction(), outputs, first, count);
        }
        nanosAPoint = (System.nanoTime() - start) / (double) Math.max(1, points);
        return new Responses(units, outputs);
    }

    private static void read(Strided from, double[][] to, int first, int count) {
        for (int unit = 0; unit < to.length; unit++) {
            for (int k = 0; k < count; k++) {
                to[unit][first + k] = from.get(unit, k);
            }
        }
    }
}
