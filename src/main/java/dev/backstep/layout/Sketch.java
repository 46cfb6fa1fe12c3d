package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// About how large a way can make a picture at most, before anything is laid out: what is laid out
/// for nothing takes nearly all of the time.
final class Sketch {

    /// What is counted is no exact bound, since cards without inputs may stand in another column,
    /// and wires between rows closer to each other.
    private static final double SLACK = 1.1;

    private final DrawnGraph drawn;
    private final Bundles bundles;
    private final Map<Integer, Size> sizes;
    private final Map<Integer, Integer> layers;
    private final Set<Edge> tagged;
    private final Size room;
    private final Map<Manner, PartGraph> parts = new HashMap<>();

    /// What the parts of a picture depend on.
    private record Manner(Gaps gaps, boolean down, boolean hung) {

        static Manner of(Strategy way, DrawnGraph drawn) {
            Gaps gaps = way.gaps().withColumns(way.gaps().between(drawn));
            return new Manner(gaps, way.down(), way.hung());
        }
    }

    /// @param sizes of the cards
    /// @param layers of the cards
    /// @param tagged the wires that are too long to be drawn whole
    Sketch(
            DrawnGraph drawn,
            Bundles bundles,
            Map<Integer, Size> sizes,
            Map<Integer, Integer> layers,
            Set<Edge> tagged,
            Size room) {
        this.drawn = drawn;
        this.bundles = bundles;
        this.sizes = sizes;
        this.layers = layers;
        this.tagged = tagged;
        this.room = room;
    }

    /// About the largest scale at which a picture may fit into the room; infinite if that is not
    /// known.
    double most(Strategy way) {
        Manner manner = Manner.of(way, drawn);
        Size space = turned(room, manner);
        Rows rows = rows(manner, space);
        return SLACK
                * switch (way.form()) {
                    case FLAT -> rows.scaleInOneRow(parts(manner, rows));
                    case WRAPPED -> wrapped(parts(manner, rows), manner, space).scale(way.rank());
                    case TAGGED -> rows.scaleInRows(layers);
                };
    }

    /// Whether every wire is drawn whole, from left to right.
    boolean isWhole() {
        Hanging hanging = Hanging.of(drawn);
        return tagged.stream().allMatch(hanging::holds);
    }

    private Rows rows(Manner manner, Size space) {
        Map<Integer, Size> cards = new HashMap<>();
        sizes.forEach((id, size) -> cards.put(id, turned(size, manner)));
        return new Rows(drawn, bundles, Hanging.of(drawn, manner.hung), cards, manner.gaps, space);
    }

    private static Size turned(Size size, Manner manner) {
        return manner.down ? size.turned() : size;
    }

    private PartGraph parts(Manner manner, Rows rows) {
        return parts.computeIfAbsent(manner, _ -> rows.undivided());
    }

    private Division wrapped(PartGraph flat, Manner manner, Size space) {
        return WrappedRows.division(flat, whole(flat), manner.gaps, space, manner.gaps.columns());
    }

    /// The wires that are drawn whole.
    private Set<Edge> whole(PartGraph flat) {
        Set<Edge> whole = new HashSet<>(flat.graph().edgeSet());
        whole.removeAll(tagged);
        return whole;
    }
}
