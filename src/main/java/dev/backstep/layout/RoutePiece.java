package dev.backstep.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One Bézier segment of a wire. Its places are found once, each when it is first needed, since it
/// is asked about many boxes.
final class RoutePiece {

    private final Route curve;
    private final Box around;
    private final List<Point> known = new ArrayList<>();

    /// @param curve of one segment
    private RoutePiece(Route curve) {
        this.curve = curve;
        this.around = curve.bounds().grown(1);
    }

    static Stream<RoutePiece> of(Route wire) {
        return IntStream.range(0, wire.segments())
                .mapToObj(i -> new Route(wire.points().subList(3 * i, 3 * i + 4)))
                .map(RoutePiece::new);
    }

    /// Whether the curve runs through a box, however short the way through it: exact to 2 units.
    boolean crosses(Box box) {
        return box.grown(1).overlaps(around) && meets(box);
    }

    private boolean meets(Box box) {
        int samples = samples();
        for (int i = 0; i <= samples; i++) {
            if (i == known.size()) {
                known.add(curve.at((double) i / samples));
            }
            if (box.contains(known.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// The control polygon is at least as long as the curve.
    private int samples() {
        List<Point> points = curve.points();
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            length += Math.hypot(b.x() - a.x(), b.y() - a.y());
        }
        return (int) Math.clamp(length / 2, 8, 20_000);
    }
}
