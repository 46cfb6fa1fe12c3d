package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.GroupFrame;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/// Draws the frame of an open group: dashed, with its title at the upper left.
final class FramePainter {

    private static final double RADIUS = 10;
    private static final double TEXT = 13;
    private static final double INSET = 12;

    private FramePainter() {}

    static void paint(Graphics2D g, Theme theme, GroupFrame frame) {
        Box b = frame.box();
        var shape =
                new RoundRectangle2D.Double(
                        b.x(), b.y(), b.width(), b.height(), 2 * RADIUS, 2 * RADIUS);
        if (theme != Theme.PRINT) {
            g.setColor(theme.color(frame.active() ? ColorRole.UPDATE : ColorRole.MUTED, 0.05));
            g.fill(shape);
        }
        g.setColor(theme.color(frame.active() ? ColorRole.UPDATE : ColorRole.DIM));
        g.setStroke(
                new BasicStroke(
                        frame.active() ? 1.6f : 1.2f,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {5, 4},
                        0));
        g.draw(shape);
        Font font = Fonts.WORDS_BOLD.at(TEXT);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(
                g,
                fitted("⌄ " + frame.title(), font, b.width() - 2 * INSET),
                b.x() + INSET,
                b.y() + INSET + TEXT * 0.6,
                font);
    }

    /// Cut off where it is too long.
    private static String fitted(String title, Font font, double width) {
        String text = title;
        while (text.length() > 2 && TextLines.width(text, font) > width) {
            text = text.substring(0, text.length() - 2).stripTrailing() + "…";
        }
        return text;
    }
}
