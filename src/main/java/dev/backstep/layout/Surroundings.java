package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is in the way of the pills of an arrangement: its cards, tags and wires. Found once, since
/// each pill asks about all of them.
final class Surroundings {

    private final List<Box> boxes;
    private final List<Way> wires;

    Surroundings(Arrangement arrangement) {
        boxes =
                Stream.of(
                                arrangement.cards().values().stream(),
                                arrangement.ends().values().stream().map(Stub::tag),
                                arrangement.starts().values().stream().map(Stub::tag))
                        .flatMap(all -> all)
                        .toList();
        wires =
                Stream.of(
                                arrangement.routes().entrySet().stream()
                                        .map(e -> Way.of(e.getKey(), e.getValue())),
                                arrangement.ends().entrySet().stream()
                                        .map(e -> Way.of(e.getKey(), e.getValue().piece())),
                                arrangement.starts().values().stream().map(s -> Way.of(s.piece())))
                        .flatMap(all -> all)
                        .toList();
    }

    /// @param edge nothing if it is that of many
    /// @param around a little more than what holds it
    private record Way(Optional<Edge> edge, Route way, Box around, List<RoutePiece> pieces) {

        static Way of(Edge edge, Route way) {
            return of(Optional.of(edge), way);
        }

        static Way of(Route way) {
            return of(Optional.empty(), way);
        }

        private static Way of(Optional<Edge> edge, Route way) {
            return new Way(edge, way, way.bounds().grown(1), RoutePiece.of(way).toList());
        }
    }

    /// The cards and tags that reach into a box.
    Stream<Box> boxes(Box near) {
        return boxes.stream().filter(near::overlaps);
    }

    /// The pieces of the wires that may reach into a box, but for the wire of an edge and all that
    /// lie where that does.
    Stream<RoutePiece> wires(Box near, Edge edge, Route own) {
        return wires.stream()
                .filter(w -> near.overlaps(w.around))
                .filter(w -> w.edge.filter(edge::equals).isEmpty() && !w.way.equals(own))
                .flatMap(w -> w.pieces.stream());
    }
}
