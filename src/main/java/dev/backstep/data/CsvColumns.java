package dev.backstep.data;

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
                        header.name(label) + " is the label: it is no feature as well",
                        "name it once");
            }
        }
        if (header.count() < 2) {
            throw new CsvRefusal(
                    "there is only one column: nothing to learn from",
                    "fields are separated by commas, semicolons or tabs");
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
            throw new CsvRefusal("no column is left to learn from", "leave fewer out");
        }
        boolean nameless = header.isNamed() && features.contains(0) && header.isNameless(0);
        return new CsvColumns(
                header.count(),
                header.isNamed() ? header.names() : List.of(),
                labels,
                features,
                chosen.isEmpty() && nameless && features.size() > 1);
    }

    static String listed(List<String> names) {
        String some =
                names.stream()
                        .limit(LISTED)
                        .map(CsvColumns::shortened)
                        .collect(Collectors.joining(", "));
        return names.size() <= LISTED ? some : some + ", … (" + names.size() + " in all)";
    }

    static String shortened(String field) {
        return field.length() <= SHORT ? field : field.substring(0, SHORT) + "…";
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
    String name(int column) {
        return name(column, names);
    }

    static String name(int column, List<String> names) {
        String place = "column " + (column + 1);
        return column < names.size() && !names.get(column).isBlank()
                ? place + " (" + shortened(names.get(column)) + ")"
                : place;
    }

    /// `leave=age`, what leaves a column out.
    String leaving(int column) {
        String name = column < names.size() ? names.get(column) : "";
        boolean plain =
                !name.isEmpty()
                        && name.length() <= SHORT
                        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return "leave=" + (plain ? name : String.valueOf(column + 1)) + " leaves it out";
    }
}
