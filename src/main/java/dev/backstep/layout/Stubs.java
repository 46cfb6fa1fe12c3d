package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jgrapht.Graph;

/// The tags of the wires that are cut, and the room they need beside the cards.
final class Stubs {

    private static final double HEIGHT = 18;
    private static final double INSET = 7;
    private static final double WIDEST = 84;

    /// How long the piece of wire beside a tag is: its head and a little more.
    private static final double PIECE = 26;

    /// What is left free on the other side of a tag, where dots say that the wire goes on.
    private static final double DOTS = Sizes.TAG_DOTS + 4;

    private final Set<Edge> cut;
    private final Map<Integer, Double> before = new HashMap<>();
    private final Map<Integer, Double> after = new HashMap<>();
    private final Map<Integer, Size> tags = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    /// @param cut the edges that are not drawn whole
    /// @param labels the TeX of what each card is called, by node
    /// @param measure the size of a formula
    Stubs(
            Graph<Integer, Edge> graph,
            Set<Edge> cut,
            List<String> labels,
            Function<String, Size> measure) {
        this.cut = cut;
        for (Edge edge : cut) {
            int source = graph.getEdgeSource(edge);
            String name = labels.get(source);
            names.put(source, name);
            double room =
                    tags.computeIfAbsent(source, _ -> tag(name, measure)).width() + PIECE + DOTS;
            before.merge(graph.getEdgeTarget(edge), room, Math::max);
            after.put(source, room);
        }
    }

    private static Size tag(String name, Function<String, Size> measure) {
        double width = measure.apply(name).width() * Sizes.TAG + 2 * INSET;
        return new Size(2 * Math.ceil(Math.clamp(width, HEIGHT + 2, WIDEST) / 2), HEIGHT);
    }

    boolean isCut(Edge edge) {
        return cut.contains(edge);
    }

    /// The room that tags take to the left of a card.
    double before(int id) {
        return before.getOrDefault(id, 0.0);
    }

    /// The room that a tag takes to the right of a card.
    double after(int id) {
        return after.getOrDefault(id, 0.0);
    }

    /// A card and the tags beside it.
    Box around(int id, Box card) {
        return new Box(
                card.x() - before(id),
                card.y(),
                before(id) + card.width() + after(id),
                card.height());
    }

    /// The end of a wire that comes from `source`, at the card that it runs to.
    Stub end(int source, Point port) {
        Size size = Objects.requireNonNull(tags.get(source));
        Point right = port.plus(-PIECE, 0);
        Box tag = Box.at(right.plus(-size.width(), -size.height() / 2), size);
        return new Stub(source, name(source), tag, Curves.through(List.of(right, port)));
    }

    /// The beginning of all wires out of `source` that are cut.
    Stub start(int source, Point exit) {
        Size size = Objects.requireNonNull(tags.get(source));
        Point left = exit.plus(PIECE, 0);
        Box tag = Box.at(left.plus(0, -size.height() / 2), size);
        return new Stub(source, name(source), tag, Curves.through(List.of(exit, left)));
    }

    private String name(int source) {
        return Objects.requireNonNull(names.get(source));
    }
}
