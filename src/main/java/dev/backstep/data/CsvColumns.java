package dev.backstep.data;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The columns of a file, as its first rows tell them.
///
/// @param names what a header calls them; empty where there is none
/// @param labels the columns to be learnt, from 0
/// @param features the columns to learn from, from 0, in the order of `X`
/// @param mayCount whether column 0 has no name, so that it is left out if it counts the rows
record CsvColumns(
        int count,
        List<String> names,
        List<Integer> labels,
        List<Integer> features,
        boolean mayCount) {

    /// As many names are listed where the one asked for is not among them.
    private static final int LISTED = 10;

    private static final int SHORT = 20;

    /// @param rows the first rows of the file, at least one, the header among them if there is one
    /// @throws CsvRefusal where a column that is asked for is not there, or nothing is left
    static CsvColumns of(List<List<String>> rows, CsvOptions options) {
        CsvHeader header = CsvHeader.of(rows, options);
        List<Integer> labels = header.places(options.labels(), "label");
        List<Integer> chosen = header.places(options.features(), "features");
        List<Integer> left = header.places(options.leave(), "leave");
        for (int label : labels) {
            if (chosen.contains(label) || left.contains(label)) {
                throw new CsvRefusal(
                        Message.of("csv.label.feature").with("column", header.name(label)),
                        Message.of("csv.once"));
            }
        }
        if (header.count() < 2) {
            throw new CsvRefusal(Message.of("csv.one.column"), Message.of("csv.separators"));
        }
        List<Integer> features =
                chosen.isEmpty()
                        ? IntStream.range(0, header.count())
                                .filter(k -> !labels.contains(k) && !left.contains(k))
                                .filter(k -> !header.isEmpty(k))
                                .boxed()
                                .toList()
                        : chosen;
        if (features.isEmpty()) {
            throw new CsvRefusal(Message.of("csv.no.feature"), Message.of("csv.leave.fewer"));
        }
        boolean nameless = header.isNamed() && features.contains(0) && header.isNameless(0);
        return new CsvColumns(
                header.count(),
                header.isNamed() ? header.names() : List.of(),
                labels,
                features,
                chosen.isEmpty() && nameless && features.size() > 1);
    }

    static Message listed(List<String> names) {
        String some =
                names.stream()
                        .limit(LISTED)
                        .map(CsvColumns::shortened)
                        .collect(Collectors.joining(", "));
        return names.size() <= LISTED
                ? Message.verbatim(some)
                : Message.of("csv.columns").with("names", some).with("n", names.size());
    }

    static String shortened(String field) {
        boolean whole = field.codePointCount(0, field.length()) <= SHORT;
        return whole ? field : field.substring(0, field.offsetByCodePoints(0, SHORT)) + "…";
    }

    boolean hasHeader() {
        return !names.isEmpty();
    }

    /// Labels and features.
    List<Integer> used() {
        List<Integer> used = new ArrayList<>(labels);
        used.addAll(features);
        return used;
    }

    /// What a column is called in messages.
    Message name(int column) {
        return name(column, names);
    }

    static Message name(int column, List<String> names) {
        return column < names.size() && !names.get(column).isBlank()
                ? Message.of("csv.column.named")
                        .with("n", column + 1)
                        .with("name", shortened(names.get(column)))
                : Message.of("csv.column").with("n", column + 1);
    }

    /// `leave=age`, what leaves a column out.
    Message leaving(int column) {
        String name = column < names.size() ? names.get(column) : "";
        boolean plain =
                !name.isEmpty()
                        && name.length() <= SHORT
                        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return Message.of("csv.leaving")
                .with("code", "leave=" + (plain ? name : String.valueOf(column + 1)));
    }
}
