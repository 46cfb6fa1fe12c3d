package dev.backstep.data;

import dev.backstep.data.Dataset.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The column to be learnt where it is one: the texts that it holds, and which of them each row
/// has.
final class CsvLabels {

    private final String name;
    private final boolean areClasses;
    private final CsvNumbers numbers;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Double, Integer> places = new HashMap<>();
    private final List<OptionalDouble> values = new ArrayList<>();
    private int[] rows = new int[256];
    private int size;

    /// The first label that is no number, and its line; 0 while all are.
    private String firstText = "";

    private long textLine;

    /// @param areClasses whether numbers are the names of classes too
    CsvLabels(String name, boolean areClasses, CsvNumbers numbers) {
        this.name = name;
        this.areClasses = areClasses;
        this.numbers = numbers;
    }

    /// @throws CsvRefusal where there are too many classes
    void add(String text, long line) {
        Integer known = texts.get(text);
        if (known == null) {
            OptionalDouble number = numbers.number(text);
            known = number.isPresent() ? places.get(number.getAsDouble() + 0.0) : null;
            if (known == null) {
                known = values.size();
                values.add(number);
                if (number.isPresent()) {
                    places.put(number.getAsDouble() + 0.0, known);
                }
            }
            texts.put(text, known);
            if (textLine == 0 && number.isEmpty()) {
                firstText = text;
                textLine = line;
            }
            requireFew();
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size++] = known;
    }

    private void requireFew() {
        if (values.size() <= Datasets.MAX_CLASSES) {
            return;
        }
        if (areClasses) {
            throw new CsvRefusal(
                    name + " has over 1000 different values, too many to be classes",
                    "choose another label, or leave classes=true out");
        }
        if (textLine > 0) {
            throw new CsvRefusal(
                    name
                            + " has over 1000 different values, and that of line "
                            + textLine
                            + " is a text, '"
                            + CsvColumns.shortened(firstText)
                            + "': take out its row, or choose another label",
                    "");
        }
    }

    /// What is to be learnt, with the features that belong to it.
    ///
    /// @throws CsvRefusal where it is one class, or too much
    Dataset dataset(double[] x, int width) {
        if (areClasses || textLine > 0) {
            return classes(x, width);
        }
        double[] y = new double[size];
        Arrays.setAll(y, k -> values.get(rows[k]).orElseThrow());
        return Dataset.ofNumbers(width, List.of(name), x, y);
    }

    private Dataset classes(double[] x, int width) {
        int classes = values.size();
        if (classes < 2) {
            throw new CsvRefusal(
                    name
                            + " is '"
                            + CsvColumns.shortened(names().getFirst())
                            + "' in every row:"
                            + " there are no classes to tell apart",
                    "choose another label");
        }
        if ((long) size * classes > Datasets.MAX_NUMBERS) {
            throw new CsvRefusal(
                    "too large: "
                            + size
                            + " samples of "
                            + classes
                            + " classes; samples times classes is at most 16 million",
                    "");
        }
        List<String> names = names();
        Comparator<Integer> order =
                textLine > 0
                        ? Comparator.comparing(names::get)
                        : Comparator.comparingDouble(k -> values.get(k).orElseThrow());
        List<Integer> ordered = texts.values().stream().distinct().sorted(order).toList();
        int[] place = new int[classes];
        for (int k = 0; k < classes; k++) {
            place[ordered.get(k)] = k;
        }
        double[] y = new double[size * classes];
        for (int k = 0; k < size; k++) {
            y[k * classes + place[rows[k]]] = 1;
        }
        return new Dataset(
                Task.CLASSES, width, classes, x, y, ordered.stream().map(names::get).toList());
    }

    /// The classes as the file first writes them.
    private List<String> names() {
        String[] names = new String[values.size()];
        texts.entrySet().stream()
                .toList()
                .reversed()
                .forEach(e -> names[e.getValue()] = e.getKey());
        return List.of(names);
    }
}
