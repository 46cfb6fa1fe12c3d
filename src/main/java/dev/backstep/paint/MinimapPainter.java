package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Draws all cards of a graph as small blocks, and which part of them is in sight.
final class MinimapPainter {

    private static final double LEAST = 1.5;

    private MinimapPainter() {}

    /// @param area where it is drawn
    /// @param all what it shows of the picture
    /// @param visible the part in sight
    /// @param unit a pixel of the window in the units of the picture
    static void paint(
            Graphics2D g,
            Theme theme,
            Diagram diagram,
            Box area,
            Box all,
            Box visible,
            double unit) {
        var frame =
                new RoundRectangle2D.Double(
                        area.x(), area.y(), area.width(), area.height(), 14 * unit, 14 * unit);
        g.setColor(theme.color(ColorRole.PANEL));
        g.fill(frame);
        g.setColor(theme.color(ColorRole.LINE));
        g.setStroke(new BasicStroke((float) unit));
        g.draw(frame);
        double scale = area.width() / all.width();
        var clip = g.getClip();
        g.clip(frame);
        blocks(g, theme, diagram, area, all, unit);
        g.setColor(theme.color(ColorRole.INK));
        g.setStroke(new BasicStroke((float) (1.4 * unit)));
        g.draw(inSight(area, all, visible, scale, 2 * unit));
        g.setClip(clip);
    }

    /// The part in sight, as far as it lies on the small picture: its frame is always whole.
    private static Rectangle2D inSight(
            Box area, Box all, Box visible, double scale, double margin) {
        double left = area.x() + Math.max(margin, (visible.x() - all.x()) * scale);
        double top = area.y() + Math.max(margin, (visible.y() - all.y()) * scale);
        double right =
                area.x() + Math.min(area.width() - margin, (visible.right() - all.x()) * scale);
        double bottom =
                area.y() + Math.min(area.height() - margin, (visible.bottom() - all.y()) * scale);
        return new Rectangle2D.Double(
                left, top, Math.max(margin, right - left), Math.max(margin, bottom - top));
    }

    private static void blocks(
            Graphics2D g, Theme theme, Diagram diagram, Box area, Box all, double unit) {
        double scale = area.width() / all.width();
        for (Card card : diagram.cards()) {
            Box box = card.box();
            g.setColor(
                    card.emphasis() == Emphasis.ACTIVE
                            ? theme.color(CardPainter.ink(card.pass()))
                            : theme.color(
                                    card.emphasis() == Emphasis.DIM
                                            ? ColorRole.LINE
                                            : ColorRole.DIM));
            g.fill(
                    new Rectangle2D.Double(
                            area.x() + (box.x() - all.x()) * scale,
                            area.y() + (box.y() - all.y()) * scale,
                            Math.max(LEAST * unit, box.width() * scale),
                            Math.max(LEAST * unit, box.height() * scale)));
        }
    }
}
