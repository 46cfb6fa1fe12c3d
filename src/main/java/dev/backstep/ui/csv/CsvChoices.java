package dev.backstep.ui.csv;

import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvReading;
import dev.backstep.data.CsvReading.Column;
import dev.backstep.lang.CsvLine;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What is chosen of a table.
///
/// @param uses of each column
/// @param drops whether rows with a missing value are left out; else they are refused
/// @param scaled whether features are given mean 0 and deviation 1
/// @param classes whether numbers as labels are the names of classes
record CsvChoices(
        CsvReading.Columns table, List<Use> uses, boolean drops, boolean scaled, boolean classes) {

    /// What a column is for.
    enum Use {
        FEATURE,
        LABEL,
        LEAVE
    }

    /// Names that tell a label.
    private static final Set<String> LABELS =
            Set.of(
                    "label",
                    "labels",
                    "target",
                    "class",
                    "y",
                    "species",
                    "outcome",
                    "output",
                    "result",
                    "category",
                    "diagnosis",
                    "klasse",
                    "etikett",
                    "ziel",
                    "标签",
                    "类别",
                    "目标");

    /// How pandas calls a column without a name when it reads a file that it has written.
    private static final String NAMELESS = "Unnamed: 0";

    /// As many whole numbers as labels are still rather classes than amounts.
    private static final int CLASSES = 20;

    /// Features beyond are scaled unless that is turned off.
    private static final double LARGE = 10;

    CsvChoices {
        uses = List.copyOf(uses);
    }

    /// What is likely meant: the last column of a telling name is the label, or the last that can
    /// be one; what cannot be learnt from is left out.
    static CsvChoices guess(CsvReading.Columns table) {
        List<Column> columns = table.columns();
        int label = label(columns);
        List<Use> uses = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            uses.add(
                    k == label
                            ? Use.LABEL
                            : isUsable(columns.get(k), table) ? Use.FEATURE : Use.LEAVE);
        }
        boolean missing = false;
        boolean large = false;
        for (int k = 0; k < columns.size(); k++) {
            Column column = columns.get(k);
            missing |= uses.get(k) != Use.LEAVE && column.missing() > 0;
            large |= uses.get(k) == Use.FEATURE && magnitude(column) > LARGE;
        }
        return new CsvChoices(table, uses, missing, large, areClasses(columns.get(label)));
    }

    private static int label(List<Column> columns) {
        int named = -1;
        int last = columns.size() - 1;
        for (int k = 0; k < columns.size(); k++) {
            Column column = columns.get(k);
            if (LABELS.contains(column.name().strip().toLowerCase(Locale.ROOT))) {
                named = k;
            }
            if (!column.isMixed() && !column.isEmpty() && !column.counts()) {
                last = k;
            }
        }
        return named >= 0 ? named : last;
    }

    private static boolean isUsable(Column column, CsvReading.Columns table) {
        return !column.isMixed()
                && !column.isEmpty()
                && !column.hasManyWords()
                && !column.counts()
                && 2 * column.missing() <= table.rows();
    }

    private static double magnitude(Column column) {
        return Math.max(Math.abs(column.least()), Math.abs(column.greatest()));
    }

    private static boolean areClasses(Column label) {
        boolean flags = label.least() == 0 && label.greatest() == 1;
        return label.words() == 0
                && label.whole()
                && label.different() > 1
                && label.different() <= CLASSES
                && !(flags && label.different() == 2);
    }

    /// Whether something can be learnt as these choices stand; else why not.
    Optional<Message> refusal() {
        return columns(Use.LABEL).isEmpty()
                ? Optional.of(Message.of("table.choose.label"))
                : columns(Use.FEATURE).isEmpty()
                        ? Optional.of(Message.of("table.choose.feature"))
                        : Optional.empty();
    }

    /// How the file is to be read: whichever is shorter, the features are listed or what is left
    /// out. A first column that the reader leaves out by itself is not listed.
    CsvOptions options() {
        return new CsvOptions(
                asked(columns(Use.LABEL)),
                listsFeatures() ? asked(columns(Use.FEATURE)) : List.of(),
                listsFeatures() ? List.of() : asked(listedLeft()),
                drops,
                classes && columns(Use.LABEL).size() == 1);
    }

    private boolean listsFeatures() {
        List<Integer> features = columns(Use.FEATURE);
        return listedLeft().size() > features.size()
                || features.stream().anyMatch(this::leavesItself);
    }

    private List<Integer> listedLeft() {
        return columns(Use.LEAVE).stream().filter(k -> !leavesItself(k)).toList();
    }

    /// Whether the reader leaves a column out unless it is listed: it is the first, has no name,
    /// and counts the rows.
    private boolean leavesItself(int k) {
        Column column = table.columns().get(k);
        boolean nameless = column.name().isBlank() || column.name().equals(NAMELESS);
        return k == 0 && table.hasHeader() && nameless && column.counts();
    }

    /// The columns of one use, from 0.
    List<Integer> columns(Use use) {
        return IntStream.range(0, uses.size()).filter(k -> uses.get(k) == use).boxed().toList();
    }

    /// What is left out by choice, as it is called.
    List<Message> left() {
        List<Integer> left = listsFeatures() ? columns(Use.LEAVE) : listedLeft();
        return left.stream().map(k -> name(table, k)).toList();
    }

    /// What a column is called: by its header, or by its place.
    static Message name(CsvReading.Columns table, int k) {
        String name = table.columns().get(k).name();
        return name.isBlank()
                ? Message.of("table.column").with("n", k + 1)
                : Message.verbatim(name);
    }

    private List<String> asked(List<Integer> columns) {
        return columns.stream().map(k -> CsvLine.asked(table, k)).toList();
    }
}
