package dev.backstep.export;

import dev.backstep.export.figure.Explained;
import dev.backstep.export.figure.Explained.Noted;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.WrappedText;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.ConfusionPainter;
import dev.backstep.paint.plot.ConfusionPicture;
import dev.backstep.paint.plot.CurvesPainter;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.HistogramsPainter;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.NetworkGeometry;
import dev.backstep.paint.plot.NetworkPainter;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.StripsPainter;
import dev.backstep.paint.plot.StripsPicture;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A picture that is no graph, such as one of a training, or something explained, as it goes to a
/// file: with a margin, a caption below, and above it what mistake it is computed with, if it is.
public final class Figure {

    /// What is left free around it, in units.
    private static final double MARGIN = 24;

    /// What lies above a caption, and a line of it.
    private static final double ABOVE = 12;

    private static final double CAPTION = 22;

    private final Size content;
    private final FigurePainter painting;
    private final Optional<Noted> noted;
    private final Optional<Explained> told;

    Figure(Size content, FigurePainter painting) {
        this(content, painting, Optional.empty(), Optional.empty());
    }

    private Figure(
            Size content, FigurePainter painting, Optional<Noted> noted, Optional<Explained> told) {
        this.content = content;
        this.painting = painting;
        this.noted = noted;
        this.told = told;
    }

    /// Something explained.
    public static Figure of(Explained told) {
        return new Figure(
                told.size(),
                (g, theme, area) -> told.paint(g, theme, area.x(), area.y()),
                told.mistake(),
                Optional.of(told));
    }

    /// How wide something explained is laid out for a picture: on paper so that its type is 6
    /// points or more, as far as there is room.
    public static double width(Png.Picture picture) {
        double width = Explained.PAGE;
        if (picture.mm().isPresent()) {
            double pixels = Millimetres.pixels(picture.mm().getAsDouble());
            width = pixels * Explained.SMALLEST_TYPE / Millimetres.LEAST_TYPE - 2 * MARGIN;
        } else if (picture.width().isPresent()) {
            width = picture.width().getAsInt() - 2 * MARGIN;
        }
        return Math.clamp(width, Explained.COLUMN, Explained.PAGE);
    }

    /// The smallest type on it, in units.
    double smallestType() {
        return told.map(Explained::smallestType).orElse(Sizes.SMALLEST_TYPE);
    }

    /// What whoever searches it finds it by: its caption, or what it is about.
    String title(Png.Picture picture) {
        return picture.caption().isEmpty()
                ? told.map(Explained::title).orElse("")
                : picture.caption();
    }

    /// The first letter on it that no font has, of what a program may call its own.
    OptionalInt missing() {
        return told.map(Explained::missing).orElse(OptionalInt.empty());
    }

    /// What its words come from: `program` or `lesson`.
    String source() {
        return told.map(Explained::source).orElse("program");
    }

    /// The same with what is said above it of a mistake.
    public Figure noting(String what, String effect) {
        return new Figure(content, painting, Optional.of(new Noted(what, effect)), told);
    }

    private double above() {
        return banner(Theme.LIGHT).map(b -> b.height(content.width()) + MARGIN / 2).orElse(0.0);
    }

    private Optional<MistakeBanner> banner(Theme theme) {
        return noted.map(n -> new MistakeBanner(theme, n.what(), n.effect()));
    }

    /// Draws into a rectangle.
    @FunctionalInterface
    interface FigurePainter {
        void paint(Graphics2D g, Theme theme, Box area);
    }

    public static Figure of(NetworkPicture picture) {
        return new Figure(
                new Size(960, 640),
                (g, theme, area) ->
                        NetworkPainter.paint(
                                g,
                                theme,
                                picture,
                                NetworkGeometry.of(picture, area),
                                Emphasis.NONE));
    }

    /// The graph of a program that is not made of layers.
    ///
    /// @param bounds what it covers
    public static Figure of(Diagram graph, Box bounds) {
        return new Figure(
                new Size(bounds.width(), bounds.height()),
                (g, theme, area) -> {
                    g.translate(area.x(), area.y());
                    Painter.exact(theme).fitted(g, graph, bounds, area.width(), area.height(), 1);
                });
    }

    public static Figure of(BoundaryPicture picture) {
        return new Figure(
                new Size(560, 580),
                (g, theme, area) ->
                        BoundaryPainter.paint(g, theme, picture, area, OptionalInt.empty()));
    }

    public static Figure of(CurvesPicture picture) {
        return new Figure(
                new Size(640, 360),
                (g, theme, area) -> CurvesPainter.paint(g, theme, picture, area));
    }

    public static Figure of(StripsPicture picture) {
        double height = 30 + 30 * Math.clamp(picture.strips().size(), 1, 24);
        return new Figure(
                new Size(640, height),
                (g, theme, area) -> StripsPainter.paint(g, theme, picture, area));
    }

    /// The size it has without its margin, in units.
    Size content() {
        return content;
    }

    /// Draws it into a rectangle, without margin and caption.
    void paint(Graphics2D g, Theme theme, Box area) {
        painting.paint(g, theme, area);
    }

    public static Figure of(HistogramsPicture picture) {
        return new Figure(
                new Size(Math.max(320, 120 * picture.histograms().size()), 180),
                (g, theme, area) -> HistogramsPainter.paint(g, theme, picture, area));
    }

    public static Figure of(ConfusionPicture picture) {
        return new Figure(
                new Size(480, 480),
                (g, theme, area) -> ConfusionPainter.paint(g, theme, picture, area));
    }

    /// The size of all of it, in units.
    Size size(String caption) {
        double below = caption.isEmpty() ? 0 : ABOVE + lines(caption).size() * CAPTION;
        double height = content.height() + 2 * MARGIN + below + above();
        return new Size(content.width() + 2 * MARGIN, height);
    }

    /// Draws all of it with its upper left corner at (0, 0).
    void paint(Graphics2D g, Png.Picture picture) {
        FormulaPainter.smooth(g);
        AffineTransform paper = g.getTransform();
        double top = MARGIN + above();
        banner(picture.theme()).ifPresent(b -> b.paint(g, MARGIN, MARGIN, content.width()));
        painting.paint(g, picture.theme(), new Box(MARGIN, top, content.width(), content.height()));
        g.setTransform(paper);
        Font font = Sheet.captionFont();
        g.setColor(picture.theme().color(ColorRole.INK));
        double base = top + content.height() + ABOVE + font.getSize2D();
        for (String line : lines(picture.caption())) {
            TextLines.left(g, line, MARGIN, base, font);
            base += CAPTION;
        }
    }

    private List<String> lines(String caption) {
        return WrappedText.lines(caption, Sheet.captionFont(), content.width());
    }
}
