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
import dev.backstep.paint.plot.StripsPicture.Strip;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.OptionalInt;

/// Draws strips one below the other, their names to the left, what the colours mean above.
public final class StripsPainter {

    private static final Numbers NUMBERS = new Numbers(2);
    private static final double SCALE = 26;
    private static final double NAMES = 46;
    private static final double GAP = 2;

    private StripsPainter() {}

    /// Draws all but the paper behind it.
    public static void paint(Graphics2D g, Theme theme, StripsPicture picture, Box area) {
        FormulaPainter.smooth(g);
        scale(g, theme, picture, new Box(area.x(), area.y(), area.width(), SCALE));
        for (int k = 0; k < picture.strips().size(); k++) {
            Strip strip = picture.strips().get(k);
            Box box = box(picture, area, k);
            if (box.height() >= 9) {
                NetworkLabels.centred(
                        g,
                        strip.tex(),
                        new Point(area.x() + NAMES / 2 - 3, box.center().y()),
                        NAMES - 8,
                        Math.min(15, box.height() * 0.8),
                        theme.color(ColorRole.INK));
            }
            RasterPainter.paint(
                    g,
                    shown(strip, box),
                    1,
                    (at, _) -> color(theme, picture, strip, at, shown(strip, box)),
                    box,
                    Math.min(3, box.height() / 4));
            if (picture.selected().equals(OptionalInt.of(k))) {
                g.setColor(theme.color(ColorRole.INK));
                g.setStroke(new BasicStroke(2));
                g.draw(RasterPainter.round(box.grown(1), 3));
            }
        }
    }

    /// Where a strip lies, counted from 0.
    public static Box box(StripsPicture picture, Box area, int strip) {
        double height = (area.height() - SCALE + GAP) / Math.max(1, picture.strips().size());
        return new Box(
                area.x() + NAMES,
                area.y() + SCALE + strip * height,
                area.width() - NAMES,
                Math.max(0.5, height - Math.min(GAP, height / 3)));
    }

    /// The strip at a place, counted from 0.
    public static OptionalInt stripAt(StripsPicture picture, Box area, Point p) {
        for (int k = 0; k < picture.strips().size(); k++) {
            Box box = box(picture, area, k);
            if (new Box(area.x(), box.y(), area.width(), box.height()).contains(p)) {
                return OptionalInt.of(k);
            }
        }
        return OptionalInt.empty();
    }

    /// No more cells than can be told apart.
    private static int shown(Strip strip, Box box) {
        return (int) Math.clamp(box.width() * 2, 1, Math.max(1, strip.values().size()));
    }

    private static Color color(Theme theme, StripsPicture picture, Strip strip, int at, int cells) {
        if (strip.values().isEmpty()) {
            return theme.color(ColorRole.SOFT);
        }
        int k = (int) ((long) at * strip.values().size() / cells);
        double value = strip.values().get(k);
        double length = picture.high() - picture.low();
        double share = length > 0 ? (value - picture.low()) / length : 1;
        return value == Double.POSITIVE_INFINITY || Double.isNaN(value)
                ? theme.color(ColorRole.PROBLEM)
                : PlotColors.oneSided(theme, Math.clamp(share, 0, 1));
    }

    private static void scale(Graphics2D g, Theme theme, StripsPicture picture, Box box) {
        var font = Fonts.NUMBERS.at(11);
        String high = NUMBERS.plain(picture.high());
        String low = NUMBERS.plain(picture.low());
        double middle = box.y() + 9;
        double x = box.right() - TextLines.width(high, font);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(g, high, x, middle + 4, font);
        Box bar = new Box(x - 66, middle - 3.5, 60, 7);
        RasterPainter.paint(g, 60, 1, (k, _) -> PlotColors.oneSided(theme, k / 59.0), bar, 3.5);
        x = bar.x() - 6 - TextLines.width(low, font);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(g, low, x, middle + 4, font);
        Size unit = FormulaPainter.measure(picture.unit(), 14);
        double room = x - 12 - box.x();
        if (!picture.unit().isEmpty() && room > 20) {
            double shrink = Math.min(1, room / unit.width());
            FormulaPainter.draw(
                    g,
                    picture.unit(),
                    x - 12 - unit.width() * shrink,
                    middle - unit.height() * shrink / 2,
                    14 * shrink,
                    theme.color(ColorRole.MUTED));
        }
    }
}
