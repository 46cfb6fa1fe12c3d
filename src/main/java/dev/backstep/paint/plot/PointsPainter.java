package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/// Draws what is seen of points only while they are edited: which are selected, and the lasso.
public final class PointsPainter {

    private static final double RING = 7;
    private static final float[] DASHES = {5, 4};

    private PointsPainter() {}

    /// @param selected where they lie in the plane
    /// @param lasso where the pointer went
    public static void paint(
            Graphics2D g,
            Theme theme,
            BoundaryPicture picture,
            Box area,
            List<Point> selected,
            List<Point> lasso) {
        FormulaPainter.smooth(g);
        Box map = BoundaryPainter.map(picture, area);
        for (Point p : selected) {
            Point at = picture.plane().in(map, p.x(), p.y());
            Ellipse2D ring = new Ellipse2D.Double(at.x() - RING, at.y() - RING, 2 * RING, 2 * RING);
            outlined(g, theme, ring, new BasicStroke(2), new BasicStroke(4));
        }
        if (lasso.size() > 1) {
            Path2D path = new Path2D.Double();
            path.moveTo(lasso.getFirst().x(), lasso.getFirst().y());
            lasso.forEach(p -> path.lineTo(p.x(), p.y()));
            path.closePath();
            BasicStroke dashed =
                    new BasicStroke(
                            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0);
            outlined(g, theme, path, dashed, new BasicStroke(3));
        }
    }

    private static void outlined(
            Graphics2D g, Theme theme, Shape shape, BasicStroke line, BasicStroke around) {
        g.setColor(theme.color(ColorRole.CARD));
        g.setStroke(around);
        g.draw(shape);
        g.setColor(theme.color(ColorRole.INK));
        g.setStroke(line);
        g.draw(shape);
    }

    /// Fills a place with the hue of a class, as its samples have it.
    public static void swatch(Graphics2D g, Theme theme, int k, int classes, Box place) {
        FormulaPainter.smooth(g);
        Color hue = PlotColors.classColor(theme, k, classes);
        g.setColor(hue);
        g.fill(new Ellipse2D.Double(place.x(), place.y(), place.width(), place.height()));
    }
}
