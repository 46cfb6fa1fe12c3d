package dev.backstep.paint.plot;

import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkGeometry.Wire;
import dev.backstep.paint.plot.NetworkPicture.BiasAt;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.Optional;

/// Draws the wires of a network, the largest last. What has no part in what is pointed at is faint.
final class NetworkWires {

    private static final double THICKEST = 4.4;
    private static final double INVISIBLE = 0.003;

    private final Theme theme;
    private final NetworkPicture picture;
    private final NetworkGeometry places;
    private final Emphasis emphasis;
    private final double largest;

    private NetworkWires(
            Theme theme, NetworkPicture picture, NetworkGeometry places, Emphasis emphasis) {
        this.theme = theme;
        this.picture = picture;
        this.places = places;
        this.emphasis = emphasis;
        this.largest = picture.largest();
    }

    static void paint(
            Graphics2D g,
            Theme theme,
            NetworkPicture picture,
            NetworkGeometry places,
            Emphasis emphasis) {
        new NetworkWires(theme, picture, places, emphasis).wires(g);
    }

    private void wires(Graphics2D g) {
        places.wires().stream()
                .sorted(Comparator.comparingDouble(w -> size(w.weight())))
                .forEach(w -> wire(g, w, isAside(w.weight()) ? 0.14 : 1));
        emphasis.parts()
                .forEach(
                        part ->
                                places.wires().stream()
                                        .filter(w -> w.weight().equals(part))
                                        .forEach(w -> litWire(g, w)));
    }

    private double size(WeightAt at) {
        return Math.abs(picture.shown(at.layer(), at.to(), at.from()));
    }

    /// Whether something else is pointed at, which this wire has no part in.
    private boolean isAside(WeightAt w) {
        Optional<Part> pointed = emphasis.hovered().or(emphasis::selected);
        return pointed.filter(
                        part ->
                                switch (part) {
                                    case WeightAt other -> false;
                                    case UnitAt(int c, int i) -> !touches(w, c, i);
                                    case BiasAt(int c, int i) ->
                                            !(w.layer() + 1 == c && w.to() == i);
                                })
                .isPresent();
    }

    private static boolean touches(WeightAt w, int column, int unit) {
        return w.layer() == column && w.from() == unit || w.layer() + 1 == column && w.to() == unit;
    }

    private void wire(Graphics2D g, Wire wire, double opacity) {
        WeightAt at = wire.weight();
        double value = picture.shown(at.layer(), at.to(), at.from());
        double share = share(value, largest);
        if (share < INVISIBLE || picture.shown(at.layer()).isEmpty()) {
            return;
        }
        g.setColor(theme.color(PlotColors.sign(value), opacity * theme.faint(0.22 + 0.5 * share)));
        g.setStroke(stroke(value, 0.5 + THICKEST * share));
        g.draw(wire.curve());
    }

    private void litWire(Graphics2D g, Wire wire) {
        WeightAt at = wire.weight();
        double value = picture.shown(at.layer(), at.to(), at.from());
        double width = Math.max(2.4, 0.5 + THICKEST * share(value, largest));
        g.setColor(theme.color(ColorRole.PAPER));
        g.setStroke(new BasicStroke((float) width + 4));
        g.draw(wire.curve());
        g.setColor(theme.color(PlotColors.sign(value)));
        g.setStroke(stroke(value, width));
        g.draw(wire.curve());
        g.setColor(theme.color(ColorRole.INK));
        double r = width / 2 + 2;
        Point m = wire.middle();
        g.fill(new Ellipse2D.Double(m.x() - r, m.y() - r, 2 * r, 2 * r));
    }

    /// In print, dashes are negative.
    private BasicStroke stroke(double value, double width) {
        float[] dashes = {5, 3};
        return theme == Theme.PRINT && value < 0
                ? new BasicStroke(
                        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
                : new BasicStroke((float) width);
    }

    /// How large a weight looks, from 0 to 1: a tenth of the largest like a fifth. What is no
    /// finite number is as large as can be.
    static double share(double value, double largest) {
        double share = Math.abs(value) / largest;
        return share <= 1 ? Math.pow(share, 0.7) : 1;
    }
}
