package dev.backstep.ui.calculus;

import dev.backstep.calculus.KeptValues;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The forward values that backward reads, in numbers and bytes, and which step reads them.
final class KeptPane extends VBox {

    /// More values are only counted.
    private static final int ROWS = 60;

    /// More readers are only counted.
    private static final int READERS = 6;

    KeptPane(ShownSheet shown) {
        super(14);
        Walkthrough w = shown.walkthrough();
        KeptValues kept = KeptValues.of(w);
        getChildren()
                .addAll(
                        SheetTexts.told(
                                Texts.of(
                                        Message.of("kept.told")
                                                .with("kept", count(kept.kept()))
                                                .with("computed", count(kept.computed()))
                                                .with(
                                                        "bytes",
                                                        count(KeptValues.BYTES * kept.kept())))),
                        SheetTexts.told(
                                Texts.of(
                                        Message.of("kept.sources")
                                                .with("n", count(kept.sources())))),
                        table(shown, kept.rows()));
        if (kept.rows().size() > ROWS) {
            getChildren()
                    .add(
                            SheetTexts.hint(
                                    Texts.of(
                                            Message.of("modes.more")
                                                    .with("n", kept.rows().size() - ROWS))));
        }
        getChildren().add(SheetTexts.hint(Texts.of("kept.forward")));
    }

    private static String count(long n) {
        return BarsView.count(BigInteger.valueOf(n));
    }

    private static GridPane table(ShownSheet shown, List<KeptValues.Row> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(28);
        grid.setVgap(7);
        grid.addRow(
                0,
                head("kept.value"),
                head("kept.shape"),
                head("kept.numbers"),
                head("kept.bytes"),
                head("kept.kind"),
                head("kept.readers"));
        int at = 1;
        for (KeptValues.Row row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            FormulaView name = new FormulaView(16, ColorRole.VALUE);
            name.show(shown.tex(row.node()), shown.theme());
            grid.addRow(
                    at++,
                    name,
                    mono(shown.walkthrough().graph().node(row.node()).shape().toString()),
                    mono(count(row.numbers())),
                    mono(count(KeptValues.BYTES * row.numbers())),
                    head(row.source() ? "kept.leaf" : "kept.computed"),
                    readers(shown, row.readers()));
        }
        return grid;
    }

    private static Label head(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        return label;
    }

    private static FormulaView readers(ShownSheet shown, List<Integer> readers) {
        String all =
                readers.stream()
                        .limit(READERS)
                        .map(shown::tex)
                        .collect(Collectors.joining(",\\; "));
        FormulaView view = new FormulaView(15, ColorRole.MUTED);
        view.show(readers.size() > READERS ? all + ",\\; \\ldots" : all, shown.theme());
        view.limit(shown.width() * 0.4);
        return view;
    }
}
