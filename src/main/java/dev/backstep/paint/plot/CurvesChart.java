package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurveAxis.Form;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/// The chart of JFreeChart that shows a picture of curves.
///
/// @param series what is drawn of each curve
/// @param accuracy the axis of accuracies: that to the left if there is nothing else
record CurvesChart(
        JFreeChart chart, List<CurveSeries> series, ValueAxis x, ValueAxis y, ValueAxis accuracy) {

    private static final double SMALL = 11;

    static CurvesChart of(Theme theme, CurvesPicture picture, Box area) {
        List<CurveSeries> raw =
                picture.curves().stream()
                        .map(c -> CurveSeries.of(c, picture.logarithmic()))
                        .toList();
        List<CurveSeries> series = raw.stream().map(s -> s.smoothed(picture.smoothing())).toList();
        boolean accuracies = isAny(picture, true);
        boolean others = isAny(picture, false);
        Form form =
                picture.shares() || accuracies && !others
                        ? Form.PERCENT
                        : picture.logarithmic() ? Form.LOGARITHMS : Form.PLAIN;
        CurveAxis x = dressed(theme, new CurveAxis(Form.PLAIN), picture.xName());
        CurveAxis y = dressed(theme, new CurveAxis(form), picture.yName());
        XYPlot plot = plot(theme, x, y);
        CurveAxis second = y;
        if (accuracies && others) {
            second = dressed(theme, new CurveAxis(Form.PERCENT), "");
            second.setRange(0, 1.02);
            plot.setRangeAxis(1, second);
            plot.mapDatasetToRangeAxis(1, 1);
        }
        ranges(picture, raw, x, y, form);
        fill(plot, theme, picture, raw, series, (int) area.width() * 2);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(2, 0, 0, 14));
        return new CurvesChart(chart, series, x, y, second);
    }

    double from() {
        return x.getRange().getLowerBound();
    }

    double to() {
        return x.getRange().getUpperBound();
    }

    ValueAxis axis(PlottedCurve curve) {
        return curve.kind() == Kind.ACCURACY ? accuracy : y;
    }

    private static boolean isAny(CurvesPicture picture, boolean accuracy) {
        return picture.curves().stream().anyMatch(c -> (c.kind() == Kind.ACCURACY) == accuracy);
    }

    private static CurveAxis dressed(Theme theme, CurveAxis axis, String name) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Fonts.NUMBERS.at(SMALL));
        axis.setTickLabelPaint(theme.color(ColorRole.MUTED));
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 2, 5));
        axis.setLabelPaint(theme.color(ColorRole.MUTED));
        axis.setLabelInsets(new RectangleInsets(3, 2, 3, 2));
        if (!name.isEmpty()) {
            axis.setAttributedLabel(TextLines.attributed(name, Fonts.WORDS.at(SMALL + 1)));
        }
        axis.setAutoRange(false);
        return axis;
    }

    private static XYPlot plot(Theme theme, CurveAxis x, CurveAxis y) {
        XYPlot plot = new XYPlot(null, x, y, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(false);
        plot.setRangeGridlinePaint(theme.color(ColorRole.LINE, theme == Theme.PRINT ? 0.25 : 1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(new RectangleInsets(2, 2, 2, 2));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        return plot;
    }

    /// From the first epoch to the last, and over all that is drawn there, with a little room; a
    /// loss begins at 0, unless that would press all of it against the top.
    private static void ranges(
            CurvesPicture picture, List<CurveSeries> raw, CurveAxis x, CurveAxis y, Form form) {
        double first = all(raw, true).min().orElse(0);
        double last = all(raw, true).max().orElse(1);
        double from = picture.zoom().map(z -> z.from()).orElse(first);
        double to = picture.zoom().map(z -> z.to()).orElse(last);
        x.setRange(from, to > from ? to : from + 1);
        if (form == Form.PERCENT) {
            double least = all(raw, false).min().orElse(0);
            y.setRange(Math.clamp(Math.floor(10 * least - 0.5) / 10, 0, 0.9), 1.02);
            return;
        }
        List<Double> seen = new ArrayList<>();
        for (int k = 0; k < raw.size(); k++) {
            CurveSeries s = raw.get(k);
            for (int i = 0; i < s.y().length; i++) {
                boolean inside = s.x()[i] >= from && s.x()[i] <= Math.max(to, from);
                boolean accuracy = picture.curves().get(k).kind() == Kind.ACCURACY;
                if (inside && !accuracy && !Double.isNaN(s.y()[i])) {
                    seen.add(s.y()[i]);
                }
            }
        }
        double low = seen.stream().mapToDouble(v -> v).min().orElse(0);
        double high = seen.stream().mapToDouble(v -> v).max().orElse(1);
        boolean fromZero = form == Form.PLAIN && low >= 0 && low < high / 2;
        double room = high > low ? 0.05 * (high - low) : Math.max(1e-12, Math.abs(high) / 10);
        double bottom = fromZero ? 0 : low - room;
        y.setRange(bottom, Math.max(high + room, Math.nextUp(bottom) + 1e-12));
    }

    private static DoubleStream all(List<CurveSeries> series, boolean x) {
        return series.stream()
                .flatMapToDouble(s -> Arrays.stream(x ? s.x() : s.y()))
                .filter(Double::isFinite);
    }

    /// Later series are drawn above earlier ones: earlier runs, then what was measured, faint
    /// behind its running mean, then the running means.
    private static void fill(
            XYPlot plot,
            Theme theme,
            CurvesPicture picture,
            List<CurveSeries> raw,
            List<CurveSeries> series,
            int most) {
        CurveLines losses = new CurveLines(theme, most);
        CurveLines accuracies = new CurveLines(theme, most);
        for (int k = 0; k < raw.size(); k++) {
            PlottedCurve curve = picture.curves().get(k);
            CurveLines to = curve.kind() == Kind.ACCURACY ? accuracies : losses;
            if (picture.smoothing() > 0 && curve.kind() != Kind.EARLIER) {
                to.add(curve.kind(), raw.get(k), 0.25);
            }
        }
        for (int k = 0; k < raw.size(); k++) {
            PlottedCurve curve = picture.curves().get(k);
            CurveLines to = curve.kind() == Kind.ACCURACY ? accuracies : losses;
            to.add(curve.kind(), series.get(k), 1);
        }
        plot.setDataset(0, losses.data);
        plot.setRenderer(0, losses.renderer);
        plot.setDataset(1, accuracies.data);
        plot.setRenderer(1, accuracies.renderer);
    }

    /// The lines of one axis.
    private static final class CurveLines {

        private final Theme theme;
        private final int most;
        private final DefaultXYDataset data = new DefaultXYDataset();
        private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

        CurveLines(Theme theme, int most) {
            this.theme = theme;
            this.most = most;
            renderer.setDrawSeriesLineAsPath(true);
        }

        void add(Kind kind, CurveSeries series, double opacity) {
            int k = data.getSeriesCount();
            CurveSeries thin = series.thinned(most);
            data.addSeries(Integer.toString(k), new double[][] {thin.x(), thin.y()});
            Color color = theme.color(CurvesKey.role(kind), theme.faint(opacity));
            renderer.setSeriesPaint(k, color);
            renderer.setSeriesStroke(k, CurvesKey.stroke(theme, kind));
            // A line of one point would not be seen.
            if (Arrays.stream(thin.y()).filter(Double::isFinite).count() == 1) {
                renderer.setSeriesShapesVisible(k, true);
                renderer.setSeriesShape(k, new Ellipse2D.Double(-3, -3, 6, 6));
            }
        }
    }
}
