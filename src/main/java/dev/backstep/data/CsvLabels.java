package dev.backstep.data;

import dev.backstep.data.Dataset.Task;
import dev.backstep.text.Message;
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

    private final Message name;
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
    CsvLabels(Message name, boolean areClasses, CsvNumbers numbers) {
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
                    Message.of("csv.classes.many").with("column", name),
                    Message.of("csv.classes.other"));
        }
        if (textLine > 0) {
            throw new CsvRefusal(
                    Message.of("csv.classes.text")
                            .with("column", name)
                            .with("line", textLine)
                            .with("text", CsvColumns.shortened(firstText)),
                    Message.EMPTY);
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
        return Dataset.ofNumbers(width, List.of(""), x, y);
    }

    private Dataset classes(double[] x, int width) {
        int classes = values.size();
        if (classes < 2) {
            throw new CsvRefusal(
                    Message.of("csv.one.class")
                            .with("column", name)
                            .with("text", CsvColumns.shortened(names().getFirst())),
                    Message.of("csv.other.label"));
        }
        if ((long) size * classes > Datasets.MAX_NUMBERS) {
            throw new CsvRefusal(
                    Message.of("csv.classes.large").with("samples", size).with("classes", classes),
                    Message.EMPTY);
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
