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
    private final Map<Flow, PartGraph> parts = new HashMap<>();

    /// What the parts of a picture depend on.
    private record Flow(Gaps gaps, boolean down, boolean hung) {

        static Flow of(Strategy way, DrawnGraph drawn) {
            Gaps gaps = way.gaps().withColumns(way.gaps().between(drawn));
            return new Flow(gaps, way.down(), way.hung());
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
        Flow flow = Flow.of(way, drawn);
        Size space = turned(room, flow);
        Rows rows = rows(flow, space);
        return SLACK
                * switch (way.form()) {
                    case FLAT -> rows.flat(parts(flow, rows));
                    case WRAPPED -> wrapped(parts(flow, rows), flow, space).scale(way.rank());
                    case TAGGED -> rows.most(layers);
                };
    }

    /// Whether every wire is drawn whole, from left to right.
    boolean isWhole() {
        Hanging hanging = Hanging.of(drawn);
        return tagged.stream().allMatch(hanging::holds);
    }

    private Rows rows(Flow flow, Size space) {
        Map<Integer, Size> cards = new HashMap<>();
        sizes.forEach((id, size) -> cards.put(id, turned(size, flow)));
        return new Rows(drawn, bundles, Hanging.of(drawn, flow.hung), cards, flow.gaps, space);
    }

    private static Size turned(Size size, Flow flow) {
        return flow.down ? size.turned() : size;
    }

    private PartGraph parts(Flow flow, Rows rows) {
        return parts.computeIfAbsent(flow, _ -> rows.undivided());
    }

    private Division wrapped(PartGraph flat, Flow flow, Size space) {
        return WrappedRows.division(flat, whole(flat), flow.gaps, space, flow.gaps.columns());
    }

    /// The wires that are drawn whole.
    private Set<Edge> whole(PartGraph flat) {
        Set<Edge> whole = new HashSet<>(flat.graph().edgeSet());
        whole.removeAll(tagged);
        return whole;
    }
}
