package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Legend;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.WrappedText;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/// A picture as it goes to a file: the diagram with a margin, below it the legend, the caption, the
/// conventions; above it what mistake it is computed with, if it is.
///
/// @param paper whether there is paper behind the diagram; else it is transparent
/// @param legend the name of the output that the legend speaks of; empty for no legend
/// @param caption empty for none
/// @param conventions such as `relu′(0) = ½`
/// @param language of legend and conventions
public record Sheet(
        Diagram diagram,
        Theme theme,
        boolean paper,
        String legend,
        String caption,
        List<Message> conventions,
        Bundle language) {

    private static final double MARGIN = 36;
    private static final double GAP = 24;
    private static final double NARROWEST_TEXT = 360;
    private static final double CAPTION = 16;
    private static final double SMALL = 13;

    public Sheet {
        conventions = List.copyOf(conventions);
    }

    static Font captionFont() {
        return Fonts.WORDS_BOLD.at(CAPTION);
    }

    /// The size of all of it, in units.
    public Size size() {
        double width = contentWidth();
        double height =
                diagram.bounds().height()
                        + 2 * MARGIN
                        + banner().map(b -> b.height(width) + GAP).orElse(0.0);
        if (!legend.isEmpty()) {
            height += GAP + new Legend(theme, language, legend, diagram).height(width);
        }
        if (!caption.isEmpty()) {
            height += GAP + lines(caption, captionFont()).size() * CAPTION * 1.4;
        }
        if (!conventions.isEmpty()) {
            height += GAP / 2 + lines(convention(), Fonts.WORDS.at(SMALL)).size() * SMALL * 1.4;
        }
        return new Size(width + 2 * MARGIN, height);
    }

    /// Draws all of it with its upper left corner at (0, 0).
    public void paint(Graphics2D g) {
        FormulaPainter.smooth(g);
        Size size = size();
        Box content = diagram.bounds();
        Painter painter = Painter.exact(theme);
        if (paper) {
            painter.paper(g, new Box(0, 0, size.width(), size.height()));
        }
        double left = MARGIN + (contentWidth() - content.width()) / 2 - content.x();
        double above = banner().map(b -> b.height(contentWidth()) + GAP).orElse(0.0);
        banner().ifPresent(b -> b.paint(g, MARGIN, MARGIN, contentWidth()));
        double top = MARGIN + above - content.y();
        g.translate(left, top);
        painter.diagram(g, diagram, content.grown(MARGIN));
        g.translate(-left, -top);
        double y = MARGIN + above + content.height();
        if (!legend.isEmpty()) {
            Legend signs = new Legend(theme, language, legend, diagram);
            signs.paint(g, MARGIN, y + GAP, contentWidth());
            y += GAP + signs.height(contentWidth());
        }
        if (!caption.isEmpty()) {
            y = text(g, caption, y + GAP, captionFont(), ColorRole.INK);
        }
        if (!conventions.isEmpty()) {
            text(g, convention(), y + GAP / 2, Fonts.WORDS.at(SMALL), ColorRole.MUTED);
        }
    }

    private Optional<MistakeBanner> banner() {
        return diagram.mistake().map(n -> MistakeBanner.of(theme, language, n.what(), n.effect()));
    }

    private double contentWidth() {
        boolean text =
                diagram.mistake().isPresent()
                        || !legend.isEmpty()
                        || !caption.isEmpty()
                        || !conventions.isEmpty();
        return Math.max(diagram.bounds().width(), text ? NARROWEST_TEXT : 0);
    }

    private String convention() {
        return language.say(
                Message.of("convention.all").with("all", Message.joined("list", conventions)));
    }

    private double text(Graphics2D g, String text, double top, Font font, ColorRole ink) {
        double y = top;
        g.setColor(theme.color(ink));
        for (String line : lines(text, font)) {
            TextLines.left(g, line, MARGIN, y + font.getSize2D(), font);
            y += font.getSize2D() * 1.4;
        }
        return y;
    }

    private List<String> lines(String text, Font font) {
        return WrappedText.lines(text, font, contentWidth());
    }
}
