package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;

/// Draws the tag of a wire that is cut: the name of the card where the wire begins, and beside it
/// dots, which say that the wire goes on.
final class TagPainter {

    /// How far dots and the piece of wire reach beyond a tag.
    static final double REACH = 32;

    private static final double ARC = 10;
    private static final double DOT = 2.4;

    /// Text smaller than this, in pixels, is not drawn.
    private static final double LEGIBLE = 4;

    private final Theme theme;
    private final ImageCache stamps;
    private final WirePainter wires;

    TagPainter(Theme theme, ImageCache stamps, WirePainter wires) {
        this.theme = theme;
        this.stamps = stamps;
        this.wires = wires;
    }

    private record Name(String tex, double size, Color color) {}

    void paint(Graphics2D g, Tag tag) {
        tag.lead().ifPresent(route -> wires.paint(g, route, tag.emphasis(), tag.pass()));
        Color color = wires.color(tag.emphasis(), tag.pass());
        Box box = tag.box();
        dots(g, tag, color);
        var shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), ARC, ARC);
        g.setColor(theme.color(tag.emphasis() == Emphasis.DIM ? ColorRole.PAPER : ColorRole.CARD));
        g.fill(shape);
        g.setColor(color);
        g.setStroke(new BasicStroke(tag.emphasis() == Emphasis.ACTIVE ? 2f : 1.2f));
        g.draw(shape);
        if (FormulaPainter.SIZE * Sizes.TAG * g.getTransform().getScaleX() >= LEGIBLE) {
            name(g, tag);
        }
    }

    /// Three dots where the wire would go on: to the right of where it begins, to the left of where
    /// it ends.
    private void dots(Graphics2D g, Tag tag, Color color) {
        Box box = tag.box();
        double step = Sizes.TAG_DOTS / 3;
        g.setColor(color);
        for (int i = 1; i <= 3; i++) {
            double x = tag.lead().isPresent() ? box.right() + i * step : box.x() - i * step;
            g.fill(new Ellipse2D.Double(x - DOT / 2, box.center().y() - DOT / 2, DOT, DOT));
        }
    }

    private void name(Graphics2D g, Tag tag) {
        Box box = tag.box();
        double size = FormulaPainter.SIZE * Sizes.TAG;
        Size natural = FormulaPainter.measure(tag.name(), size);
        double shrink =
                Math.min(
                        1,
                        Math.min(
                                (box.width() - 8) / natural.width(),
                                (box.height() - 2) / natural.height()));
        double drawn = size * shrink;
        Size fitted = new Size(natural.width() * shrink, natural.height() * shrink);
        Color color = theme.color(tag.emphasis() == Emphasis.DIM ? ColorRole.DIM : ColorRole.INK);
        Box area =
                new Box(
                                box.center().x() - fitted.width() / 2,
                                box.center().y() - fitted.height() / 2,
                                fitted.width(),
                                fitted.height())
                        .grown(2);
        stamps.draw(
                g,
                new Name(tag.name(), drawn, color),
                area,
                at -> FormulaPainter.draw(at, tag.name(), 2, 2, drawn, color));
    }
}
