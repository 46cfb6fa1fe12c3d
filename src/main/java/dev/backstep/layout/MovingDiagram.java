package dev.backstep.layout;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A diagram whose cards are on their way.
///
/// A wire follows the cards at its ends; a frame is drawn around its cards as they are.
record MovingDiagram(Diagram whole, Map<Integer, Point> ways, double share) {

    private static final Point NONE = new Point(0, 0);

    /// How near to the side of a card a wire ends.
    private static final double NEAR = 2;

    Diagram diagram() {
        List<Card> cards =
                whole.cards().stream().map(c -> c.at(moved(c.box(), way(c.node())))).toList();
        Map<Point, Point> ends = new HashMap<>();
        List<Wire> wires =
                whole.wires().stream()
                        .map(
                                w ->
                                        new Wire(
                                                w.edge(),
                                                bent(
                                                        w.route(),
                                                        ends.computeIfAbsent(
                                                                w.route().start(), this::end),
                                                        ends.computeIfAbsent(
                                                                w.route().end(), this::end)),
                                                w.emphasis(),
                                                w.pass()))
                        .toList();
        return new Diagram(
                whole.bounds(),
                whole.frames().stream().map(this::around).toList(),
                cards,
                wires,
                List.of(),
                List.of(),
                List.of(),
                whole.mistake());
    }

    private Point way(int node) {
        return ways.getOrDefault(node, NONE);
    }

    private Box moved(Box box, Point way) {
        return box.plus(share * way.x(), share * way.y());
    }

    /// By how much the card at the end of a wire is off.
    private Point end(Point end) {
        return whole.cards().stream()
                .filter(c -> c.box().grown(NEAR).contains(end))
                .findFirst()
                .map(c -> way(c.node()))
                .orElse(NONE);
    }

    private Route bent(Route route, Point start, Point end) {
        List<Point> points = new ArrayList<>();
        int last = route.points().size() - 1;
        for (int k = 0; k <= last; k++) {
            double along = (double) k / last;
            Point p = route.points().get(k);
            points.add(
                    p.plus(
                            share * (start.x() + along * (end.x() - start.x())),
                            share * (start.y() + along * (end.y() - start.y()))));
        }
        return new Route(points);
    }

    private GroupFrame around(GroupFrame frame) {
        Box at =
                whole.cards().stream()
                        .filter(c -> frame.box().contains(c.box().center()))
                        .map(c -> moved(c.box(), way(c.node())))
                        .reduce(Box::union)
                        .map(
                                cards ->
                                        new Box(
                                                cards.x() - Frames.PAD,
                                                cards.y() - Frames.TITLE,
                                                cards.width() + 2 * Frames.PAD,
                                                cards.height() + Frames.TITLE + Frames.PAD))
                        .orElse(frame.box());
        double k = 1 - share;
        return new GroupFrame(
                frame.name(),
                frame.title(),
                new Box(
                        at.x() + k * (frame.box().x() - at.x()),
                        at.y() + k * (frame.box().y() - at.y()),
                        at.width() + k * (frame.box().width() - at.width()),
                        at.height() + k * (frame.box().height() - at.height())),
                frame.active());
    }
}
