package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How large a way can make a picture at most, before anything is laid out: what is laid out for
/// nothing takes nearly all of the time.
final class Sketch {

    /// What is counted is no exact bound, since cards without inputs may stand in another column.
    private static final double SLACK = 1.1;

    private final DrawnGraph drawn;
    private final Bundles bundles;
    private final Map<Integer, Size> sizes;
    private final Size room;
    private final Map<Gaps, PartGraph> parts = new HashMap<>();
    private final Hanging hanging;
    private final Set<Edge> tagged;

    /// @param sizes of the cards
    /// @param tagged the wires that are too long to be drawn whole
    Sketch(
            DrawnGraph drawn,
            Bundles bundles,
            Map<Integer, Size> sizes,
            Set<Edge> tagged,
            Size room) {
        this.drawn = drawn;
        this.bundles = bundles;
        this.sizes = sizes;
        this.tagged = tagged;
        this.room = room;
        this.hanging = Hanging.of(drawn);
    }

    /// The largest scale at which a picture may fit into the room; infinite if that is not known.
    double most(Strategy way) {
        if (way.down() || !way.hung() || way.form() == Strategy.Form.TAGGED) {
            return Double.POSITIVE_INFINITY;
        }
        Gaps gaps = way.gaps().withColumns(way.gaps().between(drawn));
        Rows rows = new Rows(drawn, bundles, hanging, sizes, gaps, room);
        PartGraph flat = parts.computeIfAbsent(gaps, _ -> rows.undivided());
        if (way.form() == Strategy.Form.WRAPPED) {
            return SLACK * wrapped(flat, gaps).scale(way.rank());
        }
        Size size = rows.flat(flat);
        double width = Math.max(1, size.width() - gaps.columns());
        double height = Math.max(1, size.height() - gaps.rows() - gaps.cards());
        return SLACK * Math.min(room.width() / width, room.height() / height);
    }

    /// Whether every wire is drawn whole, from left to right.
    boolean isWhole() {
        return tagged.stream().allMatch(hanging::holds);
    }

    private Division wrapped(PartGraph flat, Gaps gaps) {
        return WrappedRows.division(flat, whole(flat), gaps, room, gaps.columns());
    }

    /// The wires that are drawn whole.
    private Set<Edge> whole(PartGraph flat) {
        Set<Edge> whole = new HashSet<>(flat.graph().edgeSet());
        whole.removeAll(tagged);
        return whole;
    }
}
