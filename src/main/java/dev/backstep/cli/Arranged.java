package dev.backstep.cli;

import dev.backstep.export.StepSeries;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Size;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is drawn of a program, and where.
final class Arranged {

    private final Walkthrough w;
    private final Arrangement arrangement;
    private @Nullable StepDiagrams steps;

    private Arranged(Walkthrough w, Arrangement arrangement) {
        this.w = w;
        this.arrangement = arrangement;
    }

    /// At the level that an option gives, else at this one.
    static Arranged at(Detail.Level level, DetailOption detail, Evaluated run, Size room) {
        return in(room, detail.of(run.w(), run.model(), level));
    }

    private static Arranged in(Size room, Walkthrough w) {
        return new Arranged(w, Arrangements.in(room, w, FormulaPainter::measure));
    }

    /// At the finest level whose type can be read in the picture of a step; at the coarsest if
    /// there is none.
    static Arranged legible(DetailOption detail, Evaluated run, PictureOptions look, String step) {
        return legible(
                detail,
                run,
                look.room(),
                a -> a.isLegible(look, StepOption.index(step, a.w.story())));
    }

    /// At the finest level that can be read; at the coarsest if there is none.
    static Arranged legible(
            DetailOption detail, Evaluated run, Size room, Predicate<Arranged> readable) {
        SequencedMap<Detail.Level, Walkthrough> levels =
                Legible.distinct(level -> detail.of(run.w(), run.model(), level));
        Walkthrough coarsest = levels.pollLastEntry().getValue();
        for (Walkthrough w : levels.values()) {
            Arranged drawn = in(room, w);
            if (readable.test(drawn)) {
                return drawn;
            }
        }
        return in(room, coarsest);
    }

    /// What cannot be read alone cannot be read in the room of all steps either, which is larger.
    private boolean isLegible(PictureOptions look, int step) {
        double least = look.leastScale();
        return look.scale(alone(step), w) >= least && look.scale(at(step), w) >= least;
    }

    Walkthrough w() {
        return w;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    /// The pictures of all steps.
    StepDiagrams steps() {
        StepDiagrams all =
                steps == null ? new StepDiagrams(w, arrangement, DiagramOptions.PLAIN) : steps;
        steps = all;
        return all;
    }

    /// The picture of a step as it stands in a series of all steps, if there can be one.
    Diagram at(int step) {
        return StepSeries.refusal(w, arrangement).isEmpty() ? steps().at(step) : alone(step);
    }

    private Diagram alone(int step) {
        return Diagrams.marked(w, arrangement, step);
    }
}
