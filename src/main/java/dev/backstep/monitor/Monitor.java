package dev.backstep.monitor;

import dev.backstep.notation.Labels;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.ConfusionPicture;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.StripsPicture;
import dev.backstep.text.Bundle;
import dev.backstep.train.Frame;
import dev.backstep.train.Grid;
import dev.backstep.train.History;
import dev.backstep.train.NetworkShape;
import dev.backstep.train.Predictions;
import dev.backstep.train.Responses;
import dev.backstep.train.RightRun;
import dev.backstep.train.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The pictures of one training, whatever moment of it is shown. Never changes, so that any thread
/// may use it; a picture takes well under a millisecond, unless there are very many samples.
public final class Monitor {

    private final TrainingSetup setup;
    private final Optional<NetworkPictures> network;
    private final SamplePictures samples;
    private final UnitPictures units;
    private final CoursePictures course;

    private Monitor(
            TrainingSetup setup,
            Optional<NetworkPictures> network,
            SamplePictures samples,
            CoursePictures course) {
        this.setup = setup;
        this.network = network;
        this.samples = samples;
        this.units = samples.units();
        this.course = course;
    }

    /// @param texts in whose language the words of the pictures are
    public static Monitor of(TrainingSetup setup, Bundle texts) {
        Network network = setup.network().apply(setup.size());
        Labels labels = Labels.of(network.graph());
        return new Monitor(
                setup,
                NetworkShape.of(network).map(s -> new NetworkPictures(network, s, labels)),
                SamplePictures.of(setup, network, texts),
                new CoursePictures(
                        texts, network.graph(), labels, network.pass().mistake().isPresent()));
    }

    /// Whether there is a picture of the network: whether it is made of layers.
    public boolean isLayered() {
        return network.isPresent();
    }

    /// The grid of `side`·`side` points that pictures need to be told of: the plane of two
    /// features, counted from 0; of a single feature its line. Empty for a program without samples.
    public Optional<Grid> grid(int horizontal, int vertical, int side) {
        int features = setup.data().train().features();
        if (!setup.hasSamples() || features == 0) {
            return Optional.empty();
        }
        return Optional.of(
                features == 1
                        ? Grid.line(setup.data().train(), 0, 4 * side)
                        : Grid.plane(setup.data().train(), horizontal, vertical, side, side));
    }

    /// The network with its weights, or the gradients of the last batch; empty if it is not made of
    /// layers.
    public Optional<NetworkPicture> network(Snapshot now, Mapped maps, Shows shows) {
        return network.map(n -> n.picture(now, maps, shows));
    }

    /// The answer over the plane, and the samples on it.
    ///
    /// @param train what is predicted of the samples trained on, to mark what is wrong
    /// @param test the same of those held back
    /// @param batch the samples of a batch, as indices into those trained on
    public BoundaryPicture boundary(
            Mapped maps,
            Optional<Predictions> train,
            Optional<Predictions> test,
            List<Integer> batch) {
        return samples.boundary(maps, train, test, batch);
    }

    /// A sample that drives a unit.
    ///
    /// @param index into the samples trained on
    /// @param answer of the unit to it
    /// @param label what it is, in words; empty if that is many numbers
    public record Driver(int index, double answer, String label) {}

    /// The samples trained on that a unit answers most to, the strongest first.
    ///
    /// @param column 0 for the features, then the layers
    /// @param answers of the units to all samples trained on; a feature needs none
    public List<Driver> drivers(int column, int unit, Optional<Responses> answers, int count) {
        return units.drivers(column, unit, answers, count);
    }

    /// What one unit answers over the plane, with the samples that drive it most in rings.
    ///
    /// @param column 0 for the features, then the layers
    public BoundaryPicture unit(Mapped maps, int column, int unit, List<Driver> drivers) {
        return units.picture(maps, column, unit, drivers);
    }

    /// A sample as the boundary shows it.
    ///
    /// @param index into the samples held back, or into those trained on
    public record SampleAt(boolean test, int index) {}

    /// Which sample is the k-th of the boundary, as [dev.backstep.paint.plot.BoundaryPainter] finds
    /// it.
    public SampleAt sample(int k) {
        return samples.at(k);
    }

    /// Which sample of the boundary one is that is trained on, if it is drawn.
    ///
    /// @param index into the samples trained on
    public OptionalInt drawn(int index) {
        return samples.drawn(index);
    }

    /// Loss over the epochs.
    ///
    /// @param earlier the curves of earlier runs, drawn behind
    public CurvesPicture losses(Frame frame, List<PlottedCurve> earlier) {
        return losses(frame.history(), frame.snapshot(), earlier);
    }

    public CurvesPicture losses(History history, Snapshot now, List<PlottedCurve> earlier) {
        return course.losses(history, now, earlier);
    }

    /// The share that is classified right over the epochs; empty where numbers are learnt.
    public Optional<CurvesPicture> accuracy(History history) {
        return course.accuracy(history);
    }

    /// The loss of a run as the curve of an earlier one.
    public static PlottedCurve earlier(String name, History history) {
        return CoursePictures.earlier(name, history);
    }

    /// The loss of the run without the mistake, to stand beside that of the one with it.
    public PlottedCurve right(RightRun run) {
        return course.right(run);
    }

    /// The gradients that reach the layers over the epochs; empty for a program without layers.
    public Optional<StripsPicture> gradients(History history) {
        return course.gradients(history, network.map(NetworkPictures::zNames).orElse(List.of()));
    }

    /// The weights of each layer, with how large the last step was beside them; empty before the
    /// first batch.
    public Optional<HistogramsPicture> weights(Snapshot now) {
        return course.weights(now);
    }

    /// The activations of each layer, with how many of its units are dead or saturated; empty
    /// before the first batch.
    public Optional<HistogramsPicture> activations(Snapshot now) {
        return course.activations(now, network.map(NetworkPictures::names).orElse(List.of()));
    }

    /// What samples were taken for; empty where numbers are learnt.
    public Optional<ConfusionPicture> confusion(Predictions predictions) {
        return samples.confusion(predictions);
    }
}
