package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The rows read so far.
final class CsvTable {

    private final CsvColumns columns;
    private final CsvOptions options;
    private final CsvNumbers numbers;
    private final List<CsvColumn> features = new ArrayList<>();
    private final CsvLabels label;
    private double[] targets = new double[256];
    private int samples;
    private final RowCount counting = new RowCount();
    private long missing;
    private long missingLine;
    private int missingColumn;

    CsvTable(CsvColumns columns, CsvOptions options, CsvNumbers numbers) {
        this.columns = columns;
        this.options = options;
        this.numbers = numbers;
        for (int k : columns.features()) {
            features.add(new CsvColumn(columns.name(k), columns.leaving(k), numbers));
        }
        Message name = columns.name(columns.labels().getFirst());
        this.label = new CsvLabels(name, options.classes(), numbers);
    }

    int samples() {
        return samples;
    }

    /// How many rows there are, those left out for a missing value among them.
    long rows() {
        return samples + missing;
    }

    long numbers() {
        return (long) samples * features.size();
    }

    /// Takes a row in, or says what is wrong with it.
    ///
    /// @throws CsvRefusal where no more rows make sense
    Optional<CsvProblem> add(List<String> row, long line) {
        if (!fits(row)) {
            return Optional.of(
                    new CsvProblem(
                            line,
                            Message.of("csv.fields")
                                    .with("n", row.size())
                                    .with("first", columns.count()),
                            Message.of("csv.quoted")));
        }
        if (columns.mayCount()) {
            counting.add(numbers.number(row.getFirst()));
        }
        for (int k : columns.used()) {
            if (CsvNumbers.isMissing(row.get(k))) {
                missing++;
                if (missing == 1) {
                    missingLine = line;
                    missingColumn = k;
                }
                return Optional.empty();
            }
        }
        Optional<CsvProblem> wrong = targets(row, line);
        for (int k = 0; k < features.size(); k++) {
            String field = row.get(columns.features().get(k));
            Optional<CsvProblem> slip = features.get(k).add(field, line);
            wrong = wrong.isPresent() ? wrong : slip;
        }
        samples++;
        return wrong;
    }

    /// Whether a row has all columns that are used, and nothing but blanks beyond those there are.
    private boolean fits(List<String> row) {
        int last = columns.used().stream().mapToInt(k -> k).max().orElseThrow();
        boolean enough = row.size() == columns.count() || row.size() == columns.count() - 1;
        return row.size() > last
                && (enough && (row.size() == columns.count() || last < columns.count() - 1)
                        || row.size() == columns.count() + 1 && row.getLast().isBlank());
    }

    private Optional<CsvProblem> targets(List<String> row, long line) {
        if (columns.labels().size() == 1) {
            label.add(row.get(columns.labels().getFirst()), line);
            return Optional.empty();
        }
        int width = columns.labels().size();
        if (targets.length < (samples + 1) * width) {
            targets = Arrays.copyOf(targets, 2 * (samples + 1) * width);
        }
        for (int k = 0; k < width; k++) {
            int column = columns.labels().get(k);
            OptionalDouble number = numbers.number(row.get(column));
            if (number.isEmpty()) {
                String field = CsvColumns.shortened(row.get(column));
                return Optional.of(
                        new CsvProblem(
                                line,
                                Message.of("csv.not.number")
                                        .with("column", columns.name(column))
                                        .with("text", field),
                                Message.of("csv.several.labels")));
            }
            targets[samples * width + k] = number.getAsDouble();
        }
        return Optional.empty();
    }

    /// What was left out because a value is missing, where it may not be.
    Optional<CsvProblem> missing() {
        if (missing == 0 || options.dropsMissing()) {
            return Optional.empty();
        }
        return Optional.of(
                new CsvProblem(
                        missingLine,
                        Message.of(missing == 1 ? "csv.missing" : "csv.missing.many")
                                .with("column", columns.name(missingColumn))
                                .with("n", missing - 1),
                        Message.of("csv.drop").with("code", "missing=drop")));
    }

    /// The samples read, at least one.
    ///
    /// @throws CsvRefusal where they make no data set
    CsvReading.Ok dataset() {
        List<Message> notes = new ArrayList<>();
        List<CsvColumn> used = new ArrayList<>(features);
        if (columns.mayCount() && counting.counts()) {
            used.remove(columns.features().indexOf(0));
            notes.add(Message.of("csv.note.counts"));
        }
        if (missing > 0) {
            notes.add(Message.of("csv.note.missing.many").with("n", missing));
        }
        if (used.isEmpty()) {
            throw new CsvRefusal(Message.of("csv.no.feature"), Message.of("csv.leave.fewer"));
        }
        int width = used.stream().mapToInt(CsvColumn::width).sum();
        requireRoom(width);
        double[] x = new double[samples * width];
        Set<Integer> words = new HashSet<>();
        int from = 0;
        for (CsvColumn column : used) {
            column.fill(x, from, width);
            for (int k = 0; column.isText() && k < column.width(); k++) {
                words.add(from + k);
            }
            from += column.width();
        }
        int outputs = columns.labels().size();
        Dataset data =
                outputs == 1
                        ? label.dataset(x, width)
                        : Dataset.ofNumbers(width, names(), x, numbers(outputs));
        return new CsvReading.Ok(data, words, notes);
    }

    private void requireRoom(long width) {
        if (samples * width > Datasets.MAX_NUMBERS) {
            throw new CsvRefusal(Message.of("csv.numbers"), Message.of("csv.leave"));
        }
    }

    private double[] numbers(int outputs) {
        return Arrays.copyOf(targets, samples * outputs);
    }

    private List<String> names() {
        return columns.labels().stream()
                .map(
                        k ->
                                columns.hasHeader()
                                        ? columns.names().get(k)
                                        : Bundle.ENGLISH.say(columns.name(k)))
                .toList();
    }
}
