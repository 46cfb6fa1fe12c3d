package dev.backstep.train;

import dev.backstep.train.CsvReading.CsvProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads samples from a file: a row a sample, one column what is to be learnt, the others numbers.
///
/// The first row is a header where the label is asked for by name, or where all that it holds
/// beside the label is text. Fields are separated by commas, semicolons or tabs, whichever the
/// first line has most of, and may be quoted. Texts as labels become classes, one-hot, in
/// alphabetical order; nothing but 0 and 1 is one output; other numbers are values.
public final class Csv {

    /// The largest file: what the most numbers take up with all their digits.
    private static final long MAX_BYTES = 512_000_000;

    private static final int MAX_PROBLEMS = 20;

    private final List<CsvProblem> problems = new ArrayList<>();
    private @Nullable CsvTable table;
    private long line = 1;
    private final CsvRows rows;

    private Csv(CsvRows rows) {
        this.rows = rows;
    }

    /// The samples in `file`, or all that is wrong with it. Never throws.
    ///
    /// @param label the name of a column, or its place, from 1
    public static CsvReading read(Path file, String label) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unreadable(file + " is not a file of samples");
        }
        try {
            return Files.size(file) > MAX_BYTES
                    ? wrong(file + " is too large: over 512 MB")
                    : opened(file, label);
        } catch (NoSuchFileException _) {
            return unreadable("there is no file " + file);
        } catch (IOException e) {
            return unreadable(file + " cannot be read: " + e.getMessage());
        }
    }

    private static CsvReading opened(Path file, String label) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, label);
        } catch (CharacterCodingException _) {
            return wrong(file + " is not UTF-8 text");
        }
    }

    private static CsvReading unreadable(String message) {
        return new CsvReading.Unreadable(new CsvProblem(0, message));
    }

    private static CsvReading wrong(String message) {
        return new CsvReading.Problems(List.of(new CsvProblem(0, message)));
    }

    /// The samples that `reader` gives.
    ///
    /// @throws IOException where it cannot be read
    public static CsvReading read(Reader reader, String label) throws IOException {
        BufferedReader text = reader instanceof BufferedReader b ? b : new BufferedReader(reader);
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(false)
                        .get();
        CsvRows rows = new CsvRows(text);
        try (CSVParser parser = CSVParser.builder().setReader(rows).setFormat(format).get()) {
            return new Csv(rows).read(parser, label);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Looks at the first line without reading it, and skips the mark some programs put before
    /// UTF-8.
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        int room = 8_000;
        text.mark(room);
        char[] start = new char[room];
        int length = Math.max(0, text.read(start, 0, room));
        text.reset();
        String line = new String(start, 0, length).lines().findFirst().orElse("");
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            best = count(line, c) > count(line, best) ? c : best;
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private CsvReading read(CSVParser parser, String label) {
        try {
            for (CSVRecord row : parser) {
                if (!isBlank(row)) {
                    take(row, label);
                }
                line = parser.getCurrentLineNumber() + 1;
                rows.next();
                if (problems.size() == MAX_PROBLEMS) {
                    break;
                }
            }
        } catch (IllegalArgumentException e) {
            problems.add(new CsvProblem(line, String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            problems.add(
                    new CsvProblem(
                            line, "its quotes are not closed or not followed by a separator"));
        }
        if (!problems.isEmpty()) {
            return new CsvReading.Problems(problems);
        }
        return table == null || table.samples() == 0
                ? wrong("there are no samples in it")
                : table.dataset();
    }

    private void take(CSVRecord row, String label) {
        CsvTable taken = table;
        if (taken == null) {
            CsvColumns columns = CsvColumns.of(row.toList(), label);
            taken = new CsvTable(columns);
            table = taken;
            if (columns.hasHeader()) {
                return;
            }
        }
        taken.add(row, line).ifPresent(problems::add);
        requireRoom(taken);
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private static void requireRoom(CsvTable table) {
        if (table.samples() > Datasets.MAX_SAMPLES) {
            throw new IllegalArgumentException("there are more than 1000000 rows");
        }
        if (table.numbers() > Datasets.MAX_NUMBERS) {
            throw new IllegalArgumentException("there are more than 16 million numbers");
        }
    }
}
