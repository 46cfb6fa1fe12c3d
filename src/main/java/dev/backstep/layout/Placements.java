package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Labels;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /// The most cards for which every way to lay them out is tried.
    private static final int SMALL = 24;

    /// The most cards that are wrapped.
    private static final int MANY = 150;

    /// A picture from left to right that is so large is wanted before any other.
    private static final double LARGE = 1;

    /// By how much the type of another must be larger.
    private static final double BETTER = 1.1;

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

    /// Places what a walkthrough shows, from left to right. The same graph is placed the same,
    /// whatever its numbers.
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
        return of(w, measure, Optional.empty(), previous, unwanted);
    }

    /// The same for a room: from left to right, wrapped into rows or from top to bottom, whichever
    /// has the largest type there.
    public static Placement of(
            Walkthrough w,
            Function<String, Size> measure,
            Optional<Size> room,
            Optional<Placement> previous,
            BooleanSupplier unwanted) {
        return new Placements(w.drawn(), w.output(), w.labels(), measure, unwanted)
                .placement(room, previous);
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
                .placement(Optional.empty(), Optional.empty());
    }

    private Placement placement(Optional<Size> room, Optional<Placement> previous) {
        for (int id : drawn.vertexSet()) {
            stopIfUnwanted();
            Face face = Face.of(drawn, labels, id);
            faces.put(id, face);
            sizes.put(id, card(id, face));
        }
        Placement chosen = chosen(room);
        Point shift =
                previous.map(p -> Shift.from(p, chosen.cards(), faces)).orElse(new Point(0, 0));
        return chosen.plus(shift.x(), shift.y());
    }

    /// The one whose type is largest in the room; from left to right if none is clearly larger.
    private Placement chosen(Optional<Size> room) {
        if (room.isEmpty() || !isCareful()) {
            return placed(new Way(false, OptionalDouble.empty(), Optional.empty()));
        }
        if (drawn.vertexSet().size() > FEW_NODES && Frames.groups(drawn).isEmpty()) {
            return placed(new Way(false, OptionalDouble.empty(), room));
        }
        Placement flat = placed(new Way(false, OptionalDouble.empty(), Optional.empty()));
        if (scale(flat, room.get()) >= LARGE) {
            return flat;
        }
        Placement best = flat;
        double worth = BETTER * worth(scale(flat, room.get()), 1);
        for (Way way : ways(room.get(), flat)) {
            stopIfUnwanted();
            Placement other = placed(way);
            double more = worth(scale(other, room.get()), way.worth());
            if (more > worth && Obstacles.isClean(other)) {
                best = other;
                worth = more;
            }
        }
        return best;
    }

    /// What can be read is worth more than anything that cannot.
    private static double worth(double scale, double way) {
        return scale >= TypeSize.LEAST_SCALE ? 1 + way * scale : way * scale;
    }

    private static double scale(Placement placement, Size room) {
        return TypeSize.scale(placement.with(Map.of()).bounds(), room);
    }

    /// The other ways to try: all of them only where that takes but a moment.
    private List<Way> ways(Size room, Placement flat) {
        double aspect = room.width() / room.height();
        int cards = drawn.vertexSet().size();
        double[] factors =
                cards <= SMALL
                        ? new double[] {1, 1.5, 0.7, 0.45}
                        : cards <= MANY ? new double[] {1, 0.6} : new double[0];
        List<Way> ways = new ArrayList<>();
        for (double factor : factors) {
            ways.add(new Way(false, OptionalDouble.of(aspect * factor), Optional.empty()));
        }
        if (Frames.groups(drawn).isEmpty()) {
            ways.add(new Way(false, OptionalDouble.empty(), Optional.of(room)));
            if (flat.ends().isEmpty()) {
                ways.add(new Way(true, OptionalDouble.empty(), Optional.empty()));
                ways.add(new Way(true, OptionalDouble.of(1 / aspect), Optional.empty()));
            }
        }
        return ways;
    }

    /// A way to lay a graph out.
    ///
    /// @param down from top to bottom, rather than from left to right
    /// @param aspect of the room to wrap for, along the way by across it
    /// @param rows the room to divide into rows, with tags where wires lead from row to row
    private record Way(boolean down, OptionalDouble aspect, Optional<Size> rows) {

        /// What its type counts for: what is read less easily must have much larger type.
        double worth() {
            return down ? 0.75 : rows.isPresent() ? 0.85 : 1;
        }
    }

    private Placement placed(Way way) {
        Map<Integer, Size> flow = new HashMap<>();
        sizes.forEach((id, size) -> flow.put(id, way.down ? size.turned() : size));
        Map<Integer, Integer> early = Layers.of(drawn, first());
        Map<Integer, Integer> layers =
                LongWires.areFew(drawn, early) ? early : Layers.late(drawn, early);
        Hanging hanging = isCareful() ? Hanging.of(drawn) : Hanging.NONE;
        Set<Edge> cut = new HashSet<>(LongWires.of(drawn, layers));
        cut.removeIf(hanging::holds);
        Optional<Rows> rows = way.rows.map(room -> Rows.of(drawn, hanging, layers, sizes, room));
        rows.ifPresent(r -> cut.addAll(r.cut()));
        Stubs stubs = stubs(cut);
        Map<Edge, List<Point>> bends = new HashMap<>();
        Map<Integer, Box> cards;
        if (isCareful()) {
            Set<Integer> leftmost = way.aspect.isEmpty() && rows.isEmpty() ? first() : Set.of();
            Nest nest = new Nest(drawn, hanging, flow, stubs, leftmost, output, unwanted);
            Nest.Laid laid =
                    rows.isPresent() ? nest.rows(rows.get().cards()) : nest.laid(way.aspect);
            cards = laid.cards();
            bends.putAll(laid.bends());
        } else {
            cards = columns(layers, stubs);
        }
        stopIfUnwanted();
        Wiring wiring = new Wiring(drawn, cards, bends, stubs, hanging);
        Placement placement =
                new Placement(drawn, cards, wiring.routes(), wiring.ends(), wiring.starts(), faces);
        return way.down ? placement.turned() : placement;
    }

    private Stubs stubs(Set<Edge> cut) {
        List<String> names = IntStream.range(0, graph.size()).mapToObj(labels::tex).toList();
        return new Stubs(drawn, cut, names, measure);
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

    private Map<Integer, Box> columns(Map<Integer, Integer> layers, Stubs stubs) {
        Map<Integer, Size> rooms = new HashMap<>();
        sizes.forEach(
                (id, size) ->
                        rooms.put(id, stubs.around(id, Box.at(new Point(0, 0), size)).size()));
        var model = new MapLayoutModel2D<Integer>(Box2D.of(1, 1));
        new ColumnLayout(rooms, layers).layout(drawn, model);
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
