package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Labels;
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

/// Lays a graph out, one way or another.
final class Placing {

    /// The most cards that are laid out with care; from here on in blocks.
    static final int CAREFUL = 3000;

    /// How often wires that would run under a card are looked for.
    private static final int ROUNDS = 3;

    /// Width by height of a picture for no room in particular.
    private static final double USUAL_ASPECT = 1.6;

    /// The largest graph, and the most inputs, whose inputs all stand at the left margin.
    static final int FEW_NODES = 60;

    private static final int FEW_INPUTS = 6;

    private final Graph graph;
    private final int output;
    private final Labels labels;
    private final Function<String, Size> measure;
    private final BooleanSupplier unwanted;
    private final DrawnGraph drawn;
    private final Bundles bundles;
    private final Map<Integer, Face> faces = new HashMap<>();
    private final Map<Integer, Size> sizes = new HashMap<>();

    /// @param measure the size of a formula at its full size
    /// @param unwanted asked now and then: whether to give up
    Placing(
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
        this.bundles = Bundles.of(drawn);
        this.measure = isCareful() ? measure : Sizes::guessed;
        drawn.vertexSet().forEach(this::face);
    }

    private void face(int id) {
        stopIfUnwanted();
        Face face = Face.of(drawn, labels, id, measure);
        faces.put(id, face);
        sizes.put(id, Sizes.card(graph.node(id), bundles.wires().inDegreeOf(id), face, measure));
    }

    /// What each card says.
    Map<Integer, Face> faces() {
        return faces;
    }

    /// Whether there are so few cards that they are laid out with care.
    boolean isCareful() {
        return drawn.vertexSet().size() <= CAREFUL;
    }

