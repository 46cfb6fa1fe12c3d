package dev.backstep.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/// The text of a file of samples: what separates its fields, and where its rows begin.
///
/// @param skipped lines before the first row, as Excel's `sep=;`
record CsvText(char separator, int skipped) {

    /// As many characters are looked at, and as many lines.
    private static final int ROOM = 1 << 16;

    private static final int LINES = 20;

    /// Looks at the first lines, and leaves `text` at the first row: behind the mark some programs
    /// put before UTF-8, and behind a line that names the separator.
    static CsvText begin(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(ROOM);
        char[] start = new char[ROOM];
        int length = fill(text, start);
        text.reset();
        String seen = new String(start, 0, length);
        List<String> lines = seen.lines().toList();
        if (!lines.isEmpty() && lines.getFirst().matches("(?i)\"?sep=[;,\\t]\"?")) {
            char named = lines.getFirst().replace("\"", "").charAt(4);
            text.readLine();
            return new CsvText(named, 1);
        }
        boolean whole = length < ROOM;
        List<String> rows =
                lines.stream()
                        .limit(whole ? lines.size() : Math.max(1, lines.size() - 1))
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .limit(LINES)
                        .toList();
        return new CsvText(separator(rows), 0);
    }

    private static int fill(BufferedReader text, char[] start) throws IOException {
        int length = 0;
        int read = text.read(start, 0, start.length);
        while (read > 0) {
            length += read;
            read = length < start.length ? text.read(start, length, start.length - length) : 0;
        }
        return length;
    }

    /// A tab or a semicolon that every row has as often as the first, before a comma, which may be
    /// part of a number; else what the first row has most of.
    private static char separator(List<String> rows) {
        if (rows.isEmpty()) {
            return ',';
        }
        String first = rows.getFirst();
        for (char c : new char[] {'\t', ';'}) {
            long count = count(first, c);
            if (count > 0 && rows.stream().allMatch(r -> Math.abs(count(r, c) - count) <= 1)) {
                return c;
            }
        }
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            best = count(first, c) > count(first, best) ? c : best;
        }
        return best;
    }

    /// How often a character stands outside quotes.
    private static long count(String line, char c) {
        long count = 0;
        boolean quoted = false;
        for (int k = 0; k < line.length(); k++) {
            quoted ^= line.charAt(k) == '"';
            count += !quoted && line.charAt(k) == c ? 1 : 0;
        }
        return count;
    }
}
