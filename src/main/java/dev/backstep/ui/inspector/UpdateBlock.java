package dev.backstep.ui.inspector;

import dev.backstep.explain.Change;
import dev.backstep.explain.Change.Line;
import dev.backstep.explain.Change.Part;
import dev.backstep.paint.ColorRole;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The update of a parameter: its rule with the numbers put in, its settings, and the value before,
/// the gradient, the value after.
final class UpdateBlock extends VBox {

    private static final double ONE_LINE = 21;
    private static final double SEVERAL = 16;

    private final ReusedViews<LineRow> single = new ReusedViews<>(6, () -> new LineRow(ONE_LINE));
    private final ReusedViews<LineRow> several = new ReusedViews<>(9, () -> new LineRow(SEVERAL));
    private final FormulaRow settings = new FormulaRow(15);
    private final CellView before = new CellView("update.before", "value", ColorRole.VALUE);
    private final CellView gradient =
            new CellView("update.gradient", "upstream", ColorRole.UPSTREAM);
    private final CellView after = new CellView("update.after", "update", ColorRole.UPDATE);
    private final Label first = operator();
    private final Label second = operator();
    private final HBox scalars = new HBox(6, before, first, gradient, second, after);
    private final FlowPane tables = new FlowPane(14, 10);
    private final VBox block = new VBox(scalars, tables);

    UpdateBlock() {
        super(12);
        block.getStyleClass().add("block");
        scalars.setAlignment(Pos.CENTER);
        getChildren().addAll(single, several, settings, block);
    }

    void show(ShownStep shown, Change change) {
        boolean one = change.lines().size() == 1;
        List<Line> none = List.of();
        single.show(one ? change.lines() : none, (row, line) -> row.show(shown, line));
        several.show(one ? none : change.lines(), (row, line) -> row.show(shown, line));
        settings.show(shown, change.settings(), ColorRole.MUTED);
        boolean scalar = change.after().shape().isScalar();
        ReusedViews.wanted(scalars, scalar);
        ReusedViews.wanted(tables, !scalar);
        tables.getChildren().clear();
        if (scalar) {
            cells(shown, change);
        } else {
            tables.setPrefWrapLength(shown.width() - 24);
            tables.getChildren().setAll(tables(shown, change));
        }
    }

    private void cells(ShownStep shown, Change change) {
        String label = shown.label(change.node());
        String slope = shown.gradientOf(change.node());
        first.setText(change.factor().map(f -> "− " + f + " ·").orElse(""));
        second.setText(change.factor().isPresent() ? "=" : "→");
        before.show(shown, label, Optional.empty(), change.before().item());
        gradient.show(shown, slope, Optional.empty(), change.gradient().item());
        after.show(shown, label, Optional.empty(), change.after().item());
    }

    /// The tables of a matrix: before, gradient, what the optimiser remembers, what the rule works
    /// out on its way, after.
    private static List<Node> tables(ShownStep shown, Change change) {
        String label = shown.label(change.node());
        List<Node> tables = new ArrayList<>();
        tables.add(table("update.before", "value", ColorRole.VALUE, label, change.before(), shown));
        String slope = "\\partial " + shown.output() + "/\\partial " + label;
        tables.add(
                table(
                        "update.gradient",
                        "upstream",
                        ColorRole.UPSTREAM,
                        slope,
                        change.gradient(),
                        shown));
        change.remembered().forEach(p -> tables.add(part("update.before", p, shown)));
        change.parts().forEach(p -> tables.add(part("update.part", p, shown)));
        tables.add(table("update.after", "update", ColorRole.UPDATE, label, change.after(), shown));
        return tables;
    }

    private static Node part(String text, Part part, ShownStep shown) {
        return table(text, "muted", ColorRole.MUTED, part.tex(), part.value(), shown);
    }

    private static Node table(
            String text, String style, ColorRole ink, String tex, Tensor tensor, ShownStep shown) {
        String shape = tensor.shape().toString();
        TableHead head = new TableHead(CellView.title(text, style), ink, tex, shape, shown);
        return new VBox(4, head, new TableView(tensor, ink, shown));
    }

    private static Label operator() {
        Label label = new Label();
        label.getStyleClass().add("operator");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// A line of the rule, its numbers below it where there is no room beside it.
    private static final class LineRow extends VBox {

        private final FormulaRow rule;
        private final FormulaRow numbers;

        LineRow(double size) {
            super(6);
            rule = new FormulaRow(size);
            numbers = new FormulaRow(size * 0.86);
            getChildren().addAll(rule, numbers);
        }

        void show(ShownStep shown, Line line) {
            Optional<String> below = rule.showWith(shown, line.rule(), line.numbers());
            ReusedViews.wanted(numbers, below.isPresent());
            below.ifPresent(n -> numbers.show(shown, "= " + n));
        }
    }
}
