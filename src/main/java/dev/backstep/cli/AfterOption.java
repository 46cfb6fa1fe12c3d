package dev.backstep.cli;

import dev.backstep.lang.Model;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.text.Bundle;
import dev.backstep.train.Failure;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--after N[:B]`: which moment of its training a program is shown at.
final class AfterOption {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?");

    @Option(
            names = "--after",
            paramLabel = "N[:B]",
            description =
                    "The state after N epochs of training and B batches more: the steps are those of"
                            + " the mini-batch that comes next.")
    private @Nullable String after;

    boolean isGiven() {
        return after != null;
    }

    /// The moment of the training of `model`; nothing if none is asked for.
    ///
    /// @throws CommandFailure if the option is wrong, there is nothing to train, the training stops
    ///   before that moment, or Ctrl-C ends it
    Optional<Moment> moment(Model model, Streams streams) {
        return place().map(p -> moment(said(String.valueOf(after)), p, model, streams));
    }

    private static String said(String asked) {
        return "--after " + ProgramArgument.shown(asked) + ": ";
    }

    /// So many epochs, and so many batches more.
    record Place(int epochs, int batches) {}

    /// The place in the training that is asked for, if any is.
    ///
    /// @throws CommandFailure if the option is wrong
    Optional<Place> place() {
        return after == null ? Optional.empty() : Optional.of(place(after));
    }

    private static Place place(String asked) {
        Matcher form = FORM.matcher(asked);
        if (!form.matches()) {
            throw new CommandFailure(
                    said(asked) + "expected a number of epochs, or epochs and batches as in 3:2");
        }
        return new Place(
                Integer.parseInt(form.group(1)),
                form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
    }

    /// The moment at a place in the training of `model`.
    ///
    /// @param said what a message about it begins with
    /// @throws CommandFailure if there is nothing to train, the training stops before that moment,
    ///   or Ctrl-C ends it
    static Moment moment(String said, Place place, Model model, Streams streams) {
        TrainingSetup setup =
                model.setup().orElseThrow(() -> new CommandFailure(said + Train.missing(model)));
        long epochs = place.epochs;
        long more = place.batches;
        try {
            Training before = Training.of(setup);
            long steps = epochs * before.batches() + more;
            return Interrupt.during(
                            streams,
                            interrupt ->
                                    train(
                                            said,
                                            before,
                                            steps,
                                            progress(streams, epochs),
                                            interrupt))
                    .moment();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(said + e.getMessage());
        }
    }

    private static Training train(
            String said,
            Training before,
            long steps,
            Optional<ProgressBarDisplay> progress,
            Interrupt interrupt) {
        long start = System.nanoTime();
        Training training;
        try {
            Predicate<Training> goesOn =
                    t -> {
                        progress.ifPresent(p -> p.batch(t, speed(t, start)));
                        return !interrupt.isAsked();
                    };
            training = Played.until(steps, before, false, goesOn).training();
        } finally {
            progress.ifPresent(ProgressBarDisplay::clear);
        }
        Optional<Failure> failure = training.failure();
        if (failure.isPresent() && training.steps() < steps) {
            throw new CommandFailure(
                    said + "training stopped in " + Bundle.ENGLISH.say(failure.get().sentence()),
                    ExitCode.FAILED);
        }
        if (training.steps() < steps) {
            throw new CommandFailure(said + "stopped by Ctrl-C", ExitCode.INTERRUPTED);
        }
        return training;
    }

    private static double speed(Training training, long start) {
        return training.samples() / ((System.nanoTime() - start + 1) / 1e9);
    }

    /// A bar on standard error, since what is asked for goes to standard output.
    private static Optional<ProgressBarDisplay> progress(Streams streams, long epochs) {
        return Streams.onTerminal()
                ? Optional.of(
                        new ProgressBarDisplay(
                                streams.err(),
                                (int) Math.max(1, epochs),
                                ProgressBarDisplay.width(System.getenv("COLUMNS"))))
                : Optional.empty();
    }
}
