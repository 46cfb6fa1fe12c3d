package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.Part;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.layout.FarGroups;
import dev.backstep.layout.Point;
import dev.backstep.layout.Route;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Draws a diagram in the colours of a theme on any `Graphics2D`. The graphics is scaled and moved
/// by who calls: one unit of the diagram is one unit of the graphics.
///
/// One painter belongs to one thread.
public final class Painter {

    private static final double DOTS = 24;

    private final Theme theme;
    private final CardPainter cards;
    private final WirePainter wires;
    private final TagPainter tags;
    private final boolean onScreen;

    private Painter(Theme theme, ImageCache stamps, boolean onScreen) {
        this.theme = theme;
        this.cards = new CardPainter(theme, stamps, onScreen);
        this.wires = new WirePainter(theme);
        this.tags = new TagPainter(theme, stamps, wires);
        this.onScreen = onScreen;
    }

    /// A painter that draws all as shapes: for a file, whatever its format.
    public static Painter exact(Theme theme) {
        return new Painter(theme, ImageCache.none(), false);
    }

    /// A painter that remembers what it drew, in pixels, and is fast the next time: for a window.
    public static Painter onScreen(Theme theme) {
        return new Painter(theme, ImageCache.kept(), true);
    }

    public Theme theme() {
        return theme;
    }

    /// Fills `visible` with paper, dotted but in print.
    public void paper(Graphics2D g, Box visible) {
        FormulaPainter.smooth(g);
        g.setColor(theme.color(ColorRole.PAPER));
        g.fill(new Rectangle2D.Double(visible.x(), visible.y(), visible.width(), visible.height()));
        if (theme != Theme.PRINT) {
            g.setColor(theme.color(ColorRole.LINE));
            dots(g, visible);
        }
    }

    /// Draws a whole diagram as large as it fits into a place, but no larger than `most` times its
    /// own size.
    ///
    /// @param bounds what it covers
    public void fitted(
            Graphics2D g, Diagram diagram, Box bounds, double width, double height, double most) {
        double scale = Math.min(most, Math.min(width / bounds.width(), height / bounds.height()));
        g.translate(
                (width - scale * bounds.width()) / 2 - scale * bounds.x(),
                (height - scale * bounds.height()) / 2 - scale * bounds.y());
        g.scale(scale, scale);
        diagram(g, diagram, bounds);
    }

    /// Draws what of the diagram lies in `visible`: wires, tags, cards, pills.
    public void diagram(Graphics2D g, Diagram diagram, Box visible) {
        diagram(g, diagram, visible, Reveal.ALL);
    }

    /// The same while some numbers are still on their way.
    public void diagram(Graphics2D g, Diagram diagram, Box visible, Reveal reveal) {
        FormulaPainter.smooth(g);
        FarGroups blocks =
                onScreen ? FarGroups.of(diagram, g.getTransform().getScaleX()) : FarGroups.NONE;
        for (Part part : DrawnParts.below(diagram)) {
            if (DrawnParts.extent(part).overlaps(visible) && !hides(blocks, part)) {
                part(g, part, reveal);
            }
        }
        blocks.frames().forEach(f -> FramePainter.block(g, theme, f));
        blocks.numbers().stream()
                .filter(n -> n.box().overlaps(visible.grown(CardPainter.REACH)))
                .forEach(n -> FramePainter.block(g, theme, n));
        for (Pill pill : diagram.pills()) {
            if (DrawnParts.extent(pill).overlaps(visible) && !hides(blocks, pill)) {
                wires.paint(g, pill);
            }
        }
    }

    private static boolean hides(FarGroups blocks, Part part) {
        return switch (part) {
            case GroupFrame frame -> blocks.hides(frame.box().center());
            case Wire wire -> blocks.hides(wire);
            case Tag tag -> blocks.hides(tag);
            case Card card -> blocks.hides(card);
            case Pill pill -> blocks.hides(pill.box().center());
        };
    }

    /// Draws one of [DrawnParts].
    public void part(Graphics2D g, Part part) {
        FormulaPainter.smooth(g);
        part(g, part, Reveal.ALL);
    }

    private void part(Graphics2D g, Part part, Reveal reveal) {
        switch (part) {
            case GroupFrame frame -> FramePainter.paint(g, theme, frame);
            case Wire wire -> wires.paint(g, wire);
            case Tag tag -> tags.paint(g, tag);
            case Card card -> cards.paint(g, card, reveal);
            case Pill pill -> wires.paint(g, pill);
        }
    }

    /// Draws all cards as small blocks, and which part of them is in sight.
    ///
    /// @param area where they are drawn
    /// @param all what is shown there of the diagram
    /// @param visible the part in sight
    public void map(Graphics2D g, Diagram diagram, Box area, Box all, Box visible) {
        double unit = 1 / g.getTransform().getScaleX();
        MinimapPainter.paint(g, theme, diagram, area, all, visible, unit);
    }

    /// Shows where a wire leads that is not drawn whole.
    public void between(Graphics2D g, Route way, Box visible) {
        if (way.bounds().grown(2).overlaps(visible)) {
            wires.between(g, way);
        }
    }

    /// A place in the middle of a wire, for a value that slides along it.
    public void token(Graphics2D g, Point at, String text, ColorRole ink) {
        var font = Fonts.NUMBERS_BOLD.at(12);
        double width = TextLines.width(text, font) + 16;
        var shape = new RoundRectangle2D.Double(at.x() - width / 2, at.y() - 11, width, 22, 22, 22);
        g.setColor(theme.color(ink));
        g.fill(shape);
        g.setColor(theme.color(ColorRole.CARD));
        TextLines.centred(g, text, at.x(), at.y(), width, font);
    }

    /// Dots on a grid of the diagram, at least so many pixels apart that they stay dots.
    private void dots(Graphics2D g, Box visible) {
        AffineTransform before = g.getTransform();
        double scale = before.getScaleX();
        double step = DOTS;
        while (step * scale < 16) {
            step *= 2;
        }
        double size = Math.max(1.6 / scale, 1.6);
        int pixels = (int) Math.max(1, Math.round(1.6 * scale));
        if (onScreen) {
            g.setTransform(new AffineTransform());
        }
        for (double y = Math.ceil(visible.y() / step) * step; y < visible.bottom(); y += step) {
            for (double x = Math.ceil(visible.x() / step) * step; x < visible.right(); x += step) {
                if (onScreen) {
                    double px = before.getTranslateX() + x * scale;
                    double py = before.getTranslateY() + y * scale;
                    g.fillRect((int) Math.round(px), (int) Math.round(py), pixels, pixels);
                } else {
                    g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
                }
            }
        }
        g.setTransform(before);
    }
}
