package dev.backstep.ui.graph;

import dev.backstep.graph.Graph;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which part of the graph is in sight, and what decides it: a step, an edit, the user.
final class Sight {

    private Framing framing = Framing.FOLLOWING;
    private @Nullable Viewport viewport;
    private Minimap.Corner corner = Minimap.Corner.BOTTOM_RIGHT;
    private boolean bare;
    private @Nullable Diagram shown;
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

    /// A group has been opened or folded: where the picture is too large to be shown whole, its
    /// upper left corner stays where it is, and all of the group comes into sight.
    ///
    /// @param before what was in sight
    void hold(FoldAnchor.Moved moved, Viewport before, Diagram diagram, Box all, Size room) {
        framing = framing == Framing.HELD ? Framing.FOLLOWING : framing;
        Viewport after = framing.viewport(before, all, diagram, room.width(), room.height());
        Box seen = after.visible(room.width(), room.height());
        if (framing == Framing.OWN
                || framing == Framing.FOLLOWING && !Framing.encloses(seen, all)) {
            double scale = after.scale();
            double x = before.scale() * moved.before().x() + before.x();
            double y = before.scale() * moved.before().y() + before.y();
            Box box = moved.after();
            after =
                    new Viewport(scale, x - scale * box.x(), y - scale * box.y())
                            .revealing(box, room.width(), room.height());
            framing = framing == Framing.FOLLOWING ? Framing.HELD : framing;
        }
        viewport = after;
    }

    /// Moves to where a step is to be seen.
    ///
    /// @param all the box around all cards
    void show(Diagram diagram, Box all, int step, Graph graph, Size room) {
        boolean stepped = shownStep != step;
        boolean edited = shownGraph != null && !isShown(graph);
        shown = diagram;
        shownStep = step;
        shownGraph = graph;
        framing = edited || stepped && framing == Framing.HELD ? framing.edited() : framing;
        if (framing != Framing.OWN && framing != Framing.HELD || stepped || edited) {
            viewport = framing.viewport(viewport(), all, diagram, room.width(), room.height());
        }
        corner = Minimap.clear(diagram, all, viewport(), room);
    }

    /// The small picture of all, in a corner that stays while the user drags.
    Optional<Minimap> minimap(Box all, Size room) {
        Diagram cards = shown;
        return Minimap.of(all, viewport(), room, corner)
                .filter(m -> !bare || cards == null || !m.covers(cards, viewport()));
    }

    /// Has the small picture of all only where it covers no card.
    void coverNothing() {
        bare = true;
    }

    /// Moving a leaf keeps the very object, which need not be compared.
    @SuppressWarnings("ReferenceEquality")
    private boolean isShown(Graph graph) {
        return graph == shownGraph || graph.equals(shownGraph);
    }
}
