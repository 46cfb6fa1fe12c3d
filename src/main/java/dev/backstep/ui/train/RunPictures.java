package dev.backstep.ui.train;

import dev.backstep.graph.Mistake;
import dev.backstep.monitor.Mapped;
import dev.backstep.monitor.Monitor;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.ConfusionPicture;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.StripsPicture;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.text.Bundle;
import dev.backstep.train.Diagnosis;
import dev.backstep.train.Frame;
import dev.backstep.train.Grid;
import dev.backstep.train.Predictions;
import dev.backstep.train.Predictor;
import dev.backstep.train.Responses;
import dev.backstep.train.RightRun;
import dev.backstep.train.Snapshot;
import dev.backstep.train.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// All pictures of a frame of one run. Evaluates the network, which may take a while: belongs to
/// one thread, which is not the window's.
final class RunPictures {

    /// Points on each side of the maps of units and of the boundary.
    private static final int UNIT_SIDE = 24;

    private static final int BOUNDARY_SIDE = 72;

    /// Predictions of all samples take no more than this share of the time.
    private static final double SHARE = 0.25;

    /// Samples that are told of a unit.
    private static final int DRIVERS = 5;

    /// How long the run without the mistake may take to catch up, in nanoseconds: while the run
    /// plays, and while it stands still.
    private static final long SHORT = 40_000_000;

    private static final long LONG = 4_000_000_000L;

    /// A unit that is looked at, and the samples that drive it most.
    record Driven(UnitAt unit, List<Monitor.Driver> samples) {}

    /// What a frame looks like.
    ///
    /// @param samples how many are trained on
    /// @param held which sample of the boundary the other features are held at, if it is drawn
    /// @param driven of the unit that was asked for
    /// @param mistake what the run is trained with, if anything, and what follows from it
    record Shown(
            Monitor monitor,
            int features,
            int samples,
            OptionalInt held,
            Frame frame,
            Optional<NetworkPicture> network,
            Optional<Mapped> plane,
            Optional<BoundaryPicture> boundary,
            CurvesPicture losses,
            Optional<CurvesPicture> accuracy,
            Optional<StripsPicture> gradients,
            Optional<HistogramsPicture> weights,
            Optional<HistogramsPicture> activations,
            Optional<ConfusionPicture> confusion,
            Optional<Driven> driven,
            Optional<MistakeNotice> mistake,
            List<Trouble> troubles) {

        /// What a unit answers over the plane.
        Optional<BoundaryPicture> unit(UnitAt at) {
            return plane.map(m -> monitor.unit(m, at.column(), at.unit(), drivers(at)));
        }

        /// The samples that drive a unit most; empty before they are known.
        List<Monitor.Driver> drivers(UnitAt at) {
            return driven.filter(d -> d.unit().equals(at)).map(Driven::samples).orElse(List.of());
        }
    }

    private final TrainingSetup setup;
    private final Monitor monitor;
    private final Diagnosis diagnosis;
    private final Optional<Mistake> mistake;
    private final Optional<RightRun> right;
    private final Optional<Predictor> predictor;
    private Optional<Predictions> train = Optional.empty();
    private Optional<Predictions> test = Optional.empty();
    private long predicted;
    private long cost;
    private @Nullable Frame last;

    /// Compiles the forward pass of a network.
    RunPictures(TrainingSetup setup, Locale language) {
        this.setup = setup;
        this.monitor = Monitor.of(setup, Bundle.in(language));
        this.diagnosis = Diagnosis.of(setup);
        this.mistake = setup.mistake();
        this.right = RightRun.of(setup);
        this.predictor = setup.hasSamples() ? Optional.of(Predictor.of(setup)) : Optional.empty();
    }

    /// How many features a sample has.
    private int features() {
        return setup.hasSamples() ? setup.data().train().features() : 0;
    }

    Monitor monitor() {
        return monitor;
    }

