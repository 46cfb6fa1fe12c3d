package dev.backstep.cli;

import dev.backstep.cli.AfterOption.Place;
import dev.backstep.export.Figure;
import dev.backstep.monitor.Monitor;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.text.Bundle;
import dev.backstep.train.Failure;
import dev.backstep.train.Training;
import java.util.List;
import java.util.Optional;

/// A view of a training for `render`: of the network and the boundary as they are after `--after`,
/// or before the first batch, with rings around the samples of the batch that comes next; of losses
/// and gradients up to there, or to the end.
///
/// @param failure why the training stopped, if a number left the finite ones
record TrainingView(Figure plot, Optional<Failure> failure) {

    private static final List<String> VIEWS = List.of("network", "boundary", "loss", "gradients");

    /// @throws CommandFailure if there is no such view, nothing to train, or the training stops
    ///   before the moment that is to be shown
    static TrainingView of(String view, ShownArgument program, Streams streams) {
        if (!VIEWS.contains(view)) {
            throw new CommandFailure(
                    "--view "
                            + ProgramArgument.shown(view)
                            + ": the views are graph, step, present, jacobian, table, network, boundary, loss and gradients");
        }
        var model = program.modelToTrain(streams);
        TrainingSetup setup =
                model.setup()
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                "--view " + view + ": " + Train.missing(model)));
        boolean course = view.equals("loss") || view.equals("gradients");
        Place until = program.after().place().orElse(new Place(course ? setup.epochs() : 0, 0));
        Monitor monitor = Monitor.of(setup, Bundle.ENGLISH);
        refuse(view, setup, monitor);
        try {
            Played played = trained(setup, until);
            Optional<Failure> failure = played.training().failure();
            if (!course && failure.isPresent()) {
                throw new CommandFailure(
                        "--view "
                                + view
                                + ": training stopped in "
                                + Bundle.ENGLISH.say(failure.get().sentence()),
                        ExitCode.FAILED);
            }
            return new TrainingView(plot(view, setup, monitor, played, streams), failure);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(program.file() + ": " + e.getMessage());
        }
    }

    private static void refuse(String view, TrainingSetup setup, Monitor monitor) {
        boolean sampled = view.equals("network") || view.equals("boundary");
        if (sampled && !setup.hasSamples()) {
            throw new CommandFailure(
                    "--view " + view + ": this program has no data line, so no samples");
        }
        if (view.equals("network") && !monitor.isLayered()) {
            throw new CommandFailure(
                    "--view network: this network is not one layer after the other;"
                            + " --view graph draws it");
        }
    }

    private static Played trained(TrainingSetup setup, Place until) {
        Training before = Training.of(setup);
        long batches = (long) until.epochs() * before.batches() + until.batches();
        return Played.until(batches, before, true, _ -> true);
    }

    private static Figure plot(
            String view, TrainingSetup setup, Monitor monitor, Played played, Streams streams) {
        TrainingPlots plots = new TrainingPlots(setup, monitor, played);
        return plots.noted(of(view, plots, setup, played, streams));
    }

    private static Figure of(
            String view, TrainingPlots plots, TrainingSetup setup, Played played, Streams streams) {
        return switch (view) {
            case "network" -> {
                note(setup, streams);
                yield plots.network().orElseThrow();
            }
            case "boundary" -> {
                note(setup, streams);
                yield plots.boundary(played.training().upcoming().indices())
                        .orElseThrow(
                                () -> new CommandFailure("there are no features to draw over"));
            }
            case "loss" -> plots.losses();
            default ->
                    plots.gradients()
                            .orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    "--view gradients: this program has"
                                                            + " no layer W @ x"));
        };
    }

    static void note(TrainingSetup setup, Streams streams) {
        int features = setup.data().train().features();
        if (features > 2) {
            streams.err()
                    .print(
                            "note: the maps are over features 1 and 2; the other "
                                    + (features - 2)
                                    + " are at their mean\n");
        }
    }
}
