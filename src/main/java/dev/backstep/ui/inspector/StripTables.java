package dev.backstep.ui.inspector;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.paint.TextLines;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tables of a step in one row, as large as the row allows: of each as many rows and columns as
/// there is room for in type that can be read from afar, and what is left out is said.
///
/// One cell of the last table is lit, with the cells that it was made from: one in its middle, or
/// the one under the pointer.
final class StripTables extends HBox {

    /// The most rows and columns that are shown of a table.
    private static final int MOST = 6;

    /// The digits of numbers where more would leave out columns.
    private static final int FEW = 2;

    /// The least size of a table: its numbers are as small as may be.
    private static final double LEAST_ZOOM = 1.08;

    private static final double MOST_ZOOM = 1.6;

    /// What stands above a table: its role and its formula.
    private static final double HEAD = 42;

    private static final double GAP = 12;
    private static final double TITLE = 12;
    private static final double NOTE = 12;
    private static final double SYMBOL = 14;
    private static final double SIGN = 20;

    /// A table or a sign between two of them.
    sealed interface Part {

        /// @param title the role, in words
        /// @param style the style class of the role
        /// @param tex its formula
        record Matrix(String title, String style, ColorRole ink, String tex, Tensor tensor)
                implements Part {}

        record Sign(String text) implements Part {}
    }

    private final ShownStep shown;
    private final Set<Integer> shared;
    private Numbers numbers;
    private final boolean fits;
    private final List<TableView> tables = new ArrayList<>();

    /// @param lights the cells of all tables but the last that gave a cell of the last
    StripTables(
            ShownStep shown, List<Part> parts, double height, Function<Cell, List<Lit>> lights) {
        super(GAP);
        this.shown = shown;
        this.numbers = new Numbers(Math.min(FEW, shown.numbers().digits()));
        this.shared = shared(parts);
        Numbers few = numbers;
        numbers = shown.numbers();
        StripCut cut = new StripCut(MOST, MOST);
        if (room(parts, cut, height).zoom() < LEAST_ZOOM || isTooWide(parts)) {
            numbers = few;
        }
        StripCut.Room room = room(parts, cut, height);
        while (room.zoom() < LEAST_ZOOM && cut.canGive(room, LEAST_ZOOM)) {
            cut = cut.less(room, LEAST_ZOOM);
            room = room(parts, cut, height);
        }
        fits = room.zoom() >= LEAST_ZOOM;
        double zoom = Math.clamp(room.zoom(), LEAST_ZOOM, MOST_ZOOM);
        setAlignment(Pos.TOP_CENTER);
        setFillHeight(false);
        fill(parts, cut, zoom);
        TableView last = tables.getLast();
        last.onHover(cell -> light(cell.or(() -> middle(parts)), lights));
        light(middle(parts), lights);
    }

    /// Whether there is room for at least two rows and a column of each table, in type that can be
    /// read.
    boolean fits() {
        return fits;
    }

    /// Whether a number is wider than the widest cell, and so would be set smaller.
    private boolean isTooWide(List<Part> parts) {
        return parts.stream()
                .filter(Part.Matrix.class::isInstance)
                .map(p -> table((Part.Matrix) p, new StripCut(MOST, MOST)))
                .anyMatch(t -> t.cellWidth() >= HeatTable.WIDTH);
    }

    private void fill(List<Part> parts, StripCut cut, double zoom) {
        List<Label> signs = new ArrayList<>();
        double lowest = Double.MAX_VALUE;
        for (Part part : parts) {
            switch (part) {
                case Part.Sign(String text) -> {
                    signs.add(sign(text));
                    getChildren().add(signs.getLast());
                }
                case Part.Matrix matrix -> {
                    HeatTable table = table(matrix, cut);
                    TableView view = new TableView(table, matrix.tensor(), shown, zoom);
                    tables.add(view);
                    lowest = Math.min(lowest, view.getPrefHeight());
                    getChildren().add(new VBox(4, head(matrix, table), view));
                }
            }
        }
        double middle = HEAD + lowest / 2 - SIGN / 2;
        signs.forEach(sign -> HBox.setMargin(sign, new Insets(middle, 0, 0, 0)));
    }

    private void light(Optional<Cell> cell, Function<Cell, List<Lit>> lights) {
        List<Lit> lit = cell.map(lights).orElse(List.of());
        for (int i = 0; i < tables.size() - 1; i++) {
            tables.get(i).light(i < lit.size() ? lit.get(i) : Lit.NOTHING);
        }
        tables.getLast().light(cell.map(c -> Lit.cell(c.row(), c.col())).orElse(Lit.NOTHING));
    }

