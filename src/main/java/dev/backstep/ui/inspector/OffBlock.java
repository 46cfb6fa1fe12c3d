package dev.backstep.ui.inspector;

import dev.backstep.explain.MistakeWords;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.HeatTable;
import dev.backstep.story.OffGradient;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The gradient of a matrix that a mistake makes another one: the numbers that are there, those
/// that should be, and the differences.
final class OffBlock extends VBox {

    private static final int ROWS = 6;
    private static final int COLS = 5;

    /// So that tables stand side by side; the tip of a cell has all digits.
    private static final int DIGITS = 3;

    private final Label heading = new Label();
    private final Label told = new Label();
    private final FlowPane tables = new FlowPane(14, 8);
    private final Label part = new Label();

    OffBlock() {
        super(6);
        heading.getStyleClass().addAll("heading", "problem");
        told.setWrapText(true);
        part.getStyleClass().add("hint");
        getStyleClass().add("block");
        getChildren().addAll(heading, told, tables, part);
    }

    void show(ShownStep shown, OffGradient off) {
        heading.setText(Texts.of("inspector.off").toUpperCase(Locale.getDefault()));
        String gradient = MistakeWords.gradient(shown.walkthrough(), off.node());
        told.setText(
                Texts.of(MistakeWords.numbers(gradient, off.right(), off.is(), shown.numbers())));
        Tensor by = off.by();
        tables.setPrefWrapLength(shown.width() - 24);
        ShownStep brief = shown.with(new Numbers(Math.min(DIGITS, shown.numbers().digits())));
        tables.getChildren()
                .setAll(
                        table(brief, "inspector.off.is", "problem", ColorRole.PROBLEM, off.is()),
                        table(brief, "inspector.off.right", "muted", ColorRole.MUTED, off.right()),
                        table(brief, "inspector.off.by", "muted", ColorRole.MUTED, by));
        String note = cells(shown, ColorRole.MUTED, by).note();
        part.setText(note);
        ReusedViews.wanted(part, !note.isEmpty());
    }

    private static HeatTable cells(ShownStep shown, ColorRole ink, Tensor numbers) {
        return TableView.table(numbers, ink, shown.numbers(), ROWS, COLS);
    }

    private static Node table(
            ShownStep shown, String title, String style, ColorRole ink, Tensor numbers) {
        Label label = new Label(Texts.of(title).toUpperCase(Locale.getDefault()));
        label.getStyleClass().addAll("cell-title", style);
        HeatTable cells = cells(shown, ink, numbers).withSnugCells();
        double zoom = Math.min(1, (shown.width() - 24) / cells.size().width());
        return new VBox(3, label, new TableView(cells, numbers, shown, zoom));
    }
}
