package dev.backstep.train;

import dev.backstep.train.CsvReading.CsvProblem;
import dev.backstep.train.Dataset.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;

/// The rows read so far: features as numbers, labels as the texts they are.
final class CsvTable {

    private final CsvColumns columns;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private double[] features = new double[1024];
    private int[] labels = new int[256];
    private int samples;

    /// The first label that is no number, and its line; 0 while all are.
    private String firstText = "";

    private long textLine;

    CsvTable(CsvColumns columns) {
        this.columns = columns;
    }

    int samples() {
        return samples;
    }

    long numbers() {
        return (long) samples * columns.count();
    }

    /// Takes a row in, or says what is wrong with it.
    ///
    /// @throws IllegalArgumentException in words where no more rows make sense
    Optional<CsvProblem> add(CSVRecord row, long line) {
        if (row.size() != columns.count()) {
            return Optional.of(
                    new CsvProblem(
                            line,
                            row.size() + " fields where the first row has " + columns.count()));
        }
        int at = samples * (columns.count() - 1);
        if (features.length < at + columns.count()) {
            features = Arrays.copyOf(features, 2 * features.length + columns.count());
        }
        for (int k = 0; k < columns.count(); k++) {
            String field = row.get(k);
            if (field.isBlank()) {
                return Optional.of(new CsvProblem(line, columns.name(k) + " is missing"));
            }
            if (k != columns.label()) {
                OptionalDouble number = number(field);
                if (number.isEmpty()) {
                    return Optional.of(
                            new CsvProblem(
                                    line,
                                    columns.name(k)
                                            + " is '"
                                            + CsvColumns.shortened(field)
                                            + "', not a number"));
                }
                features[at++] = number.getAsDouble();
            }
        }
        label(row.get(columns.label()), line);
        return Optional.empty();
    }

    private void label(String text, long line) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
            if (textLine == 0 && number(text).isEmpty()) {
                firstText = text;
                textLine = line;
            }
        }
        if (samples == labels.length) {
            labels = Arrays.copyOf(labels, 2 * samples);
        }
        labels[samples++] = known;
        if (textLine > 0 && texts.size() > Datasets.MAX_CLASSES) {
            throw new IllegalArgumentException(
                    columns.name(columns.label())
                            + " has over 1000 different values, and that of line "
                            + textLine
                            + " is a text, '"
                            + CsvColumns.shortened(firstText)
                            + "': take out its row, or choose another label");
        }
    }

    /// The samples read, at least one.
    CsvReading dataset() {
        int width = columns.count() - 1;
        double[] x = Arrays.copyOf(features, samples * width);
        String[] distinct = texts.keySet().toArray(String[]::new);
        if (textLine > 0) {
            return classes(x, distinct);
        }
        double[] values =
                Arrays.stream(distinct).mapToDouble(t -> number(t).orElseThrow()).toArray();
        boolean binary = Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
        double[] y = new double[samples];
        Arrays.setAll(y, k -> values[labels[k]]);
        Task task = binary ? Task.BINARY : Task.REGRESSION;
        return new CsvReading.Ok(new Dataset(task, width, 1, x, y, List.of()));
    }

    private CsvReading classes(double[] x, String[] distinct) {
        int classes = distinct.length;
        if ((long) samples * classes > Datasets.MAX_NUMBERS) {
            String size = "too large: " + samples + " samples of " + classes + " classes";
            String limit = "; samples times classes is at most 16 million";
            return new CsvReading.Problems(List.of(new CsvProblem(0, size + limit)));
        }
        List<String> ordered = Arrays.stream(distinct).sorted().toList();
        int[] place = Arrays.stream(distinct).mapToInt(ordered::indexOf).toArray();
        double[] y = new double[samples * classes];
        for (int k = 0; k < samples; k++) {
            y[k * classes + place[labels[k]]] = 1;
        }
        int width = columns.count() - 1;
        return new CsvReading.Ok(new Dataset(Task.CLASSES, width, classes, x, y, ordered));
    }

    /// The finite number a field is; Java's own suffixes and hexadecimal digits are no numbers
    /// here.
    static OptionalDouble number(String field) {
        if (!field.isEmpty()
                && "0123456789+-.".indexOf(field.charAt(0)) >= 0
                && field.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            try {
                double value = Double.parseDouble(field);
                return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }
}
