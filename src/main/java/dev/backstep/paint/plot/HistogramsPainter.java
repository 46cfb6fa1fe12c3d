package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.HistogramsPicture.LabelledHistogram;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// Draws histograms side by side, in as many lines as make them largest: each with its name above,
/// and below it where it begins, where 0 is, and where it ends.
public final class HistogramsPainter {

    private static final Numbers NUMBERS = new Numbers(2);
    private static final double NAME = 22;
    private static final double AXIS = 16;
    private static final double NOTE = 15;
    private static final double GAP = 16;

    private HistogramsPainter() {}

    /// Draws all but the paper behind it.
    public static void paint(Graphics2D g, Theme theme, HistogramsPicture picture, Box area) {
        FormulaPainter.smooth(g);
        boolean noted = picture.histograms().stream().anyMatch(h -> !h.note().isEmpty());
        for (int k = 0; k < picture.histograms().size(); k++) {
            LabelledHistogram histogram = picture.histograms().get(k);
            Box box = box(picture, area, k);
            NetworkLabels.centred(
                    g,
                    histogram.tex(),
                    new Point(box.center().x(), box.y() + 9),
                    box.width(),
                    15,
                    theme.color(ColorRole.INK));
            double below = AXIS + (noted ? NOTE : 0);
            Box bars = new Box(box.x(), box.y() + NAME, box.width(), box.height() - NAME - below);
            if (bars.height() > 4) {
                bars(g, theme, histogram, bars);
            }
            axis(g, theme, histogram, bars);
            Font font = Fonts.WORDS.at(11);
            if (TextLines.width(histogram.note(), font) <= 1.3 * box.width()) {
                g.setColor(theme.color(ColorRole.MUTED));
                TextLines.centred(
                        g,
                        histogram.note(),
                        box.center().x(),
                        box.bottom() - NOTE / 2,
                        box.width(),
                        font);
            }
        }
    }

    /// Where a histogram lies, counted from 0.
    static Box box(HistogramsPicture picture, Box area, int k) {
        int count = picture.histograms().size();
        int lines = 1;
        while (lines < count
                && area.width() / Math.ceilDiv(count, lines) < 90
                && area.height() / (lines + 1) >= 80) {
            lines++;
        }
        int aLine = Math.ceilDiv(count, lines);
        double width = (area.width() + GAP) / aLine;
        double height = (area.height() + GAP) / lines;
        return new Box(
                area.x() + k % aLine * width,
                area.y() + k / aLine * height,
                width - GAP,
                height - GAP);
    }

    private static void bars(Graphics2D g, Theme theme, LabelledHistogram histogram, Box box) {
        int most = histogram.counts().stream().mapToInt(c -> c).max().orElse(0);
        double width = box.width() / Math.max(1, histogram.counts().size());
        for (int k = 0; k < histogram.counts().size(); k++) {
            double at =
                    histogram.low()
                            + (k + 0.5)
                                    * (histogram.high() - histogram.low())
                                    / histogram.counts().size();
            double height = most == 0 ? 0 : histogram.counts().get(k) * box.height() / most;
            g.setColor(
                    theme == Theme.PRINT
                            ? theme.color(ColorRole.DIM)
                            : theme.mixed(PlotColors.sign(at), ColorRole.PAPER, 0.72));
            g.fill(
                    new Rectangle2D.Double(
                            box.x() + k * width, box.bottom() - height, width * 0.86, height));
        }
    }

    private static void axis(Graphics2D g, Theme theme, LabelledHistogram histogram, Box box) {
        g.setStroke(new BasicStroke(1));
        g.setColor(theme.color(ColorRole.DIM));
        g.draw(new Line2D.Double(box.x(), box.bottom(), box.right(), box.bottom()));
        double length = histogram.high() - histogram.low();
        double zero = box.x() - histogram.low() / length * box.width();
        g.draw(new Line2D.Double(zero, box.bottom(), zero, box.bottom() + 4));
        Font font = Fonts.NUMBERS.at(11);
        g.setColor(theme.color(ColorRole.MUTED));
        String low = NUMBERS.plain(histogram.low());
        String high = NUMBERS.plain(histogram.high());
        double lowEnd = box.x() + TextLines.width(low, font);
        double highStart = box.right() - TextLines.width(high, font);
        if (lowEnd <= box.right()) {
            TextLines.left(g, low, box.x(), box.bottom() + 13, font);
        }
        if (highStart > lowEnd + 4) {
            TextLines.left(g, high, highStart, box.bottom() + 13, font);
        }
        if (zero > lowEnd + 10 && zero < highStart - 10) {
            TextLines.centred(g, "0", zero, box.bottom() + 9, 20, font);
        }
    }
}
