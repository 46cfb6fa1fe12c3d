package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Cards sorted into the fields of a grid, to ask fast whether a wire would run under one.
final class Obstacles {

    private static final double WIDE = 200;
    private static final double HIGH = 120;
    private static final double MARGIN = 9;

    private record Field(int column, int row) {

        static Field of(double x, double y) {
            return new Field((int) Math.floor(x / WIDE), (int) Math.floor(y / HIGH));
        }
    }

    private final Map<Field, List<Map.Entry<Integer, Box>>> fields = new HashMap<>();

    Obstacles(Map<Integer, Box> cards) {
        cards.forEach(
                (id, box) -> {
                    Box grown = box.grown(MARGIN);
                    Field first = Field.of(grown.x(), grown.y());
                    Field last = Field.of(grown.right(), grown.bottom());
                    for (int column = first.column; column <= last.column; column++) {
                        for (int row = first.row; row <= last.row; row++) {
                            fields.computeIfAbsent(new Field(column, row), _ -> new ArrayList<>())
                                    .add(Map.entry(id, grown));
                        }
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
        int samples = samples(route);
        for (int i = 1; i < samples; i++) {
            if (!clear(route.at((double) i / samples), from, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean clear(Point p, int from, int to) {
        return at(p, from, to).isEmpty();
    }

    /// The cards that a curve runs under, but for the two it connects.
    Set<Integer> under(Route route, int from, int to) {
        Set<Integer> under = new TreeSet<>();
        int samples = samples(route);
        for (int i = 1; i < samples; i++) {
            at(route.at((double) i / samples), from, to).ifPresent(under::add);
        }
        return under;
    }

    private OptionalInt at(Point p, int from, int to) {
        for (var card : fields.getOrDefault(Field.of(p.x(), p.y()), List.of())) {
            if (card.getKey() != from && card.getKey() != to && card.getValue().contains(p)) {
                return OptionalInt.of(card.getKey());
            }
        }
        return OptionalInt.empty();
    }

    private static int samples(Route route) {
        Box all = route.bounds();
        return (int) Math.clamp((all.width() + all.height()) / 12, 10, 400);
    }
}
