package dev.backstep.export.figure;

import dev.backstep.explain.Change;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.StepPlace;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A step as it is presented, on a slide of 16:9: the graph; below it where the story stands, the
/// formula and a sentence, beside them the step's tables in one row, or its numbers; at the foot
/// how far the story is.
///
/// Of a step that hands something to several operands it has the tables of the first, as a
/// presentation begins with.
public final class SlideFigure implements Explained {

    /// The room of its graph.
    public static final Size GRAPH = new Size(1104, 291);

    private static final double STRIP = 272;
    private static final double GAP = 16;
    private static final double BAR = 5;
    private static final Size SLIDE =
            new Size(GRAPH.width(), GRAPH.height() + GAP + STRIP + GAP + BAR);

    private static final double WORDS = 300;
    private static final double APART = 32;
    private static final double FORMULA = 26;

    /// The largest scale of its graph: one of few cards is not drawn larger than what is said of
    /// it.
    private static final double LARGEST = 1.6;

    /// So many edges of numbers stand side by side.
    private static final int PAIR = 2;

    private final StepTold told;
    private final Explanation explained;
    private final Diagram graph;
    private final FigurePart strip;
    private final double shrunk;

    private SlideFigure(StepTold told, Diagram graph) {
        this.told = told;
        this.explained = Explanation.of(told.w(), told.step(), told.numbers());
        this.graph = graph;
        this.strip = strip();
        this.shrunk = Math.min(1, STRIP / strip.height());
    }

    /// @param step from 0
    /// @param graph the picture of that step
    public static SlideFigure of(
            Walkthrough w, int step, Numbers numbers, Bundle language, Diagram graph) {
        return new SlideFigure(new StepTold(w, step, numbers, language), graph);
    }

    @Override
    public Size size() {
        return SLIDE;
    }

    /// That of its tables, or of its graph if that is drawn smaller.
    @Override
    public double smallestType() {
        return Math.min(shrunk * strip.type(), scale(graph.bounds()) * Sizes.SMALLEST_TYPE);
    }

    /// The width of what stands below the graph.
    double stripWidth() {
        return shrunk * strip.width();
    }

    /// At what scale a graph with these bounds is drawn.
    public static double scale(Box bounds) {
        return Math.min(
                LARGEST,
                Math.min(GRAPH.width() / bounds.width(), GRAPH.height() / bounds.height()));
    }

    @Override
    public String title() {
        return told.say(explained.sentence());
    }

    @Override
    public OptionalInt missing() {
        return FormulaPainter.missing(explained.formula());
    }

    @Override
    public Optional<Noted> mistake() {
        return told.mistake();
    }

    private FigurePart strip() {
        FigurePart shown = shown(SLIDE.width() - WORDS - APART);
        return shown.isNothing()
                ? words(SLIDE.width())
                : FigurePart.middles(APART, List.of(words(WORDS), shown));
    }

    private FigurePart words(double width) {
        String place = told.say(StepPlace.of(told.w().story(), told.step()));
        FigurePart formula =
                told.w().step(told.step()) instanceof Step.ParameterUpdate(int node)
                                && !told.isHidden()
                        ? new UpdateFigure(told).rule(change(node), width)
                        : FigureText.formula(
                                explained.formula(),
                                explained.substituted().stream().toList(),
                                FORMULA,
                                width);
        FigurePart sentence = FigureText.sentence(title(), told.language(), width);
        return FigurePart.column(14, List.of(FigureText.heading(place), formula, sentence));
    }

    private Change change(int node) {
        return Change.of(told.w(), node, told.numbers());
    }

    /// The numbers of the step.
    private FigurePart shown(double width) {
        if (told.isHidden()) {
            return FigurePart.NOTHING;
        }
        return switch (told.w().step(told.step())) {
            case Step.Forward(int node) -> new ForwardFigure(told).of(node, width);
            case Step.Seed _ -> FigurePart.NOTHING;
            case Step.Backward _ -> handed(width);
            case Step.ParameterUpdate(int node) ->
                    new UpdateFigure(told).values(change(node), width);
        };
    }

    private FigurePart handed(double width) {
        List<Handed> all = explained.flows();
        boolean numbers = all.stream().allMatch(FlowFigure::isNumber);
        int most = Math.min(all.size(), numbers ? PAIR : 1);
        return most == 0 ? FigurePart.NOTHING : FlowFigure.of(told, all.subList(0, most), width);
    }

    @Override
    public void paint(Graphics2D g, Theme theme, double x, double y) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        FormulaPainter.smooth(g);
        AffineTransform slide = g.getTransform();
        Painter.exact(theme)
                .fitted(g, graph, graph.bounds(), GRAPH.width(), GRAPH.height(), LARGEST);
        g.setTransform(slide);
        double left = (SLIDE.width() - shrunk * strip.width()) / 2;
        g.translate(left, GRAPH.height() + GAP + (STRIP - shrunk * strip.height()) / 2);
        g.scale(shrunk, shrunk);
        strip.paint(g, theme, 0, 0);
        g.setTransform(slide);
        Box bar = new Box(0, SLIDE.height() - BAR, SLIDE.width(), BAR);
        new StoryBar(told.w().story(), told.step(), bar).paint(g, theme);
        g.setTransform(before);
    }
}