    /// A cell of the last table that lies at no edge, if it has one.
    private static Optional<Cell> middle(List<Part> parts) {
        return parts.getLast() instanceof Part.Matrix m && m.tensor().size() > 1
                ? Optional.of(
                        new Cell(
                                Math.min(2, (m.tensor().rows() - 1) / 2),
                                Math.min(3, m.tensor().cols() / 2)))
                : Optional.empty();
    }

    /// Where one table has as many rows as another has columns: both are cut to as many, so that
    /// what is multiplied with each other is cut at the same place.
    private static Set<Integer> shared(List<Part> parts) {
        Set<Integer> rows = new HashSet<>();
        Set<Integer> cols = new HashSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Matrix m) {
                rows.add(m.tensor().rows());
                cols.add(m.tensor().cols());
            }
        }
        rows.retainAll(cols);
        return rows;
    }

    /// How high the tables of a matrix with so many rows are drawn at least, with their heads.
    static double height(int rows) {
        HeatTable table =
                new HeatTable(
                                cut(rows, MOST),
                                1,
                                (_, _) -> 0,
                                _ -> "",
                                ColorRole.VALUE,
                                MOST + 1,
                                1,
                                Texts.spoken())
                        .withSnugCells();
        return HEAD + LEAST_ZOOM * table.size().height();
    }

    /// A table that lacks but one row or column is shown whole.
    private static int cut(int length, int most) {
        return length <= most + 1 && most > 1 ? length : Math.min(length, most);
    }

    private HeatTable table(Part.Matrix m, StripCut cut) {
        int rows = m.tensor().rows();
        int cols = m.tensor().cols();
        return TableView.table(
                        m.tensor(),
                        m.ink(),
                        numbers,
                        cut(rows, shared.contains(rows) ? cut.both() : cut.rows()),
                        cut(cols, shared.contains(cols) ? cut.both() : cut.cols()))
                .withSnugCells();
    }

    private StripCut.Room room(List<Part> parts, StripCut cut, double height) {
        double fixed = GAP * (parts.size() - 1);
        double scaled = 0;
        double highest = 1;
        for (Part part : parts) {
            switch (part) {
                case Part.Sign(String text) -> fixed += TextLines.width(text, Fonts.WORDS.at(SIGN));
                case Part.Matrix matrix -> {
                    HeatTable table = table(matrix, cut);
                    double wide = table.size().width();
                    double head = headWidth(matrix, table);
                    fixed += Math.max(0, head - wide * LEAST_ZOOM);
                    scaled += wide;
                    highest = Math.max(highest, table.size().height());
                }
            }
        }
        return new StripCut.Room((shown.width() - fixed) / scaled, (height - HEAD) / highest);
    }

    private static double headWidth(Part.Matrix m, HeatTable table) {
        double title = TextLines.width(m.title(), Fonts.WORDS_BOLD.at(TITLE));
        double note =
                note(table).isEmpty() ? 0 : 8 + TextLines.width(note(table), Fonts.WORDS.at(NOTE));
        return Math.max(title + note, FormulaPainter.measure(m.tex(), SYMBOL).width());
    }

    private Node head(Part.Matrix m, HeatTable table) {
        Label title = new Label(m.title());
        title.getStyleClass().addAll("cell-title", m.style());
        title.setMinWidth(USE_PREF_SIZE);
        FormulaView symbol = new FormulaView(SYMBOL, m.ink());
        symbol.show(m.tex(), shown.theme());
        Label note = new Label(note(table));
        note.getStyleClass().addAll("muted", "strip-note");
        note.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(8, title, note);
        first.setAlignment(Pos.BASELINE_LEFT);
        HBox second = new HBox(symbol);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(second, Priority.ALWAYS);
        VBox head = new VBox(first, second);
        head.setMinHeight(HEAD - 4);
        head.setMaxHeight(HEAD - 4);
        return head;
    }

    /// What is left out: `first 5 of 32 columns`, of both `first 6×5 of 8×32`.
    private static String note(HeatTable table) {
        boolean both = table.rows() < table.height() && table.cols() < table.width();
        return both
                ? Texts.of(
                        Message.of("present.part")
                                .with("shown", new Shape(table.rows(), table.cols()).toString())
                                .with("all", new Shape(table.height(), table.width()).toString()))
                : table.note();
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().addAll("operator", "equation-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        return sign;
    }

    /// The same cell of each of so many tables.
    static List<Lit> same(int tables, Cell cell) {
        return IntStream.range(0, tables).mapToObj(_ -> Lit.cell(cell.row(), cell.col())).toList();
    }
}
