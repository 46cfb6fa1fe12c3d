package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.NumberBlock;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.FarGroups;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/// Draws the frame of an open group: dashed, with its title at the upper left.
final class FramePainter {

    private static final double RADIUS = 10;
    private static final double TEXT = 13;
    private static final double INSET = 12;

    private FramePainter() {}

    static void paint(Graphics2D g, Theme theme, GroupFrame frame) {
        Box b = frame.box();
        var shape =
                new RoundRectangle2D.Double(
                        b.x(), b.y(), b.width(), b.height(), 2 * RADIUS, 2 * RADIUS);
        if (theme != Theme.PRINT) {
            g.setColor(theme.color(frame.active() ? ColorRole.UPDATE : ColorRole.MUTED, 0.05));
            g.fill(shape);
        }
        g.setColor(theme.color(frame.active() ? ColorRole.UPDATE : ColorRole.DIM));
        g.setStroke(
                new BasicStroke(
                        frame.active() ? 1.6f : 1.2f,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {5, 4},
                        0));
        g.draw(shape);
        Font font = Fonts.WORDS_BOLD.at(TEXT);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(
                g,
                fitted("⌄ " + frame.title(), font, b.width() - 2 * INSET),
                b.x() + INSET,
                b.y() + INSET + TEXT * 0.6,
                font);
    }

    /// The group as one block with its title, for a picture so small that its cards say nothing.
    static void block(Graphics2D g, Theme theme, GroupFrame frame) {
        ColorRole ink = frame.active() ? ColorRole.UPDATE : ColorRole.MUTED;
        block(g, theme, frame.box(), FarGroups.type(frame), ink, frame.active());
        title(g, theme, frame.box(), frame.title(), FarGroups.type(frame), ColorRole.INK);
    }

    /// A number with all that is computed for it as one block, in the colour of the pass that has
    /// reached it.
    static void block(Graphics2D g, Theme theme, NumberBlock number) {
        ColorRole ink =
                number.active()
                        ? ColorRole.UPDATE
                        : number.pass().map(FramePainter::ink).orElse(ColorRole.MUTED);
        boolean known = number.active() || number.pass().isPresent();
        double type = FarGroups.type(number.box(), number.title());
        block(g, theme, number.box(), type, ink, number.active());
        title(
                g,
                theme,
                number.box(),
                number.title(),
                type,
                known ? ColorRole.INK : ColorRole.MUTED);
    }

    private static ColorRole ink(Pass pass) {
        return switch (pass) {
            case FORWARD -> ColorRole.VALUE;
            case BACKWARD -> ColorRole.UPSTREAM;
            case UPDATE -> ColorRole.UPDATE;
        };
    }

    private static void block(
            Graphics2D g, Theme theme, Box b, double type, ColorRole ink, boolean active) {
        double arc = 0.5 * type;
        var shape = new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), arc, arc);
        g.setColor(theme.color(ColorRole.CARD));
        g.fill(shape);
        g.setColor(theme.color(ink, 0.08));
        g.fill(shape);
        g.setColor(theme.color(active ? ColorRole.UPDATE : ColorRole.DIM));
        double pixel = 1 / g.getTransform().getScaleX();
        g.setStroke(new BasicStroke((float) (pixel * (active ? 2 : 1))));
        g.draw(shape);
    }

    private static void title(
            Graphics2D g, Theme theme, Box b, String title, double type, ColorRole ink) {
        Font font = Fonts.WORDS_BOLD.at(type);
        g.setColor(theme.color(ink));
        TextLines.centred(g, title, b.center().x(), b.center().y(), 0.9 * b.width(), font);
    }

    /// Cut off where it is too long.
    private static String fitted(String title, Font font, double width) {
        String text = title;
        while (text.length() > 2 && TextLines.width(text, font) > width) {
            text = text.substring(0, text.length() - 2).stripTrailing() + "…";
        }
        return text;
    }
}
