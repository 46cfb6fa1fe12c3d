package dev.backstep.ui.graph;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Route;
import dev.backstep.layout.Stub;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where the wires lead that are too long to be drawn whole: those of the selected card, and the
/// ones behind the tag under the pointer.
final class Leads {

    private Leads() {}

    static List<Route> of(
            Optional<Arrangement> places, OptionalInt selected, @Nullable Tag pointed) {
        Predicate<Map.Entry<Edge, Stub>> shown =
                isOf(selected).or(e -> pointed != null && isBehind(pointed, e));
        return places.stream()
                .flatMap(
                        a ->
                                a.ends().entrySet().stream()
                                        .filter(shown)
                                        .map(e -> a.between(e.getKey())))
                .toList();
    }

    private static Predicate<Map.Entry<Edge, Stub>> isOf(OptionalInt selected) {
        return e ->
                selected.isPresent()
                        && (e.getValue().source() == selected.getAsInt()
                                || e.getKey().node() == selected.getAsInt());
    }

    private static boolean isBehind(Tag tag, Map.Entry<Edge, Stub> end) {
        return tag.edge()
                .map(end.getKey()::equals)
                .orElseGet(() -> tag.source() == end.getValue().source());
    }
}
