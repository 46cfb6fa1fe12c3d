package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurvesPicture.FailureMark;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;

/// What stands on the curves: the names of earlier runs at their ends, the cursor with a dot on
/// each curve, the place where a run failed.
final class CurveMarks {

    private static final double SMALL = 11;
    private static final double DOT = 3.2;

    private final Theme theme;
    private final CurvesPicture picture;
    private final CurvesChart chart;
    private final Box plot;

    private CurveMarks(Theme theme, CurvesPicture picture, CurvesChart chart, Box plot) {
        this.theme = theme;
        this.picture = picture;
        this.chart = chart;
        this.plot = plot;
    }

    static void paint(
            Graphics2D g, Theme theme, CurvesPicture picture, CurvesChart chart, Box plot) {
        CurveMarks marks = new CurveMarks(theme, picture, chart, plot);
        marks.names(g);
        picture.cursor().ifPresent(epoch -> marks.cursor(g, epoch));
        picture.failure().ifPresent(failure -> marks.failure(g, failure));
    }

    private double x(double epoch) {
        return chart.x().valueToJava2D(epoch, rectangle(), RectangleEdge.BOTTOM);
    }

    private double y(PlottedCurve curve, double value) {
        return chart.axis(curve).valueToJava2D(value, rectangle(), RectangleEdge.LEFT);
    }

    private Rectangle2D rectangle() {
        return new Rectangle2D.Double(plot.x(), plot.y(), plot.width(), plot.height());
    }

    /// The names of earlier runs above their ends, as far as none covers another.
    private void names(Graphics2D g) {
        Font font = Fonts.WORDS.at(SMALL);
        List<Box> taken = new ArrayList<>();
        g.setColor(theme.color(ColorRole.MUTED));
        for (int k = 0; k < picture.curves().size(); k++) {
            PlottedCurve curve = picture.curves().get(k);
            CurveSeries series = chart.series().get(k);
            int last = series.last();
            if (curve.kind() == Kind.EARLIER && !curve.name().isEmpty() && last >= 0) {
                double width = TextLines.width(curve.name(), font);
                double right = Math.min(x(series.x()[last]), plot.right()) - 2;
                double base = y(curve, series.y()[last]) - 4;
                Box box = new Box(right - width, base - SMALL, width, SMALL + 2);
                boolean free =
                        plot.contains(box.center()) && taken.stream().noneMatch(box::overlaps);
                if (free && box.x() >= plot.x()) {
                    taken.add(box);
                    TextLines.left(g, curve.name(), box.x(), base, font);
                }
            }
        }
    }

    private void cursor(Graphics2D g, double epoch) {
        double x = x(epoch);
        if (x < plot.x() - 1 || x > plot.right() + 1) {
            return;
        }
        g.setColor(theme.color(ColorRole.INK, 0.6));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(x, plot.y(), x, plot.bottom()));
        for (int k = 0; k < picture.curves().size(); k++) {
            PlottedCurve curve = picture.curves().get(k);
            CurveSeries series = chart.series().get(k);
            int near = nearest(series, epoch);
            if (curve.kind() != Kind.EARLIER && near >= 0) {
                dot(
                        g,
                        x(series.x()[near]),
                        y(curve, series.y()[near]),
                        CurvesKey.role(curve.kind()));
            }
        }
    }

    private static int nearest(CurveSeries series, double epoch) {
        int nearest = -1;
        for (int k = 0; k < series.x().length; k++) {
            boolean nearer =
                    nearest < 0
                            || Math.abs(series.x()[k] - epoch)
                                    < Math.abs(series.x()[nearest] - epoch);
            nearest = nearer && !Double.isNaN(series.y()[k]) ? k : nearest;
        }
        return nearest;
    }

    private void dot(Graphics2D g, double x, double y, ColorRole role) {
        var shape = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        g.setColor(theme.color(ColorRole.PAPER));
        g.setStroke(new BasicStroke(2));
        g.draw(shape);
        g.setColor(theme.color(role));
        g.fill(shape);
    }

    private void failure(Graphics2D g, FailureMark failure) {
        double x = Math.clamp(x(failure.epoch()), plot.x(), plot.right());
        g.setColor(theme.color(ColorRole.PROBLEM));
        float[] dashes = {3, 3};
        g.setStroke(
                new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0));
        g.draw(new Line2D.Double(x, plot.y(), x, plot.bottom()));
        g.setStroke(new BasicStroke(2));
        double top = plot.y() + 7;
        g.draw(new Line2D.Double(x - 4, top - 4, x + 4, top + 4));
        g.draw(new Line2D.Double(x - 4, top + 4, x + 4, top - 4));
        Font font = Fonts.WORDS.at(SMALL);
        double width = TextLines.width(failure.words(), font);
        double room = Math.max(x - plot.x(), plot.right() - x) - 12;
        if (!failure.words().isEmpty() && room > 30) {
            double shown = Math.min(width, room);
            boolean right = plot.right() - x - 12 >= shown;
            double middle = right ? x + 9 + shown / 2 : x - 9 - shown / 2;
            TextLines.centred(g, failure.words(), middle, top, room, font);
        }
    }
}
