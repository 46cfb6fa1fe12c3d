package dev.backstep.paint;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// The icon of the program: a value that flows forward, and the gradient that comes back, in the
/// colours of the dark theme.
public final class AppIcon {

    /// The sides that systems ask for, in pixels.
    public static final List<Integer> SIDES = List.of(16, 32, 48, 64, 128, 256, 512);

    /// The side that it is designed at.
    private static final double DESIGNED = 64;

    private static final double THICK = 5;

    private AppIcon() {}

    /// The icon, with a transparent margin round its corners.
    ///
    /// @param side in pixels
    public static BufferedImage of(int side) {
        BufferedImage icon = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = icon.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(side / DESIGNED, side / DESIGNED);
        paint(g);
        g.dispose();
        return icon;
    }

    private static void paint(Graphics2D g) {
        g.setColor(Theme.DARK.color(ColorRole.CARD));
        g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 26, 26));
        g.setStroke(new BasicStroke((float) THICK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(Theme.DARK.color(ColorRole.VALUE));
        g.draw(arc(17, 32, 16, 47, 28));
        node(g, 17, 32, ColorRole.VALUE);
        g.setColor(Theme.DARK.color(ColorRole.UPSTREAM));
        g.draw(arc(47, 32, 50, 24, 46));
        Path2D head = new Path2D.Double();
        head.moveTo(17, 41);
        head.lineTo(27, 42);
        head.lineTo(20, 51);
        head.closePath();
        g.fill(head);
        node(g, 47, 32, ColorRole.UPSTREAM);
    }

    /// From (`x`, `y`) by the height `by` to (`toX`, `toY`).
    private static Path2D arc(double x, double y, double by, double toX, double toY) {
        Path2D arc = new Path2D.Double();
        arc.moveTo(x, y);
        arc.curveTo(x + (toX - x) * 0.15, by, x + (toX - x) * 0.7, by, toX, toY);
        return arc;
    }

    private static void node(Graphics2D g, double x, double y, ColorRole role) {
        g.setColor(Theme.DARK.color(role));
        g.fill(new Ellipse2D.Double(x - 7.5, y - 7.5, 15, 15));
    }
}
