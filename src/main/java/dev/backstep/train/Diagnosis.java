package dev.backstep.train;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.train.Trouble.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for what keeps a run from learning: in its setup once, and in each frame that it is asked
/// about.
public final class Diagnosis {

    /// A loss that has stayed within this share of itself for so many epochs is flat.
    private static final double FLAT = 0.005;

    private static final int EPOCHS = 20;

    /// A network that classifies this share right, or explains this share of the variance, has
    /// learnt: that its loss is flat then is no trouble.
    private static final double LEARNT = 0.95;

    /// Features above this make the first layer start on the flat ends of its activation.
    private static final double LARGE = 100;

    private final List<Trouble> setup;

    /// The mean squared distance of what is to be learnt from its mean.
    private final double variance;

    private Diagnosis(List<Trouble> setup, double variance) {
        this.setup = setup;
        this.variance = variance;
    }

    /// Goes through all samples once.
    public static Diagnosis of(TrainingSetup setup) {
        List<Trouble> found = new ArrayList<>();
        if (!setup.hasSamples()) {
            return new Diagnosis(found, 0);
        }
        Dataset train = setup.data().train();
        unscaled(FeatureRanges.of(train)).ifPresent(found::add);
        summed(setup.network().apply(setup.size())).ifPresent(found::add);
        boolean numbers = train.task() == Dataset.Task.REGRESSION;
        return new Diagnosis(List.copyOf(found), numbers ? variance(train.y()) : 0);
    }

    private static double variance(Tensor y) {
        double sum = 0;
        for (int i = 0; i < y.rows(); i++) {
            double mean = 0;
            for (int k = 0; k < y.cols(); k++) {
                mean += y.at(i, k) / y.cols();
            }
            for (int k = 0; k < y.cols(); k++) {
                sum += (y.at(i, k) - mean) * (y.at(i, k) - mean) / y.size();
            }
        }
        return sum;
    }

    private static Optional<Trouble> unscaled(FeatureRanges ranges) {
        int largest = 0;
        for (int f = 1; f < ranges.least().length; f++) {
            largest = ranges.size(f) > ranges.size(largest) ? f : largest;
        }
        return ranges.least().length == 0 || ranges.size(largest) <= LARGE
                ? Optional.empty()
                : Optional.of(
                        Trouble.of(
                                Kind.UNSCALED,
                                Message.of("trouble.unscaled")
                                        .with("feature", largest + 1)
                                        .with("value", number(ranges.size(largest)))));
    }

    /// A sum over the samples of a batch that reaches the output as it is, or added to other terms.
    private static Optional<Trouble> summed(Network network) {
        return network.samples() > 1 && isSummed(network)
                ? Optional.of(
                        Trouble.of(
                                Kind.SUMMED,
                                Message.of("trouble.summed").with("samples", network.samples())))
                : Optional.empty();
    }

    private static boolean isSummed(Network network) {
        boolean[] fromData = dependsOnData(network);
        boolean[] isTerm = new boolean[network.graph().size()];
        isTerm[network.output()] = true;
        for (Node node : network.graph().nodes().reversed()) {
            if (isTerm[node.id()] && node.op() == Op.Binary.ADD) {
                node.inputs().forEach(i -> isTerm[i] = true);
            } else if (isTerm[node.id()]
                    && fromData[node.id()]
                    && node.op() instanceof Op.SumTo
                    && network.graph().node(node.inputs().getFirst()).shape().cols()
                            == network.samples()) {
                return true;
            }
        }
        return false;
    }

    private static boolean[] dependsOnData(Network network) {
        boolean[] reached = new boolean[network.graph().size()];
        for (Node node : network.graph().nodes()) {
            reached[node.id()] =
                    node.id() == network.x() || node.inputs().stream().anyMatch(i -> reached[i]);
        }
        return reached;
    }

    /// What is wrong at the moment of a frame, if anything.
    public List<Trouble> of(Frame frame) {
        List<Trouble> found = new ArrayList<>(setup);
        if (!hasLearnt(frame)) {
            flat(frame).ifPresent(found::add);
            List<Layer.Report> layers = frame.snapshot().layers();
            for (int l = 0; l < layers.size(); l++) {
                ofLayer(layers.get(l), l == layers.size() - 1).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private boolean hasLearnt(Frame frame) {
        OptionalDouble accuracy =
                frame.measured().map(Measured::accuracy).orElse(OptionalDouble.empty());
        return accuracy.isPresent()
                ? accuracy.getAsDouble() >= LEARNT
                : frame.snapshot().epochLoss() <= (1 - LEARNT) * variance;
    }

    private static Optional<Trouble> flat(Frame frame) {
        History history = frame.history();
        int last = history.size() - 1;
        int first = last;
        double least = history.value(History.Series.LOSS, last);
        double greatest = least;
        while (first > 0 && history.epoch(last) - history.epoch(first) < EPOCHS) {
            first--;
            double loss = history.value(History.Series.LOSS, first);
            least = Math.min(least, loss);
            greatest = Math.max(greatest, loss);
        }
        int epochs = history.epoch(last) - history.epoch(first);
        return epochs >= EPOCHS && greatest - least <= FLAT * Math.abs(least)
                ? Optional.of(
                        Trouble.of(
                                Kind.FLAT,
                                Message.of("trouble.flat")
                                        .with("epochs", epochs)
                                        .with("least", number(least))
                                        .with("greatest", number(greatest))))
                : Optional.empty();
    }

    private static Optional<Trouble> ofLayer(Layer.Report layer, boolean isLast) {
        boolean dead = layer.dead() == layer.units();
        if (!dead && (isLast || layer.saturated() < layer.units())) {
            return Optional.empty();
        }
        return Optional.of(
                Trouble.of(
                        dead ? Kind.DEAD : Kind.SATURATED,
                        Message.of(dead ? "trouble.dead" : "trouble.saturated")
                                .with("units", layer.units())
                                .with("weight", layer.weight())));
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }
}
