package dev.backstep.ui.csv;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.data.CsvRequest;
import dev.backstep.data.DataFiles;
import dev.backstep.data.Dataset;
import dev.backstep.lang.CsvLine;
import dev.backstep.lang.Language;
import dev.backstep.lang.Problem;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Span;
import dev.backstep.lang.TrainingText;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What would come of the choices: the line, the program with it, and what is in the samples.
///
/// @param line the `data` line
/// @param program the text with that line; empty if there is a refusal
/// @param found what the samples are
/// @param left what was left out, and why
/// @param refusals why the file cannot be read so
/// @param warnings what would be wrong with the program then
record CsvPreview(
        String line,
        String program,
        List<Message> found,
        List<Message> left,
        List<Message> refusals,
        List<Message> warnings) {

    /// As many problems are told at once.
    private static final int SHOWN = 3;

    /// As many classes are listed.
    private static final int CLASSES = 8;

    CsvPreview {
        found = List.copyOf(found);
        left = List.copyOf(left);
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    private static CsvPreview refused(String line, Stream<Message> why) {
        return new CsvPreview(line, "", List.of(), List.of(), why.limit(SHOWN).toList(), List.of());
    }

    /// Reads the file, and the program with it: for a background thread.
    static CsvPreview of(CsvTarget target, CsvChoices choices) {
        Optional<Message> refusal = target.refusal().or(choices::refusal);
        if (refusal.isPresent()) {
            return refused("", refusal.stream());
        }
        CsvLine line = new CsvLine(target.named(), choices.options(), choices.scaled());
        TrainingText now = target.program();
        CsvRequest asked =
                new CsvRequest(
                        line.file(),
                        line.options(),
                        now.dataNumber("test"),
                        (long) now.dataNumber("seed"),
                        line.scaled());
        DataFiles files = CsvFiles.in(target.folder());
        return switch (files.read(asked)) {
            case DataFiles.Found.Refused(var problems) ->
                    refused(written(now, line), problems.stream().map(CsvPreview::told));
            case DataFiles.Found.Samples(Dataset.Split split) -> {
                Dataset train = split.train();
                String made = now.withCsv(line, train.task(), train.outputs());
                yield new CsvPreview(
                        written(now, line),
                        made,
                        found(split),
                        left(split, choices),
                        List.of(),
                        warnings(made, files));
            }
        };
    }

    /// The `data` line as it comes to stand in the program.
    private static String written(TrainingText program, CsvLine line) {
        String made = program.withCsv(line, Dataset.Task.BINARY, 1);
        return TrainingText.of(made)
                .data()
                .map(d -> made.substring(d.at().start(), d.at().end()))
                .orElse("");
    }

    /// A problem of the file, with its line and the way out.
    static Message told(CsvProblem problem) {
        return new Problem(new Span(0, 0), problem.sentence(), problem.hint()).sentence();
    }

    private static List<Message> warnings(String program, DataFiles files) {
        return Language.read(program, files) instanceof ReadResult.Problems(var problems)
                ? problems.stream().map(Problem::sentence).limit(SHOWN).toList()
                : List.of();
    }

    private static List<Message> found(Dataset.Split split) {
        Dataset train = split.train();
        List<Message> found = new ArrayList<>();
        found.add(
                Message.of("table.found")
                        .with("samples", train.samples() + split.test().samples())
                        .with("features", train.features())
                        .with("test", split.test().samples()));
        found.add(
                switch (train.task()) {
                    case BINARY -> Message.of("table.found.binary");
                    case REGRESSION -> Message.of("table.found.numbers").with("n", train.outputs());
                    case CLASSES ->
                            Message.of("table.found.classes")
                                    .with("n", train.outputs())
                                    .with("names", names(train.labels()));
                });
        return found;
    }

    private static String names(List<String> labels) {
        String some = String.join(", ", labels.subList(0, Math.min(CLASSES, labels.size())));
        return labels.size() <= CLASSES ? some : some + ", …";
    }

    private static List<Message> left(Dataset.Split split, CsvChoices choices) {
        List<Message> left = new ArrayList<>();
        List<Message> columns = choices.left();
        if (!columns.isEmpty()) {
            left.add(
                    Message.of("table.left")
                            .with("n", columns.size())
                            .with("columns", names(columns.stream().map(Texts::of).toList())));
        }
        left.addAll(split.notes());
        return left;
    }
}
