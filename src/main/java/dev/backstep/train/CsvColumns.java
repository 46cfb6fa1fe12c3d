package dev.backstep.train;

import java.util.List;
import java.util.stream.Collectors;

/// The columns of a file, as its first row tells them.
///
/// @param label the column to be learnt, from 0
/// @param names what a header calls them; empty where there is none
record CsvColumns(int count, int label, List<String> names) {

    /// As many names are listed where the one asked for is not among them.
    private static final int LISTED = 10;

    private static final int SHORT = 20;

    CsvColumns {
        names = List.copyOf(names);
    }

    /// @param label the name of a column, or its place, from 1; a name in a header comes first, so
    ///   that a column may be called `1`
    /// @throws IllegalArgumentException in words where there is no such label, or nothing beside it
    static CsvColumns of(List<String> first, String label) {
        int named = first.indexOf(label);
        boolean byName = named >= 0 && (!isPlace(label) || isHeader(first, named));
        int column = byName || !isPlace(label) ? named : Integer.parseInt(label) - 1;
        if (column < 0 || column >= first.size()) {
            throw new IllegalArgumentException(
                    "there is no column "
                            + shortened(label)
                            + "; the columns are "
                            + listed(first));
        }
        if (byName && named != first.lastIndexOf(label)) {
            throw new IllegalArgumentException(
                    "more than one column is called "
                            + shortened(label)
                            + ": give the label by its place, from 1");
        }
        if (first.size() < 2) {
            throw new IllegalArgumentException("there is only one column: nothing to learn from");
        }
        boolean header = byName || isHeader(first, column);
        return new CsvColumns(first.size(), column, header ? first : List.of());
    }

    private static boolean isPlace(String label) {
        return !label.isEmpty() && label.length() < 9 && label.chars().allMatch(Character::isDigit);
    }

    /// A row with texts beside the label and no number among them: a sample with a slip in it still
    /// has numbers.
    private static boolean isHeader(List<String> row, int label) {
        boolean texts = false;
        for (int k = 0; k < row.size(); k++) {
            if (k != label) {
                if (CsvTable.number(row.get(k)).isPresent()) {
                    return false;
                }
                texts |= !row.get(k).isEmpty();
            }
        }
        return texts;
    }

    private static String listed(List<String> names) {
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

    /// What a column is called in messages.
    String name(int column) {
        String place = "column " + (column + 1);
        return hasHeader() ? place + " (" + shortened(names.get(column)) + ")" : place;
    }
}
