package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Goes through the rows of a table, for what can be told of each by itself.
final class CsvWalk {

    private CsvWalk() {}

    /// What takes the rows.
    interface Taker {

        /// A row that is not blank.
        ///
        /// @throws CsvRefusal if reading on makes no sense
        void take(List<String> row);

        /// What all rows were.
        CsvReading done();
    }

    /// Gives each row to a taker.
    ///
    /// @param taker made for what separates the fields
    /// @throws IOException where the text cannot be read
    static CsvReading of(BufferedReader characters, Function<Character, Taker> taker)
            throws IOException {
        CsvText text = CsvText.begin(characters);
        CsvRows rows = new CsvRows(characters);
        Taker to = taker.apply(text.separator());
        long line = text.skipped();
        try (CSVParser parser =
                CSVParser.builder().setReader(rows).setFormat(Csv.format(text.separator())).get()) {
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber() + text.skipped();
                try {
                    take(row.toList(), to);
                } catch (CsvRefusal e) {
                    return new CsvReading.Problems(List.of(e.at(line)));
                }
                rows.next();
            }
            return to.done();
        } catch (CsvRefusal e) {
            return new CsvReading.Problems(List.of(e.at(line + 1)));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e.getCause();
            }
            return new CsvReading.Problems(
                    List.of(
                            new CsvProblem(
                                    line + 1,
                                    Message.of("csv.quotes"),
                                    Message.of("csv.quotes.twice"))));
        }
    }

    private static void take(List<String> row, Taker to) {
        if (!row.stream().allMatch(String::isBlank)) {
            to.take(row);
        }
    }
}
