package dev.backstep.cli;

import dev.backstep.graph.Detail;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.function.ToDoubleFunction;

/// What is drawn of a program, and where.
record Arranged(Walkthrough w, Arrangement arrangement) {

    /// At the level that an option gives, else at this one.
    static Arranged at(Detail.Level level, DetailOption detail, Evaluated run, Size room) {
        Walkthrough w = detail.of(run.w(), run.model(), level);
        return new Arranged(w, Arrangements.in(room, w, FormulaPainter::measure));
    }

    /// At the finest level whose type can be read in the picture; at the coarsest if there is none.
    ///
    /// @param least the scale at which type can just be read
    /// @param scale of a picture: pixels a unit
    static Arranged legible(
            DetailOption detail,
            Evaluated run,
            Size room,
            double least,
            ToDoubleFunction<Arranged> scale) {
        Arranged drawn = at(Legible.LEVELS.getFirst(), detail, run, room);
        for (Detail.Level level : Legible.LEVELS) {
            if (scale.applyAsDouble(drawn) >= least) {
                return drawn;
            }
            drawn = at(level, detail, run, room);
        }
        return drawn;
    }
}
