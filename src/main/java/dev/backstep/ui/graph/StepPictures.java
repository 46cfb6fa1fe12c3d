package dev.backstep.ui.graph;

import dev.backstep.explain.Walkthrough;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Breaks;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Look;
import dev.backstep.ui.Screen;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pictures of what is on screen; what they have in common is found once for each evaluation,
/// not at every step nor while a card is dragged.
final class StepPictures {

    private @Nullable Walkthrough broken;
    private @Nullable Breaks breaks;
    private @Nullable Diagrams diagrams;

    /// The picture of the step that the screen shows.
    Diagram at(Screen now, Walkthrough w, Arrangement places) {
        if (diagrams == null || !diagrams.isOf(w)) {
            diagrams = new Diagrams(w, places);
        } else if (!diagrams.isIn(places)) {
            diagrams = diagrams.with(places);
        }
        Look look =
                new Look(
                        now.numbers(),
                        now.state().view().selected(),
                        Set.copyOf(now.state().pins().keySet()),
                        breaks(w).at(now.step()));
        return diagrams.at(now.step(), look);
    }

    /// Where numbers break down; comparing them all would take longer than to keep who has them.
    @SuppressWarnings("ReferenceEquality")
    private Breaks breaks(Walkthrough w) {
        if (breaks == null || broken != w) {
            breaks = Breaks.of(w);
            broken = w;
        }
        return breaks;
    }
}
