package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/// The look of each kind of curve, and the line above the curves that says what they are. Kinds
/// differ by dashes too, not by colour alone.
final class CurvesKey {

    private CurvesKey() {}

    static ColorRole role(Kind kind) {
        return switch (kind) {
            case TRAIN -> ColorRole.VALUE;
            case TEST -> ColorRole.UPSTREAM;
            case ACCURACY -> ColorRole.DOWNSTREAM;
            case MISTAKEN -> ColorRole.PROBLEM;
            case RIGHT -> ColorRole.VALUE;
            case EARLIER -> ColorRole.DIM;
        };
    }

    static BasicStroke stroke(Theme theme, Kind kind) {
        float[] dashes =
                switch (kind) {
                    case RIGHT -> new float[] {9, 4};
                    case TRAIN, MISTAKEN, EARLIER -> new float[0];
                    case TEST -> new float[] {5, 3.5f};
                    case ACCURACY -> new float[] {1.5f, 3};
                };
        float width = kind == Kind.EARLIER ? 1.1f : theme == Theme.PRINT ? 1.6f : 2;
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static List<PlottedCurve> named(CurvesPicture picture) {
        return picture.curves().stream()
                .filter(c -> c.kind() != Kind.EARLIER && !c.name().isEmpty())
                .toList();
    }

    static boolean isWanted(CurvesPicture picture) {
        return !named(picture).isEmpty();
    }

    static void paint(Graphics2D g, Theme theme, CurvesPicture picture, Box line) {
        Font font = Fonts.WORDS.at(12);
        double x = line.x();
        double y = line.center().y();
        for (PlottedCurve curve : named(picture)) {
            double width = 26 + TextLines.width(curve.name(), font);
            if (x + width > line.right()) {
                return;
            }
            g.setColor(theme.color(role(curve.kind())));
            g.setStroke(stroke(theme, curve.kind()));
            g.draw(new Line2D.Double(x, y, x + 19, y));
            g.setColor(theme.color(ColorRole.INK));
            TextLines.left(g, curve.name(), x + 26, y + 4.2, font);
            x += width + 18;
        }
    }
}
