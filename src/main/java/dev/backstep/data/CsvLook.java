package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Looks at the columns of a table before it is decided what is learnt from what: reads it as [Csv]
/// does, and refuses nothing but what cannot be told apart into fields.
public final class CsvLook implements CsvWalk.Taker {

    /// So many different values of a column are counted.
    public static final int MOST = 1_000;

    /// As many rows are looked at before it is decided whether the first is a header.
    private static final int FIRST = 200;

    private static final int SHOWN = 6;

    private final CsvOptions options;
    private final CsvNumbers numbers;
    private final List<List<String>> first = new ArrayList<>();
    private final List<Seen> columns = new ArrayList<>();
    private boolean hasHeader;
    private boolean decided;
    private long rows;

    private CsvLook(CsvOptions options, char separator) {
        this.options = options;
        this.numbers = new CsvNumbers(separator);
    }

    /// What the columns of a table hold.
    ///
    /// @throws IOException if it cannot be read
    static CsvReading at(BufferedReader characters, CsvOptions options) throws IOException {
        return CsvWalk.of(characters, separator -> new CsvLook(options, separator));
    }

    @Override
    public void take(List<String> row) {
        if (decided) {
            count(row);
        } else {
            first.add(row);
            if (first.size() == FIRST) {
                decide();
            }
        }
    }

    private void decide() {
        decided = true;
        CsvHeader header = CsvHeader.of(first, options);
        hasHeader = header.isNamed();
        numbers.look(hasHeader ? header.below() : first);
        for (int k = 0; k < header.count() && !header.isEmpty(k); k++) {
            columns.add(new Seen(hasHeader ? header.names().get(k) : ""));
        }
        (hasHeader ? header.below() : first).forEach(this::count);
    }

    private void count(List<String> row) {
        rows++;
        if (rows > Datasets.MAX_SAMPLES) {
            throw new CsvRefusal(
                    Message.of("csv.rows").with("n", Datasets.MAX_SAMPLES),
                    Message.of("csv.fewer"));
        }
        for (int k = 0; k < columns.size(); k++) {
            columns.get(k).add(k < row.size() ? row.get(k) : "", numbers);
        }
    }

    @Override
    public CsvReading done() {
        if (!decided && !first.isEmpty()) {
            decide();
        }
        if (rows == 0) {
            return wrong(Message.of("csv.empty"), Message.EMPTY);
        }
        if (columns.size() < 2) {
            return wrong(Message.of("csv.one.column"), Message.of("csv.separators"));
        }
        return new CsvReading.Columns(columns.stream().map(Seen::column).toList(), hasHeader, rows);
    }

    private static CsvReading wrong(Message message, Message hint) {
        return new CsvReading.Problems(List.of(new CsvProblem(0, message, hint)));
    }

    /// A column so far.
    private static final class Seen {

        private final String name;
        private final Set<String> different = new HashSet<>();
        private final List<String> first = new ArrayList<>();
        private long count;
        private long words;
        private long missing;
        private double least;
        private double greatest;
        private boolean whole = true;
        private final RowCount counting = new RowCount();

        Seen(String name) {
            this.name = name;
        }

        void add(String field, CsvNumbers numbers) {
            if (first.size() < SHOWN) {
                first.add(CsvColumns.shortened(field));
            }
            if (CsvNumbers.isMissing(field)) {
                missing++;
                counting.add(OptionalDouble.empty());
                return;
            }
            if (different.size() < MOST) {
                different.add(field);
            }
            OptionalDouble number = numbers.number(field);
            counting.add(number);
            if (number.isPresent()) {
                double x = number.getAsDouble();
                least = count == 0 ? x : Math.min(least, x);
                greatest = count == 0 ? x : Math.max(greatest, x);
                whole &= x == Math.rint(x);
                count++;
            } else {
                words++;
            }
        }

        CsvReading.Column column() {
            return new CsvReading.Column(
                    name,
                    different.size(),
                    count,
                    words,
                    missing,
                    least,
                    greatest,
                    whole,
                    counting.counts(),
                    first);
        }
    }
}
