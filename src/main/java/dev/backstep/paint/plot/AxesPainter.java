package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/// The axes of a plane: ticks with numbers below and to the left of it, the names at their ends.
final class AxesPainter {

    private static final Numbers NUMBERS = new Numbers(3);
    private static final double SMALL = 11;
    private static final double NAME = 15;

    private AxesPainter() {}

    static void paint(Graphics2D g, Theme theme, Plane plane, Box map) {
        Font font = Fonts.NUMBERS.at(SMALL);
        g.setStroke(new BasicStroke(1));
        double nameLeft = name(g, theme, plane.xName(), map, true);
        int across = (int) Math.max(2, map.width() / 60);
        for (double x : Ticks.of(plane.left(), plane.right(), across)) {
            Point at = plane.in(map, x, plane.bottom());
            String number = NUMBERS.plain(x);
            double half = TextLines.width(number, font) / 2;
            g.setColor(theme.color(ColorRole.DIM));
            g.draw(new Line2D.Double(at.x(), map.bottom(), at.x(), map.bottom() + 4));
            if (at.x() + half < nameLeft) {
                g.setColor(theme.color(ColorRole.MUTED));
                TextLines.left(g, number, at.x() - half, map.bottom() + 16, font);
            }
        }
        double nameBottom = name(g, theme, plane.yName(), map, false);
        int up = (int) Math.max(2, map.height() / 45);
        for (double y : Ticks.of(plane.bottom(), plane.top(), up)) {
            Point at = plane.in(map, plane.left(), y);
            String number = NUMBERS.plain(y);
            g.setColor(theme.color(ColorRole.DIM));
            g.draw(new Line2D.Double(map.x() - 4, at.y(), map.x(), at.y()));
            if (at.y() - 6 > nameBottom) {
                g.setColor(theme.color(ColorRole.MUTED));
                double width = Math.min(30, TextLines.width(number, font));
                TextLines.centred(g, number, map.x() - 7 - width / 2, at.y(), 30, font);
            }
        }
    }

    /// Draws the name of an axis at its end; tells how far the numbers may go.
    private static double name(Graphics2D g, Theme theme, String tex, Box map, boolean right) {
        if (tex.isEmpty()) {
            return right ? map.right() + 20 : map.y() - 20;
        }
        Size natural = FormulaPainter.measure(tex, NAME);
        double room = right ? map.width() / 3 : 30;
        double shrink = Math.min(1, room / natural.width());
        double x =
                right
                        ? map.right() - natural.width() * shrink
                        : map.x() - 7 - natural.width() * shrink;
        double y = right ? map.bottom() + 7 : map.y();
        FormulaPainter.draw(g, tex, x, y, NAME * shrink, theme.color(ColorRole.INK));
        return right ? x - 5 : map.y() + natural.height() * shrink;
    }
}
