package dev.backstep.layout;

import dev.backstep.explain.Formulas;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Finds a place for every card and a route for every wire.
public final class Arrangements {

    /// The most cards that are laid out with care; from here on in plain columns.
    private static final int CAREFUL = 3000;

    /// The largest graph, and the most inputs, whose inputs all stand at the left margin.
    private static final int FEW_NODES = 60;

    private static final int FEW_INPUTS = 6;

    private Arrangements() {}

    /// Arranges what a walkthrough shows.
    public static Arrangement of(
            Walkthrough w,
            Function<String, Size> measure,
            Map<Integer, Point> pins,
            Optional<Arrangement> previous) {
        List<String> formulas =
                w.graph().nodes().stream()
                        .map(n -> Formulas.of(w.graph(), w.labels(), n.id()))
                        .toList();
        return of(w.graph(), w.output(), formulas, measure, pins, previous);
    }

    /// Arranges a graph. The same arguments give the same arrangement.
    ///
    /// @param output the node that belongs to the right margin
    /// @param formulas the TeX of every node's card, by node
    /// @param measure the size of a formula at its full size
    /// @param pins the upper left corner of each card that the user put somewhere; it stands
    ///   exactly there
    /// @param previous what is on screen now: cards that stay in the picture move as little as can
    ///   be
    public static Arrangement of(
            Graph graph,
            int output,
            List<String> formulas,
            Function<String, Size> measure,
            Map<Integer, Point> pins,
            Optional<Arrangement> previous) {
        org.jgrapht.Graph<Integer, Edge> drawn = DrawnGraph.of(graph);
        Map<Integer, Size> sizes = new HashMap<>();
        Map<Integer, String> shown = new HashMap<>();
        boolean careful = drawn.vertexSet().size() <= CAREFUL;
        for (int id : drawn.vertexSet()) {
            shown.put(id, formulas.get(id));
            sizes.put(
                    id,
                    Sizes.card(
                            graph.node(id), formulas.get(id), careful ? measure : Sizes::guessed));
        }
        Optional<Layered> layered =
                careful
                        ? Optional.of(new Layered(sizes, first(graph, drawn), output))
                        : Optional.empty();
        Map<Integer, Box> cards =
                placed(layered.isPresent() ? layered.get() : new Columns(sizes), drawn, sizes);
        Map<Edge, List<Point>> bends = new HashMap<>(layered.map(Layered::bends).orElse(Map.of()));
        Point shift =
                previous.map(p -> Shift.from(p, cards, shown, pins.keySet()))
                        .orElse(new Point(0, 0));
        move(cards, bends, shift.x(), shift.y());
        pins.forEach(
                (id, corner) -> cards.computeIfPresent(id, (_, box) -> Box.at(corner, box.size())));
        return new Arrangement(cards, new Wiring(drawn, cards, bends).routes(pins.keySet()), shown);
    }

    private static void move(
            Map<Integer, Box> cards, Map<Edge, List<Point>> bends, double dx, double dy) {
        cards.replaceAll(
                (_, box) -> new Box(box.x() + dx, box.y() + dy, box.width(), box.height()));
        bends.replaceAll((_, via) -> via.stream().map(p -> p.plus(dx, dy)).toList());
    }

    private static Map<Integer, Box> placed(
            LayoutAlgorithm2D<Integer, Edge> algorithm,
            org.jgrapht.Graph<Integer, Edge> drawn,
            Map<Integer, Size> sizes) {
        var model = new MapLayoutModel2D<Integer>(Box2D.of(1, 1));
        algorithm.layout(drawn, model);
        Map<Integer, Box> cards = new HashMap<>();
        sizes.forEach((id, size) -> cards.put(id, Box.at(point(model.get(id)), size)));
        return cards;
    }

    /// Loads and warms up what the first layout needs, which takes up to half a second: for a
    /// thread that has time.
    public static void warmUp() {
        Graph.Builder builder = Graph.builder();
        int x = builder.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int y = builder.add(Op.Binary.MUL, x, x);
        int z = builder.add(Op.Binary.ADD, builder.add(Op.Unary.EXP, y), x);
        of(
                builder.build(),
                z,
                List.of("x", "y", "e", "z"),
                Sizes::guessed,
                Map.of(),
                Optional.empty());
    }

    /// Inputs stand at the left margin where there are few; elsewhere a source stands just before
    /// what uses it.
    private static Set<Integer> first(Graph graph, org.jgrapht.Graph<Integer, Edge> drawn) {
        Set<Integer> inputs =
                graph.nodes().stream()
                        .filter(
                                n ->
                                        n.op() instanceof Op.Leaf(Op.Role role)
                                                && (role == Op.Role.INPUT || role == Op.Role.DATA))
                        .map(Node::id)
                        .collect(Collectors.toCollection(HashSet::new));
        graph.nodes().stream()
                .filter(n -> n.isSource() && drawn.outDegreeOf(n.id()) == 0)
                .forEach(n -> inputs.add(n.id()));
        return drawn.vertexSet().size() <= FEW_NODES && inputs.size() <= FEW_INPUTS
                ? inputs
                : Set.of();
    }

    private static Point point(Point2D place) {
        return new Point(Objects.requireNonNull(place).getX(), place.getY());
    }
}
