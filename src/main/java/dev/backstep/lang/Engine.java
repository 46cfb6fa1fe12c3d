package dev.backstep.lang;

import dev.backstep.data.DataFiles;
import dev.backstep.data.Dataset;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `data` and `train` lines while a program is read.
///
/// A program is read for its first mini-batch, or once more, with its data at hand, for another
/// number of samples.
final class Engine {

    private final DataFiles files;
    private final int samples;
    private Dataset.@Nullable Split data;
    private @Nullable Schedule schedule;
    private @Nullable Span dataSpan;
    private @Nullable Span trainSpan;
    private @Nullable Span batchSpan;
    private String dataLine = "";
    private String trainLine = "";

    private Engine(DataFiles files, Dataset.@Nullable Split data, int samples) {
        this.files = files;
        this.data = data;
        this.samples = samples;
    }

    /// For the first mini-batch.
    ///
    /// @param files where samples of files come from
    static Engine first(DataFiles files) {
        return new Engine(files, null, 0);
    }

    /// For the first mini-batch of what an earlier text learnt from.
    static Engine first(Model known) {
        return new Engine(
                DataFiles.of(known.origins().files()),
                known.learning().filter(Learning::hasData).map(Learning::data).orElse(null),
                0);
    }

    /// For any number of samples of a program that has been read.
    static Engine of(Model known, int samples) {
        return new Engine(
                DataFiles.of(known.origins().files()),
                known.learning().orElseThrow().data(),
                samples);
    }

    /// Where the samples and the matrices of files come from.
    DataFiles files() {
        return files;
    }

    /// @throws ProblemException where the line is wrong or a second one
    void train(EngineContext line, TokenPositions place) {
        if (trainSpan != null) {
            throw place.wrong(
                    line, Message.of("problem.second.train"), Message.of("hint.take.one.out"));
        }
        trainSpan = place.of(line);
        schedule = Schedule.of(line, place);
        batchSpan = KeyedArguments.argument(line, "batch").map(place::of).orElse(null);
        trainLine = KeyedArguments.printed(line);
    }

    /// @throws ProblemException where the line is wrong or a second one
    void data(EngineContext line, TokenPositions place) {
        if (dataSpan != null) {
            throw place.wrong(
                    line, Message.of("problem.second.data"), Message.of("hint.take.one.out"));
        }
        dataSpan = place.of(line);
        dataLine = KeyedArguments.printed(line);
        if (data == null) {
            data = DataLine.read(line, place, files);
        }
    }

    /// Whether the program is read for another number of samples.
    boolean isAgain() {
        return samples > 0;
    }

    Optional<Span> dataSpan() {
        return Optional.ofNullable(dataSpan);
    }

    /// Where the `train` line says how many samples a batch has; nothing where it does not.
    Optional<Span> batchSpan() {
        return Optional.ofNullable(batchSpan);
    }

    Optional<Span> trainSpan() {
        return Optional.ofNullable(trainSpan);
    }

    /// The shape of `X`: features × samples.
    Shape x() {
        return new Shape(train().features(), columns());
    }

    /// The shape of `y`.
    Shape y() {
        return new Shape(train().outputs(), columns());
    }

    /// What is to be learnt; nothing without data.
    Optional<Dataset.Task> task() {
        return Optional.ofNullable(data).map(d -> d.train().task());
    }

    /// The samples of the first mini-batch; nothing where the program is read for another number of
    /// them.
    Optional<Dataset> batch() {
        long seed = schedule == null ? 0 : schedule.seed();
        return samples > 0
                ? Optional.empty()
                : Optional.of(SampleCache.firstBatch(train(), columns(), seed));
    }

    Optional<Learning> learning() {
        if (data == null && schedule == null) {
            return Optional.empty();
        }
        Dataset.Split samples = data == null ? Dataset.Split.NONE : data;
        return Optional.of(
                new Learning(samples, Optional.ofNullable(schedule), dataLine, trainLine));
    }

    private int columns() {
        int batch = schedule == null ? Schedule.USUAL_BATCH : schedule.batch();
        return samples > 0 ? samples : Math.min(batch, train().samples());
    }

    private Dataset train() {
        return Objects.requireNonNull(data).train();
    }
}
