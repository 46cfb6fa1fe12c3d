package dev.backstep.ui.inspector;

import dev.backstep.explain.Numbers;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.paint.Ink;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Pixels;
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
    private final Shown shown;
    private final HeatTable table;
    private final double zoom;
    private Consumer<Optional<HeatTable.Cell>> hovered = _ -> {};
    private Lit lit = Lit.NOTHING;

    TableView(Tensor tensor, Ink ink, Shown shown) {
        this(tensor, ink, shown, MOST_ROWS, MOST_COLS);
    }

    /// A Jacobian, smaller so that more of it is seen.
    static TableView whole(Tensor jacobian, Shown shown) {
        return new TableView(jacobian, Ink.LOCAL, shown, MOST_ROWS_SMALLER, MOST_COLS_SMALLER);
    }

    /// What a step multiplies by: all of it where that can be read, else as much as of the others.
    static TableView local(Tensor local, Shown shown) {
        boolean fits = local.rows() <= MOST_ROWS_SMALLER && local.cols() <= MOST_COLS_SMALLER;
        return fits ? whole(local, shown) : new TableView(local, Ink.LOCAL, shown);
    }

    private TableView(Tensor tensor, Ink ink, Shown shown, int rows, int cols) {
        this.shown = shown;
        this.table =
                new HeatTable(
                        tensor.rows(),
                        tensor.cols(),
                        tensor::at,
                        shown.numbers()::plain,
                        ink,
                        rows,
                        cols);
        Size size = table.size();
        this.zoom = Math.min(1, shown.width() / size.width());
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

    void light(Lit wanted) {
        lit = wanted;
        paint();
    }

    private void hover(Optional<HeatTable.Cell> cell, Tensor tensor) {
        tip.setText(
                cell.map(c -> Numbers.FULL.plain(tensor.at(c.row(), c.col())))
                        .orElse(tensor.shape().toString()));
        hovered.accept(cell);
    }

    private void paint() {
        if (getScene() == null) {
            return;
        }
        double scale = Enlarged.pixels(this);
        Pixels.Frame frame = new Pixels.Frame(0, 0, zoom);
        pixels.paint(
                getPrefWidth(),
                getPrefHeight(),
                scale,
                frame,
                g -> table.paint(g, shown.theme(), lit));
    }
}
