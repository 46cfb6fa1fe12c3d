package dev.backstep.ui.graph;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pictures of what is on screen; what they have in common is found once for each evaluation,
/// not at every step nor while a card is dragged.
final class StepPictures {

    private @Nullable Walkthrough broken;
    private @Nullable NonFiniteMarks breaks;
    private @Nullable Diagrams diagrams;

    /// The picture of the step that the screen shows.
    Diagram at(ThemedState now, Walkthrough w, Arrangement places) {
        if (diagrams == null || !diagrams.isOf(w)) {
            diagrams = new Diagrams(w, places);
        } else if (!diagrams.isIn(places)) {
            diagrams = diagrams.with(places);
        }
        DiagramOptions look =
                new DiagramOptions(
                        now.numbers(),
                        now.state().view().selected(),
                        Set.copyOf(now.state().pins().keySet()),
                        breaks(w).at(now.step()),
                        Texts.spoken());
        return diagrams.at(now.step(), look);
    }

    /// Where numbers break down; comparing them all would take longer than to keep who has them.
    @SuppressWarnings("ReferenceEquality")
    private NonFiniteMarks breaks(Walkthrough w) {
        if (breaks == null || broken != w) {
            breaks = NonFiniteMarks.of(w);
            broken = w;
        }
        return breaks;
    }
}
