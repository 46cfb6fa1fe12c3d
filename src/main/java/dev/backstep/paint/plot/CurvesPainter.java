package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;

/// Draws curves over the epochs with JFreeChart, in the colours of a theme.
public final class CurvesPainter {

    private static final double KEY = 22;

    private CurvesPainter() {}

    /// Where the curves came to lie: for clicks and the pointer.
    ///
    /// @param plot the rectangle within the axes
    public record Placed(Box plot, double from, double to) {

        /// The epoch at a place.
        public double epoch(Point p) {
            return from + (p.x() - plot.x()) / plot.width() * (to - from);
        }

        /// How far to the right an epoch lies.
        public double x(double epoch) {
            return plot.x() + (epoch - from) / (to - from) * plot.width();
        }
    }

    /// Draws all but the paper behind it.
    public static Placed paint(Graphics2D g, Theme theme, CurvesPicture picture, Box area) {
        FormulaPainter.smooth(g);
        CurvesChart chart = CurvesChart.of(theme, picture, area);
        ChartRenderingInfo info = new ChartRenderingInfo();
        boolean keyed = CurvesKey.isWanted(picture);
        double top = keyed ? KEY : 6;
        chart.chart()
                .draw(
                        g,
                        new Rectangle2D.Double(
                                area.x(), area.y() + top, area.width(), area.height() - top),
                        info);
        Rectangle2D r = info.getPlotInfo().getDataArea();
        Box plot = new Box(r.getX(), r.getY(), r.getWidth(), r.getHeight());
        FormulaPainter.smooth(g);
        CurveMarks.paint(g, theme, picture, chart, plot);
        if (keyed) {
            CurvesKey.paint(g, theme, picture, new Box(plot.x(), area.y(), plot.width(), KEY));
        }
        return new Placed(plot, chart.from(), chart.to());
    }
}
