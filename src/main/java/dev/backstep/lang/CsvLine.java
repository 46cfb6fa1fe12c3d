package dev.backstep.lang;

import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvReading;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/// The arguments of a `data csv(…)` line: which file, and how it is read.
///
/// @param file as the line names it; a folder is told by `/` on every system
/// @param scaled whether features are given mean 0 and deviation 1
public record CsvLine(String file, CsvOptions options, boolean scaled) {

    /// The line in place of another `data` line, of which `test` and `seed` stay.
    EngineLine in(EngineLine before) {
        EngineLine line =
                before.named(DataLine.CSV, List.of("test", "seed"))
                        .with("label", names(options.labels()));
        line =
                options.features().isEmpty()
                        ? line
                        : line.with("features", names(options.features()));
        line = options.leave().isEmpty() ? line : line.with("leave", names(options.leave()));
        line = options.dropsMissing() ? line.with("missing", "drop") : line;
        line = options.classes() ? line.with("classes", "true") : line;
        line = scaled ? line.with("scale", "standard") : line;
        return line.first('"' + file + '"');
    }

    /// The line as it comes to stand in a text.
    public String text() {
        return in(TrainingText.of("data csv()\n").data().orElseThrow()).text();
    }

    private static String names(List<String> columns) {
        return columns.size() == 1
                ? written(columns.getFirst())
                : columns.stream()
                        .map(CsvLine::written)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    /// A name of letters and digits as it is, any other in quotes.
    private static String written(String column) {
        return column.matches("[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+") ? column : '"' + column + '"';
    }

    /// How a line asks for a column: by its name if it has one that no other column has, else by
    /// its place.
    ///
    /// @param column from 0
    public static String asked(CsvReading.Columns table, int column) {
        List<String> names = table.columns().stream().map(c -> composed(c.name())).toList();
        String name = names.get(column);
        boolean alone = names.indexOf(name) == names.lastIndexOf(name);
        return table.hasHeader() && alone && canName(name) ? name : Integer.toString(column + 1);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /// Whether a column can be asked for by a name: one without quotes and line ends, which is no
    /// number that would stand for a place.
    public static boolean canName(String column) {
        return !column.isBlank()
                && column.equals(column.strip())
                && !column.matches("[0-9]+")
                && column.chars().noneMatch(c -> c == '"' || Character.isISOControl(c));
    }
}
