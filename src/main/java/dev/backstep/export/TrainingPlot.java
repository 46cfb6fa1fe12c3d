package dev.backstep.export;

import dev.backstep.export.step.StepFigure;
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

/// A picture of a training, or a step explained, as it goes to a file: with a margin, a caption
/// below, and above it what mistake it is computed with, if it is.
public final class TrainingPlot {

    /// What is left free around it, in units.
    private static final double MARGIN = 24;

    /// What lies above a caption, and a line of it.
    private static final double ABOVE = 12;

    private static final double CAPTION = 22;

    private final Size content;
    private final PlotPainter painting;
    private final Optional<Noted> noted;
    private final Optional<StepFigure> step;

    /// What is said above the picture.
    private record Noted(String what, String effect) {

        MistakeBanner banner(Theme theme) {
            return new MistakeBanner(theme, what, effect);
        }
    }

    TrainingPlot(Size content, PlotPainter painting) {
        this(content, painting, Optional.empty(), Optional.empty());
    }

    private TrainingPlot(
            Size content, PlotPainter painting, Optional<Noted> noted, Optional<StepFigure> step) {
        this.content = content;
        this.painting = painting;
        this.noted = noted;
        this.step = step;
    }

    /// A step explained.
    public static TrainingPlot of(StepFigure figure) {
        return new TrainingPlot(
                figure.size(),
                (g, theme, area) -> figure.paint(g, theme, area.x(), area.y()),
                figure.mistake().map(m -> new Noted(m.what(), m.effect())),
                Optional.of(figure));
    }

    /// How wide the figure of a step is laid out for a picture: on paper so that its type is 6
    /// points or more, as far as there is room.
    public static double stepWidth(Png.Picture picture) {
        double width = StepFigure.PAGE;
        if (picture.mm().isPresent()) {
            double pixels = Millimetres.pixels(picture.mm().getAsDouble());
            width = pixels * StepFigure.SMALLEST_TYPE / Millimetres.LEAST_TYPE - 2 * MARGIN;
        } else if (picture.width().isPresent()) {
            width = picture.width().getAsInt() - 2 * MARGIN;
        }
        return Math.clamp(width, StepFigure.COLUMN, StepFigure.PAGE);
    }

    /// The smallest type on it, in units.
    double smallestType() {
        return step.isPresent() ? StepFigure.SMALLEST_TYPE : Sizes.SMALLEST_TYPE;
    }

    /// What whoever searches it finds it by: its caption, or what happens at its step.
    String title(Png.Picture picture) {
        return picture.caption().isEmpty()
                ? step.map(StepFigure::sentence).orElse("")
                : picture.caption();
    }

    /// The first letter on it that no font has, of what a program may call its own.
    OptionalInt missing() {
        return step.map(StepFigure::missing).orElse(OptionalInt.empty());
    }

    /// The same with what is said above it of a mistake.
    public TrainingPlot noting(String what, String effect) {
        return new TrainingPlot(content, painting, Optional.of(new Noted(what, effect)), step);
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
        double below = caption.isEmpty() ? 0 : ABOVE + lines(caption).size() * CAPTION;
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
