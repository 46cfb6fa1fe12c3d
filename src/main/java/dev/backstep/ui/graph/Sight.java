package dev.backstep.ui.graph;

import dev.backstep.graph.Graph;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import org.jspecify.annotations.Nullable;

/// Which part of the graph is in sight, and what decides it: a step, an edit, the user.
final class Sight {

    private Framing framing = Framing.FOLLOWING;
    private @Nullable Viewport viewport;
    private int shownStep = -1;
    private @Nullable Graph shownGraph;

    Viewport viewport() {
        return viewport == null ? new Viewport(1, 0, 0) : viewport;
    }

    /// Stays where the user put it.
    void own(Viewport to) {
        own();
        viewport = to;
    }

    void own() {
        framing = Framing.OWN;
    }

    /// Shows all, or follows the steps again.
    void fit() {
        framing = framing == Framing.ALL ? Framing.FOLLOWING : Framing.ALL;
    }

    /// Another program has been opened.
    void opened() {
        framing = Framing.FOLLOWING;
    }

    /// All of the window is shown larger or smaller.
    ///
    /// @param room of the pane before
    void enlarged(Size room, Box all) {
        Box visible = viewport().visible(room.width(), room.height());
        framing = framing.enlarged(visible, all);
    }

    /// The picture has been laid out anew: what was folded or opened stays where it is.
    ///
    /// @param shift by which it came to stand elsewhere in the picture
    void hold(Point shift) {
        viewport =
                viewport().panned(viewport().scale() * shift.x(), viewport().scale() * shift.y());
    }

    /// Moves to where a step is to be seen.
    ///
    /// @param all the box around all cards
    void show(Diagram diagram, Box all, int step, Graph graph, Size room) {
        boolean stepped = shownStep != step;
        boolean edited = shownGraph != null && !isShown(graph);
        shownStep = step;
        shownGraph = graph;
        framing = edited ? framing.edited() : framing;
        if (framing != Framing.OWN || stepped || edited) {
            viewport = framing.viewport(viewport(), all, diagram, room.width(), room.height());
        }
    }

    /// Moving a leaf keeps the very object, which need not be compared.
    @SuppressWarnings("ReferenceEquality")
    private boolean isShown(Graph graph) {
        return graph == shownGraph || graph.equals(shownGraph);
    }
}
