package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cards sorted into vertical strips, to ask fast whether a wire would run under one.
final class Obstacles {

    private static final double STRIP = 200;
    private static final double MARGIN = 9;

    private final Map<Integer, List<Map.Entry<Integer, Box>>> strips = new HashMap<>();

    Obstacles(Map<Integer, Box> cards) {
        cards.forEach(
                (id, box) -> {
                    Box grown = box.grown(MARGIN);
                    for (int strip = strip(grown.x()); strip <= strip(grown.right()); strip++) {
                        strips.computeIfAbsent(strip, _ -> new ArrayList<>())
                                .add(Map.entry(id, grown));
                    }
                });
    }

    /// Whether no two cards overlap and no wire runs under a card.
    static boolean isClean(Placement placement) {
        boolean clear = hidden(placement).isEmpty();
        List<Box> cards = List.copyOf(placement.cards().values());
        for (int i = 0; clear && i < cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                clear &= !cards.get(i).overlaps(cards.get(j));
            }
        }
        return clear;
    }

    /// The edges whose wires run under a card.
    static Set<Edge> hidden(Placement placement) {
        Obstacles obstacles = new Obstacles(placement.cards());
        Set<Edge> hidden = new HashSet<>();
        placement
                .routes()
                .forEach(
                        (edge, route) -> {
                            int from = placement.graph().getEdgeSource(edge);
                            int to = placement.graph().getEdgeTarget(edge);
                            if (!obstacles.clear(route, from, to)) {
                                hidden.add(edge);
                            }
                        });
        return hidden;
    }

    /// Whether a curve meets no card but the two it connects.
    boolean clear(Route route, int from, int to) {
        Box all = route.bounds();
        int samples = (int) Math.clamp((all.width() + all.height()) / 12, 10, 400);
        for (int i = 1; i < samples; i++) {
            if (!clear(route.at((double) i / samples), from, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean clear(Point p, int from, int to) {
        for (var card : strips.getOrDefault(strip(p.x()), List.of())) {
            if (card.getKey() != from && card.getKey() != to && card.getValue().contains(p)) {
                return false;
            }
        }
        return true;
    }

    private static int strip(double x) {
        return (int) Math.floor(x / STRIP);
    }
}
