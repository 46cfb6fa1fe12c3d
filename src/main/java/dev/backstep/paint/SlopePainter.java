package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Curve;
import dev.backstep.story.Curve.CurvePoint;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// Draws the function of an element-wise op, solid, and its slope, dashed, with the current operand
/// on both.
public final class SlopePainter {

    /// The height that it needs.
    public static final double HEIGHT = 176;

    /// Room for the key above the plot, the numbers below and left of it.
    private static final double TOP = 30;

    private static final double BOTTOM = 20;
    private static final double LEFT = 36;
    private static final double RIGHT = 8;
    private static final double TICK = 11.5;
    private static final double KEY = 12;

    /// Steeper stretches are cut off, so that a pole does not flatten all the rest.
    private static final double MOST = 20;

    private final Graphics2D g;
    private final Theme theme;
    private final Curve curve;
    private final Box area;
    private final ColorRole behind;
    private final double reach;
    private final double most;
    private final double low;
    private final double high;

    private SlopePainter(Graphics2D g, Theme theme, Curve curve, Box area, ColorRole behind) {
        this.g = g;
        this.theme = theme;
        this.curve = curve;
        this.area = area;
        this.behind = behind;
        reach = curve.line().getLast().x();
        double largest =
                curve.points().stream()
                        .mapToDouble(p -> Math.max(Math.abs(p.value()), Math.abs(p.slope())))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        most = Math.max(MOST, 1.2 * largest);
        low = Math.min(-0.2, all().min().orElse(-1));
        high = Math.max(1.1, all().max().orElse(1));
    }

    /// Draws into an area of [#HEIGHT].
    ///
    /// @param behind what it is drawn on
    public static void paint(
            Graphics2D g, Theme theme, Curve curve, Box area, ColorRole behind, Bundle language) {
        FormulaPainter.smooth(g);
        SlopePainter painter = new SlopePainter(g, theme, curve, area, behind);
        painter.axes();
        painter.line(CurvePoint::value, ColorRole.VALUE, new BasicStroke(2));
        painter.line(CurvePoint::slope, ColorRole.LOCAL, dashed());
        painter.points(CurvePoint::value, ColorRole.VALUE);
        painter.points(CurvePoint::slope, ColorRole.LOCAL);
        painter.key(language);
    }

    private static BasicStroke dashed() {
        float[] dashes = {5, 4};
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    private DoubleStream all() {
        return curve.line().stream()
                .filter(s -> !Double.isNaN(s.value()))
                .flatMapToDouble(s -> DoubleStream.of(s.value(), s.slope()))
                .filter(y -> Math.abs(y) <= most);
    }

    /// The two axes, and a faint line with its number at every round value.
    private void axes() {
        Font font = Fonts.NUMBERS.at(TICK);
        g.setStroke(new BasicStroke(1));
        for (double tick : Curve.ticks(low, high, 5)) {
            grid(tick, area.x() + LEFT, y(tick), area.right() - RIGHT, y(tick));
            String number = Numbers.DEFAULT.plain(tick);
            double left = area.x() + LEFT - 6 - TextLines.width(number, font);
            TextLines.left(g, number, left, y(tick) + 0.36 * TICK, font);
        }
        for (double tick : Curve.ticks(-reach, reach, 7)) {
            grid(tick, x(tick), area.y() + TOP, x(tick), area.bottom() - BOTTOM);
            String number = Numbers.DEFAULT.plain(tick);
            double left = x(tick) - TextLines.width(number, font) / 2;
            TextLines.left(g, number, left, area.bottom() - 5, font);
        }
    }

    private void grid(double tick, double x, double y, double toX, double toY) {
        g.setColor(theme.color(tick == 0 ? ColorRole.DIM : ColorRole.LINE));
        g.draw(new Line2D.Double(x, y, toX, toY));
        g.setColor(theme.color(ColorRole.MUTED));
    }

    private void line(ToDoubleFunction<CurvePoint> of, ColorRole ink, BasicStroke stroke) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (CurvePoint s : curve.line()) {
            double value = of.applyAsDouble(s);
            boolean defined = !Double.isNaN(s.value());
            if (!defined || !Double.isFinite(value) || Math.abs(value) > most) {
                pen = false;
            } else if (pen) {
                path.lineTo(x(s.x()), y(value));
            } else {
                path.moveTo(x(s.x()), y(value));
                pen = true;
            }
        }
        g.setColor(theme.color(ink));
        g.setStroke(stroke);
        g.draw(path);
    }

    private void points(ToDoubleFunction<CurvePoint> of, ColorRole ink) {
        List<CurvePoint> points = curve.points();
        for (CurvePoint s : points) {
            double value = of.applyAsDouble(s);
            if (Double.isFinite(value) && Math.abs(value) <= most) {
                dot(x(s.x()), y(value), 6, behind);
                dot(x(s.x()), y(value), 4.5, ink);
            }
        }
    }

    private void dot(double x, double y, double radius, ColorRole ink) {
        g.setColor(theme.color(ink));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void key(Bundle language) {
        Font font = Fonts.WORDS.at(KEY);
        String value = "— " + language.say(Message.of("inspector.curve.value"));
        String slope = "- - " + language.say(Message.of("inspector.curve.slope"));
        double base = area.y() + 14;
        double left = area.x() + LEFT;
        g.setColor(theme.color(ColorRole.VALUE));
        TextLines.left(g, value, left, base, font);
        g.setColor(theme.color(ColorRole.LOCAL));
        TextLines.left(g, slope, left + TextLines.width(value, font) + 22, base, font);
    }

    private double x(double value) {
        return area.x() + LEFT + (area.width() - LEFT - RIGHT) * (value / reach + 1) / 2;
    }

    private double y(double value) {
        double height = area.height() - TOP - BOTTOM;
        return area.bottom() - BOTTOM - height * (value - low) / (high - low);
    }
}
