package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a pill can stand: on its wire or close to it, but on no card, no tag, no other pill and no
/// other wire.
final class Clearings {

    /// What is left free around a pill.
    private static final double MARGIN = 6;

    /// How far around a wire its pill is looked for.
    private static final double AROUND = 260;

    /// How far beyond the cards a pill is still in view where all of the picture is.
    private static final double BESIDE_PICTURE = 12;

    private static final double[] ALONG = {
        .5, .46, .54, .42, .58, .37, .63, .31, .69, .25, .75, .2, .8, .12, .88
    };

    /// How far beside the wire, in heights of a pill: on it first.
    private static final double[] BESIDE = {
        0, -.75, .75, -1.2, 1.2, -1.8, 1.8, -2.4, 2.4, -3, 3, -3.8, 3.8, -4.6, 4.6, -5.6, 5.6, -7, 7
    };

    /// Whether the middle of the pill, its right end or its left end stands at the place of the
    /// wire.
    private static final double[] HANGS = {.5, .9, .1};

    private final Route own;
    private final Size size;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Route> wires = new ArrayList<>();
    private final Box picture;

    /// @param edge the edge that the pill rides on
    /// @param pills the boxes of the pills that stand already
    Clearings(Arrangement arrangement, Edge edge, Size size, Collection<Box> pills) {
        this.own = arrangement.arriving(edge);
        this.size = size;
        this.picture = arrangement.bounds().grown(BESIDE_PICTURE);
        Box near = own.bounds().grown(AROUND);
        Stream.of(
                        arrangement.cards().values().stream(),
                        arrangement.ends().values().stream().map(Stub::tag),
                        arrangement.starts().values().stream().map(Stub::tag),
                        pills.stream())
                .flatMap(all -> all)
                .filter(near::overlaps)
                .forEach(boxes::add);
        Stream.of(
                        arrangement.routes().entrySet().stream()
                                .filter(e -> !e.getKey().equals(edge))
                                .map(e -> e.getValue()),
                        arrangement.ends().entrySet().stream()
                                .filter(e -> !e.getKey().equals(edge))
                                .map(e -> e.getValue().piece()),
                        arrangement.starts().values().stream().map(Stub::piece))
                .flatMap(all -> all)
                .filter(route -> near.overlaps(route.bounds().grown(1)))
                .forEach(wires::add);
    }

    /// A place for a pill, and the place of its wire that it belongs to.
    record Spot(Box box, Point at) {}

    /// The first free place inside the picture, the closest to the middle of the wire being tried
    /// first; else the first outside. Where there is none at all, one on a wire, but still on no
    /// box if that can be had.
    Spot spot() {
        Spot fallback = spot(.5, .5, 0);
        boolean onBox = true;
        @Nullable Spot outside = null;
        for (double beside : BESIDE) {
            for (double hang : HANGS) {
                for (double t : ALONG) {
                    Spot spot = spot(t, hang, beside * size.height());
                    if (isOffBoxes(spot.box)) {
                        boolean free = isOffWires(spot.box);
                        if (free && isInside(spot.box)) {
                            return spot;
                        }
                        if (free && outside == null) {
                            outside = spot;
                        }
                        if (onBox) {
                            fallback = spot;
                            onBox = false;
                        }
                    }
                }
            }
        }
        return outside == null ? fallback : outside;
    }

    private boolean isInside(Box box) {
        return box.x() >= picture.x()
                && box.y() >= picture.y()
                && box.right() <= picture.right()
                && box.bottom() <= picture.bottom();
    }

    private Spot spot(double t, double hang, double beside) {
        Point at = own.at(t);
        Point corner = at.plus(-hang * size.width(), beside - size.height() / 2);
        return new Spot(Box.at(corner, size), at);
    }

    private boolean isOffBoxes(Box box) {
        Box roomy = box.grown(MARGIN);
        return boxes.stream().noneMatch(roomy::overlaps);
    }

    private boolean isOffWires(Box box) {
        return wires.stream().noneMatch(wire -> wire.crosses(box.grown(2)));
    }
}
