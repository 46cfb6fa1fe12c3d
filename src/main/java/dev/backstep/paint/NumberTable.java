package dev.backstep.paint;

import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Mistaken;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// All numbers of a matrix of any size, under a head of columns and beside a head of rows that stay
/// in place while the numbers are scrolled. Only what is in sight is drawn.
///
/// @param rows of the matrix
/// @param cols its columns
/// @param elements its numbers
/// @param numbers how its numbers are written
/// @param largest the number that has the strongest colour
/// @param right what its numbers should be, if a mistake makes them others: of those that are off
///   the right one is struck through beside the one that is there
/// @param cell the width of a cell
public record NumberTable(
        int rows,
        int cols,
        HeatTable.Elements elements,
        Numbers numbers,
        double largest,
        Optional<HeatTable.Elements> right,
        double cell) {

    private static final double HEIGHT = 24;
    private static final double TEXT = 12;
    private static final double HEAD = 11;
    private static final double ADVANCE = 0.6;
    private static final double PAD = 14;
    private static final double NARROWEST = 40;

    /// So many numbers are written to find how wide a cell must be; longer ones shrink.
    private static final int TRIED = 3_000;

    /// With cells wide enough for its numbers.
    public static NumberTable of(
            int rows,
            int cols,
            HeatTable.Elements elements,
            Numbers numbers,
            double largest,
            Optional<HeatTable.Elements> right) {
        double widest = NARROWEST - PAD;
        int all = rows * cols;
        int every = Math.max(1, all / TRIED);
        for (int k = 0; k < all; k += every) {
            int row = k / cols;
            int col = k % cols;
            double number = elements.at(row, col);
            widest =
                    Math.max(
                            widest,
                            right.filter(r -> Mistaken.differ(r.at(row, col), number))
                                    .map(r -> struck(numbers, r.at(row, col), number))
                                    .orElseGet(() -> width(numbers.plain(number))));
        }
        double heads = Integer.toString(cols).length() * ADVANCE * HEAD;
        double cell = Math.ceil(Math.max(widest, heads) + PAD);
        return new NumberTable(rows, cols, elements, numbers, largest, right, cell);
    }

    private static double width(String number) {
        return TextLines.width(number, Fonts.NUMBERS.at(TEXT));
    }

    private static double struck(Numbers numbers, double right, double wrong) {
        return StruckNumber.width(numbers.plain(right), numbers.plain(wrong));
    }

    /// The size of all of it, heads included.
    public Size size() {
        return new Size(side() + cell * cols, HEIGHT * (rows + 1));
    }

    /// The room that the heads take, at the left and at the top.
    public Size heads() {
        return new Size(side(), HEIGHT);
    }

    private double side() {
        return Math.ceil(Integer.toString(rows).length() * ADVANCE * HEAD + PAD);
    }

    /// Draws what is in sight of it.
    ///
    /// @param right by how much it is scrolled to the right
    /// @param down and down
    public void paint(
            Graphics2D g, Theme theme, double right, double down, double width, double height) {
        FormulaPainter.smooth(g);
        int firstCol = (int) Math.max(0, Math.floor(right / cell));
        int endCol = (int) Math.min(cols, Math.ceil((right + width) / cell));
        int firstRow = (int) Math.max(0, Math.floor(down / HEIGHT));
        int endRow = (int) Math.min(rows, Math.ceil((down + height) / HEIGHT));
        Shape before = g.getClip();
        g.clip(new Rectangle2D.Double(side(), HEIGHT, width - side(), height - HEIGHT));
        for (int row = firstRow; row < endRow; row++) {
            for (int col = firstCol; col < endCol; col++) {
                cell(g, theme, row, col, side() + col * cell - right, HEIGHT * (row + 1) - down);
            }
        }
        g.setClip(before);
        Font font = Fonts.NUMBERS.at(HEAD);
        g.setColor(theme.color(ColorRole.MUTED));
        g.clip(new Rectangle2D.Double(side(), 0, width - side(), HEIGHT));
        for (int col = firstCol; col < endCol; col++) {
            double x = side() + (col + 0.5) * cell - right;
            TextLines.centred(g, Integer.toString(col), x, HEIGHT / 2, cell - 4, font);
        }
        g.setClip(before);
        g.clip(new Rectangle2D.Double(0, HEIGHT, side(), height - HEIGHT));
        for (int row = firstRow; row < endRow; row++) {
            double y = HEIGHT * (row + 1.5) - down;
            TextLines.centred(g, Integer.toString(row), side() / 2, y, side() - 4, font);
        }
        g.setClip(before);
    }

    private void cell(Graphics2D g, Theme theme, int row, int col, double x, double y) {
        double number = elements.at(row, col);
        g.setColor(HeatColors.wide(theme, number, largest));
        g.fill(new Rectangle2D.Double(x + 0.5, y + 0.5, cell - 1, HEIGHT - 1));
        Optional<Double> should =
                right.map(r -> r.at(row, col)).filter(r -> Mistaken.differ(r, number));
        String text = numbers.plain(number);
        if (should.isPresent()) {
            String struck = numbers.plain(should.get());
            StruckNumber.paint(
                    g,
                    theme,
                    StruckNumber.Inks.IN_CELL,
                    struck,
                    text,
                    x + cell / 2,
                    y + HEIGHT / 2,
                    cell - 8);
            return;
        }
        g.setColor(theme.color(Double.isFinite(number) ? ColorRole.INK : ColorRole.CARD));
        TextLines.centred(g, text, x + cell / 2, y + HEIGHT / 2, cell - 8, Fonts.NUMBERS.at(TEXT));
    }
}
