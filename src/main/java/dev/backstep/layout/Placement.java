package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where every card and wire of a drawn graph goes before any card is moved by hand. It depends on
/// the graph alone, and is slow to find: see [Placements].
///
/// @param graph what is drawn
/// @param cards the box of each card
/// @param routes the route of each edge that is drawn whole
/// @param ends of each other edge its end, at the card that uses it
/// @param starts the beginning of these edges, by the card at which they begin
/// @param faces what each card was made large enough for
/// @param organic how wires are drawn between cards that stand organically; nothing if they stand
///   in layers
/// @param blocks the cards that are one where there are too many to be looked at one by one
public record Placement(
        DrawnGraph graph,
        Map<Integer, Box> cards,
        Map<Edge, Route> routes,
        Map<Edge, Stub> ends,
        Map<Integer, Stub> starts,
        Map<Integer, Face> faces,
        Optional<OrganicWires> organic,
        NumberBlocks blocks) {

    public Placement {
        cards = Map.copyOf(cards);
        routes = Map.copyOf(routes);
        ends = Map.copyOf(ends);
        starts = Map.copyOf(starts);
        faces = Map.copyOf(faces);
    }

    /// In which it is arranged.
    public ArrangementStyle style() {
        return organic.isPresent() ? ArrangementStyle.ORGANIC : ArrangementStyle.LAYERED;
    }

    /// All of it moved.
    Placement plus(double dx, double dy) {
        return moved(b -> b.plus(dx, dy), r -> r.plus(dx, dy), s -> s.plus(dx, dy));
    }

    /// From top to bottom instead of left to right. No wire of it is cut.
    Placement turned() {
        return moved(Box::turned, Route::turned, s -> s);
    }

    private Placement moved(
            UnaryOperator<Box> box, UnaryOperator<Route> route, UnaryOperator<Stub> stub) {
        Map<Integer, Box> boxes = new HashMap<>(cards);
        boxes.replaceAll((_, b) -> box.apply(b));
        Map<Edge, Route> ways = new HashMap<>(routes);
        ways.replaceAll((_, r) -> route.apply(r));
        Map<Edge, Stub> lasts = new HashMap<>(ends);
        lasts.replaceAll((_, s) -> stub.apply(s));
        Map<Integer, Stub> firsts = new HashMap<>(starts);
        firsts.replaceAll((_, s) -> stub.apply(s));
        return new Placement(graph, boxes, ways, lasts, firsts, faces, organic, blocks);
    }

    /// This placement with some cards put elsewhere; what hangs on no such card stays where it is.
    ///
    /// Cost: copies of the maps, and one curve for each wire of a card that was moved: microseconds
    /// at hundreds of cards, so that a card can be dragged.
    ///
    /// @param pins the upper left corner of each card that the user put somewhere; cards that are
    ///   not in the graph are passed over
    public Arrangement with(Map<Integer, Point> pins) {
        return pins.isEmpty()
                ? new Arrangement(this, cards, routes, ends, starts)
                : new Moves(this, pins).arrangement();
    }
}
