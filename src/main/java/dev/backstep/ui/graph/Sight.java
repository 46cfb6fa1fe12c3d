package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pill;

/// What decides which part of the graph is in sight.
enum Sight {
    /// all of it where that can be read; else, at the least readable size, what the step is about
    FOLLOWING,
    /// all of it, however small
    ALL,
    /// what the user zoomed and panned to; moved only where a step would be out of sight
    OWN;

    /// The least scale at which cards can be read.
    private static final double READABLE = 0.72;

    /// How much the legend covers at the top.
    private static final double TOP = 34;

    /// The viewport to show a diagram in a pane of this size.
    ///
    /// @param all the box around all cards, the same at every step so that nothing jumps
    /// @param bottom how much is covered at the bottom
    Viewport viewport(
            Viewport now, Box all, Diagram diagram, double width, double height, double bottom) {
        return switch (this) {
            case ALL -> Viewport.fit(all, width, height, TOP, bottom);
            case FOLLOWING -> {
                double scale = Viewport.fitting(all, width, height, TOP, bottom);
                if (scale >= READABLE) {
                    yield Viewport.fit(all, width, height, TOP, bottom);
                }
                Viewport readable =
                        now.scale() == READABLE
                                ? now
                                : Viewport.centred(
                                        active(diagram), READABLE, width, height, TOP, bottom);
                yield readable.revealing(active(diagram), width, height - bottom);
            }
            case OWN -> now.revealing(active(diagram), width, height - bottom);
        };
    }

    /// The cards and pills that the step is about.
    private static Box active(Diagram diagram) {
        Box active =
                diagram.cards().stream()
                        .filter(c -> c.emphasis() == Emphasis.ACTIVE)
                        .map(Card::box)
                        .reduce(Box::union)
                        .orElseGet(diagram::bounds);
        for (Diagram.Wire wire : diagram.wires()) {
            if (wire.emphasis() == Emphasis.ACTIVE) {
                active =
                        active.union(
                                new Box(
                                        wire.route().start().x() - 60,
                                        wire.route().start().y() - 24,
                                        60,
                                        48));
            }
        }
        for (Pill pill : diagram.pills()) {
            active = active.union(pill.box());
        }
        return active;
    }
}
