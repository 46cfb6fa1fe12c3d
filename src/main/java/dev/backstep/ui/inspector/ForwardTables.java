package dev.backstep.ui.inspector;

import dev.backstep.explain.EquationSigns;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A forward step between matrices as tables: its operands, the sign between them, what they come
/// to. A cell under the pointer lights the cells that it was computed from.
final class ForwardTables extends VBox {

    private static final int MOST_ROWS = 6;

    private static final int MOST_INPUTS = 4;
    private static final int MOST_COLS = 5;

    /// How large the tables are drawn.
    private static final double LARGEST = 1.2;

    private static final double SMALLEST = 0.85;

    /// The room of a sign between two tables.
    private static final double SIGN = 22;

    private final FlowPane line = new FlowPane(6, 8);
    private final List<TableView> operands = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final ShownStep shown;
    private final double zoom;

    private ForwardTables(ShownStep shown, Node node) {
        super(6);
        this.shown = shown;
        Walkthrough w = shown.walkthrough();
        List<Integer> ids = operands(w, node.id());
        this.zoom = zoom(ids, node.id());
        boolean folded = w.drawn().folded(node.id()).isPresent();
        line.setRowValignment(VPos.CENTER);
        line.setPrefWrapLength(shown.width());
        for (int i = 0; i < ids.size(); i++) {
            if (i > 0) {
                sign(
                        folded
                                ? ","
                                : EquationSigns.between(
                                        node, shape(ids.get(0)), shape(ids.get(1))));
            }
            operands.add(table(ids.get(i)));
        }
        boolean called =
                folded || EquationSigns.between(node, Shape.SCALAR, Shape.SCALAR).equals(",");
        sign(called ? "→" : "=");
        TableView result = table(node.id());
        if (!folded) {
            result.onHover(cell -> light(result, node, cell));
        }
        getChildren().add(line);
        if (!leftOut.isEmpty()) {
            Label hint =
                    new Label(
                            Texts.of(
                                    Message.of("inspector.left.out")
                                            .with("shown", String.join("; ", leftOut))));
            hint.getStyleClass().add("hint");
            hint.setWrapText(true);
            getChildren().add(hint);
        }
    }

    /// Nothing where only numbers take part.
    static Optional<ForwardTables> of(ShownStep shown, int id) {
        Walkthrough w = shown.walkthrough();
        Node node = w.graph().node(id);
        boolean numbers =
                node.shape().isScalar()
                        && w.drawn().operands(id).stream()
                                .allMatch(i -> w.graph().node(i).shape().isScalar());
        return node.isSource() || numbers
                ? Optional.empty()
                : Optional.of(new ForwardTables(shown, node));
    }

    /// Of a folded group the first few of its inputs.
    private static List<Integer> operands(Walkthrough w, int id) {
        List<Integer> all = w.drawn().operands(id);
        return w.drawn().folded(id).isEmpty()
                ? all
                : all.stream().distinct().limit(MOST_INPUTS).toList();
    }

    /// As large as all tables fit in one row; small type is worse than a second row.
    private double zoom(List<Integer> operands, int result) {
        double widths = heat(result).size().width();
        for (int id : operands) {
            widths += heat(id).size().width() + SIGN;
        }
        double fitting = (shown.width() - 8) / widths;
        return fitting < SMALLEST ? 1 : Math.min(LARGEST, fitting);
    }

    private HeatTable heat(int id) {
        Tensor value = shown.walkthrough().value(id);
        return TableView.table(value, ColorRole.VALUE, shown.numbersOf(id), MOST_ROWS, MOST_COLS)
                .withSnugCells();
    }

    private Shape shape(int id) {
        return shown.walkthrough().graph().node(id).shape();
    }

    private void sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().addAll("operator", "equation-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        line.getChildren().add(sign);
    }

    private TableView table(int id) {
        Tensor value = shown.walkthrough().value(id);
        HeatTable table = heat(id);
        double drawn = Math.min(zoom, shown.width() / table.size().width());
        TableView view = new TableView(table, value, shown.with(shown.numbersOf(id)), drawn);
        Label title = new Label(shown.walkthrough().labels().words(id));
        title.getStyleClass().addAll("cell-title", "value");
        Label shape = new Label(value.shape().toString());
        shape.getStyleClass().addAll("muted", "table-shape");
        line.getChildren().add(new VBox(3, title, shape, view));
        if (!table.note().isEmpty()) {
            leftOut.add(table.note());
        }
        return view;
    }

    private void light(TableView result, Node node, Optional<Cell> cell) {
        for (int i = 0; i < operands.size(); i++) {
            int operand = i;
            operands.get(i)
                    .light(
                            cell.map(c -> lit(node, operand, operandShape(node, operand), c))
                                    .orElse(Lit.NOTHING));
        }
        result.light(cell.map(c -> Lit.cell(c.row(), c.col())).orElse(Lit.NOTHING));
    }

    private Shape operandShape(Node node, int operand) {
        return shape(shown.walkthrough().drawn().operands(node.id()).get(operand));
    }

    /// Of a product of matrices a row and a column; of what goes element by element the same cell.
    ///
    /// @param from the shape of the operand
    static Lit lit(Node node, int operand, Shape from, Cell cell) {
        return switch (node.op()) {
            case Op.MatMul _ -> operand == 0 ? Lit.row(cell.row()) : Lit.col(cell.col());
            case Op.Transpose _ -> Lit.cell(cell.col(), cell.row());
            case Op.Pointwise _, Op.Binary _ ->
                    Lit.cell(
                            Math.min(cell.row(), from.rows() - 1),
                            Math.min(cell.col(), from.cols() - 1));
            case Op.Columnwise _ -> Lit.col(cell.col());
            case Op.Leaf _, Op.Constant _, Op.Dot _, Op.Norm _, Op.Reshape _ -> Lit.NOTHING;
            case Op.Broadcast _, Op.Reduction _, Op.Centre _, Op.Move _ -> Lit.NOTHING;
        };
    }
}
