package dev.backstep.ui.inspector;

import dev.backstep.explain.Equation;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.text.Message;
import dev.backstep.ui.inspector.EquationRow.Piece;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The tables of a backward step in the order of its formula, the sign between them, and = before
/// what they come to: in one row where they fit, else with = beginning a second one. What is cut
/// off is said, and one click shows all of it.
final class EquationView extends VBox {

    /// What is shown of a table at first.
    private static final int MOST_ROWS = 6;

    private static final int MOST_COLS = 5;

    /// What is shown of a table when all is asked for; larger ones are for files.
    private static final int ALL = 100;

    /// How small the tables are drawn with fewer digits, before a second line is begun.
    private static final double SMALLEST = 0.9;

    /// How large the tables are drawn: as large as fits.
    private static final double[] ZOOMS = {1.3, 1.15, 1, SMALLEST};

    /// What stands above a table: its role and its shape.
    private static final double HEAD = 33;

    private final ShownStep shown;
    private final Equation equation;
    private final double room;
    private boolean whole;

    EquationView(ShownStep shown, Equation equation) {
        super(6);
        this.shown = shown;
        this.equation = equation;
        this.room = shown.width() - 24;
        fill();
    }

    private void fill() {
        Numbers few = new Numbers(Math.min(2, shown.numbers().digits()));
        EquationRow full = row(shown.numbers());
        EquationRow row = whole || fits(full, 1) || !fits(row(few), SMALLEST) ? full : row(few);
        getChildren().setAll(lines(row));
        if (equation.sign() == Equation.Sign.TRANSPOSED_TIMES && equation.downstream().cols() > 1) {
            getChildren().add(hint(Texts.of("inspector.row.by.row")));
        }
        row.leftOut()
                .ifPresent(
                        note ->
                                getChildren()
                                        .add(
                                                hint(
                                                        Texts.of(
                                                                Message.of("inspector.left.out")
                                                                        .with("shown", note)))));
        if (whole || row.leftOut().isPresent()) {
            Hyperlink more =
                    new Hyperlink(Texts.of(whole ? "inspector.show.part" : "inspector.show.all"));
            more.setOnAction(
                    _ -> {
                        whole = !whole;
                        fill();
                    });
            getChildren().add(more);
        }
    }

    private EquationRow row(Numbers numbers) {
        return whole
                ? EquationRow.of(equation, numbers, ALL, ALL)
                : EquationRow.of(equation, numbers, MOST_ROWS, MOST_COLS);
    }

    private boolean fits(EquationRow row, double zoom) {
        return EquationRow.width(row.all(), zoom) <= room;
    }

    /// The row at the largest size that fits, else in two lines; all of it can be scrolled.
    private Node lines(EquationRow row) {
        List<TableView> tables = new ArrayList<>();
        Node lines;
        if (whole) {
            lines = scrolled(line(row.all(), 1, tables));
        } else {
            double zoom = DoubleStream.of(ZOOMS).filter(z -> fits(row, z)).findFirst().orElse(0);
            lines =
                    zoom > 0
                            ? line(row.all(), zoom, tables)
                            : new VBox(
                                    8,
                                    line(row.left(), shrunk(row.left()), tables),
                                    line(row.right(), shrunk(row.right()), tables));
        }
        tables.getLast().onHover(cell -> light(tables, cell));
        return lines;
    }

    private double shrunk(List<Piece> pieces) {
        return Math.min(1, room / EquationRow.width(pieces, 1));
    }

    /// @param made where the tables are added, in order
    private HBox line(List<Piece> pieces, double zoom, List<TableView> made) {
        HBox line = new HBox(EquationRow.GAP);
        List<Label> signs = new ArrayList<>();
        double lowest = Double.MAX_VALUE;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Sign(String text) -> {
                    signs.add(sign(text));
                    line.getChildren().add(signs.getLast());
                }
                case Piece.Table table -> {
                    made.add(new TableView(table.table(), table.tensor(), shown, zoom));
                    lowest = Math.min(lowest, made.getLast().getPrefHeight());
                    line.getChildren().add(titled(table, made.getLast()));
                }
            }
        }
        double middle = HEAD + lowest / 2 - 10;
        signs.forEach(sign -> HBox.setMargin(sign, new Insets(middle, 0, 0, 0)));
        line.setAlignment(Pos.TOP_LEFT);
        line.setFillHeight(false);
        return line;
    }

    private void light(List<TableView> tables, Optional<Cell> cell) {
        List<Lit> lit = cell.map(c -> ContributingCells.of(equation, c)).orElse(List.of());
        for (int i = 0; i < tables.size() - 1; i++) {
            tables.get(i).light(lit.isEmpty() ? Lit.NOTHING : lit.get(i));
        }
        tables.getLast().light(cell.map(c -> Lit.cell(c.row(), c.col())).orElse(Lit.NOTHING));
    }

    private static ScrollPane scrolled(Node row) {
        ScrollPane pane = new ScrollPane(row);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("equation-pane");
        return pane;
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().addAll("operator", "equation-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        return sign;
    }

    private static Node titled(Piece.Table table, TableView view) {
        Label shape = new Label(table.tensor().shape().toString());
        shape.getStyleClass().addAll("muted", "table-shape");
        shape.setMinWidth(USE_PREF_SIZE);
        VBox head = new VBox(CellView.title(table.role(), table.role()), shape);
        head.setMinHeight(HEAD - 3);
        head.setMaxHeight(HEAD - 3);
        return new VBox(3, head, view);
    }
}
