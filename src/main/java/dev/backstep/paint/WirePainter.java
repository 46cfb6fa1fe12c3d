package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.layout.Point;
import dev.backstep.layout.Route;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Draws wires with their arrowheads, and the pills that ride on them.
final class WirePainter {

    private static final double HEAD = 13;
    private static final double HALF = 6.5;
    private static final double TEXT = 13;

    private final Theme theme;

    WirePainter(Theme theme) {
        this.theme = theme;
    }

    /// Draws a wire; once a gradient has passed it, its head points at the operand.
    void paint(Graphics2D g, Wire wire) {
        if (wire.lost()) {
            lost(g, wire.route());
        } else {
            paint(g, wire.route(), wire.emphasis(), wire.pass());
        }
    }

    /// Draws a wire whose downstream is lost: dashed, in the colour of problems.
    private void lost(Graphics2D g, Route route) {
        g.setColor(theme.color(ColorRole.PROBLEM));
        g.setStroke(
                new BasicStroke(
                        2.4f,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {6, 5},
                        0));
        g.draw(path(route.points(), true));
        g.fill(head(route.points(), true));
    }

    void paint(Graphics2D g, Route route, Emphasis emphasis, Pass pass) {
        boolean back = emphasis != Emphasis.DIM && pass == Pass.BACKWARD;
        g.setColor(color(emphasis, pass));
        g.setStroke(stroke(emphasis, pass));
        g.draw(path(route.points(), back));
        g.fill(head(route.points(), back));
    }

    /// Draws the way between the tags of a wire that is not drawn whole, thinner than any wire. Not
    /// dashed: such a way may be as long as ten thousand dashes.
    void between(Graphics2D g, Route way) {
        g.setColor(theme.mixed(ColorRole.MUTED, ColorRole.PAPER, 0.6));
        g.setStroke(new BasicStroke(1));
        g.draw(curve(way.points(), 0, 0));
    }

    Color color(Emphasis emphasis, Pass pass) {
        if (theme == Theme.CONTRAST) {
            return switch (emphasis) {
                case ACTIVE -> theme.color(CardPainter.ink(pass));
                case REACHED ->
                        theme.color(pass == Pass.BACKWARD ? ColorRole.UPSTREAM : ColorRole.MUTED);
                case DIM -> theme.color(ColorRole.LINE);
            };
        }
        return switch (emphasis) {
            case ACTIVE -> theme.color(CardPainter.ink(pass));
            case REACHED ->
                    pass == Pass.BACKWARD && theme != Theme.PRINT
                            ? theme.mixed(ColorRole.UPSTREAM, ColorRole.PAPER, 0.5)
                            : theme == Theme.PRINT
                                    ? theme.color(ColorRole.MUTED)
                                    : theme.color(ColorRole.DIM);
            case DIM ->
                    theme == Theme.PRINT
                            ? theme.color(ColorRole.DIM)
                            : theme.mixed(ColorRole.DIM, ColorRole.PAPER, 0.5);
        };
    }

    private Stroke stroke(Emphasis emphasis, Pass pass) {
        if (emphasis != Emphasis.ACTIVE) {
            return new BasicStroke(1.6f);
        }
        if (theme == Theme.PRINT && pass == Pass.BACKWARD) {
            return new BasicStroke(
                    2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 5}, 0);
        }
        return new BasicStroke(theme == Theme.PRINT ? 3.2f : theme == Theme.CONTRAST ? 3.8f : 2.8f);
    }

    /// The curve, ending where the head begins.
    private static Path2D path(List<Point> points, boolean back) {
        return curve(points, back ? HEAD - 1 : 0, back ? 0 : HEAD - 1);
    }

    private static Path2D curve(List<Point> points, double atStart, double atEnd) {
        int last = points.size() - 1;
        Path2D path = new Path2D.Double();
        Point from = ahead(points.getFirst(), points.get(1), atStart);
        Point start = points.getFirst().plus(from.x(), from.y());
        path.moveTo(start.x(), start.y());
        Point back = ahead(points.get(last), points.get(last - 1), atEnd);
        for (int i = 1; i < last; i += 3) {
            Point a = i == 1 ? points.get(i).plus(from.x(), from.y()) : points.get(i);
            boolean ends = i + 2 == last;
            Point b = ends ? points.get(i + 1).plus(back.x(), back.y()) : points.get(i + 1);
            Point c = ends ? points.get(i + 2).plus(back.x(), back.y()) : points.get(i + 2);
            path.curveTo(a.x(), a.y(), b.x(), b.y(), c.x(), c.y());
        }
        return path;
    }

    /// The way from one place towards another.
    private static Point ahead(Point from, Point to, double way) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double all = Math.hypot(dx, dy);
        return all == 0 ? new Point(way, 0) : new Point(dx * way / all, dy * way / all);
    }

    /// In the direction in which the wire arrives, at its start if that is where it points.
    private static Path2D head(List<Point> points, boolean back) {
        Point tip = back ? points.getFirst() : points.getLast();
        Point before = back ? points.get(1) : points.get(points.size() - 2);
        Point way = ahead(tip, before, 1);
        Point foot = tip.plus(HEAD * way.x(), HEAD * way.y());
        Path2D head = new Path2D.Double();
        head.moveTo(tip.x(), tip.y());
        head.lineTo(foot.x() - HALF * way.y(), foot.y() + HALF * way.x());
        head.lineTo(foot.x() + HALF * way.y(), foot.y() - HALF * way.x());
        head.closePath();
        return head;
    }

    /// Draws local → downstream, and a thin line to the wire where that does not run under it.
    void paint(Graphics2D g, Pill pill) {
        Box box = pill.box();
        ColorRole ink = pill.lost() ? ColorRole.PROBLEM : ColorRole.DOWNSTREAM;
        if (pill.isLed()) {
            Point lead = pill.lead();
            g.setColor(theme.color(ink));
            g.setStroke(new BasicStroke(1));
            g.draw(new Line2D.Double(lead.x(), lead.y(), pill.at().x(), pill.at().y()));
        }
        pill(g, box, pill.local(), pill.downstream(), ink);
    }

    void pill(Graphics2D g, Box box, String local, String downstream) {
        pill(g, box, local, downstream, ColorRole.DOWNSTREAM);
    }

    private void pill(Graphics2D g, Box box, String local, String downstream, ColorRole ink) {
        double arc = box.height();
        var shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
        g.setColor(theme.color(ColorRole.CARD));
        g.fill(shape);
        g.setColor(theme.color(ink));
        g.setStroke(new BasicStroke(1.4f));
        g.draw(shape);
        Font font = Fonts.NUMBERS.at(TEXT);
        double base = box.center().y() + TEXT * 0.36;
        double width = TextLines.width(local + " → " + downstream, font);
        double x = box.center().x() - width / 2;
        g.setColor(theme.color(ColorRole.LOCAL));
        TextLines.left(g, local, x, base, font);
        result(g, downstream, x + TextLines.width(local + " ", font), base, ink);
    }

    private void result(Graphics2D g, String downstream, double x, double base, ColorRole ink) {
        g.setColor(theme.color(ink));
        TextLines.left(g, "→", x, base, Fonts.NUMBERS.at(TEXT));
        Font bold = Fonts.NUMBERS_BOLD.at(TEXT);
        TextLines.left(g, downstream, x + TextLines.width("→ ", bold), base, bold);
    }
}
