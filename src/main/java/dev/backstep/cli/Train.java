package dev.backstep.cli;

import dev.backstep.lang.Model;
import dev.backstep.lang.Schedule;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.text.Bundle;
import dev.backstep.train.Failure;
import dev.backstep.train.Training;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep train FILE`: trains as the `train` line says and tells how it goes; 1 where a number
/// is no longer finite, 130 where Ctrl-C ended it.
@Command(
        name = "train",
        description =
                "Train as the train line says. Exit 1 if a number is no longer finite, 130 after Ctrl-C.",
        mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {

    @Mixin private final ProgramArgument program = new ProgramArgument();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "As many epochs instead of those of the program.")
    private @Nullable Integer epochs;

    @Option(
            names = "--json",
            description = "Print one JSON object an epoch, then one with the parameters.")
    private boolean json;

    @Option(
            names = "--save",
            paramLabel = "OUT.bs",
            description =
                    "Write the program with the trained parameters in the place of its initialisers;"
                            + " it may be the program itself.")
    private @Nullable String save;

    @Option(
            names = "--picture",
            paramLabel = "OUT",
            description =
                    "Draw the network and the views of its training, as they are at the end, on one"
                            + " sheet; the name ends in .png, .svg or .pdf.")
    private @Nullable String picture;

    private final Streams streams;

    Train(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (epochs != null && (epochs < 1 || epochs > Schedule.MAX_EPOCHS)) {
            throw new CommandFailure(
                    "--epochs " + epochs + ": a number from 1 to " + Schedule.MAX_EPOCHS);
        }
        Model model = program.modelToTrain(streams);
        TrainingSetup setup =
                model.setup()
                        .orElseThrow(
                                () -> new CommandFailure(program.file() + ": " + missing(model)));
        MistakeNote.print(model, streams.err());
        Optional<TrainedFile> saving = Optional.ofNullable(save).map(TrainedFile::of);
        Optional<TrainingPicture> drawing =
                Optional.ofNullable(picture).map(p -> TrainingPicture.of(p, program, setup));
        try {
            return Interrupt.during(
                    streams, interrupt -> run(setup, model, saving, drawing, interrupt));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(program.file() + ": " + e.getMessage());
        }
    }

    /// What a program lacks to be trained.
    static String missing(Model model) {
        return model.learning().isEmpty()
                ? "there is nothing to train: no data and no train line"
                : "there is no train line (add one such as train sgd(rate=0.1, batch=32))";
    }

    private EpochDisplay progress(int last) {
        if (json) {
            return new JsonLines(streams.out());
        }
        return Streams.onTerminal()
                ? new ProgressBarDisplay(
                        streams.out(), last, ProgressBarDisplay.width(System.getenv("COLUMNS")))
                : new EpochLines(streams.out(), last);
    }

    private int run(
            TrainingSetup setup,
            Model model,
            Optional<TrainedFile> saving,
            Optional<TrainingPicture> drawing,
            Interrupt interrupt) {
        int last = epochs != null ? epochs : setup.epochs();
        Training before = Training.of(setup);
        Telling telling = new Telling(progress(last), streams.out(), interrupt);
        long batches = (long) last * before.batches();
        Played played = Played.until(batches, before, drawing.isPresent(), telling);
        Training training = played.training();
        boolean finite = training.check();
        telling.end(training);
        training.failure().ifPresent(this::stopped);
        saving.ifPresent(s -> say(s.save(program.asRead(), model, training)));
        drawing.ifPresent(d -> say(d.draw(played)));
        return !finite
                ? ExitCode.FAILED
                : interrupt.isAsked() ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    private void stopped(Failure failure) {
        streams.err().print("stopped: " + Bundle.ENGLISH.say(failure.sentence()) + "\n");
    }

    /// JSON is all that standard output may have if it is asked for.
    private void say(String sentence) {
        (json ? streams.err() : streams.out()).print(sentence);
    }
}
