package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.notation.Labels;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Finds a place for every card and a route for every wire.
public final class Placements {

    /// By how much the type of another must be larger, if that from left to right cannot be read.
    private static final double BETTER = 1.1;

    /// By how much if it can, but only with close columns.
    private static final double MUCH_BETTER = 1.5;

    private static final Strategy FLAT = Strategy.flat(Gaps.USUAL);

    private static final Strategy CLOSE = Strategy.flat(Gaps.TIGHT);

    /// What is laid out organically for no room in particular.
    private static final Size USUAL = new Size(1280, 800);

    private final Placing placing;
    private final DrawnGraph drawn;

    private Placements(Placing placing, DrawnGraph drawn) {
        this.placing = placing;
        this.drawn = drawn;
    }

    /// Places what a walkthrough shows, from left to right. The same graph is placed the same,
    /// whatever its numbers.
    ///
    /// @param measure the size of a formula at its full size
    /// @param previous what is on screen now: cards that stay in the picture move as little as can
    ///   be
    /// @param unwanted asked now and then: whether nobody waits for the answer any more
    /// @throws CancellationException when it is unwanted
    public static Placement of(
            Walkthrough w,
            Function<String, Size> measure,
            Optional<Placement> previous,
            BooleanSupplier unwanted) {
        return of(w, measure, ArrangementStyle.LAYERED, Optional.empty(), previous, unwanted);
    }

    /// The same for a room: from left to right if it can be read so, else wrapped into rows or from
    /// top to bottom, whichever has the largest type there; or organically. A graph that is too
    /// large to be laid out with care stands in blocks, whatever the style.
    public static Placement of(
            Walkthrough w,
            Function<String, Size> measure,
            ArrangementStyle style,
            Optional<Size> room,
            Optional<Placement> previous,
            BooleanSupplier unwanted) {
        return new Placements(
                        new Placing(w.drawn(), w.output(), w.labels(), measure, unwanted),
                        w.drawn())
                .placement(style, room, previous);
    }

    /// Loads and warms up what the first layout needs, which takes up to half a second: for a
    /// thread that has time.
    public static void warmUp() {
        Graph.Builder builder = Graph.builder();
        int x = builder.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int y = builder.add(Op.Binary.MUL, x, x);
        int z = builder.add(Op.Binary.ADD, builder.add(Op.Unary.EXP, y), x);
        Graph small = builder.build();
        new Placing(DrawnGraph.of(small), z, Labels.of(small), Sizes::guessed, () -> false)
                .placed(Strategy.flat(Gaps.USUAL), Optional.empty());
    }

    private Placement placement(
            ArrangementStyle style, Optional<Size> room, Optional<Placement> previous) {
        Placement chosen =
                style == ArrangementStyle.ORGANIC && placing.isCareful()
                        ? placing.organic(room.orElse(USUAL))
                        : chosen(room);
        Point shift =
                previous.map(p -> Shift.from(p, chosen.cards(), placing.faces()))
                        .orElse(new Point(0, 0));
        return shift.x() == 0 && shift.y() == 0 ? chosen : chosen.plus(shift.x(), shift.y());
    }

    /// From left to right if that can be read; else the one whose type is largest in the room, if
    /// it is clearly larger.
    private Placement chosen(Optional<Size> room) {
        if (room.isEmpty() || !placing.isCareful()) {
            return placing.placed(FLAT, room);
        }
        boolean framed = !Frames.groups(drawn).isEmpty();
        int cards = drawn.vertexSet().size();
        if (cards > (framed ? Strategy.MANY : Placing.FEW_NODES)) {
            return placing.placed(Strategy.tagged(Gaps.USUAL), room);
        }
        Sketch sketch = placing.sketch(room.get());
        return sketch.most(CLOSE) >= TypeSize.LEAST_SCALE
                ? better(room.get(), sketch)
                : better(room.get(), sketch, sketch.most(FLAT))
                        .orElseGet(() -> better(room.get(), sketch));
    }

    /// From left to right, if it can be read so or no other is better.
    private Placement better(Size room, Sketch sketch) {
        Placement usual = placing.placed(FLAT, Optional.of(room));
        if (isReadable(usual, room)) {
            return usual;
        }
        Placement flat = close(room, sketch).orElse(usual);
        return better(room, sketch, scale(flat, room)).orElse(flat);
    }

    /// From left to right with close columns, if it can be read so.
    private Optional<Placement> close(Size room, Sketch sketch) {
        return sketch.most(CLOSE) < TypeSize.LEAST_SCALE
                ? Optional.empty()
                : Optional.of(placing.placed(CLOSE, Optional.of(room)))
                        .filter(p -> isReadable(p, room));
    }

    private static boolean isReadable(Placement placement, Size room) {
        return scale(placement, room) >= TypeSize.LEAST_SCALE;
    }

    /// The best that is clearly better than one from left to right.
    ///
    /// @param flat its scale
    private Optional<Placement> better(Size room, Sketch sketch, double flat) {
        boolean framed = !Frames.groups(drawn).isEmpty();
        int cards = drawn.vertexSet().size();
        Optional<Placement> best = Optional.empty();
        double worth = worth(flat * (flat >= TypeSize.LEAST_SCALE ? MUCH_BETTER : BETTER), 1);
        for (Gaps gaps : List.of(Gaps.USUAL, Gaps.TIGHT)) {
            if (best.isPresent() && worth >= 1) {
                break;
            }
            for (Strategy way : Strategy.others(gaps, cards, framed, sketch.isWhole())) {
                if (worth(sketch.most(way), way.worth()) <= worth) {
                    continue;
                }
                Placement other = placing.placed(way, Optional.of(room));
                double more = worth(scale(other, room), way.worth());
                if (more > worth && Obstacles.isClean(other)) {
                    best = Optional.of(other);
                    worth = more;
                }
            }
        }
        return best;
    }

    /// What can be read is worth more than anything that cannot.
    private static double worth(double scale, double way) {
        return scale >= TypeSize.LEAST_SCALE ? 1 + way * scale : way * scale;
    }

    private static double scale(Placement placement, Size room) {
        return TypeSize.scale(placement.with(Map.of()).bounds(), room);
    }
}