    /// @throws CancellationException when it is unwanted
    void stopIfUnwanted() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("this layout is not wanted any more");
        }
    }

    /// All cards and wires, laid out in this way; in blocks if there are too many cards for that. A
    /// wire to or from the inside of a frame that would run under a card is tagged.
    ///
    /// @param room where the picture is to be seen, which rows are made for: a way without rows
    ///   needs none
    Placement placed(Strategy way, Optional<Size> room) {
        if (!isCareful()) {
            return inBlocks(room);
        }
        Set<Edge> hidden = new HashSet<>();
        Placement placement = placed(way, room, hidden);
        boolean framed = !way.down() && !Frames.groups(drawn).isEmpty();
        for (int round = 0; framed && round < ROUNDS; round++) {
            if (!hidden.addAll(Obstacles.hidden(placement))) {
                break;
            }
            placement = placed(way, room, hidden);
        }
        return placement;
    }

    /// @param hidden what is tagged however short it is
    private Placement placed(Strategy way, Optional<Size> room, Set<Edge> hidden) {
        stopIfUnwanted();
        Map<Integer, Integer> layers = layers();
        Hanging hanging = Hanging.of(drawn, way.hung());
        Set<Edge> cut = new HashSet<>(LongWires.of(bundles.wires(), layers));
        cut.removeIf(hanging::holds);
        Optional<Rows.Level> rows =
                room.filter(_ -> way.form() == Strategy.Form.TAGGED)
                        .map(r -> rows(way, r, hanging, layers, cut));
        cut.addAll(hidden);
        drawn.edgeSet().stream().filter(e -> cut.contains(bundles.lead(e))).forEach(cut::add);
        Stubs stubs = stubs(cut);
        Nest.Laid laid = nested(way, room, hanging, stubs, rows);
        stopIfUnwanted();
        Placement placement = wired(laid, stubs, hanging, NumberBlocks.none(drawn));
        return way.down() ? placement.turned() : placement;
    }

    private Map<Integer, Integer> layers() {
        Map<Integer, Integer> early = Layers.of(drawn, first());
        return LongWires.areFew(bundles.wires(), early) ? early : Layers.late(drawn, early);
    }

    /// What is known of every way before a layout.
    Sketch sketch(Size room) {
        Map<Integer, Integer> layers = layers();
        Set<Edge> tagged = LongWires.of(bundles.wires(), layers);
        return new Sketch(drawn, bundles, sizes, layers, tagged, room);
    }

    /// @param cut takes the edges from row to row
    private Rows.Level rows(
            Strategy way, Size room, Hanging hanging, Map<Integer, Integer> layers, Set<Edge> cut) {
        Rows rows = new Rows(drawn, bundles, hanging, sizes, way.gaps(), room);
        Rows.Level level = rows.divided(layers);
        cut.addAll(rows.cut());
        return level;
    }

    private Nest.Laid nested(
            Strategy way,
            Optional<Size> room,
            Hanging hanging,
            Stubs stubs,
            Optional<Rows.Level> rows) {
        Map<Integer, Size> flow = new HashMap<>();
        sizes.forEach((id, size) -> flow.put(id, way.down() ? size.turned() : size));
        Set<Integer> leftmost = way.form() == Strategy.Form.FLAT ? first() : Set.of();
        Nest nest =
                new Nest(
                        drawn,
                        bundles,
                        hanging,
                        flow,
                        stubs,
                        leftmost,
                        output,
                        way.gaps(),
                        unwanted,
                        Optional.empty());
        return rows.map(nest::rows).orElseGet(() -> nest.laid(wrap(way, room)));
    }

    private static Optional<Nest.Wrap> wrap(Strategy way, Optional<Size> room) {
        return room.filter(_ -> way.form() == Strategy.Form.WRAPPED)
                .map(r -> new Nest.Wrap(way.down() ? r.turned() : r, way.rank()));
    }

    /// Organically: every wire is drawn whole, and what is used once hangs below what uses it.
    Placement organic(Size room) {
        Hanging hanging = Hanging.of(drawn);
        Nest nest =
                new Nest(
                        drawn,
                        bundles,
                        hanging,
                        sizes,
                        stubs(Set.of()),
                        Set.of(),
                        output,
                        Gaps.TIGHT,
                        unwanted,
                        Optional.of(new OrganicRow(room, this::stopIfUnwanted)::places));
        Map<Integer, Box> cards = nest.laid(Optional.empty()).cards();
        OrganicWires wires = new OrganicWires(drawn, hanging, bundles);
        return new Placement(
                drawn,
                cards,
                wires.among(cards, this::stopIfUnwanted).of(drawn.edgeSet()),
                Map.of(),
                Map.of(),
                faces,
                Optional.of(wires),
                NumberBlocks.none(drawn));
    }

    private Stubs stubs(Set<Edge> cut) {
        List<String> names = IntStream.range(0, graph.size()).mapToObj(labels::tex).toList();
        return new Stubs(drawn, cut, names, measure);
    }

    /// Too large to be looked at as a whole.
    private Placement inBlocks(Optional<Size> room) {
        CardBlocks blocks = new CardBlocks(drawn, bundles.wires());
        Set<Edge> cut = new HashSet<>(blocks.cut());
        drawn.edgeSet().stream().filter(e -> cut.contains(bundles.lead(e))).forEach(cut::add);
        Stubs stubs = stubs(cut);
        Map<Integer, Size> rooms = new HashMap<>();
        sizes.forEach(
                (id, size) ->
                        rooms.put(id, stubs.around(id, Box.at(new Point(0, 0), size)).size()));
        double aspect = room.map(r -> r.width() / r.height()).orElse(USUAL_ASPECT);
        stopIfUnwanted();
        Map<Integer, Box> cards = new HashMap<>();
        new BlockPlacing(drawn, blocks, Gaps.USUAL)
                .placed(rooms, aspect)
                .forEach(
                        (id, box) ->
                                cards.put(
                                        id,
                                        Box.at(
                                                new Point(box.x() + stubs.before(id), box.y()),
                                                Objects.requireNonNull(sizes.get(id)))));
        stopIfUnwanted();
        Nest.Laid laid = new Nest.Laid(new Size(0, 0), cards, Map.of());
        return wired(laid, stubs, Hanging.NONE, NumberBlocks.of(drawn, blocks));
    }

    private Placement wired(Nest.Laid laid, Stubs stubs, Hanging hanging, NumberBlocks blocks) {
        Wiring wiring =
                new Wiring(
                        drawn,
                        bundles,
                        laid.cards(),
                        laid.bends(),
                        stubs,
                        hanging,
                        this::stopIfUnwanted);
        return new Placement(
                drawn,
                laid.cards(),
                wiring.routes(),
                wiring.ends(),
                wiring.starts(),
                faces,
                Optional.empty(),
                blocks);
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
}
