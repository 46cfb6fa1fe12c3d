package dev.backstep.ui.inspector;

import dev.backstep.graph.Op;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Pixels;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A matrix as a heat table; hovering a cell shows all its digits, and lights what made it.
final class TableView extends Region {

    private static final int MOST_ROWS = 6;
    private static final int MOST_COLS = 5;
    private static final int MOST_ROWS_SMALLER = 12;

    /// So many fit into the width of the inspector with numbers that can be read.
    private static final int MOST_COLS_SMALLER = 8;

    private final Pixels pixels = new Pixels();
    private final Tooltip tip = new Tooltip();
    private final ShownStep shown;
    private final HeatTable table;
    private final double zoom;
    private Consumer<Optional<HeatTable.Cell>> hovered = _ -> {};
    private Lit lit = Lit.NOTHING;

    TableView(Tensor tensor, ColorRole ink, ShownStep shown) {
        this(tensor, ink, shown, MOST_ROWS, MOST_COLS);
    }

    /// A Jacobian, smaller so that more of it is seen.
    static TableView whole(Tensor jacobian, ShownStep shown) {
        HeatTable table =
                table(
                        jacobian,
                        ColorRole.LOCAL,
                        shown.numbers(),
                        MOST_ROWS_SMALLER,
                        MOST_COLS_SMALLER);
        return new TableView(table, jacobian, shown, fitting(table, shown.width()));
    }

    private TableView(Tensor tensor, ColorRole ink, ShownStep shown, int rows, int cols) {
        HeatTable table = table(tensor, ink, shown.numbers(), rows, cols);
        this(table, tensor, shown, fitting(table, shown.width()));
    }

    private static double fitting(HeatTable table, double width) {
        return Math.min(1, width / table.size().width());
    }

    static HeatTable table(Tensor tensor, ColorRole ink, Numbers numbers, int rows, int cols) {
        return new HeatTable(
                tensor.rows(),
                tensor.cols(),
                tensor::at,
                numbers::plain,
                ink,
                rows,
                cols,
                Texts.spoken());
    }

    /// @param zoom how large it is drawn
    TableView(HeatTable table, Tensor tensor, ShownStep shown, double zoom) {
        this.shown = shown;
        this.table = table;
        Size size = table.size();
        this.zoom = zoom;
        getChildren().add(pixels.view());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefSize(size.width() * zoom, size.height() * zoom);
        setAccessibleText(tensor.shape().toString());
        setOnMouseMoved(e -> hover(table.at(new Point(e.getX() / zoom, e.getY() / zoom)), tensor));
        setOnMouseExited(_ -> hover(Optional.empty(), tensor));
        Tooltip.install(this, tip);
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene != null) {
                                paint();
                            }
                        });
    }

    /// Tells which cell is hovered; nothing when none is any more.
    void onHover(Consumer<Optional<HeatTable.Cell>> told) {
        hovered = told;
    }

    HeatTable table() {
        return table;
    }

    double zoom() {
        return zoom;
    }

    void light(Lit wanted) {
        lit = wanted;
        paint();
    }

    private void hover(Optional<HeatTable.Cell> cell, Tensor tensor) {
        tip.setText(
                cell.map(c -> index(c, tensor.shape()) + number(tensor.at(c.row(), c.col())))
                        .orElse(tensor.shape().toString()));
        hovered.accept(cell);
    }

    /// `[0, 1] = `, as the language counts.
    private static String index(HeatTable.Cell c, Shape of) {
        return of.isScalar()
                ? ""
                : new Op.Slice(c.row(), c.row() + 1, c.col(), c.col() + 1).index(of) + " = ";
    }

    private String number(double number) {
        return Numbers.FULL.withSignedZero(shown.numbers().signedZero()).plain(number);
    }

    private void paint() {
        if (getScene() == null) {
            return;
        }
        double scale = Enlarged.pixels(this);
        Pixels.PaintTransform frame = new Pixels.PaintTransform(0, 0, zoom);
        pixels.paint(
                getPrefWidth(),
                getPrefHeight(),
                scale,
                frame,
                g -> table.paint(g, shown.theme(), lit));
    }
}
