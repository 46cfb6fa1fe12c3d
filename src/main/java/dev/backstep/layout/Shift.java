package dev.backstep.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// By how much a new layout must be moved so that the cards it shares with the previous one move
/// least.
final class Shift {

    private Shift() {}

    /// The median way of the shared cards, in x and in y: it makes the sum of what remains
    /// smallest.
    ///
    /// Ids change when a line is added, so cards are matched by what they show.
    static Point from(Placement previous, Map<Integer, Box> cards, Map<Integer, Face> faces) {
        Map<String, Box> old = new HashMap<>();
        keys(previous.faces()).forEach((id, key) -> old.put(key, previous.cards().get(id)));
        List<Double> dx = new ArrayList<>();
        List<Double> dy = new ArrayList<>();
        keys(faces)
                .forEach(
                        (id, key) -> {
                            Box before = old.get(key);
                            Box now = Objects.requireNonNull(cards.get(id));
                            if (before != null) {
                                dx.add(before.x() - now.x());
                                dy.add(before.y() - now.y());
                            }
                        });
        return new Point(median(dx), median(dy));
    }

    /// What a card shows, numbered where several show the same.
    private static Map<Integer, String> keys(Map<Integer, Face> faces) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, String> keys = new HashMap<>();
        new TreeMap<>(faces)
                .forEach(
                        (id, face) ->
                                keys.put(
                                        id,
                                        face.formula()
                                                + "#"
                                                + seen.merge(face.formula(), 1, Integer::sum)));
        return keys;
    }

    private static double median(List<Double> ways) {
        return ways.isEmpty()
                ? 0
                : ways.stream().sorted().skip(ways.size() / 2).findFirst().orElseThrow();
    }
}
