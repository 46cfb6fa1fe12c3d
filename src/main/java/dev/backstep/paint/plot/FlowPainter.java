package dev.backstep.paint.plot;

import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkGeometry.Wire;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/// A mini-batch on its way over a network: values flow forward, gradients back, and then every
/// weight takes its step.
public final class FlowPainter {

    /// When the way back begins, and when the step, as shares of the whole.
    private static final double BACK = 0.42;

    private static final double STEP = 0.84;

    private static final double DOT = 3;

    private FlowPainter() {}

    /// Draws over a network that is painted already.
    ///
    /// @param layers how many layers of wires there are
    /// @param moment from 0, when the values set out, to 1, when the step is done
    public static void paint(
            Graphics2D g, Theme theme, NetworkGeometry places, int layers, double moment) {
        FormulaPainter.smooth(g);
        if (moment < BACK) {
            double way = moment / BACK * layers;
            g.setColor(theme.color(ColorRole.VALUE));
            dots(g, places, (int) way, way - (int) way);
        } else if (moment < STEP) {
            double way = layers - (moment - BACK) / (STEP - BACK) * layers;
            int layer = Math.max(0, (int) Math.ceil(way) - 1);
            g.setColor(theme.color(ColorRole.UPSTREAM));
            dots(g, places, layer, way - layer);
        } else if (moment < 1) {
            double fading = (1 - moment) / (1 - STEP);
            g.setColor(theme.color(ColorRole.UPDATE, 0.55 * fading));
            g.setStroke(new BasicStroke(2.2f));
            places.wires().forEach(w -> g.draw(w.curve()));
        }
    }

    private static void dots(Graphics2D g, NetworkGeometry places, int layer, double share) {
        for (Wire wire : places.wires()) {
            if (wire.weight().layer() == layer) {
                Point at = wire.at(share);
                g.fill(new Ellipse2D.Double(at.x() - DOT, at.y() - DOT, 2 * DOT, 2 * DOT));
            }
        }
    }
}
