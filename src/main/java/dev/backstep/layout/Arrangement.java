package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Where everything goes, cards that were moved by hand included: places only, the same at every
/// step. It is made of a [Placement] in no time.
///
/// @param cards the box of each drawn node
/// @param routes the route of each edge that is drawn whole
/// @param ends of each other edge its end, at the card that uses it
/// @param starts the beginning of these edges, by the card at which they begin
public record Arrangement(
        Placement placement,
        Map<Integer, Box> cards,
        Map<Edge, Route> routes,
        Map<Edge, Stub> ends,
        Map<Integer, Stub> starts) {

    public Arrangement {
        cards = Map.copyOf(cards);
        routes = Map.copyOf(routes);
        ends = Map.copyOf(ends);
        starts = Map.copyOf(starts);
    }

    /// What each card was made large enough for.
    public Map<Integer, Face> faces() {
        return placement.faces();
    }

    /// The smallest box around all cards, tags, wires and frames; a unit box where there are none.
    public Box bounds() {
        return Stream.of(
                        cards.values().stream(),
                        tags(),
                        routes.values().stream().map(Route::bounds),
                        Frames.of(placement.graph(), cards).stream().map(Frames.CardFrame::box))
                .flatMap(boxes -> boxes)
                .reduce(Box::union)
                .orElse(new Box(0, 0, 1, 1));
    }

    /// With the dots beside them.
    private Stream<Box> tags() {
        double dots = Sizes.TAG_DOTS;
        return Stream.concat(
                ends.values().stream()
                        .map(Stub::tag)
                        .map(t -> new Box(t.x() - dots, t.y(), t.width() + dots, t.height())),
                starts.values().stream()
                        .map(Stub::tag)
                        .map(t -> new Box(t.x(), t.y(), t.width() + dots, t.height())));
    }

    /// What is drawn of an edge where it arrives: all of it, or its end.
    public Route arriving(Edge edge) {
        Stub end = ends.get(edge);
        return end == null ? Objects.requireNonNull(routes.get(edge)) : end.piece();
    }

    /// The way between the tags of an edge that is not drawn whole.
    public Route between(Edge edge) {
        Stub end = Objects.requireNonNull(ends.get(edge));
        Stub start = Objects.requireNonNull(starts.get(end.source()));
        return Curves.through(
                List.of(
                        new Point(start.tag().right(), start.tag().center().y()),
                        new Point(end.tag().x(), end.tag().center().y())));
    }
}
