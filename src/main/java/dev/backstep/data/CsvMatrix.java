package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Reads a table that is a matrix: a row a line, numbers only, without a header. Fields are
/// separated, and numbers written, as in a table of samples.
final class CsvMatrix implements CsvWalk.Taker {

    private static final int FIRST_ROOM = 1_024;

    private final String file;
    private final CsvNumbers numbers;
    private double[] elements = new double[FIRST_ROOM];
    private int size;
    private int rows;
    private int cols;

    private CsvMatrix(String file, char separator) {
        this.file = file;
        this.numbers = new CsvNumbers(separator);
    }

    /// The matrix of a text.
    ///
    /// @param file as it is named
    /// @throws IOException where it cannot be read
    static CsvReading read(BufferedReader characters, String file) throws IOException {
        return CsvWalk.of(characters, separator -> new CsvMatrix(file, separator));
    }

    @Override
    public void take(List<String> row) {
        numbers.look(List.of(row));
        if (rows > 0 && row.size() != cols) {
            throw new CsvRefusal(
                    Message.of("csv.fields").with("n", row.size()).with("first", cols),
                    Message.EMPTY);
        }
        rows++;
        cols = row.size();
        if (size + cols > Shape.MAX_ELEMENTS) {
            throw new CsvRefusal(Message.of("matrix.many"), Message.of("hint.smaller.matrix"));
        }
        if (size + cols > elements.length) {
            elements = Arrays.copyOf(elements, Math.max(size + cols, 2 * elements.length));
        }
        for (int col = 0; col < cols; col++) {
            elements[size++] = number(row.get(col), col);
        }
    }

    private double number(String field, int col) {
        return numbers.number(field)
                .orElseThrow(
                        () ->
                                new CsvRefusal(
                                        Message.of("csv.not.number")
                                                .with(
                                                        "column",
                                                        Message.of("csv.column").with("n", col + 1))
                                                .with("text", CsvColumns.shortened(field)),
                                        hint(field)));
    }

    private Message hint(String field) {
        String[] words = field.strip().split("\\s+");
        boolean several =
                words.length > 1
                        && Arrays.stream(words).allMatch(word -> word.matches("[-+.\\deE]+"));
        boolean header = rows == 1 && field.chars().anyMatch(Character::isLetter);
        return several
                ? Message.of("csv.separators")
                : header ? Message.of("matrix.header") : numbers.hint(field);
    }

    @Override
    public CsvReading done() {
        if (size == 0) {
            return new CsvReading.Problems(
                    List.of(
                            new CsvProblem(
                                    0,
                                    Message.of("matrix.empty").with("file", file),
                                    Message.EMPTY)));
        }
        return new CsvReading.Matrix(Tensor.of(rows, cols, Arrays.copyOf(elements, size)));
    }
}
