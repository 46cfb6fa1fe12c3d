package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// Draws bars side by side over the name of each place, all to one scale from 0, with their numbers
/// above.
public final class BarsPainter {

    private static final double BELOW = 26;
    private static final double ABOVE = 18;
    private static final double NAME = 14;
    private static final double NUMBER = 10.5;
    private static final double SHARE = 0.8;
    private static final double WIDEST = 46;

    /// What is not 0 is at least so high.
    private static final double LEAST = 1.5;

    private BarsPainter() {}

    /// Draws all but the paper behind it.
    public static void paint(Graphics2D g, Theme theme, BarsPicture picture, Box area) {
        FormulaPainter.smooth(g);
        double bottom = area.bottom() - BELOW;
        double room = Math.max(1, bottom - area.y() - ABOVE);
        double largest = picture.largest();
        double place = area.width() / Math.max(1, picture.groups().size());
        for (int k = 0; k < picture.groups().size(); k++) {
            BarsPicture.Bars group = picture.groups().get(k);
            int bars = Math.max(1, picture.inks().size());
            double width = Math.min(WIDEST, place * SHARE / bars);
            double left = area.x() + (k + 0.5) * place - bars * width / 2;
            for (int bar = 0; bar < group.heights().size(); bar++) {
                double value = group.heights().get(bar);
                if (!Double.isNaN(value)) {
                    double height = largest == 0 ? 0 : room * Math.min(1, value / largest);
                    double shown = value > 0 ? Math.max(LEAST, height) : 0;
                    double x = left + bar * width;
                    ColorRole ink = picture.inks().get(bar);
                    g.setColor(theme.color(ink));
                    g.fill(
                            new Rectangle2D.Double(
                                    x + 1, bottom - shown, Math.max(1, width - 2), shown));
                    Font font = Fonts.NUMBERS.at(NUMBER);
                    double above = bottom - shown - 8;
                    TextLines.centred(
                            g, group.texts().get(bar), x + width / 2, above, width - 1, font);
                }
            }
            name(g, theme, group.tex(), area.x() + (k + 0.5) * place, bottom + BELOW / 2, place);
        }
        g.setColor(theme.color(ColorRole.LINE));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(area.x(), bottom, area.right(), bottom));
    }

    private static void name(
            Graphics2D g, Theme theme, String tex, double x, double y, double room) {
        Size size = FormulaPainter.measure(tex, NAME);
        double letters = NAME * Math.min(1, (room - 4) / Math.max(1, size.width()));
        Size fitting = FormulaPainter.measure(tex, letters);
        FormulaPainter.draw(
                g,
                tex,
                x - fitting.width() / 2,
                y - fitting.height() / 2,
                letters,
                theme.color(ColorRole.MUTED));
    }
}
