package dev.backstep.paint;

import dev.backstep.layout.Box;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/// The gradient of a card that a mistake has made another one: the right number struck through,
/// beside it the one that is there.
final class StruckNumber {

    private static final float SIZE = 13;
    private static final double GAP = 6;

    /// The height of a digit above the base line, in ems.
    private static final double DIGIT_HEIGHT = 0.73;

    private StruckNumber() {}

    /// The colours of both numbers.
    enum Inks {
        ON_CARD(ColorRole.MUTED, ColorRole.PROBLEM),
        /// of a heat map, whose colour may be strong
        IN_CELL(ColorRole.INK, ColorRole.INK);

        private final ColorRole right;
        private final ColorRole wrong;

        Inks(ColorRole right, ColorRole wrong) {
            this.right = right;
            this.wrong = wrong;
        }
    }

    /// Draws both centred at (`x`, `y`), shrunk to fit into `room`.
    static void paint(
            Graphics2D g,
            Theme theme,
            Inks inks,
            String right,
            String wrong,
            double x,
            double y,
            double room) {
        double size = SIZE * Math.min(1, room / width(right, wrong));
        double scale = size / SIZE;
        Font plain = Fonts.NUMBERS.at(size);
        Font bold = Fonts.NUMBERS_BOLD.at(size);
        double left = x - width(right, wrong, size) / 2;
        double base = y + DIGIT_HEIGHT / 2 * size;
        double end = left + TextLines.width(right, plain);
        g.setColor(theme.color(inks.right));
        TextLines.left(g, right, left, base, plain);
        g.setColor(theme.color(ColorRole.PROBLEM));
        g.setStroke(new BasicStroke((float) (1.3 * scale)));
        g.draw(new Line2D.Double(left - 2 * scale, y, end + 2 * scale, y));
        g.setColor(theme.color(inks.wrong));
        TextLines.left(g, wrong, end + GAP * scale, base, bold);
    }

    /// How wide both are where there is room for them.
    static double width(String right, String wrong) {
        return width(right, wrong, SIZE);
    }

    private static double width(String right, String wrong, double size) {
        return TextLines.width(right, Fonts.NUMBERS.at(size))
                + GAP * size / SIZE
                + TextLines.width(wrong, Fonts.NUMBERS_BOLD.at(size));
    }

    /// A frame around the heat map of a gradient that is not the right one.
    static void frame(Graphics2D g, Theme theme, Box map) {
        Box box = map.grown(3.5);
        g.setColor(theme.color(ColorRole.PROBLEM));
        g.setStroke(new BasicStroke(1.4f));
        g.draw(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 8, 8));
    }
}
