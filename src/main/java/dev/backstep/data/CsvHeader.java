package dev.backstep.data;

import dev.backstep.text.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the first rows of a file tell about its columns: whether the first is a header, and which
/// columns it names.
///
/// @param names the fields of the first row, a header or not; one more, without a name, in front
///   where the rows below have one more, as R writes them
/// @param isNamed whether they are a header
/// @param below the rows below it
record CsvHeader(List<String> names, boolean isNamed, List<List<String>> below) {

    /// How pandas calls the column without a name when it reads a file that it has written.
    private static final String NAMELESS = "Unnamed: 0";

    static CsvHeader of(List<List<String>> rows, CsvOptions options) {
        List<String> first = rows.getFirst();
        List<List<String>> below = rows.subList(1, rows.size());
        List<String> asked = new ArrayList<>(options.labels());
        asked.addAll(options.features());
        asked.addAll(options.leave());
        Set<Integer> labels = new HashSet<>();
        options.labels().forEach(l -> labels.add(placed(first, l)));
        boolean named =
                asked.stream()
                        .anyMatch(
                                n ->
                                        indexOf(first, n) >= 0
                                                && (!isPlace(n)
                                                        || looksLikeOne(
                                                                first,
                                                                below,
                                                                Set.of(indexOf(first, n)))));
        boolean header = named || looksLikeOne(first, below, labels);
        return new CsvHeader(header ? filled(first, below) : first, header, below);
    }

    private static int placed(List<String> first, String label) {
        return isPlace(label) ? Integer.parseInt(label) - 1 : indexOf(first, label);
    }

    private static List<String> filled(List<String> first, List<List<String>> below) {
        boolean short1 =
                !below.isEmpty()
                        && below.stream()
                                .allMatch(
                                        r ->
                                                r.size() == first.size() + 1
                                                        && !r.getLast().isBlank());
        List<String> names = new ArrayList<>(first);
        if (short1) {
            names.addFirst("");
        }
        return List.copyOf(names);
    }

    /// A row with texts beside the label and no number among them: a sample with a slip in it still
    /// has numbers. Where the rows below have texts alone too, no field of a header is repeated
    /// below it.
    private static boolean looksLikeOne(
            List<String> row, List<List<String>> below, Set<Integer> labels) {
        List<Integer> beside =
                IntStream.range(0, row.size()).filter(k -> !labels.contains(k)).boxed().toList();
        if (beside.stream().anyMatch(k -> isNumber(row.get(k)))
                || beside.stream().allMatch(k -> row.get(k).isEmpty())) {
            return false;
        }
        boolean numbersBelow =
                beside.stream().anyMatch(k -> column(below, k).anyMatch(CsvHeader::isNumber));
        return numbersBelow
                || IntStream.range(0, row.size())
                        .noneMatch(k -> column(below, k).anyMatch(row.get(k)::equals));
    }

    private static Stream<String> column(List<List<String>> rows, int k) {
        return rows.stream().filter(r -> k < r.size()).map(r -> r.get(k)).filter(f -> !f.isBlank());
    }

    private static boolean isNumber(String field) {
        return CsvNumbers.plain(field).isPresent() || CsvNumbers.isSpoilt(field);
    }

    int count() {
        return names.size();
    }

    boolean isNameless(int column) {
        return names.get(column).isBlank() || names.get(column).equals(NAMELESS);
    }

    /// Whether a column, and all behind it, has neither a name nor a value: each line ends with a
    /// separator.
    boolean isEmpty(int column) {
        return IntStream.range(column, count())
                .allMatch(
                        k ->
                                names.get(k).isBlank()
                                        && below.stream()
                                                .allMatch(
                                                        r -> k >= r.size() || r.get(k).isBlank()));
    }

    Message name(int column) {
        return CsvColumns.name(column, isNamed ? names : List.of());
    }

    /// The columns that are asked for, from 0.
    ///
    /// @param key of the argument that asks
    /// @throws CsvRefusal where there is no such column, or more than one of that name
    List<Integer> places(List<String> asked, String key) {
        List<Integer> places = new ArrayList<>();
        for (String name : asked) {
            int column = place(name, key);
            if (places.contains(column)) {
                throw new CsvRefusal(
                        Message.of("csv.twice")
                                .with("name", CsvColumns.shortened(name))
                                .with("key", key),
                        Message.of("csv.once"));
            }
            places.add(column);
        }
        return List.copyOf(places);
    }

    private int place(String name, String key) {
        int named = isNamed ? indexOf(names, name) : -1;
        int column = named >= 0 || !isPlace(name) ? named : Integer.parseInt(name) - 1;
        if (column < 0 || column >= count()) {
            throw new CsvRefusal(
                    Message.of("csv.no.column")
                            .with("name", CsvColumns.shortened(name))
                            .with("columns", CsvColumns.listed(names)),
                    isNamed || isPlace(name)
                            ? Message.EMPTY
                            : Message.of("csv.by.place").with("code", key + "=1"));
        }
        if (named >= 0 && named != lastIndexOf(names, name)) {
            throw new CsvRefusal(
                    Message.of(key.equals("label") ? "csv.ambiguous.label" : "csv.ambiguous.column")
                            .with("name", CsvColumns.shortened(name)),
                    Message.EMPTY);
        }
        return column;
    }

    private static int indexOf(List<String> names, String name) {
        return names.stream().map(CsvHeader::composed).toList().indexOf(composed(name));
    }

    private static int lastIndexOf(List<String> names, String name) {
        return names.stream().map(CsvHeader::composed).toList().lastIndexOf(composed(name));
    }

    /// The same letters, whether an accent is a character of its own or not.
    private static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private static boolean isPlace(String name) {
        return !name.isEmpty() && name.length() < 9 && name.chars().allMatch(Character::isDigit);
    }
}
