package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jgrapht.Graph;

/// Places parts organically: of a few ways to begin and a few distances, what can be read best in a
/// room.
final class OrganicRow {

    /// The most parts for which all ways are tried, and for which some are.
    private static final int FEW = 40;

    private static final int SOME = 200;

    /// How far apart the parts are wanted, in cells.
    private static final double[] DISTANCES = {0.75, 0.9, 1.1, 1.35};

    private static final double[] USUAL_DISTANCE = {1.2};

    private static final Size USUAL = new Size(46, 38);
    private static final Size TIGHT = new Size(30, 24);

    private final Size room;
    private final Runnable pause;

    /// @param pause called now and then; may throw to give up
    OrganicRow(Size room, Runnable pause) {
        this.room = room;
        this.pause = pause;
    }

    /// Parts at their places, and how good that is.
    private record Tried(Map<Integer, Box> boxes, double worth) {}

    PartGraph.Places places(PartGraph parts) {
        int count = parts.sizes().size();
        if (count == 0) {
            return new PartGraph.Places(Map.of(), Map.of());
        }
        int seeds = count <= FEW ? 5 : count <= SOME ? 2 : 1;
        Size cell = cell(parts);
        double aspect = room.width() / cell.width() / (room.height() / cell.height());
        Forces forces = new Forces(parts, Math.clamp(aspect, 0.2, 5), pause);
        Tried best = new Tried(Map.of(), -1);
        for (int seed = 0; seed < seeds; seed++) {
            Map<Integer, Point> middles = forces.places(seed);
            for (double distance : count <= SOME ? DISTANCES : USUAL_DISTANCE) {
                for (Size gap : count <= SOME ? List.of(USUAL, TIGHT) : List.of(TIGHT)) {
                    pause.run();
                    Tried now = tried(parts, middles, cell, distance, gap);
                    best = now.worth > best.worth ? now : best;
                }
            }
        }
        return corners(best.boxes);
    }

    private static Size cell(PartGraph parts) {
        double width = parts.sizes().values().stream().mapToDouble(Size::width).average().orElse(1);
        double height =
                parts.sizes().values().stream().mapToDouble(Size::height).average().orElse(1);
        return new Size(width + USUAL.width(), height + USUAL.height());
    }

    private Tried tried(
            PartGraph parts, Map<Integer, Point> middles, Size cell, double distance, Size gap) {
        Map<Integer, Point> wanted = new HashMap<>();
        middles.forEach(
                (id, p) ->
                        wanted.put(
                                id,
                                new Point(
                                        p.x() * cell.width() * distance,
                                        p.y() * cell.height() * distance)));
        Map<Integer, Box> boxes = new HashMap<>();
        Map<Integer, Point> apart = new Separation(wanted, parts.sizes(), gap).middles();
        new Gathering(parts, gap)
                .gathered(apart)
                .forEach(
                        (id, p) -> {
                            Size size = Objects.requireNonNull(parts.sizes().get(id));
                            boxes.put(id, around(p, size));
                        });
        return new Tried(boxes, worth(parts, boxes));
    }

    private static Box around(Point p, Size size) {
        return new Box(
                Math.rint(p.x() - size.width() / 2),
                Math.rint(p.y() - size.height() / 2),
                size.width(),
                size.height());
    }

    /// The size of the type in the room, less for wires that cross each other or run under a part.
    private double worth(PartGraph parts, Map<Integer, Box> boxes) {
        Box all = boxes.values().stream().reduce(Box::union).orElseThrow();
        double scale = Math.min(1.1, TypeSize.scale(all, room));
        if (boxes.size() > SOME) {
            return scale;
        }
        List<Line> lines = lines(parts, boxes);
        long crossings = 0;
        long hidden = 0;
        long back = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            back += line.from.x() > line.to.x() ? 1 : 0;
            for (int j = 0; j < i; j++) {
                crossings += line.crosses(lines.get(j)) ? 1 : 0;
            }
            hidden +=
                    boxes.entrySet().stream()
                            .filter(b -> b.getKey() != line.source && b.getKey() != line.target)
                            .filter(b -> line.meets(b.getValue().grown(6)))
                            .count();
        }
        double wires = lines.size() + 1.0;
        return scale * wires / (wires + 0.5 * crossings + 1.5 * hidden + 0.3 * back);
    }

    private static List<Line> lines(PartGraph parts, Map<Integer, Box> boxes) {
        Graph<Integer, Edge> graph = parts.graph();
        List<Line> lines = new ArrayList<>();
        for (Edge edge : graph.edgeSet()) {
            int source = graph.getEdgeSource(edge);
            int target = graph.getEdgeTarget(edge);
            Point from = Objects.requireNonNull(boxes.get(source)).center();
            Point to = Objects.requireNonNull(boxes.get(target)).center();
            lines.add(new Line(source, target, from, to));
        }
        return lines;
    }

    /// The straight way of a wire.
    private record Line(int source, int target, Point from, Point to) {

        /// Whether it crosses another that shares no end with it.
        boolean crosses(Line other) {
            boolean apart =
                    source != other.source
                            && source != other.target
                            && target != other.source
                            && target != other.target;
            return apart && meets(other.from, other.to);
        }

        boolean meets(Point a, Point b) {
            return side(from, to, a) * side(from, to, b) < 0
                    && side(a, b, from) * side(a, b, to) < 0;
        }

        boolean meets(Box box) {
            Point a = new Point(box.x(), box.y());
            Point b = new Point(box.right(), box.bottom());
            return meets(a, b)
                    || meets(new Point(box.right(), box.y()), new Point(box.x(), box.bottom()));
        }

        private static double side(Point a, Point b, Point p) {
            return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
        }
    }

    private static PartGraph.Places corners(Map<Integer, Box> boxes) {
        Box all = boxes.values().stream().reduce(Box::union).orElseThrow();
        Map<Integer, Point> corners = new HashMap<>();
        boxes.forEach((id, b) -> corners.put(id, new Point(b.x() - all.x(), b.y() - all.y())));
        return new PartGraph.Places(corners, Map.of());
    }
}
