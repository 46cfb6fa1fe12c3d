package dev.backstep.export.figure;

import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tables from left to right with signs between them, as many rows and columns of each as there is
/// room for in type that can be read; if not even a few fit, in several lines.
///
/// @param width what it may take
final class TableRow {

    private static final int ROWS = 8;
    private static final int COLS = 8;

    /// Before fewer are shown, the tables stand in several lines.
    private static final int FEWEST = 4;

    /// The digits of numbers where more would leave out columns.
    private static final int FEW = 2;

    /// The least size of a table: its numbers are as small as may be.
    private static final double LEAST = 1.1;

    private static final double MOST = 1.35;
    private static final double GAP = 10;
    private static final double BELOW = 18;
    private static final double SIGN = 18;
    private static final double SYMBOL = 15;

    /// Between a table and what stands above it.
    private static final double HEAD = 6;

    /// A table or a sign between two of them.
    sealed interface Cell {

        /// @param title the role, in words
        /// @param tex its formula, empty for none
        record Matrix(String title, ColorRole ink, String tex, Tensor tensor, Numbers numbers)
                implements Cell {}

        record Sign(String text) implements Cell {}
    }

    private final List<Cell> cells;
    private final double width;
    private final Bundle language;
    private final Set<Integer> shared;

    private TableRow(List<Cell> cells, double width, Bundle language) {
        this.cells = List.copyOf(cells);
        this.width = width;
        this.language = language;
        this.shared = shared(cells);
    }

    static FigurePart of(List<Cell> cells, double width, Bundle language) {
        TableRow row = new TableRow(cells, width, language);
        if (row.zoom(COLS, Numbers.FULL.digits()) >= LEAST) {
            return row.line(COLS, Numbers.FULL.digits());
        }
        for (int cols = COLS; cols >= FEWEST; cols--) {
            if (row.zoom(cols, FEW) >= LEAST) {
                return row.line(cols, FEW);
            }
        }
        return row.lines();
    }

    /// Where one table has as many rows as another has columns: both are cut to as many, so that
    /// what is multiplied with each other is cut at the same place.
    private static Set<Integer> shared(List<Cell> cells) {
        Set<Integer> rows = new HashSet<>();
        Set<Integer> cols = new HashSet<>();
        for (Cell cell : cells) {
            if (cell instanceof Cell.Matrix m) {
                rows.add(m.tensor.rows());
                cols.add(m.tensor.cols());
            }
        }
        rows.retainAll(cols);
        return rows;
    }

    /// A table that lacks but one row or column is shown whole.
    private static int cut(int length, int most) {
        return length <= most + 1 ? length : most;
    }

    private HeatTable table(Cell.Matrix m, int cols, int digits) {
        Numbers numbers = new Numbers(Math.min(digits, m.numbers.digits()), m.numbers.signedZero());
        int rows = shared.contains(m.tensor.rows()) ? Math.min(ROWS, cols) : ROWS;
        return new HeatTable(
                        m.tensor.rows(),
                        m.tensor.cols(),
                        m.tensor::at,
                        numbers::plain,
                        m.ink,
                        cut(m.tensor.rows(), rows),
                        cut(m.tensor.cols(), cols),
                        language)
                .withSnugCells();
    }

    /// How large all of it can be drawn in one line; 0 if not at all.
    private double zoom(int cols, int digits) {
        double fixed = GAP * (cells.size() - 1);
        double scaled = 0;
        for (Cell cell : cells) {
            switch (cell) {
                case Cell.Sign(String text) -> fixed += sign(text).width();
                case Cell.Matrix m -> {
                    HeatTable table = table(m, cols, digits);
                    double wide = table.size().width();
                    fixed += Math.max(0, head(m, table).width() - wide * LEAST);
                    scaled += wide;
                }
            }
        }
        return Math.max(0, (width - fixed) / scaled);
    }

