package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import dev.backstep.paint.HeatTable.Elements;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

/// Rows and columns of a matrix with their numbers, from 0, at the left and above: as many as it is
/// told, each cell coloured as in a [HeatTable].
///
/// Where a matrix is drawn in several grids, all have the same look.
///
/// @param area the rows and columns of the matrix that it has
/// @param elements those of the matrix
/// @param look of the cells
public record NumberGrid(Area area, Elements elements, Look look) {

    private static final double HEIGHT = 24;
    private static final double TOP = 20;
    private static final double FRAME = 1.6;
    private static final Font NUMBERS = Fonts.NUMBERS.at(12);
    private static final Font HEADS = Fonts.NUMBERS.at(11);

    /// @param top the first row
    /// @param left the first column
    public record Area(int top, int left, int rows, int cols) {}

    /// @param ink of the frame
    /// @param text how a number is written
    /// @param largest the number that has the strongest colour
    /// @param cell the width of a cell
    /// @param head what the numbers of the rows take
    public record Look(
            ColorRole ink, DoubleFunction<String> text, double largest, double cell, double head) {

        /// With cells that have room for each of the numbers.
        public static Look of(
                ColorRole ink, DoubleFunction<String> text, Area area, Elements elements) {
            double largest = 0;
            double widest = TextLines.width(last(area.left, area.cols), HEADS);
            for (int row = area.top; row < area.top + area.rows; row++) {
                for (int col = area.left; col < area.left + area.cols; col++) {
                    double x = elements.at(row, col);
                    largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
                    widest = Math.max(widest, TextLines.width(text.apply(x), NUMBERS));
                }
            }
            double head = TextLines.width(last(area.top, area.rows), HEADS);
            return new Look(ink, text, largest, Math.ceil(widest + 9), Math.ceil(head + 8));
        }

        private static String last(int first, int count) {
            return Integer.toString(first + count - 1);
        }
    }

    /// The size of heads and frame.
    public Size size() {
        return new Size(
                look.head + area.cols * look.cell + FRAME, TOP + area.rows * HEIGHT + FRAME);
    }

    /// Draws with the upper left corner at (0, 0).
    public void paint(Graphics2D g, Theme theme) {
        FormulaPainter.smooth(g);
        for (int row = 0; row < area.rows; row++) {
            for (int col = 0; col < area.cols; col++) {
                cell(g, theme, row, col);
            }
        }
        g.setColor(theme.color(ColorRole.MUTED));
        for (int col = 0; col < area.cols; col++) {
            head(g, area.left + col, look.head + (col + 0.5) * look.cell, TOP / 2);
        }
        for (int row = 0; row < area.rows; row++) {
            head(g, area.top + row, look.head / 2 - 1, TOP + (row + 0.5) * HEIGHT);
        }
        g.setColor(theme.color(look.ink));
        g.setStroke(new BasicStroke((float) FRAME));
        double half = FRAME / 2;
        g.draw(
                new Rectangle2D.Double(
                        look.head, TOP, area.cols * look.cell + half, area.rows * HEIGHT + half));
    }

    private static void head(Graphics2D g, int number, double x, double y) {
        TextLines.centred(g, Integer.toString(number), x, y, Double.MAX_VALUE, HEADS);
    }

    private void cell(Graphics2D g, Theme theme, int row, int col) {
        double x = elements.at(area.top + row, area.left + col);
        Box box =
                new Box(
                        look.head + col * look.cell + 1,
                        TOP + row * HEIGHT + 1,
                        look.cell - 1,
                        HEIGHT - 1);
        g.setColor(HeatColors.of(theme, x, look.largest));
        g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        g.setColor(theme.color(Double.isFinite(x) ? ColorRole.INK : ColorRole.CARD));
        TextLines.centred(
                g, look.text.apply(x), box.center().x(), box.center().y(), box.width(), NUMBERS);
    }
}
