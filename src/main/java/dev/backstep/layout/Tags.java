package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Diagram.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The names beside the wires that are too long to be drawn whole.
final class Tags {

    private final Arrangement arrangement;

    Tags(Arrangement arrangement) {
        this.arrangement = arrangement;
    }

    /// The tag of each wire that is cut, and one for each card at which such wires begin: as far in
    /// the story as the one of them that is furthest.
    ///
    /// @param wires by emphasis, those in use last
    List<Tag> beside(List<Wire> wires) {
        List<Tag> tags = new ArrayList<>();
        Map<Integer, Wire> furthest = new HashMap<>();
        for (Wire wire : wires) {
            Stub end = arrangement.ends().get(wire.edge());
            if (end != null) {
                tags.add(tag(end, Optional.of(wire.edge()), wire, Optional.empty()));
                furthest.merge(end.source(), wire, Tags::further);
            }
        }
        furthest.forEach(
                (source, wire) -> {
                    Stub start = Objects.requireNonNull(arrangement.starts().get(source));
                    tags.add(tag(start, Optional.empty(), wire, Optional.of(start.piece())));
                });
        return tags;
    }

    private static Wire further(Wire a, Wire b) {
        boolean back = a.emphasis() == b.emphasis() && b.pass() == Pass.FORWARD;
        return b.emphasis().compareTo(a.emphasis()) >= 0 && !back ? b : a;
    }

    private static Tag tag(Stub stub, Optional<Edge> edge, Wire wire, Optional<Route> lead) {
        return new Tag(
                stub.source(), edge, stub.tag(), stub.name(), wire.emphasis(), wire.pass(), lead);
    }
}
