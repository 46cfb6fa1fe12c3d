package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// A matrix as a heat table: every cell coloured by its sign and its size beside the largest, with
/// its number in it. Of a large matrix the first rows and columns are shown.
///
/// @param height the rows of the matrix
/// @param width its columns
/// @param elements its elements, by row and column
/// @param text how a number is shown; it shrinks where a cell is too narrow
/// @param ink the role of the matrix, whose colour its frame has
/// @param maxRows the most rows shown
/// @param maxCols the most columns shown
/// @param cellWidth the width of a cell
/// @param snug whether cells are small and stand close; what is left out is then told elsewhere
/// @param language what it speaks
public record HeatTable(
        int height,
        int width,
        Elements elements,
        DoubleFunction<String> text,
        ColorRole ink,
        int maxRows,
        int maxCols,
        double cellWidth,
        boolean snug,
        Bundle language) {

    /// The elements of a matrix.
    @FunctionalInterface
    public interface Elements {
        double at(int row, int col);
    }

    /// The width of the widest cell.
    public static final double WIDTH = 54;

    private static final double NARROWEST = 19;
    private static final double NUMBER = 12.5;
    private static final double SMALLEST = 10.5;
    private static final double NOTE = 22;

    /// With cells of one size, as large as most numbers need.
    public HeatTable(
            int height,
            int width,
            Elements elements,
            DoubleFunction<String> text,
            ColorRole ink,
            int maxRows,
            int maxCols,
            Bundle language) {
        this(height, width, elements, text, ink, maxRows, maxCols, WIDTH, false, language);
    }

    /// The same with cells no wider than the numbers shown need, so that several stand in a row.
    public HeatTable withSnugCells() {
        double widest = widest(Fonts.NUMBERS.at(SMALLEST));
        double cell = Math.clamp(widest + 5, NARROWEST, WIDTH);
        return new HeatTable(
                height, width, elements, text, ink, maxRows, maxCols, cell, true, language);
    }

    private double gap() {
        return snug ? 1 : 2;
    }

    private double pad() {
        return snug ? 4 : 8;
    }

    private double cellHeight() {
        return snug ? 22 : 32;
    }

    /// What a number may take of the width of its cell.
    private double room() {
        return cellWidth - (snug ? 3 : 7);
    }

    private double widest(Font font) {
        double widest = 0;
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                widest = Math.max(widest, TextLines.width(text.apply(elements.at(row, col)), font));
            }
        }
        return widest;
    }

    private double frameWidth() {
        return cols() * (cellWidth + gap()) - gap() + 2 * pad();
    }

    private double frameHeight() {
        return rows() * (cellHeight() + gap()) - gap() + 2 * pad();
    }

    /// A row and a column of the matrix.
    public record Cell(int row, int col) {}

    /// What is lit: a row, a column, a cell of both.
    public record Lit(Optional<Integer> row, Optional<Integer> col) {

        public static final Lit NOTHING = new Lit(Optional.empty(), Optional.empty());

        public static Lit row(int row) {
            return new Lit(Optional.of(row), Optional.empty());
        }

        public static Lit col(int col) {
            return new Lit(Optional.empty(), Optional.of(col));
        }

        public static Lit cell(int row, int col) {
            return new Lit(Optional.of(row), Optional.of(col));
        }

        boolean isLit(int row, int col) {
            boolean rowFits = this.row.isEmpty() || this.row.get() == row;
            boolean colFits = this.col.isEmpty() || this.col.get() == col;
            return rowFits && colFits && (this.row.isPresent() || this.col.isPresent());
        }
    }

    /// The rows shown.
    public int rows() {
        return Math.min(maxRows, height);
    }

    /// The columns shown.
    public int cols() {
        return Math.min(maxCols, width);
    }

    /// What is left out: `first 6 of 32 columns`; empty where all is shown.
    public String note() {
        List<Message> parts = new ArrayList<>();
        if (rows() < height) {
            parts.add(part("table.rows", rows(), height));
        }
        if (cols() < width) {
            parts.add(part("table.cols", cols(), width));
        }
        return parts.isEmpty() ? "" : language.say(Message.joined("list", parts));
    }

    private static Message part(String key, int shown, int all) {
        return Message.of(key).with("shown", shown).with("all", all);
    }

    /// The size of its longest numbers, which shrink to fit.
    public double smallestType() {
        Font font = font();
        return font.getSize2D() * Math.min(1, room() / widest(font));
    }

    /// The size of frame and note.
    public Size size() {
        double note =
                note().isEmpty() || snug ? 0 : TextLines.width(note(), Fonts.WORDS.at(NUMBER));
        double below = note().isEmpty() || snug ? 0 : NOTE;
        return new Size(Math.max(frameWidth(), note), frameHeight() + below);
    }

    /// Which cell lies at a place, counted from the upper left corner of the frame.
    public Optional<Cell> at(Point p) {
        double x = p.x() - pad();
        double y = p.y() - pad();
        double right = cellWidth + gap();
        double down = cellHeight() + gap();
        int col = (int) Math.floor(x / right);
        int row = (int) Math.floor(y / down);
        boolean inside = row >= 0 && row < rows() && col >= 0 && col < cols();
        boolean onCell = x - col * right <= cellWidth && y - row * down <= cellHeight();
        return inside && onCell ? Optional.of(new Cell(row, col)) : Optional.empty();
    }

    /// The box of a cell, counted from the upper left corner of the frame.
    public Box box(int row, int col) {
        double width = cellWidth;
        return new Box(
                pad() + col * (width + gap()),
                pad() + row * (cellHeight() + gap()),
                width,
                cellHeight());
    }

    /// Draws with the upper left corner of the frame at (0, 0).
    public void paint(Graphics2D g, Theme theme, Lit lit) {
        FormulaPainter.smooth(g);
        frame(g, theme);
        double largest = largest();
        Font font = font();
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                cell(g, theme, row, col, largest, font);
            }
        }
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                if (lit.isLit(row, col)) {
                    g.setColor(theme.color(ColorRole.INK));
                    g.setStroke(new BasicStroke(2));
                    g.draw(shape(box(row, col).grown(0.5), 4));
                }
            }
        }
    }

    private void frame(Graphics2D g, Theme theme) {
        double right = frameWidth();
        double bottom = frameHeight();
        g.setColor(theme.color(ColorRole.CARD));
        g.fill(shape(new Box(0, 0, right, bottom), 8));
        g.setColor(theme.color(ink));
        g.setStroke(new BasicStroke(2));
        g.draw(shape(new Box(1, 1, right - 2, bottom - 2), 8));
        if (!note().isEmpty() && !snug) {
            g.setColor(theme.color(ColorRole.MUTED));
            TextLines.left(g, note(), 0, bottom + 17, Fonts.WORDS.at(NUMBER));
        }
    }

    private void cell(Graphics2D g, Theme theme, int row, int col, double largest, Font font) {
        double x = elements.at(row, col);
        Box box = box(row, col);
        g.setColor(HeatColors.of(theme, x, largest));
        g.fill(shape(box, 3));
        g.setColor(theme.color(Double.isFinite(x) ? ColorRole.INK : ColorRole.CARD));
        TextLines.centred(g, text.apply(x), box.center().x(), box.center().y(), room(), font);
    }

    /// One size for all numbers, so that most of them fit; the few longest shrink alone.
    private Font font() {
        if (snug) {
            return Fonts.NUMBERS.at(SMALLEST);
        }
        double widest = Math.max(room(), widest(Fonts.NUMBERS.at(NUMBER)));
        return Fonts.NUMBERS.at(Math.max(SMALLEST, NUMBER * room() / widest));
    }

    private double largest() {
        double largest = 0;
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                double size = Math.abs(elements.at(row, col));
                largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
            }
        }
        return largest;
    }

    private static RoundRectangle2D shape(Box b, double radius) {
        return new RoundRectangle2D.Double(
                b.x(), b.y(), b.width(), b.height(), 2 * radius, 2 * radius);
    }
}
