package dev.backstep.train;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Op;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;

/// Recipes that tests train.
final class Runs {

    /// So many epochs that the run is worth the loops on the Vector API.
    static final int LONG = 1_000_000;

    private Runs() {}

    static TrainingSetup setup(
            Datasets set,
            int samples,
            int[] sizes,
            Op hidden,
            Nets.Head head,
            Optimiser o,
            int batch) {
        Dataset.Split data = set.draw(new Datasets.SamplingSettings(samples, 0.05, 11, 0.25, 5));
        return new TrainingSetup(
                n -> Nets.mlp(sizes, hidden, head, 3, n), data, o, batch, LONG, 17);
    }

    /// Two moons, a tiny net, 45 samples in batches of 10, the last of 5: done by plain loops.
    static TrainingSetup brief(Optimiser optimiser) {
        int[] sizes = {2, 4, 1};
        Dataset.Split data =
                Datasets.MOONS.draw(new Datasets.SamplingSettings(60, 0.05, 11, 0.25, 5));
        return new TrainingSetup(
                n -> Nets.mlp(sizes, Op.Unary.TANH, Nets.Head.SIGMOID_BCE, 3, n),
                data,
                optimiser,
                10,
                10,
                17);
    }

    /// Spirals, a small net, 150 samples in batches of 32: the last batch of an epoch has 22.
    static TrainingSetup small(Optimiser optimiser) {
        return setup(
                Datasets.SPIRAL,
                200,
                new int[] {2, 8, 8, 1},
                Op.Unary.TANH,
                Nets.Head.SIGMOID_BCE,
                optimiser,
                32);
    }
}
