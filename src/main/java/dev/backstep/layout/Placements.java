package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Labels;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Finds a place for every card and a route for every wire.
public final class Placements {

    /// The most cards that are laid out with care; from here on in plain columns.
    private static final int CAREFUL = 3000;

    /// The largest graph, and the most inputs, whose inputs all stand at the left margin.
    private static final int FEW_NODES = 60;

    private static final int FEW_INPUTS = 6;

    private final Graph graph;
    private final int output;
    private final Labels labels;
    private final Function<String, Size> measure;
    private final BooleanSupplier unwanted;
    private final DrawnGraph drawn;
    private final Map<Integer, Face> faces = new HashMap<>();
    private final Map<Integer, Size> sizes = new HashMap<>();

    private Placements(
            DrawnGraph drawn,
            int output,
            Labels labels,
            Function<String, Size> measure,
            BooleanSupplier unwanted) {
        this.graph = drawn.graph();
        this.output = output;
        this.labels = labels;
        this.unwanted = unwanted;
        this.drawn = drawn;
        this.measure = isCareful() ? measure : Sizes::guessed;
    }

    /// Places what a walkthrough shows. The same graph is placed the same, whatever its numbers.
    ///
    /// @param measure the size of a formula at its full size
    /// @param previous what is on screen now: cards that stay in the picture move as little as can
    ///   be
    /// @param unwanted asked now and then: whether nobody waits for the answer any more
    /// @throws CancellationException when it is unwanted
    public static Placement of(
            Walkthrough w,
            Function<String, Size> measure,
            Optional<Placement> previous,
            BooleanSupplier unwanted) {
        return new Placements(w.drawn(), w.output(), w.labels(), measure, unwanted)
                .placement(previous);
    }

    /// Loads and warms up what the first layout needs, which takes up to half a second: for a
    /// thread that has time.
    public static void warmUp() {
        Graph.Builder builder = Graph.builder();
        int x = builder.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int y = builder.add(Op.Binary.MUL, x, x);
        int z = builder.add(Op.Binary.ADD, builder.add(Op.Unary.EXP, y), x);
        Graph small = builder.build();
        new Placements(DrawnGraph.of(small), z, Labels.of(small), Sizes::guessed, () -> false)
                .placement(Optional.empty());
    }

    private Placement placement(Optional<Placement> previous) {
        for (int id : drawn.vertexSet()) {
            stopIfUnwanted();
            Face face = Face.of(drawn, labels, id);
            faces.put(id, face);
            sizes.put(id, card(id, face));
        }
        Map<Integer, Integer> early = Layers.of(drawn, first());
        Map<Integer, Integer> layers =
                LongWires.areFew(drawn, early) ? early : Layers.late(drawn, early);
        Stubs stubs =
                new Stubs(
                        drawn,
                        LongWires.of(drawn, layers),
                        IntStream.range(0, graph.size()).mapToObj(labels::tex).toList(),
                        measure);
        Map<Edge, List<Point>> bends = new HashMap<>();
        Map<Integer, Box> cards = placed(layers, stubs, bends);
        stopIfUnwanted();
        Point shift = previous.map(p -> Shift.from(p, cards, faces)).orElse(new Point(0, 0));
        cards.replaceAll((_, box) -> box.plus(shift.x(), shift.y()));
        bends.replaceAll((_, via) -> via.stream().map(p -> p.plus(shift.x(), shift.y())).toList());
        Wiring wiring = new Wiring(drawn, cards, bends, stubs);
        return new Placement(drawn, cards, wiring.routes(), wiring.ends(), wiring.starts(), faces);
    }

    private Size card(int id, Face face) {
        return Sizes.card(graph.node(id), drawn.edges(id).size(), face, measure);
    }

    private void stopIfUnwanted() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("this layout is not wanted any more");
        }
    }

    private boolean isCareful() {
        return drawn.vertexSet().size() <= CAREFUL;
    }

    /// @param bends is given the places between cards that long wires may pass through
    private Map<Integer, Box> placed(
            Map<Integer, Integer> layers, Stubs stubs, Map<Edge, List<Point>> bends) {
        Map<Integer, Size> rooms = new HashMap<>();
        sizes.forEach(
                (id, size) ->
                        rooms.put(id, stubs.around(id, Box.at(new Point(0, 0), size)).size()));
        var model = new MapLayoutModel2D<Integer>(Box2D.of(1, 1));
        if (isCareful()) {
            Layered layered = new Layered(rooms, layers, stubs::isCut, output, unwanted);
            layered.layout(drawn, model);
            bends.putAll(layered.bends());
        } else {
            new ColumnLayout(rooms, layers).layout(drawn, model);
        }
        Map<Integer, Box> cards = new HashMap<>();
        sizes.forEach(
                (id, size) ->
                        cards.put(
                                id, Box.at(point(model.get(id)).plus(stubs.before(id), 0), size)));
        return cards;
    }

    /// Inputs stand at the left margin where there are few; elsewhere a source stands just before
    /// what uses it.
    private Set<Integer> first() {
        Set<Integer> inputs =
                drawn.vertexSet().stream()
                        .map(graph::node)
                        .filter(
                                n ->
                                        n.op() instanceof Op.Leaf(Op.Role role)
                                                && (role == Op.Role.INPUT || role == Op.Role.DATA))
                        .map(Node::id)
                        .collect(Collectors.toCollection(HashSet::new));
        drawn.vertexSet().stream()
                .map(graph::node)
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