    private FigurePart line(int cols, int digits) {
        double zoom = Math.min(MOST, zoom(cols, digits));
        double head = headHeight(cols, digits);
        double lowest =
                cells.stream()
                        .filter(Cell.Matrix.class::isInstance)
                        .mapToDouble(
                                c -> zoom * table((Cell.Matrix) c, cols, digits).size().height())
                        .min()
                        .orElse(0);
        List<FigurePart> parts = new ArrayList<>();
        for (Cell cell : cells) {
            switch (cell) {
                case Cell.Sign(String text) -> {
                    FigurePart sign = sign(text);
                    parts.add(sign.lowered(head + lowest / 2 - sign.height() / 2));
                }
                case Cell.Matrix m -> parts.add(drawn(m, table(m, cols, digits), zoom, head));
            }
        }
        return FigurePart.row(GAP, parts);
    }

    /// The same for all, so that the tables are at one height.
    private double headHeight(int cols, int digits) {
        double highest = 0;
        for (Cell cell : cells) {
            if (cell instanceof Cell.Matrix m) {
                highest = Math.max(highest, head(m, table(m, cols, digits)).height());
            }
        }
        return highest + HEAD;
    }

    /// A table with the sign before it stays together.
    private FigurePart lines() {
        List<FigurePart> together = new ArrayList<>();
        List<Cell> pending = new ArrayList<>();
        for (Cell cell : cells) {
            pending.add(cell);
            if (cell instanceof Cell.Matrix) {
                together.add(new TableRow(pending, width, language).fitted(shared));
                pending.clear();
            }
        }
        if (!pending.isEmpty()) {
            together.add(new TableRow(pending, width, language).line(FEWEST, FEW));
        }
        return FigurePart.wrapped(GAP, BELOW, width, together);
    }

    /// With as many columns as have room.
    private FigurePart fitted(Set<Integer> cut) {
        boolean full = zoom(FEWEST + 1, Numbers.FULL.digits()) >= LEAST && cut.isEmpty();
        return line(FEWEST + 1, full ? Numbers.FULL.digits() : FEW);
    }

    private FigurePart drawn(Cell.Matrix m, HeatTable table, double zoom, double above) {
        double fitting = Math.min(zoom, width / table.size().width());
        Size size = new Size(fitting * table.size().width(), fitting * table.size().height());
        FigurePart heat =
                new FigurePart(
                        size,
                        fitting * table.smallestType(),
                        (g, theme, x, y) -> {
                            AffineTransform before = g.getTransform();
                            g.translate(x, y);
                            g.scale(fitting, fitting);
                            table.paint(g, theme, Lit.NOTHING);
                            g.setTransform(before);
                        });
        FigurePart head = head(m, table);
        FigurePart low = head.lowered(above - HEAD - head.height());
        return FigurePart.column(HEAD, List.of(low, heat));
    }

    private FigurePart head(Cell.Matrix m, HeatTable table) {
        FigurePart title = FigureText.role(m.title, m.ink);
        List<FigurePart> names = new ArrayList<>();
        if (!m.title.isEmpty()) {
            names.add(title);
        }
        if (!m.tex.isEmpty()) {
            names.add(FigureText.symbol(m.tex, SYMBOL, m.ink, 0.4 * width));
        }
        FigurePart first = FigurePart.line(7, names);
        FigurePart second =
                FigureText.line(
                        note(m, table), ColorRole.MUTED, Fonts.WORDS.at(FigureText.SMALLEST));
        return FigurePart.column(4, List.of(first, second));
    }

    /// The shape, or what of it is shown: `first 5 of 32 columns`, of both `first 6×5 of 8×32`.
    private String note(Cell.Matrix m, HeatTable table) {
        boolean both = table.rows() < table.height() && table.cols() < table.width();
        String shape = m.tensor.shape().toString();
        if (!both) {
            return table.note().isEmpty() ? shape : table.note();
        }
        return language.say(
                Message.of("present.part")
                        .with("shown", new Shape(table.rows(), table.cols()).toString())
                        .with("all", shape));
    }

    private static FigurePart sign(String text) {
        return FigureText.line(text, ColorRole.INK, Fonts.WORDS.at(SIGN));
    }
}
