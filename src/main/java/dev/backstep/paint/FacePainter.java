package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/// Draws what a card says above its rule: a formula, or a name over a line of shape and formula.
final class FacePainter {

    private final Theme theme;
    private final ImageCache stamps;

    FacePainter(Theme theme, ImageCache stamps) {
        this.theme = theme;
        this.stamps = stamps;
    }

    private record Text(String formula, double size, Color color) {}

    void paint(Graphics2D g, Card card) {
        Box box = card.box();
        double size = FormulaPainter.SIZE * (card.kind() == Kind.CONSTANT ? Sizes.QUIET : 1);
        double head = box.height() - card.cells().height();
        Color color = theme.color(card.emphasis() == Emphasis.DIM ? ColorRole.DIM : ink(card));
        double room = box.width() - Sizes.INSET;
        double middle = box.center().x();
        if (card.face().isOneLine()) {
            centred(g, card.face().title(), middle, box.y() + head / 2, size, room, color);
            return;
        }
        double line = line(card.face().detail());
        double title = box.y() + (head - 4 - line + 6) / 2;
        if (card.face().shapeAbove()) {
            double beside = Sizes.shapeWidth(card.face().shape()) + Sizes.BETWEEN;
            double name = Math.min(room - beside, width(card.face().title(), size));
            double left = middle - (name + beside) / 2;
            centred(g, card.face().title(), left + name / 2, title, size, name + 1, color);
            shape(g, card, left + name + Sizes.BETWEEN, title);
        } else {
            centred(g, card.face().title(), middle, title, size, room, color);
        }
        detail(g, card, box.y() + head - 4 - line / 2);
    }

    /// The height of the line of shape and formula.
    private static double line(String formula) {
        return formula.isEmpty()
                ? Sizes.DETAIL_LINE
                : Sizes.detailLine(FormulaPainter.measure(formula, Sizes.DETAIL).height());
    }

    /// The name alone, as large as the card allows: for a picture so small that nothing else on it
    /// could be read.
    void name(Graphics2D g, Card card) {
        Box box = card.box();
        Color color = theme.color(card.emphasis() == Emphasis.DIM ? ColorRole.DIM : ink(card));
        double size = Math.min(Sizes.NAME, box.height() * 0.6);
        double room = box.width() - Sizes.INSET / 2;
        centred(g, card.face().name(), box.center().x(), box.center().y(), size, room, color);
    }

    private void detail(Graphics2D g, Card card, double y) {
        String formula = card.face().detail();
        double shape = card.face().shapeAbove() ? 0 : Sizes.shapeWidth(card.face().shape());
        double natural = formula.isEmpty() ? 0 : width(formula, Sizes.DETAIL);
        double gap = formula.isEmpty() || shape == 0 ? 0 : Sizes.BETWEEN;
        double room = card.box().width() - Sizes.INSET / 2;
        double fit = Math.min(1, (room - shape - gap) / Math.max(1, natural));
        double x = card.box().center().x() - (shape + gap + natural * fit) / 2;
        if (shape > 0) {
            shape(g, card, x, y);
        }
        if (!formula.isEmpty()) {
            double middle = x + shape + gap + natural * fit / 2;
            centred(g, formula, middle, y, Sizes.DETAIL, natural * fit + 1, quiet(card));
        }
    }

    private void shape(Graphics2D g, Card card, double x, double y) {
        g.setColor(quiet(card));
        Font font = Fonts.NUMBERS.at(Sizes.SHAPE);
        TextLines.left(g, card.face().shape(), x, y + 0.36 * Sizes.SHAPE, font);
    }

    private Color quiet(Card card) {
        return theme.color(card.emphasis() == Emphasis.DIM ? ColorRole.DIM : ColorRole.MUTED);
    }

    private static double width(String formula, double size) {
        return FormulaPainter.measure(formula, size).width();
    }

    private void centred(
            Graphics2D g,
            String formula,
            double x,
            double y,
            double size,
            double room,
            Color color) {
        Size natural = FormulaPainter.measure(formula, size);
        double drawn = natural.width() > room ? size * room / natural.width() : size;
        Size fitted = FormulaPainter.measure(formula, drawn);
        Box area =
                new Box(
                                x - fitted.width() / 2,
                                y - fitted.height() / 2,
                                fitted.width(),
                                fitted.height())
                        .grown(2);
        stamps.draw(
                g,
                new Text(formula, drawn, color),
                area,
                at -> FormulaPainter.draw(at, formula, 2, 2, drawn, color));
    }

    private static ColorRole ink(Card card) {
        return card.kind() == Kind.CONSTANT ? ColorRole.MUTED : ColorRole.INK;
    }
}
