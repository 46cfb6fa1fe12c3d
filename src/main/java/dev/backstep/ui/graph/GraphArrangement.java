package dev.backstep.ui.graph;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Placements;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps where everything on screen stands.
///
/// A graph is placed once, off the window's thread where that takes longer than a moment, as the
/// first layout of all does. Cards moved by hand need no new placement: they are arranged at once,
/// so that a card follows the pointer. An edit gives up the layout of the text before it.
final class GraphArrangement {

    /// The most nodes that are laid out while a key is down.
    private static final int MOMENT = 60;

    /// How many graphs are remembered, so that undo finds its cards where they were.
    private static final int KEPT = 4;

    /// What is drawn of a program, whatever its numbers.
    private record Drawn(DrawnGraph graph, int output, ArrangementStyle style, long room) {

        static Drawn of(Walkthrough w, ArrangementStyle style, Size room) {
            return new Drawn(w.drawn(), w.output(), style, kind(room));
        }

        /// Rooms of nearly the same form and size have the same layout, so that a window can be
        /// drawn larger without a new one at every pixel.
        private static long kind(Size room) {
            long form = Math.round(FORMS * Math.log(room.width() / room.height()));
            long size = Math.round(SIZES * Math.log(room.width() * room.height()));
            return 1_000 * form + size;
        }

        /// Dragging a leaf changes numbers only: then the graph is the very same object, and need
        /// not be compared.
        boolean isAlike(Walkthrough w, ArrangementStyle wanted, Size now) {
            return style == wanted && room == kind(now) && isOf(w);
        }

        /// Whether it is of this graph, in whatever style and room.
        boolean isOf(Walkthrough w) {
            return output == w.output() && graph.equals(w.drawn());
        }
    }

    /// How many forms of a room are told apart while its width grows e-fold; and how many sizes.
    private static final double FORMS = 5;

    private static final double SIZES = 1.5;

    private record Placed(Drawn drawn, Placement placement) {}

    /// A layout under way.
    private record Wanted(Drawn drawn, AtomicBoolean dropped) {}

    private final Function<String, Size> measure;
    private final Background background;
    private final Runnable changed;

    /// The one on screen first.
    private final Deque<Placed> placed = new ArrayDeque<>();

    private @Nullable Wanted wanted;
    private @Nullable String failure;
    private @Nullable Arrangement arrangement;
    private Map<Integer, Point> pins = Map.of();

    /// @param measure the size of a formula
    /// @param background runs a layout that takes longer than a moment
    /// @param changed called when a placement has come from the background, or why there is none
    GraphArrangement(Function<String, Size> measure, Background background, Runnable changed) {
        this.measure = measure;
        this.background = background;
        this.changed = changed;
    }

    /// The arrangement of this very graph in a style for a room, or in another style or room while
    /// it is being laid out; nothing while it never was.
    Optional<Arrangement> of(
            Walkthrough w, ArrangementStyle style, Map<Integer, Point> pinned, Size room) {
        return placement(w, style, room).map(p -> arranged(p, pinned));
    }

    /// The placement on screen, if there is one.
    Optional<Placement> shown() {
        return Optional.ofNullable(placed.peek()).map(Placed::placement);
    }

    /// Remembers a placement that was found elsewhere.
    void keep(Walkthrough w, Size room, ArrangementStyle style, Placement placement) {
        show(new Placed(Drawn.of(w, style, room), placement));
    }

    /// Why what is asked for could not be laid out, if it could not.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// Whether a layout is under way.
    boolean isWorking() {
        return wanted != null && failure == null;
    }

    @SuppressWarnings("ReferenceEquality") // each placement is made once and kept
    private Arrangement arranged(Placement placement, Map<Integer, Point> pinned) {
        if (arrangement == null || arrangement.placement() != placement || !pins.equals(pinned)) {
            arrangement = placement.with(pinned);
            pins = Map.copyOf(pinned);
        }
        return arrangement;
    }

    private Optional<Placement> placement(Walkthrough w, ArrangementStyle style, Size room) {
        for (Placed known : placed) {
            if (known.drawn.isAlike(w, style, room)) {
                drop();
                show(known);
                return Optional.of(known.placement);
            }
        }
        Optional<Placement> made = Optional.empty();
        if (wanted == null || !wanted.drawn.isAlike(w, style, room)) {
            drop();
            made = place(w, style, room);
        }
        return made.or(() -> elsewhere(w));
    }

    /// As it stands in a room of another form, so that steps go on while one for this room is made.
    private Optional<Placement> elsewhere(Walkthrough w) {
        return placed.stream().filter(p -> p.drawn.isOf(w)).map(Placed::placement).findFirst();
    }

    private Optional<Placement> place(Walkthrough w, ArrangementStyle style, Size room) {
        Optional<Placement> previous = shown();
        Wanted now = new Wanted(Drawn.of(w, style, room), new AtomicBoolean());
        wanted = now;
        failure = null;
        boolean quick = previous.isPresent() && w.graph().size() <= MOMENT;
        Callable<Optional<Placement>> work = () -> placed(now, w, room, previous);
        if (quick) {
            background.now(Task.LAY_OUT, work, found -> arrived(now, found), this::failed);
            return failure == null ? Optional.of(placed.getFirst().placement) : Optional.empty();
        }
        background.run(
                Task.LAY_OUT,
                work,
                found -> {
                    if (arrived(now, found)) {
                        changed.run();
                    }
                },
                sentence -> {
                    if (!now.dropped.get()) {
                        failed(sentence);
                        changed.run();
                    }
                });
        return Optional.empty();
    }

    /// Nothing if nobody waits for it: another graph is on screen by now.
    private Optional<Placement> placed(
            Wanted now, Walkthrough w, Size room, Optional<Placement> previous) {
        try {
            return Optional.of(
                    Placements.of(
                            w,
                            measure,
                            now.drawn.style(),
                            Optional.of(room),
                            previous,
                            now.dropped::get));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    private void failed(String sentence) {
        failure = sentence;
    }

    /// Whether it was still waited for.
    private boolean arrived(Wanted answered, Optional<Placement> found) {
        if (answered.dropped.get() || found.isEmpty()) {
            return false;
        }
        wanted = null;
        show(new Placed(answered.drawn, found.get()));
        return true;
    }

    private void drop() {
        if (wanted != null) {
            wanted.dropped.set(true);
            wanted = null;
        }
    }

    @SuppressWarnings("ReferenceEquality") // each placement is made once and kept
    private void show(Placed now) {
        if (placed.peek() != now) {
            placed.removeIf(p -> p == now);
            placed.push(now);
        }
        while (placed.size() > KEPT) {
            placed.removeLast();
        }
    }
}
