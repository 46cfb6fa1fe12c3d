package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.CardNumber;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Sizes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/// Draws a card: what it says, a rule, and below it value | gradient, as numbers or as heat maps.
final class CardPainter {

    private static final double RADIUS = 12;
    private static final double HALO = 8;

    /// How far shadow and halo reach beyond a card.
    static final double REACH = 12;

    /// Text smaller than this, in pixels, is not drawn.
    private static final double LEGIBLE = 4;

    /// Where the smallest type would be smaller, in pixels, a card on screen is a block with its
    /// name.
    private static final double READABLE = 7;

    private static final double NUMBER = 13;

    private final Theme theme;
    private final ImageCache stamps;
    private final boolean onScreen;
    private final FacePainter faces;
    private final HeatPainter maps;

    CardPainter(Theme theme, ImageCache stamps, boolean onScreen) {
        this.onScreen = onScreen;
        this.theme = theme;
        this.stamps = stamps;
        this.faces = new FacePainter(theme, stamps);
        this.maps = new HeatPainter(theme, stamps);
    }

    /// What the body of a card depends on.
    private record Body(
            double width,
            double height,
            double cells,
            Kind kind,
            Emphasis emphasis,
            Pass pass,
            boolean selected,
            boolean problem,
            boolean mistaken) {}

    void paint(Graphics2D g, Card card, Reveal reveal) {
        double scale = g.getTransform().getScaleX();
        boolean plain = onScreen && Sizes.SMALLEST_TYPE * scale < READABLE;
        Box box = card.box();
        Body body =
                new Body(
                        box.width(),
                        box.height(),
                        plain ? 0 : card.cells().height(),
                        card.kind(),
                        card.emphasis(),
                        card.pass(),
                        card.selected(),
                        card.problem().isPresent(),
                        card.right().isPresent());
        stamps.draw(g, body, box.grown(REACH), at -> body(at, body));
        if (plain) {
            faces.name(g, card);
            marks(g, card);
            return;
        }
        if (FormulaPainter.SIZE * scale >= LEGIBLE) {
            faces.paint(g, card);
        }
        card.heat().ifPresent(heat -> maps.paint(g, card, heat, reveal));
        if (card.heat().isPresent() && card.right().isPresent()) {
            StruckNumber.frame(g, theme, card.map(true));
        }
        if (card.heat().isEmpty() && NUMBER * scale >= LEGIBLE) {
            cells(g, card);
        }
        marks(g, card);
    }

    private void body(Graphics2D g, Body card) {
        g.translate(REACH, REACH);
        boolean active = card.emphasis == Emphasis.ACTIVE;
        if (active && theme != Theme.PRINT) {
            g.setColor(theme.color(ink(card.pass), theme.isDark() ? 0.26 : 0.2));
            g.fill(outline(card, HALO));
        } else if (card.kind != Kind.CONSTANT && card.emphasis != Emphasis.DIM) {
            shadow(g, card);
        }
        g.setColor(fill(card));
        g.fill(outline(card, 0));
        rules(g, card);
        border(g, card, active);
        g.translate(-REACH, -REACH);
    }

    private Color fill(Body card) {
        boolean quiet = card.kind == Kind.CONSTANT || card.emphasis == Emphasis.DIM;
        return theme.color(quiet ? ColorRole.PAPER : ColorRole.CARD);
    }

    private void shadow(Graphics2D g, Body card) {
        if (theme == Theme.PRINT) {
            return;
        }
        g.setColor(new Color(0, 0, 0, theme.isDark() ? 14 : 4));
        g.translate(0, 2);
        for (int spread = 5; spread >= 0; spread--) {
            g.fill(outline(card, spread - 1.5));
        }
        g.translate(0, -2);
    }

