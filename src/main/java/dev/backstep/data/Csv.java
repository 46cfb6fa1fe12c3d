package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads samples from a table: a row a sample, some columns what is to be learnt, the others
/// numbers, or texts that become columns of 0 and 1.
///
/// The first row is a header where a column is asked for by a name in it, or where it looks like
/// one, see [CsvHeader]. Fields are separated by commas, semicolons or tabs, see [CsvText], and may
/// be quoted; lines that begin with `#` are comments. Texts as labels become classes, one-hot, in
/// alphabetical order; nothing but 0 and 1 is one output; other numbers are values.
public final class Csv {

    private static final int MAX_PROBLEMS = 20;

    /// As many rows are looked at before it is decided what the columns are.
    private static final int FIRST = 200;

    private record Row(List<String> fields, long line) {}

    private final CsvOptions options;
    private final CsvRows rows;
    private final CsvNumbers numbers;
    private final char separator;
    private final List<CsvProblem> problems = new ArrayList<>();
    private final List<Row> first = new ArrayList<>();
    private String comment = "";
    private @Nullable CsvTable table;
    private long line;

    private Csv(CsvOptions options, CsvRows rows, CsvText text) {
        this.options = options;
        this.rows = rows;
        this.separator = text.separator();
        this.numbers = new CsvNumbers(separator);
        this.line = 1 + text.skipped();
    }

    private static CsvReading wrong(Message message, Message hint) {
        return new CsvReading.Problems(List.of(new CsvProblem(0, message, hint)));
    }

    /// The samples that `reader` gives.
    ///
    /// @throws IOException where it cannot be read
    public static CsvReading read(Reader reader, CsvOptions options) throws IOException {
        BufferedReader characters =
                reader instanceof BufferedReader b ? b : new BufferedReader(reader);
        CsvText text = CsvText.begin(characters);
        CsvRows rows = new CsvRows(characters);
        try (CSVParser parser = CSVParser.builder().setReader(rows).setFormat(format(text.separator())).get()) {
            return new Csv(options, rows, text).read(parser, text.skipped());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .setCommentMarker('#')
                .get();
    }

    private CsvReading read(CSVParser parser, int skipped) {
        try {
            for (CSVRecord row : parser) {
                comment(row);
                if (row.stream().anyMatch(f -> !f.isBlank())) {
                    take(row.toList());
                }
                line = parser.getCurrentLineNumber() + 1 + skipped;
                rows.next();
                if (problems.size() >= MAX_PROBLEMS) {
                    break;
                }
            }
            decide();
            return done();
        } catch (CsvRefusal e) {
            problems.add(e.at(line));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            problems.add(
                    new CsvProblem(line, Message.of("csv.quotes"), Message.of("csv.quotes.twice")));
        }
        return new CsvReading.Problems(sorted());
    }

    private List<CsvProblem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparingLong(CsvProblem::line))
                .limit(MAX_PROBLEMS)
                .toList();
    }

    private CsvReading done() {
        CsvTable read = table;
        if (read != null) {
            read.missing().ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return new CsvReading.Problems(sorted());
        }
        if (read == null || read.samples() == 0) {
            return read == null || read.rows() == 0
                    ? wrong(Message.of("csv.empty"), Message.EMPTY)
                    : wrong(Message.of("csv.all.missing"), Message.of("csv.leave.out"));
        }
        try {
            return read.dataset();
        } catch (CsvRefusal e) {
            return new CsvReading.Problems(List.of(e.at(0)));
        }
    }

    /// Takes note of the lines of comments before a row: the last one may be the header, as NumPy
    /// writes it.
    private void comment(CSVRecord row) {
        if (row.hasComment()) {
            List<String> lines = String.valueOf(row.getComment()).lines().toList();
            line += lines.size();
            if (first.isEmpty() && table == null && !lines.isEmpty()) {
                comment = lines.getLast();
            }
        }
    }

    private void take(List<String> row) {
        if (table == null) {
            if (first.isEmpty()) {
                headerInComment(row);
            }
            first.add(new Row(row, line));
            if (first.size() == FIRST) {
                decide();
            }
        } else {
            take(table, row, line);
        }
    }

    private void headerInComment(List<String> row) {
        List<String> names =
                Arrays.stream(comment.split(String.valueOf(separator), -1))
                        .map(String::strip)
                        .toList();
        if (names.size() == row.size()
                && !row.containsAll(options.labels())
                && names.containsAll(options.labels())) {
            first.add(new Row(names, line - 1));
        }
    }

    /// Decides by the first rows what the columns are, and takes those rows in.
    private void decide() {
        if (table != null || first.isEmpty()) {
            return;
        }
        long last = line;
        line = first.getFirst().line();
        List<List<String>> fields = first.stream().map(Row::fields).toList();
        CsvColumns columns = CsvColumns.of(fields, options);
        numbers.look(columns.hasHeader() ? fields.subList(1, fields.size()) : fields);
        CsvTable decided = new CsvTable(columns, options, numbers);
        table = decided;
        for (Row row : first.subList(columns.hasHeader() ? 1 : 0, first.size())) {
            if (problems.size() < MAX_PROBLEMS) {
                line = row.line();
                take(decided, row.fields(), row.line());
            }
        }
        line = last;
        first.clear();
    }

    private void take(CsvTable taken, List<String> row, long at) {
        taken.add(row, at).ifPresent(problems::add);
        if (taken.rows() > Datasets.MAX_SAMPLES) {
            throw new CsvRefusal(
                    Message.of("csv.rows").with("n", Datasets.MAX_SAMPLES),
                    Message.of("csv.fewer"));
        }
        if (taken.numbers() > Datasets.MAX_NUMBERS) {
            throw new CsvRefusal(Message.of("csv.numbers"), Message.of("csv.leave"));
        }
    }
}
