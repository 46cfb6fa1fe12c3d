package dev.backstep.train;

import dev.backstep.train.CsvReading.CsvProblem;
import dev.backstep.train.Dataset.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVRecord;

/// The rows read so far: features as numbers, labels as the texts they are.
final class CsvTable {

    private static final int MAX_CLASSES = 1000;

    private final int columns;
    private final int label;
    private final boolean header;
    private final List<String> names;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private double[] features = new double[1024];
    private int[] labels = new int[256];
    private int samples;

    private CsvTable(int columns, int label, boolean header, List<String> names) {
        this.columns = columns;
        this.label = label;
        this.header = header;
        this.names = names;
    }

    /// An empty table with the columns of the first row.
    ///
    /// @throws IllegalArgumentException in words where there is no such label, or nothing beside it
    static CsvTable of(CSVRecord first, String label) {
        List<String> fields = first.toList();
        OptionalInt place = place(fields, label);
        int column = place.isPresent() ? place.getAsInt() : fields.indexOf(label);
        if (column < 0 || column >= fields.size()) {
            String columns = String.join(", ", fields);
            throw new IllegalArgumentException(
                    "there is no column " + label + "; the columns are " + columns);
        }
        if (fields.size() < 2) {
            throw new IllegalArgumentException("there is only one column: nothing to learn from");
        }
        boolean text = place.isEmpty();
        for (int k = 0; k < fields.size(); k++) {
            text |= k != column && !fields.get(k).isEmpty() && number(fields.get(k)).isEmpty();
        }
        return new CsvTable(fields.size(), column, text, text ? fields : List.of());
    }

    /// A name in the first row comes before a place, so that a column may be called `1`.
    private static OptionalInt place(List<String> fields, String label) {
        boolean digits =
                !label.isEmpty()
                        && label.length() < 9
                        && label.chars().allMatch(Character::isDigit);
        return digits && !(fields.contains(label) && number(fields.getFirst()).isEmpty())
                ? OptionalInt.of(Integer.parseInt(label) - 1)
                : OptionalInt.empty();
    }

    boolean hasHeader() {
        return header;
    }

    int samples() {
        return samples;
    }

    long numbers() {
        return (long) samples * columns;
    }

    /// Takes a row in, or says what is wrong with it.
    Optional<CsvProblem> add(CSVRecord row, long line) {
        if (row.size() != columns) {
            return Optional.of(
                    new CsvProblem(
                            line, row.size() + " fields where the first row has " + columns));
        }
        int at = samples * (columns - 1);
        if (features.length < at + columns) {
            features = Arrays.copyOf(features, 2 * features.length + columns);
        }
        for (int k = 0; k < columns; k++) {
            String field = row.get(k);
            if (field.isBlank()) {
                return Optional.of(new CsvProblem(line, name(k) + " is missing"));
            }
            if (k != label) {
                OptionalDouble number = number(field);
                if (number.isEmpty()) {
                    return Optional.of(
                            new CsvProblem(
                                    line,
                                    name(k) + " is '" + shortened(field) + "', not a number"));
                }
                features[at++] = number.getAsDouble();
            }
        }
        return label(row.get(label), line);
    }

    private Optional<CsvProblem> label(String text, long line) {
        Integer known = texts.get(text);
        if (known == null) {
            known = texts.size();
            texts.put(text, known);
        }
        if (samples == labels.length) {
            labels = Arrays.copyOf(labels, 2 * samples);
        }
        labels[samples++] = known;
        boolean tooMany = texts.size() > MAX_CLASSES && number(text).isEmpty();
        return tooMany
                ? Optional.of(
                        new CsvProblem(
                                line,
                                name(label) + " has over 1000 different texts: is it the label?"))
                : Optional.empty();
    }

    /// The samples read.
    CsvReading dataset() {
        double[] x = Arrays.copyOf(features, samples * (columns - 1));
        String[] distinct = texts.keySet().toArray(String[]::new);
        boolean numbers = Arrays.stream(distinct).allMatch(t -> number(t).isPresent());
        if (!numbers) {
            return new CsvReading.Ok(classes(x, distinct));
        }
        double[] values =
                Arrays.stream(distinct).mapToDouble(t -> number(t).orElseThrow()).toArray();
        boolean binary =
                values.length == 2 && Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
        double[] y = new double[samples];
        Arrays.setAll(y, k -> values[labels[k]]);
        Task task = binary ? Task.BINARY : Task.REGRESSION;
        return new CsvReading.Ok(new Dataset(task, columns - 1, 1, x, y, List.of()));
    }

    private Dataset classes(double[] x, String[] distinct) {
        List<String> ordered = Arrays.stream(distinct).sorted().toList();
        int[] place = Arrays.stream(distinct).mapToInt(ordered::indexOf).toArray();
        double[] y = new double[samples * distinct.length];
        for (int k = 0; k < samples; k++) {
            y[k * distinct.length + place[labels[k]]] = 1;
        }
        return new Dataset(Task.CLASSES, columns - 1, distinct.length, x, y, ordered);
    }

    private String name(int column) {
        return names.isEmpty()
                ? "column " + (column + 1)
                : "column " + (column + 1) + " (" + names.get(column) + ")";
    }

    private static String shortened(String field) {
        return field.length() <= 20 ? field : field.substring(0, 20) + "…";
    }

    /// The finite number a field is; Java's own suffixes and hexadecimal digits are no numbers
    /// here.
    private static OptionalDouble number(String field) {
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
