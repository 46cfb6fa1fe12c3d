package dev.backstep.export.figure;

import dev.backstep.explain.Change;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.LossFormula;
import dev.backstep.explain.StepPlace;
import dev.backstep.explain.SummedGradient;
import dev.backstep.explain.ToldPaths;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.OffGradient;
import dev.backstep.story.Paths;
import dev.backstep.story.Progress;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One step explained on a sheet, from top to bottom: what it is and where in the story, its
/// formula, its sentence; what it hands on, as numbers or tables; sums and paths.
///
/// It says what the inspector says of the step.
public final class StepFigure implements Explained {

    private static final double GAP = 18;
    private static final double FORMULA = 26;
    private static final double WRITTEN = 20;

    /// Sums and paths stand side by side if each has so much room.
    private static final double BESIDE = 300;

    private static final double APART = 32;

    private final StepTold told;
    private final double width;
    private final Explanation explained;
    private final FigurePart all;

    private StepFigure(StepTold told, String note, double width) {
        this.told = told;
        this.width = width;
        this.explained = Explanation.of(told.w(), told.step(), told.numbers());
        this.all = FigurePart.column(GAP, parts(note));
    }

    /// @param step from 0
    /// @param note what the program says of the node of the step; empty for nothing
    /// @param width what it may take, from [Explained#COLUMN] on
    public static StepFigure of(
            Walkthrough w, int step, Numbers numbers, Bundle language, String note, double width) {
        return new StepFigure(new StepTold(w, step, numbers, language), note, width);
    }

    /// Its width is that which it was given.
    @Override
    public Size size() {
        return new Size(width, all.height());
    }

    /// The width of the widest part of it.
    double contentWidth() {
        return all.width();
    }

    @Override
    public double smallestType() {
        return all.type();
    }

    /// What happens at the step.
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

    @Override
    public void paint(Graphics2D g, Theme theme, double x, double y) {
        FormulaPainter.smooth(g);
        all.paint(g, theme, x, y);
    }

    private List<FigurePart> parts(String note) {
        Walkthrough w = told.w();
        Step step = w.step(told.step());
        List<FigurePart> parts = new ArrayList<>();
        parts.add(
                FigureText.heading(told.say(explained.title()))
                        .with(
                                FigureText.words(
                                        told.say(StepPlace.of(w.story(), told.step())),
                                        ColorRole.MUTED),
                                width));
        if (step instanceof Step.ParameterUpdate(int node) && !told.isHidden()) {
            updated(Change.of(w, node, told.numbers()), parts);
        } else {
            explained(step, parts);
        }
        if (!note.isEmpty()) {
            parts.add(3, FigureText.paragraph(note, ColorRole.MUTED, width));
        }
        return parts;
    }

    private FigurePart told() {
        return FigureText.sentence(title(), told.language(), width);
    }

    private void updated(Change change, List<FigurePart> parts) {
        UpdateFigure update = new UpdateFigure(told);
        parts.add(update.rule(change, width));
        parts.add(told());
        parts.add(update.values(change, width));
        parts.add(paths(change.node()));
    }

    private void explained(Step step, List<FigurePart> parts) {
        boolean seed = step instanceof Step.Seed;
        List<String> numbers = explained.substituted().stream().toList();
        List<FigurePart> formulas = new ArrayList<>();
        formulas.add(FigureText.formula(explained.formula(), numbers, FORMULA, width));
        if (!seed && !told.isHidden()) {
            LossFormula.of(told.w(), step.node(), told.numbers())
                    .forEach(
                            line ->
                                    formulas.add(
                                            FigureText.formula(line, WRITTEN, ColorRole.INK, width)
                                                    .centred(width)));
        }
        parts.add(FigurePart.column(10, formulas));
        parts.add(told());
        problem(step).ifPresent(parts::add);
        if (told.isHidden() || seed) {
            return;
        }
        ForwardFigure forward = new ForwardFigure(told);
        parts.add(
                step instanceof Step.Forward
                        ? forward.of(step.node(), width)
                        : forward.curve(step.node(), width));
        backward(step, parts);
    }

    private void backward(Step step, List<FigurePart> parts) {
        if (!(step instanceof Step.Backward)) {
            return;
        }
        if (!explained.flows().isEmpty()) {
            parts.add(FlowFigure.of(told, explained.flows(), width));
        }
        if (!explained.remembered().isEmpty()) {
            FigurePart words = FigureText.words(told.say("inspector.remembered"), ColorRole.MUTED);
            String values = String.join(",\\;", explained.remembered());
            double room = width - words.width() - 8;
            FigurePart list = FigureText.symbol(values, 17, ColorRole.VALUE, room);
            parts.add(FigurePart.line(8, List.of(words, list)));
        }
        List<Integer> receivers =
                explained.flows().stream()
                        .map(Handed::to)
                        .distinct()
                        .filter(n -> !told.w().hidden().hidesGradient(n))
                        .toList();
        parts.add(added(receivers));
        SumFigure sums = new SumFigure(told);
        receivers.forEach(
                n ->
                        OffGradient.of(told.w(), told.step(), n)
                                .ifPresent(off -> parts.add(sums.of(off, width))));
    }

    private Optional<FigurePart> problem(Step step) {
        NonFiniteMarks marks = NonFiniteMarks.of(told.w());
        return Optional.ofNullable(marks.at(told.step()).get(step.node()))
                .map(why -> FigureText.paragraph(told.say(why), ColorRole.PROBLEM, width));
    }

    /// The sums, and at their right the paths.
    private FigurePart added(List<Integer> receivers) {
        SumFigure sums = new SumFigure(told);
        List<SummedGradient> summed = new ArrayList<>();
        for (int node : receivers) {
            SummedGradient.of(told.w(), told.step(), node, told.numbers()).ifPresent(summed::add);
        }
        List<Integer> leaves = ToldPaths.leaves(told.w());
        if (summed.isEmpty()) {
            return leaves.isEmpty() ? FigurePart.NOTHING : paths(leaves.getFirst());
        }
        double half = (width - APART) / 2;
        boolean beside = half >= BESIDE && !leaves.isEmpty();
        double each = beside ? half : width;
        FigurePart left =
                FigurePart.column(GAP, summed.stream().map(s -> sums.of(s, each)).toList());
        if (leaves.isEmpty()) {
            return left;
        }
        FigurePart right = paths(leaves.getFirst(), each);
        FigurePart wide =
                new FigurePart(new Size(each, left.height()), left.type(), left.painter());
        return beside
                ? FigurePart.row(APART, List.of(wide, right))
                : FigurePart.column(GAP, List.of(left, right));
    }

    private FigurePart paths(int leaf) {
        return paths(leaf, width);
    }

    /// Those of the right pass, which is what adding them up gives.
    private FigurePart paths(int leaf, double wide) {
        Walkthrough w = told.w().rightly();
        Paths paths = Paths.of(w, leaf, ToldPaths.MOST);
        Progress progress = Progress.at(w, told.step());
        return new SumFigure(told).of(new ToldPaths(paths, progress, told.numbers()), wide);
    }
}
