package dev.backstep.cli;

import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Values and tables as plain text, for people; programs read the JSON.
final class PlainText {

    /// The largest matrix that is written out inside a line, in elements.
    private static final int LARGEST = 16;

    private PlainText() {}

    /// A number or a matrix in the notation of the language; a larger one is only named by its
    /// shape.
    static String value(Tensor value) {
        if (value.shape().isScalar()) {
            return number(value.item());
        }
        if (value.size() > LARGEST) {
            return "a " + value.shape() + " matrix";
        }
        return IntStream.range(0, value.rows())
                .mapToObj(
                        row ->
                                IntStream.range(0, value.cols())
                                        .mapToObj(col -> number(value.at(row, col)))
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    /// All the digits that are needed to read it back; whole numbers without `.0`.
    static String number(double x) {
        String text = Double.toString(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Four digits after the point where that says something: `0.2184`, `1.234e-05`.
    static String short4(double x) {
        boolean usual = x == 0 || Math.abs(x) >= 1e-3 && Math.abs(x) < 1e5;
        return Double.isFinite(x)
                ? String.format(Locale.ROOT, usual ? "%.4f" : "%.3e", x)
                : Double.toString(x);
    }

    /// `93.8 %`
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// `1,000 batches`
    static String count(long n, String one, String many) {
        return grouped(n) + " " + (n == 1 ? one : many);
    }

    static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// Rows of equally many cells in columns as wide as their widest cell, two blanks apart.
    static String table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).codePointCount(0, row.get(c).length()));
            }
        }
        return rows.stream()
                .map(row -> line(row, widths))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = row.get(c);
            line.append(cell)
                    .append(" ".repeat(widths[c] - cell.codePointCount(0, cell.length()) + 2));
        }
        return line.toString().stripTrailing();
    }
}