    /// All pictures of a frame.
    Shown of(PictureBeat.Wanted wanted) {
        Frame frame = wanted.frame();
        AxesChooser.Axes axes = wanted.axes();
        Snapshot now = frame.snapshot();
        Optional<Mapped> units = mapped(now, axes, UNIT_SIDE);
        Optional<Mapped> plane = mapped(now, axes, BOUNDARY_SIDE);
        predict(frame);
        return new Shown(
                monitor,
                features(),
                setup.hasSamples() ? setup.data().train().samples() : 0,
                held(axes),
                frame,
                units.flatMap(m -> monitor.network(now, m, wanted.shows())),
                plane,
                plane.map(m -> monitor.boundary(m, train, test, now.lastBatch())),
                monitor.losses(frame, beside(wanted)),
                monitor.accuracy(frame.history()),
                monitor.gradients(frame.history()),
                monitor.weights(now),
                monitor.activations(now),
                test.or(() -> train).flatMap(monitor::confusion),
                wanted.unit().map(this::driven),
                mistake.map(m -> MistakeNotice.of(m, frame, right)),
                diagnosis.of(frame));
    }

    /// The curves that stand beside that of the run; the run without the mistake, if it has one,
    /// catches up for that.
    private List<PlottedCurve> beside(PictureBeat.Wanted wanted) {
        List<PlottedCurve> curves = new ArrayList<>(wanted.earlier());
        Frame frame = wanted.frame();
        boolean plays = frame.state() == Frame.RunState.PLAYING;
        right.ifPresent(
                r -> {
                    r.follow(frame.snapshot().epoch(), plays ? SHORT : LONG);
                    r.adjust(wanted.setup());
                    curves.add(monitor.right(r));
                });
        return curves;
    }

    private Driven driven(UnitAt at) {
        Optional<Responses> answers = train.map(Predictions::outputs);
        return new Driven(at, monitor.drivers(at.column(), at.unit(), answers, DRIVERS));
    }

    private Optional<Mapped> mapped(Snapshot now, AxesChooser.Axes axes, int side) {
        boolean chosen =
                features() > 2 && Math.max(axes.horizontal(), axes.vertical()) < features();
        AxesChooser.Axes plane = chosen ? axes : AxesChooser.Axes.FIRST;
        Optional<Grid> grid =
                monitor.grid(plane.horizontal(), plane.vertical(), side).map(g -> held(plane, g));
        return predictor.flatMap(
                p ->
                        grid.map(
                                g -> {
                                    Responses answers = p.responses(now.parameters(), g);
                                    return new Mapped(g, answers);
                                }));
    }

    private OptionalInt held(AxesChooser.Axes axes) {
        return isHeld(axes) ? monitor.drawn(axes.sample().getAsInt()) : OptionalInt.empty();
    }

    private boolean isHeld(AxesChooser.Axes axes) {
        return features() > 2
                && axes.sample().isPresent()
                && axes.sample().getAsInt() < setup.data().train().samples();
    }

    /// The other features as in the sample that is chosen.
    private Grid held(AxesChooser.Axes axes, Grid grid) {
        if (!isHeld(axes)) {
            return grid;
        }
        Strided sample = Strided.zeros(new Shape(features(), 1));
        int[] one = {axes.sample().getAsInt()};
        setup.data().train().fill(one, 0, sample, 0, features());
        return grid.withOthers(DoubleStream.of(sample.toTensor().toArray()).boxed().toList());
    }

    /// Predicts the samples anew, unless that was done so lately that it would take too much of the
    /// time; of a run that stands still always.
    @SuppressWarnings("ReferenceEquality") // the very frame that was shown before
    private void predict(Frame frame) {
        long now = System.nanoTime();
        boolean plays = frame.state() == Frame.RunState.PLAYING;
        if (predictor.isEmpty() || frame == last || plays && now - predicted < cost * (1 / SHARE)) {
            return;
        }
        last = frame;
        Predictor by = predictor.get();
        train = Optional.of(by.predictions(frame.snapshot().parameters(), setup.data().train()));
        test =
                setup.data().test().samples() == 0
                        ? Optional.empty()
                        : Optional.of(
                                by.predictions(frame.snapshot().parameters(), setup.data().test()));
        predicted = System.nanoTime();
        cost = predicted - now;
    }
}
