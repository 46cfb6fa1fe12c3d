package dev.backstep.cli;

import dev.backstep.lang.Model;
import dev.backstep.lang.Schedule;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.text.Bundle;
import dev.backstep.train.Training;
import java.io.Console;
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

    private static final int NOT_FINITE = 1;
    private static final int INTERRUPTED = 130;
    private static final long FLUSH_EVERY = 100_000_000;

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

    private final Streams streams;
    private long flushed;
    private long worked;

    Train(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (epochs != null && (epochs < 1 || epochs > Schedule.MAX_EPOCHS)) {
            throw new Refused("--epochs " + epochs + ": a number from 1 to " + Schedule.MAX_EPOCHS);
        }
        Model model = program.modelToTrain(streams);
        TrainingSetup setup =
                model.setup()
                        .orElseThrow(() -> new Refused(program.file() + ": " + missing(model)));
        Optional<TrainedFile> saving = Optional.ofNullable(save).map(TrainedFile::of);
        int last = epochs != null ? epochs : setup.epochs();
        try (Interrupt interrupt = Interrupt.listen()) {
            Training training = Training.of(setup);
            training.openSecondCore();
            try {
                int exit = run(training, progress(last), last, interrupt);
                saving.ifPresent(
                        s -> {
                            String said = s.save(program.asRead(), model, training);
                            (json ? streams.err() : streams.out()).print(said);
                        });
                return exit;
            } finally {
                training.closeSecondCore();
                streams.out().flush();
                streams.err().flush();
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(program.file() + ": " + e.getMessage());
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
        Console console = System.console();
        return console != null && console.isTerminal()
                ? new ProgressBarDisplay(
                        streams.out(), last, ProgressBarDisplay.width(System.getenv("COLUMNS")))
                : new EpochLines(streams.out(), last);
    }

    private int run(Training training, EpochDisplay progress, int last, Interrupt interrupt) {
        boolean heard = true;
        boolean going = true;
        while (going && heard && training.epochs() < last && !interrupt.isAsked()) {
            int epoch = training.epochs();
            long start = System.nanoTime();
            going = training.next();
            worked += System.nanoTime() - start;
            if (training.epochs() > epoch && progress.tells(training.epochs())) {
                progress.epoch(RunSummary.of(training));
                heard = flush();
            }
            progress.batch(training, speed(training));
        }
        boolean finite = training.check();
        if (heard) {
            progress.end(training, speed(training));
        }
        training.failure()
                .ifPresent(
                        f ->
                                streams.err()
                                        .print(
                                                "stopped: "
                                                        + Bundle.ENGLISH.say(f.sentence())
                                                        + "\n"));
        return !finite ? NOT_FINITE : interrupt.isAsked() ? INTERRUPTED : 0;
    }

    /// Samples a second, measuring aside.
    private double speed(Training training) {
        return worked == 0 ? 0 : training.samples() / (worked / 1e9);
    }

    /// Lets what is printed be seen, now and then; false where nobody reads it any more.
    private boolean flush() {
        long now = System.nanoTime();
        if (now - flushed < FLUSH_EVERY) {
            return true;
        }
        flushed = now;
        return !streams.out().checkError();
    }
}
