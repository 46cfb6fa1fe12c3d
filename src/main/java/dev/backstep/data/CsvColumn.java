package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A feature, row by row: numbers, or texts that become a column of 0 and 1 each.
final class CsvColumn {

    /// The most different texts.
    static final int MAX_WORDS = 50;

    private final Message name;
    private final Message leaving;
    private final CsvNumbers numbers;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private double[] values = new double[256];
    private int size;
    private boolean isText;
    private long firstLine;

    /// @param name what it is called in messages
    /// @param leaving how it is left out
    CsvColumn(Message name, Message leaving, CsvNumbers numbers) {
        this.name = name;
        this.leaving = leaving;
        this.numbers = numbers;
    }

    /// Takes a field in, or says what is wrong with it. A text among numbers is a slip, and so is
    /// what came before the first number.
    ///
    /// @throws CsvRefusal where there are too many texts
    Optional<CsvProblem> add(String field, long line) {
        OptionalDouble number = numbers.number(field);
        Optional<CsvProblem> slip = Optional.empty();
        if (size == 0) {
            isText = number.isEmpty() && !CsvNumbers.isSpoilt(field);
            firstLine = line;
            slip = isText || number.isPresent() ? slip : Optional.of(slip(field, line));
        } else if (isText && (number.isPresent() || CsvNumbers.isSpoilt(field))) {
            slip = Optional.of(slip(words.keySet().iterator().next(), firstLine));
            isText = false;
            words.clear();
        } else if (!isText && number.isEmpty()) {
            slip = Optional.of(slip(field, line));
        }
        put(isText ? word(field) : number.orElse(0));
        return slip;
    }

    private CsvProblem slip(String field, long line) {
        Message hint = numbers.hint(field);
        return new CsvProblem(
                line,
                Message.of("csv.not.number")
                        .with("column", name)
                        .with("text", CsvColumns.shortened(field)),
                hint.isEmpty() ? Message.of("csv.leaving.if").with("leaving", leaving) : hint);
    }

    private int word(String field) {
        Integer known = words.get(field);
        if (known == null) {
            known = words.size();
            words.put(field, known);
            if (words.size() > MAX_WORDS) {
                throw new CsvRefusal(
                        Message.of("csv.texts").with("column", name).with("n", MAX_WORDS), leaving);
            }
        }
        return known;
    }

    private void put(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /// How many rows of `X` it becomes.
    int width() {
        return isText ? words.size() : 1;
    }

    boolean isText() {
        return isText;
    }

    /// The texts in the order of their rows of `X`.
    List<String> words() {
        return words.keySet().stream().sorted().toList();
    }

    /// Lays it out in `x`, sample after sample.
    ///
    /// @param from its first place in a sample
    /// @param all how many numbers a sample has
    void fill(double[] x, int from, int all) {
        int[] place = words.keySet().stream().mapToInt(words()::indexOf).toArray();
        for (int k = 0; k < size; k++) {
            if (isText) {
                x[k * all + from + place[(int) values[k]]] = 1;
            } else {
                x[k * all + from] = values[k];
            }
        }
    }
}
