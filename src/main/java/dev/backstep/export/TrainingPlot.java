package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
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
import java.util.Optional;
import java.util.OptionalInt;

/// A picture of a training as it goes to a file: with a margin, a caption below, and above it what
/// mistake it is trained with, if it is.
public final class TrainingPlot {

    private static final double MARGIN = 24;
    private static final double CAPTION = 28;

    private final Size content;
    private final PlotPainter painting;
    private final Optional<Noted> noted;

    /// What is said above the picture.
    private record Noted(String what, String effect) {

        MistakeBanner banner(Theme theme) {
            return new MistakeBanner(theme, what, effect);
        }
    }

    TrainingPlot(Size content, PlotPainter painting) {
        this(content, painting, Optional.empty());
    }

    private TrainingPlot(Size content, PlotPainter painting, Optional<Noted> noted) {
        this.content = content;
        this.painting = painting;
        this.noted = noted;
    }

    /// The same with what is said above it of a mistake.
    public TrainingPlot noting(String what, String effect) {
        return new TrainingPlot(content, painting, Optional.of(new Noted(what, effect)));
    }

    private double above() {
        return noted.map(n -> n.banner(Theme.LIGHT).height(content.width()) + MARGIN / 2)
                .orElse(0.0);
    }

    /// Draws into a rectangle.
    @FunctionalInterface
    interface PlotPainter {
        void paint(Graphics2D g, Theme theme, Box area);
    }

    public static TrainingPlot of(NetworkPicture picture) {
        return new TrainingPlot(
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
    public static TrainingPlot of(Diagram graph, Box bounds) {
        return new TrainingPlot(
                new Size(bounds.width(), bounds.height()),
                (g, theme, area) -> {
                    g.translate(area.x(), area.y());
                    Painter.exact(theme).fitted(g, graph, bounds, area.width(), area.height(), 1);
                });
    }

    public static TrainingPlot of(BoundaryPicture picture) {
        return new TrainingPlot(
                new Size(560, 580),
                (g, theme, area) ->
                        BoundaryPainter.paint(g, theme, picture, area, OptionalInt.empty()));
    }

    public static TrainingPlot of(CurvesPicture picture) {
        return new TrainingPlot(
                new Size(640, 360),
                (g, theme, area) -> CurvesPainter.paint(g, theme, picture, area));
    }

    public static TrainingPlot of(StripsPicture picture) {
        double height = 30 + 30 * Math.clamp(picture.strips().size(), 1, 24);
        return new TrainingPlot(
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

    public static TrainingPlot of(HistogramsPicture picture) {
        return new TrainingPlot(
                new Size(Math.max(320, 120 * picture.histograms().size()), 180),
                (g, theme, area) -> HistogramsPainter.paint(g, theme, picture, area));
    }

    public static TrainingPlot of(ConfusionPicture picture) {
        return new TrainingPlot(
                new Size(480, 480),
                (g, theme, area) -> ConfusionPainter.paint(g, theme, picture, area));
    }

    /// The size of all of it, in units.
    Size size(String caption) {
        double below = caption.isEmpty() ? 0 : CAPTION;
        double height = content.height() + 2 * MARGIN + below + above();
        return new Size(content.width() + 2 * MARGIN, height);
    }

    /// Draws all of it with its upper left corner at (0, 0).
    void paint(Graphics2D g, Png.Picture picture) {
        FormulaPainter.smooth(g);
        AffineTransform paper = g.getTransform();
        double top = MARGIN + above();
        noted.ifPresent(n -> n.banner(picture.theme()).paint(g, MARGIN, MARGIN, content.width()));
        painting.paint(g, picture.theme(), new Box(MARGIN, top, content.width(), content.height()));
        g.setTransform(paper);
        Font font = Sheet.captionFont();
        double width = Math.min(content.width(), TextLines.width(picture.caption(), font));
        g.setColor(picture.theme().color(ColorRole.INK));
        TextLines.centred(
                g,
                picture.caption(),
                MARGIN + width / 2,
                top + content.height() + CAPTION / 2,
                content.width(),
                font);
    }
}
