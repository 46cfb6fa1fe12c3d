package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a pill can stand: on its wire or close to it, but on no card, no tag, no other pill and no
/// other wire.
final class Clearings {

    /// What is left free around a pill.
    private static final double MARGIN = 4;

    /// How far around a wire its pill is looked for.
    private static final double AROUND = 260;

    /// How far beyond the cards a pill is still in view where all of the picture is.
    private static final double BESIDE_PICTURE = 12;

    private static final double[] ALONG = {
        .5, .46, .54, .42, .58, .37, .63, .31, .69, .25, .75, .2, .8, .12, .88
    };

    /// How far beside the wire: on it first, then further and further up and down.
    private static final double[] BESIDE =
            IntStream.range(0, 57)
                    .mapToDouble(i -> (i % 2 == 0 ? 3 : -3) * ((i + 1) / 2) * 2)
                    .toArray();

    /// What a place outside the picture counts.
    private static final int OUTSIDE = 1;

    /// What a place on a title counts, and what one on a wire does.
    private static final int ON_TITLE = 2;

    private static final int ON_WIRE = 2;

    /// What a line from pill to wire over a box counts: more than all of these.
    private static final int UNLED = 8;

    /// What counts more than all faults of a place beside all boxes.
    private static final int ON_BOX = 16;

    /// Whether the middle of the pill, its right end or its left end stands at the place of the
    /// wire.
    private static final double[] HANGS = {.5, .9, .1};

    /// The same for a pill that stands away from its wire, where cards leave no room closer to it.
    private static final double[] AWAY = {-.5, 1.5, -1.1, 2.1};

    /// How far from its place on the wire a pill may reach: in its widths, and in units up and down
    /// beside half its height.
    private static final double REACH_ACROSS =
            Arrays.stream(AWAY).map(hang -> Math.max(hang, 1 - hang)).max().orElseThrow();

    private static final double REACH_DOWN = Arrays.stream(BESIDE).max().orElseThrow();

    private final Route own;
    private final Size size;
    private final List<Box> boxes;
    private final List<RoutePiece> wires;
    private final Box picture;
    private final List<Box> titles;

    /// @param own the way of the wire that the pill rides on
    /// @param picture the bounds of the arrangement
    /// @param titles where those of the frames are written
    /// @param edge that of the wire
    /// @param pills the boxes of the pills that stand already
    Clearings(
            Surroundings surroundings,
            Route own,
            Box picture,
            List<Box> titles,
            Edge edge,
            Size size,
            Collection<Box> pills) {
        this.own = own;
        this.size = size;
        this.picture = picture.grown(BESIDE_PICTURE);
        this.titles = titles;
        Box near = own.bounds().grown(AROUND);
        this.boxes =
                Stream.concat(surroundings.boxes(near), pills.stream().filter(near::overlaps))
                        .toList();
        this.wires = surroundings.wires(near, edge, own).toList();
    }

    /// What holds a pill on a wire, wherever it may stand.
    static Box reach(Route own, Size size) {
        Box along = own.bounds();
        double across = REACH_ACROSS * size.width();
        double down = REACH_DOWN + size.height() / 2;
        return new Box(
                along.x() - across,
                along.y() - down,
                along.width() + 2 * across,
                along.height() + 2 * down);
    }

    /// A place for a pill, and the place of its wire that it belongs to.
    ///
    /// @param faults what is wrong with it, the worst counting most
    record Spot(Box box, Point at, int faults) {

        Spot with(int found) {
            return new Spot(box, at, found);
        }

        /// Where the line from the pill to its wire begins.
        Point lead() {
            return Diagram.Pill.lead(box, at);
        }
    }

    /// A place on no box: free of wires and titles and inside the picture where that can be had,
    /// and with no box between it and its wire; among equals the closest to the middle of the wire.
    /// If there is none, the middle of the wire.
    Spot spot() {
        Spot near = spot(HANGS);
        if (near.faults < ON_BOX) {
            return near;
        }
        Spot away = spot(AWAY);
        return away.faults < UNLED ? away : near;
    }

    private Spot spot(double[] hangs) {
        Spot best = spot(.5, .5, 0);
        for (double beside : BESIDE) {
            for (double hang : hangs) {
                for (double t : ALONG) {
                    Spot spot = spot(t, hang, beside);
                    if (isOffBoxes(spot.box)) {
                        int faults = faults(spot, best.faults);
                        if (faults == 0) {
                            return spot.with(0);
                        }
                        if (faults < best.faults) {
                            best = spot.with(faults);
                        }
                    }
                }
            }
        }
        return best;
    }

    /// What is wrong with a place, the worst counting most; no less than `least` if that is sure.
    private int faults(Spot spot, int least) {
        int faults = isLedFreely(spot) ? 0 : UNLED;
        faults += picture.holds(spot.box) ? 0 : OUTSIDE;
        faults += titles.stream().anyMatch(spot.box::overlaps) ? ON_TITLE : 0;
        return faults >= least || isOffWires(spot.box) ? faults : faults + ON_WIRE;
    }

    /// Whether the straight line from a pill to its wire runs over no box.
    private boolean isLedFreely(Spot spot) {
        Point from = spot.lead();
        Route lead = Curves.straight(from, spot.at);
        return boxes.stream().noneMatch(box -> lead.crosses(box));
    }

    private Spot spot(double t, double hang, double beside) {
        Point at = own.at(t);
        Point corner = at.plus(-hang * size.width(), beside - size.height() / 2);
        return new Spot(Box.at(corner, size), at, ON_BOX);
    }

    private boolean isOffBoxes(Box box) {
        Box roomy = box.grown(MARGIN);
        return boxes.stream().noneMatch(roomy::overlaps);
    }

    private boolean isOffWires(Box box) {
        Box roomy = box.grown(2);
        return wires.stream().noneMatch(wire -> wire.crosses(roomy));
    }
}
