package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The signs of samples: filled to train on, hollow to test with, a cross and a ring where the
/// class is wrong, a ring in the batch that is next. In print each class has a shape of its own; on
/// a map of numbers a square is a sample to test with.
final class SampleMarks {

    private static final int MANY = 1200;

    private final Theme theme;
    private final BoundaryPicture picture;
    private final double radius;

    private SampleMarks(Theme theme, BoundaryPicture picture, double radius) {
        this.theme = theme;
        this.picture = picture;
        this.radius = radius;
    }

    static SampleMarks of(Theme theme, BoundaryPicture picture, Box map) {
        double side = Math.min(map.width(), map.height());
        double usual = Math.clamp(side / 90, 1.8, 4.2);
        int count = picture.samples().size();
        return new SampleMarks(
                theme, picture, count <= MANY ? usual : Math.max(1.2, usual * MANY / count));
    }

    /// The marks of the key.
    static SampleMarks inKey(Theme theme, BoundaryPicture picture) {
        return new SampleMarks(theme, picture, 3.6);
    }

    void paint(Graphics2D g, Sample s, Point at) {
        paint(g, s, at, hue(s.label()));
    }

    /// In a colour that is not that of its label, for the key.
    void paint(Graphics2D g, Sample s, Point at, Color hue) {
        Shape shape = shape(s.label(), at, radius);
        if (picture.field() instanceof NumberMap) {
            onNumbers(g, s.test() ? square(at, radius) : shape, hue);
        } else if (s.test()) {
            g.setColor(theme.color(ColorRole.CARD));
            g.fill(shape);
            g.setColor(hue);
            g.setStroke(new BasicStroke((float) Math.max(1, radius * 0.42)));
            g.draw(shape);
        } else {
            g.setColor(theme.color(ColorRole.CARD));
            g.setStroke(new BasicStroke(Math.min(2, (float) radius * 0.6f)));
            g.draw(shape);
            g.setColor(hue);
            g.fill(shape);
        }
        if (s.inBatch()) {
            ring(g, at, radius + 2.4, theme.color(ColorRole.INK), 1.4);
        }
        if (s.wrong()) {
            cross(g, at);
        }
    }

    /// The colour is that of the label on the scale of the map: where the two agree, only the
    /// outline is seen.
    private void onNumbers(Graphics2D g, Shape shape, Color hue) {
        g.setColor(hue);
        g.fill(shape);
        g.setColor(theme.color(ColorRole.INK, 0.65));
        g.setStroke(new BasicStroke((float) Math.max(0.7, radius * 0.22)));
        g.draw(shape);
    }

    private static Rectangle2D square(Point at, double r) {
        return new Rectangle2D.Double(at.x() - r * 0.9, at.y() - r * 0.9, r * 1.8, r * 1.8);
    }

    void pointedAt(Graphics2D g, Point at) {
        ring(g, at, radius + 5, theme.color(ColorRole.CARD), 4);
        ring(g, at, radius + 5, theme.color(ColorRole.INK), 2);
    }

    private void cross(Graphics2D g, Point at) {
        double r = radius * 0.8 + 0.6;
        for (int pass = 0; pass < 2; pass++) {
            g.setColor(theme.color(pass == 0 ? ColorRole.CARD : ColorRole.PROBLEM));
            float width = (float) Math.max(1, radius * 0.36);
            g.setStroke(new BasicStroke(pass == 0 ? width + 1.6f : width));
            g.draw(new Line2D.Double(at.x() - r, at.y() - r, at.x() + r, at.y() + r));
            g.draw(new Line2D.Double(at.x() - r, at.y() + r, at.x() + r, at.y() - r));
        }
        ring(g, at, radius + 2.2, theme.color(ColorRole.PROBLEM), Math.max(1, radius * 0.36));
    }

    private static void ring(Graphics2D g, Point at, double r, Color color, double width) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width));
        g.draw(new Ellipse2D.Double(at.x() - r, at.y() - r, 2 * r, 2 * r));
    }

    private Color hue(double label) {
        return switch (picture.field()) {
            case ManyClasses(var answers) -> theme.classColor(classOf(label));
            case NumberMap(_, Scale scale) -> PlotColors.twoSided(theme, scale.share(label));
            case NumberCurve _ -> theme.color(ColorRole.INK);
            default ->
                    picture.classes().size() > 2
                            ? theme.classColor(classOf(label))
                            : PlotColors.classColor(theme, label > 0.5 ? 1 : 0, 2);
        };
    }

    private static int classOf(double label) {
        return (int) Math.clamp(Math.round(label), 0, 1000);
    }

    private Shape shape(double label, Point at, double r) {
        boolean classes =
                !(picture.field() instanceof NumberMap || picture.field() instanceof NumberCurve);
        int kind = theme == Theme.PRINT && classes ? classOf(label) % 4 : 0;
        return switch (kind) {
            case 1 -> square(at, r);
            case 2 -> polygon(at, r * 1.25, 3);
            case 3 -> polygon(at, r * 1.2, 4);
            default -> new Ellipse2D.Double(at.x() - r, at.y() - r, 2 * r, 2 * r);
        };
    }

    private static Path2D polygon(Point at, double r, int corners) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < corners; k++) {
            double turn = 2 * Math.PI * k / corners - Math.PI / 2;
            double x = at.x() + r * Math.cos(turn);
            double y = at.y() + r * Math.sin(turn);
            if (k == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
