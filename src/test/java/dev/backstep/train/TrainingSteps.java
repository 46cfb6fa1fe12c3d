package dev.backstep.train;

import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Op;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A training to be measured: `2-8-8-1 x32` and the like, the loop with all that belongs to it.
public final class TrainingSteps {

    /// How many samples an epoch has.
    public static final int SAMPLES = 3_840;

    /// How many samples an epoch of [#live] has.
    public static final int LIVE_SAMPLES = 400;

    private final Training training;

    private TrainingSteps(Training training) {
        this.training = training;
    }

    public static TrainingSteps of(String description) {
        String[] parts = description.split(" x");
        int[] sizes = Arrays.stream(parts[0].split("-")).mapToInt(Integer::parseInt).toArray();
        int outputs = sizes[sizes.length - 1];
        boolean classes = outputs > 1;
        Random random = new Random(2);
        double[] x = random.doubles((long) SAMPLES * sizes[0], -1, 1).toArray();
        double[] y = new double[SAMPLES * outputs];
        for (int k = 0; k < SAMPLES; k++) {
            y[k * outputs + (classes ? random.nextInt(outputs) : 0)] =
                    classes ? 1 : random.nextInt(2);
        }
        Dataset.Task task = classes ? Dataset.Task.CLASSES : Dataset.Task.BINARY;
        Dataset data = new Dataset(task, sizes[0], outputs, x, y, List.of());
        Op hidden = classes ? new Op.Relu(0) : Op.Unary.TANH;
        Nets.Head head = classes ? Nets.Head.SOFTMAX_CE : Nets.Head.SIGMOID_BCE;
        TrainingSetup setup =
                new TrainingSetup(
                        n -> Nets.mlp(sizes, hidden, head, 7, n),
                        data.split(0, 1),
                        new Optimiser.Sgd(1e-3, 0, 0),
                        Integer.parseInt(parts[1]),
                        Runs.LONG,
                        1);
        return new TrainingSteps(Training.of(setup));
    }

    /// A run as the window begins it: 2-8-8-1 on two spirals, in batches of 10, by plain loops.
    public static Run live() {
        Dataset.Split data =
                Datasets.SPIRAL.draw(
                        new Datasets.SamplingSettings(2 * LIVE_SAMPLES, 0.05, 11, 0.5, 5));
        TrainingSetup setup =
                new TrainingSetup(
                        n ->
                                Nets.mlp(
                                        new int[] {2, 8, 8, 1},
                                        Op.Unary.TANH,
                                        Nets.Head.SIGMOID_BCE,
                                        7,
                                        n),
                        data,
                        new Optimiser.Sgd(0.03, 0, 0),
                        10,
                        100,
                        1);
        return Run.of(Training.of(setup, new PlainKernels()));
    }

    /// Has a second core take its share, where it pays.
    public void openSecondCore() {
        training.openSecondCore();
    }

    public void closeSecondCore() {
        training.closeSecondCore();
    }

    public double epoch() {
        training.epoch();
        return training.epochLoss();
    }
}
