package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Part;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.DrawnParts;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Legend;
import dev.backstep.paint.LegendSign;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.WrappedText;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A picture as it goes to a file: the diagram with a margin, below it the legend, the caption, the
/// conventions; above it what mistake it is computed with, if it is.
///
/// @param paper whether there is paper behind the diagram; else it is transparent
/// @param legend the name of the output that the legend speaks of; empty for no legend
/// @param caption empty for none
/// @param conventions such as `relu′(0) = ½`
/// @param language of legend and conventions
/// @param signs those that the legend tells of
public record Sheet(
        Diagram diagram,
        Theme theme,
        boolean paper,
        String legend,
        String caption,
        List<Message> conventions,
        Bundle language,
        Set<LegendSign> signs) {

    private static final double MARGIN = 36;
    private static final double GAP = 24;
    private static final double NARROWEST_TEXT = 360;
    private static final double CAPTION = 16;
    private static final double SMALL = 13;
    private static final String PAPER = "paper";

    public Sheet {
        conventions = List.copyOf(conventions);
        signs = Set.copyOf(signs);
    }

    /// With a legend of the signs that the diagram shows.
    public Sheet(
            Diagram diagram,
            Theme theme,
            boolean paper,
            String legend,
            String caption,
            List<Message> conventions,
            Bundle language) {
        this(diagram, theme, paper, legend, caption, conventions, language, LegendSign.of(diagram));
    }

    static Font captionFont() {
        return Fonts.WORDS_BOLD.at(CAPTION);
    }

    /// The size of all of it, in units.
    public Size size() {
        double width = contentWidth();
        double height = diagram.bounds().height() + 2 * MARGIN + above();
        if (!legend.isEmpty()) {
            height += GAP + new Legend(theme, language, legend, signs).height(width);
        }
        if (!caption.isEmpty()) {
            height += GAP + lines(caption, captionFont()).size() * CAPTION * 1.4;
        }
        if (!conventions.isEmpty()) {
            height += GAP / 2 + lines(convention(), Fonts.WORDS.at(SMALL)).size() * SMALL * 1.4;
        }
        return new Size(width + 2 * MARGIN, height);
    }

    /// Draws all of it that may colour a part of it, and perhaps more.
    void paint(Graphics2D g, Box part) {
        FormulaPainter.smooth(g);
        pieces(part).stream()
                .filter(p -> p.extent.overlaps(part))
                .forEach(p -> p.paint().accept(g));
    }

    /// A piece of the picture. Pieces of equal keys look equal in sheets of equal size.
    ///
    /// @param extent all that it may draw on
    /// @param paint draws it, with the upper left corner of the sheet at (0, 0)
    record Piece(Object key, Box extent, Consumer<Graphics2D> paint) {

        /// Whether it is what all others lie on.
        boolean isPaper() {
            return key.equals(PAPER);
        }
    }

    /// Draws all of it with its upper left corner at (0, 0).
    public void paint(Graphics2D g) {
        FormulaPainter.smooth(g);
        pieces().forEach(p -> p.paint().accept(g));
    }

    /// What [#paint] draws, piece by piece, the lowest first.
    List<Piece> pieces() {
        return pieces(all());
    }

    /// @param seen the part of it whose paper is drawn
    private List<Piece> pieces(Box seen) {
        List<Piece> pieces = new ArrayList<>();
        Painter painter = Painter.exact(theme);
        if (paper) {
            pieces.add(new Piece(PAPER, all(), g -> painter.paper(g, seen)));
        }
        banner().ifPresent(
                        b ->
                                pieces.add(
                                        new Piece(
                                                "banner",
                                                new Box(0, 0, size().width(), MARGIN + above()),
                                                g -> b.paint(g, MARGIN, MARGIN, contentWidth()))));
        Box drawn = diagram.bounds().grown(MARGIN);
        Point corner = corner();
        for (Part part : DrawnParts.of(diagram)) {
            if (DrawnParts.extent(part).overlaps(drawn)) {
                pieces.add(piece(painter, part, corner));
            }
        }
        double end = MARGIN + above() + diagram.bounds().height();
        Box rest = new Box(0, end, size().width(), size().height() - end);
        pieces.add(new Piece("words", rest, this::below));
        return pieces;
    }

    private Box all() {
        return Box.at(new Point(0, 0), size());
    }

    private double above() {
        return banner().map(b -> b.height(contentWidth()) + GAP).orElse(0.0);
    }

    /// Where the origin of the diagram stands.
    private Point corner() {
        Box content = diagram.bounds();
        return new Point(
                MARGIN + (contentWidth() - content.width()) / 2 - content.x(),
                MARGIN + above() - content.y());
    }

    private static Piece piece(Painter painter, Part part, Point corner) {
        Box own = DrawnParts.extent(part);
        return new Piece(
                part,
                Box.at(corner.plus(own.x(), own.y()), own.size()),
                g -> {
                    g.translate(corner.x(), corner.y());
                    painter.part(g, part);
                    g.translate(-corner.x(), -corner.y());
                });
    }

    /// Draws what stands below the diagram.
    private void below(Graphics2D g) {
        double y = MARGIN + above() + diagram.bounds().height();
        if (!legend.isEmpty()) {
            Legend told = new Legend(theme, language, legend, signs);
            told.paint(g, MARGIN, y + GAP, contentWidth());
            y += GAP + told.height(contentWidth());
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