    private void rules(Graphics2D g, Body card) {
        if (card.cells == 0) {
            return;
        }
        double y = card.height - card.cells;
        g.setColor(theme == Theme.PRINT ? theme.color(ColorRole.DIM) : theme.color(ColorRole.LINE));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(0.5, y + 0.5, card.width - 0.5, y + 0.5));
        g.draw(new Line2D.Double(card.width / 2, y + 0.5, card.width / 2, card.height - 0.5));
    }

    private void border(Graphics2D g, Body card, boolean active) {
        if (card.selected) {
            g.setColor(theme.color(ColorRole.MUTED));
            g.setStroke(
                    new BasicStroke(
                            1.4f,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            1,
                            new float[] {4, 3},
                            0));
            g.draw(outline(card, 4));
        }
        double weight =
                active || card.problem || card.mistaken ? 2 : card.kind == Kind.PARAM ? 1.5 : 1;
        if (active && (theme == Theme.PRINT || theme == Theme.CONTRAST)) {
            weight = 3;
        }
        g.setStroke(
                theme == Theme.PRINT && card.kind == Kind.CONSTANT
                        ? new BasicStroke(
                                1,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {3, 3},
                                0)
                        : new BasicStroke((float) weight));
        g.setColor(border(card, active));
        g.draw(outline(card, -weight / 2));
        if (theme == Theme.PRINT && card.kind == Kind.PARAM) {
            g.setStroke(new BasicStroke(1));
            g.draw(outline(card, 3));
        }
    }

    private Color border(Body card, boolean active) {
        if (card.problem || card.mistaken) {
            return theme.color(ColorRole.PROBLEM);
        }
        if (active) {
            return theme.color(ink(card.pass));
        }
        if (card.kind == Kind.PARAM) {
            return theme.color(
                    ColorRole.UPDATE, card.emphasis == Emphasis.DIM ? theme.faint(0.5) : 1);
        }
        return theme.color(
                theme == Theme.PRINT && card.emphasis == Emphasis.DIM
                        ? ColorRole.DIM
                        : ColorRole.LINE);
    }

    private static RoundRectangle2D outline(Body card, double grown) {
        double arc = 2 * (RADIUS + grown);
        return new RoundRectangle2D.Double(
                -grown, -grown, card.width + 2 * grown, card.height + 2 * grown, arc, arc);
    }

    private void cells(Graphics2D g, Card card) {
        Box box = card.box();
        double y = box.bottom() - Sizes.CELLS / 2 + 0.5;
        double room = CardNumber.room(box);
        Font font = Fonts.NUMBERS.at(NUMBER);
        boolean updated = card.pass() == Pass.UPDATE;
        Font strong = Fonts.NUMBERS_BOLD.at(NUMBER);
        ColorRole value =
                isBroken(card.value())
                        ? ColorRole.PROBLEM
                        : updated ? ColorRole.UPDATE : ColorRole.VALUE;
        g.setColor(theme.color(value));
        double left = box.x() + box.width() / 4;
        TextLines.centred(g, card.value(), left, y, room, updated ? strong : font);
        double right = box.x() + box.width() * 3 / 4;
        if (card.right().isPresent()) {
            StruckNumber.paint(
                    g,
                    theme,
                    StruckNumber.Inks.ON_CARD,
                    card.right().get(),
                    card.gradient(),
                    right,
                    y,
                    room);
            return;
        }
        boolean arrived =
                !card.gradient().equals(Diagrams.NOT_YET)
                        && !card.gradient().equals(Diagrams.NEVER);
        g.setColor(
                theme.color(
                        isBroken(card.gradient())
                                ? ColorRole.PROBLEM
                                : arrived ? ColorRole.UPSTREAM : ColorRole.DIM));
        Font bold = theme == Theme.PRINT ? strong : font;
        TextLines.centred(g, card.gradient(), right, y, room, arrived ? bold : font);
    }

    private static boolean isBroken(String number) {
        return number.equals("NaN") || number.endsWith("∞");
    }

    private void marks(Graphics2D g, Card card) {
        Box box = card.box();
        if (card.problem().isPresent()) {
            g.setColor(theme.color(ColorRole.PROBLEM));
            g.fill(new Ellipse2D.Double(box.right() - 11, box.y() - 9, 20, 20));
            g.setColor(theme.color(ColorRole.CARD));
            TextLines.centred(g, "!", box.right() - 1, box.y() + 1, 20, Fonts.WORDS_BOLD.at(14));
        }
        if (card.pinned()) {
            g.setColor(theme.color(ColorRole.MUTED));
            g.fill(new Ellipse2D.Double(box.x() + 8, box.y() + 8, 5, 5));
        }
    }

    /// The border of a parameter alone, small, for a legend.
    static void parameter(Graphics2D g, Theme theme, Box box) {
        for (double inset : theme == Theme.PRINT ? new double[] {0, 3} : new double[] {0}) {
            g.setColor(theme.color(ColorRole.UPDATE));
            g.setStroke(new BasicStroke(theme == Theme.PRINT ? 1 : 1.5f));
            double arc = 2 * (7 - inset);
            Box b = box.grown(-inset);
            g.draw(new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), arc, arc));
        }
    }

    static ColorRole ink(Pass pass) {
        return switch (pass) {
            case FORWARD -> ColorRole.VALUE;
            case BACKWARD -> ColorRole.UPSTREAM;
            case UPDATE -> ColorRole.UPDATE;
        };
    }
}
