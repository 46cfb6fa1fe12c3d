package dev.backstep.ui.csv;

import dev.backstep.data.CsvReading;
import dev.backstep.data.CsvReading.Column;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import dev.backstep.ui.csv.CsvChoices.Use;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A column of the file as a row of the dialog.
final class CsvRow {

    private static final Numbers NUMBERS = new Numbers(4);

    private final CsvReading.Columns table;
    private final int column;
    private final ObjectProperty<Use> use;

    CsvRow(CsvReading.Columns table, int column, Use use) {
        this.table = table;
        this.column = column;
        this.use = new SimpleObjectProperty<>(use);
    }

    ObjectProperty<Use> use() {
        return use;
    }

    String name() {
        return Texts.of(CsvChoices.name(table, column));
    }

    /// What it holds, in words.
    String holds() {
        Column c = table.columns().get(column);
        String held = Texts.of(held(c));
        return c.missing() == 0 || c.isEmpty()
                ? held
                : Texts.of(
                        Message.of("table.holds.missing")
                                .with("held", held)
                                .with("missing", c.missing()));
    }

    private static Message held(Column c) {
        if (c.isEmpty()) {
            return Message.of("table.holds.nothing");
        }
        if (c.isMixed()) {
            return Message.of("table.holds.mixed")
                    .with("numbers", c.numbers())
                    .with("words", c.words());
        }
        if (c.words() > 0) {
            return Message.of(c.hasManyWords() ? "table.holds.many" : "table.holds.words")
                    .with("n", c.different());
        }
        String kind = c.counts() ? "counts" : c.whole() ? "whole" : "numbers";
        return Message.of("table.holds." + kind)
                .with("least", NUMBERS.plain(c.least()))
                .with("greatest", NUMBERS.plain(c.greatest()))
                .with("n", c.different());
    }

    /// The values of the first rows.
    String first() {
        List<String> first = table.columns().get(column).first();
        return first.stream().map(CsvRow::seen).collect(Collectors.joining("  "));
    }

    private static String seen(String field) {
        return field.isBlank() ? "–" : field.replaceAll("\\p{Cntrl}", " ");
    }

    static String words(Use use) {
        return Texts.of("table.use." + use.name().toLowerCase(Locale.ROOT));
    }
}
