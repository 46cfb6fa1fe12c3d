package dev.backstep.ui.inspector;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.story.Curve;
import dev.backstep.story.Curve.CurvePoint;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.ThemeColors;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The function of an element-wise op, solid, and its slope, dashed, with the current operand on
/// both.
final class CurveView extends Canvas {

    private static final double HEIGHT = 176;

    /// Room for the key above the plot, the numbers below and left of it.
    private static final double TOP = 30;

    private static final double BOTTOM = 18;
    private static final double LEFT = 34;
    private static final double RIGHT = 8;

    /// Steeper stretches are cut off, so that a pole does not flatten all the rest.
    private static final double MOST = 20;

    private final Theme theme;
    private final double reach;
    private final double most;
    private final double low;
    private final double high;

    CurveView(Curve curve, ShownStep shown) {
        super(shown.width(), HEIGHT);
        theme = shown.theme();
        reach = curve.line().getLast().x();
        most =
                Math.max(
                        MOST,
                        1.2
                                * curve.points().stream()
                                        .mapToDouble(
                                                p ->
                                                        Math.max(
                                                                Math.abs(p.value()),
                                                                Math.abs(p.slope())))
                                        .filter(Double::isFinite)
                                        .max()
                                        .orElse(0));
        low = Math.min(-0.2, all(curve).min().orElse(-1));
        high = Math.max(1.1, all(curve).max().orElse(1));
        setAccessibleText(Texts.of("inspector.curve"));
        GraphicsContext g = getGraphicsContext2D();
        axes(g);
        line(g, curve.line(), CurvePoint::value, ColorRole.VALUE);
        g.setLineDashes(5, 4);
        line(g, curve.line(), CurvePoint::slope, ColorRole.LOCAL);
        g.setLineDashes();
        points(g, curve.points(), CurvePoint::value, ColorRole.VALUE);
        points(g, curve.points(), CurvePoint::slope, ColorRole.LOCAL);
        key(g);
    }

    private DoubleStream all(Curve curve) {
        return curve.line().stream()
                .filter(s -> !Double.isNaN(s.value()))
                .flatMapToDouble(s -> DoubleStream.of(s.value(), s.slope()))
                .filter(y -> Math.abs(y) <= most);
    }

    /// The two axes, and a faint line with its number at every round value.
    private void axes(GraphicsContext g) {
        g.setFont(Font.font("JetBrains Mono", 10));
        g.setLineWidth(1);
        g.setFill(ThemeColors.color(theme, ColorRole.MUTED));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : Curve.ticks(low, high, 5)) {
            g.setStroke(ThemeColors.color(theme, tick == 0 ? ColorRole.DIM : ColorRole.LINE));
            g.strokeLine(LEFT, y(tick), getWidth() - RIGHT, y(tick));
            g.fillText(Numbers.DEFAULT.plain(tick), LEFT - 6, y(tick));
        }
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : Curve.ticks(-reach, reach, 7)) {
            g.setStroke(ThemeColors.color(theme, tick == 0 ? ColorRole.DIM : ColorRole.LINE));
            g.strokeLine(x(tick), TOP, x(tick), HEIGHT - BOTTOM);
            g.fillText(Numbers.DEFAULT.plain(tick), x(tick), HEIGHT - 4);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void line(
            GraphicsContext g,
            List<CurvePoint> samples,
            ToDoubleFunction<CurvePoint> of,
            ColorRole ink) {
        g.setStroke(ThemeColors.color(theme, ink));
        g.setLineWidth(2);
        g.beginPath();
        boolean pen = false;
        for (CurvePoint s : samples) {
            double value = of.applyAsDouble(s);
            boolean defined = !Double.isNaN(s.value());
            if (!defined || !Double.isFinite(value) || Math.abs(value) > most) {
                pen = false;
            } else if (pen) {
                g.lineTo(x(s.x()), y(value));
            } else {
                g.moveTo(x(s.x()), y(value));
                pen = true;
            }
        }
        g.stroke();
    }

    private void points(
            GraphicsContext g,
            List<CurvePoint> points,
            ToDoubleFunction<CurvePoint> of,
            ColorRole ink) {
        for (CurvePoint s : points) {
            double value = of.applyAsDouble(s);
            if (Double.isFinite(value) && Math.abs(value) <= most) {
                g.setFill(ThemeColors.color(theme, ColorRole.PANEL));
                g.fillOval(x(s.x()) - 6, y(value) - 6, 12, 12);
                g.setFill(ThemeColors.color(theme, ink));
                g.fillOval(x(s.x()) - 4.5, y(value) - 4.5, 9, 9);
            }
        }
    }

    private void key(GraphicsContext g) {
        g.setFont(Font.font("Inter", 11));
        g.setFill(ThemeColors.color(theme, ColorRole.VALUE));
        g.fillText("— " + Texts.of("inspector.curve.value"), LEFT, 13);
        g.setFill(ThemeColors.color(theme, ColorRole.LOCAL));
        g.fillText("- - " + Texts.of("inspector.curve.slope"), LEFT + 74, 13);
    }

    private double x(double value) {
        return LEFT + (getWidth() - LEFT - RIGHT) * (value / reach + 1) / 2;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low);
    }
}
