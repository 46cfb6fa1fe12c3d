package dev.backstep.cli;

import dev.backstep.cli.AfterOption.Place;
import dev.backstep.export.TrainingPlot;
import dev.backstep.monitor.Mapped;
import dev.backstep.monitor.Monitor;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Failure;
import dev.backstep.train.Frame;
import dev.backstep.train.Grid;
import dev.backstep.train.Predictions;
import dev.backstep.train.Predictor;
import dev.backstep.train.Run;
import dev.backstep.train.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A view of a training for `render`: of the network and the boundary as they are after `--after`,
/// or before the first batch; of losses and gradients up to there, or to the end.
///
/// @param failure why the training stopped, if a number left the finite ones
record TrainingView(TrainingPlot plot, Optional<Failure> failure) {

    private static final List<String> VIEWS = List.of("network", "boundary", "loss", "gradients");
    private static final int NOT_FINITE = 1;
    private static final int TILE = 48;
    private static final int MAP = 120;

    /// @throws Refused if there is no such view, nothing to train, or the training stops before the
    ///   moment that is to be shown
    static TrainingView of(String view, ShownArgument program, Streams streams) {
        if (!VIEWS.contains(view)) {
            throw new Refused(
                    "--view "
                            + ProgramArgument.shown(view)
                            + ": the views are graph, network, boundary, loss and gradients");
        }
        var model = program.modelToTrain(streams);
        TrainingSetup setup =
                model.setup()
                        .orElseThrow(
                                () -> new Refused("--view " + view + ": " + Train.missing(model)));
        boolean course = view.equals("loss") || view.equals("gradients");
        Place until = program.after().place().orElse(new Place(course ? setup.epochs() : 0, 0));
        Monitor monitor = Monitor.of(setup, Bundle.ENGLISH);
        refuse(view, setup, monitor);
        try {
            Frame frame = trained(setup, until);
            Optional<Failure> failure = frame.snapshot().failure();
            if (!course && failure.isPresent()) {
                throw new Refused(
                        "--view " + view + ": training stopped in " + failure.get().sentence(),
                        NOT_FINITE);
            }
            return new TrainingView(plot(view, setup, monitor, frame, streams), failure);
        } catch (IllegalArgumentException e) {
            throw new Refused(program.file() + ": " + e.getMessage());
        }
    }

    private static void refuse(String view, TrainingSetup setup, Monitor monitor) {
        boolean sampled = view.equals("network") || view.equals("boundary");
        if (sampled && !setup.hasSamples()) {
            throw new Refused("--view " + view + ": this program has no data line, so no samples");
        }
        if (view.equals("network") && !monitor.isLayered()) {
            throw new Refused(
                    "--view network: this network is not one layer after the other;"
                            + " --view graph draws it");
        }
    }

    private static Frame trained(TrainingSetup setup, Place until) {
        Run run = Run.of(setup);
        try {
            if (until.epochs() > 0) {
                run.epochs(until.epochs());
                run.settled().join();
            }
            if (until.batches() > 0) {
                run.batches(until.batches());
            }
            return run.settled().join();
        } finally {
            run.close();
        }
    }

    private static TrainingPlot plot(
            String view, TrainingSetup setup, Monitor monitor, Frame frame, Streams streams) {
        Snapshot now = frame.snapshot();
        return switch (view) {
            case "network" -> {
                Mapped maps = maps(setup, monitor, now, TILE);
                note(setup, streams);
                yield TrainingPlot.of(monitor.network(now, maps, Shows.WEIGHTS).orElseThrow());
            }
            case "boundary" -> {
                note(setup, streams);
                yield boundary(setup, monitor, now);
            }
            case "loss" -> TrainingPlot.of(monitor.losses(frame, List.of()));
            default ->
                    TrainingPlot.of(
                            monitor.gradients(frame.history())
                                    .orElseThrow(
                                            () ->
                                                    new Refused(
                                                            "--view gradients: this program has"
                                                                    + " no layer W @ x")));
        };
    }

    private static void note(TrainingSetup setup, Streams streams) {
        int features = setup.data().train().features();
        if (features > 2) {
            streams.err()
                    .print(
                            "note: the maps are over features 1 and 2; the other "
                                    + (features - 2)
                                    + " are at their mean\n");
        }
    }

    private static Mapped maps(TrainingSetup setup, Monitor monitor, Snapshot now, int side) {
        Grid grid =
                monitor.grid(0, 1, side)
                        .orElseThrow(() -> new Refused("there are no features to draw over"));
        return new Mapped(grid, Predictor.of(setup).responses(now.parameters(), grid));
    }

    private static TrainingPlot boundary(TrainingSetup setup, Monitor monitor, Snapshot now) {
        Predictor predictor = Predictor.of(setup);
        Map<String, Tensor> values = now.parameters();
        boolean tested = setup.data().test().samples() > 0;
        Predictions train = predictor.predictions(values, setup.data().train());
        Optional<Predictions> test =
                tested
                        ? Optional.of(predictor.predictions(values, setup.data().test()))
                        : Optional.empty();
        return TrainingPlot.of(
                monitor.boundary(
                        maps(setup, monitor, now, MAP), Optional.of(train), test, now.lastBatch()));
    }
}
