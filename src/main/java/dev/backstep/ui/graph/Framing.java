package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Point;
import dev.backstep.layout.TypeSize;

/// What decides which part of the graph is in sight.
enum Framing {
    /// all of it where that can be read; else, at the least readable size, what the step is about
    FOLLOWING,
    /// all of it, which was in sight before all of the window was enlarged
    ENLARGED,
    /// all of it, however small
    ALL,
    /// a group that has been opened or folded, until the next step
    HELD,
    /// what the user zoomed and panned to; moved only where a step would be out of sight
    OWN;

    /// The least scale at which cards can be read.
    private static final double READABLE = TypeSize.LEAST_SCALE;

    /// The largest scale that is chosen for a small graph without being asked.
    private static final double ROOMY = 1.6;

    /// The largest scale for all of it, when that is asked for.
    static final double LARGE = 4;

    /// The viewport to show a diagram in a pane of this size.
    ///
    /// @param all the box around all cards, the same at every step so that nothing jumps
    Viewport viewport(Viewport now, Box all, Diagram diagram, double width, double height) {
        return switch (this) {
            case ALL -> Viewport.fit(all, width, height, LARGE);
            case ENLARGED -> Viewport.fit(all, width, height, ROOMY);
            case FOLLOWING -> {
                Box seen = Viewport.fit(all, width, height, ROOMY).visible(width, height);
                boolean clear = diagram.pills().stream().allMatch(p -> encloses(seen, p.box()));
                Box wanted = clear ? all : withPills(all, diagram);
                if (Viewport.fitting(wanted, width, height, ROOMY) >= READABLE) {
                    yield Viewport.fit(wanted, width, height, ROOMY);
                }
                Viewport readable =
                        now.scale() == READABLE
                                ? now
                                : Viewport.centred(
                                        withPills(around(diagram), diagram),
                                        READABLE,
                                        width,
                                        height);
                yield following(readable, diagram, width, height)
                        .filled(withPills(all, diagram), width, height);
            }
            case HELD, OWN -> following(now, diagram, width, height);
        };
    }

    /// What follows when the window is enlarged, or made smaller: what was in sight stays in sight.
    ///
    /// @param visible what of the graph was in sight
    Framing enlarged(Box visible, Box all) {
        return this == FOLLOWING && encloses(visible, all) ? ENLARGED : this;
    }

    static boolean encloses(Box outer, Box inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }

    /// What follows an edit of the program.
    Framing edited() {
        return this == ENLARGED || this == HELD ? FOLLOWING : this;
    }

    /// Moved so that what the step is about is in sight; without its pills if that is too much, and
    /// its card alone if that is too much still.
    private static Viewport following(Viewport now, Diagram diagram, double width, double height) {
        Viewport all = now.revealing(withPills(around(diagram), diagram), width, height);
        return all.revealing(around(diagram), width, height)
                .revealing(active(diagram), width, height);
    }

    /// The cards that the step is about.
    private static Box active(Diagram diagram) {
        return diagram.cards().stream()
                .filter(c -> c.emphasis() == Emphasis.ACTIVE)
                .map(Card::box)
                .reduce(Box::union)
                .orElseGet(diagram::bounds);
    }

    /// The card that a wire comes from; of a wire that is cut, its tag.
    private static Box from(Diagram diagram, Diagram.Wire wire) {
        Point start = wire.route().start();
        return diagram.cards().stream()
                .map(Card::box)
                .filter(b -> b.grown(2).contains(start))
                .findFirst()
                .orElseGet(() -> new Box(start.x() - 60, start.y() - 24, 60, 48));
    }

    /// These cards, and those that their active wires come from.
    private static Box around(Diagram diagram) {
        Box active = active(diagram);
        for (Diagram.Wire wire : diagram.wires()) {
            if (wire.emphasis() == Emphasis.ACTIVE) {
                active = active.union(from(diagram, wire));
            }
        }
        return active;
    }

    private static Box withPills(Box box, Diagram diagram) {
        return diagram.pills().stream().map(Pill::box).reduce(box, Box::union);
    }
}
