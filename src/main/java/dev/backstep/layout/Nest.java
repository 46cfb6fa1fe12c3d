package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.OpenGroup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;

/// Places cards inside out: first what hangs below a card, then the inside of every frame, then
/// each of these as one box among the others. So no card stands in a frame that is not its own.
///
/// One layout of all levels together (ELK's hierarchy handling) was rejected: it does not wrap.
final class Nest {

    private final DrawnGraph drawn;
    private final Bundles bundles;
    private final Hanging hanging;
    private final Map<Integer, Size> sizes;
    private final Stubs stubs;
    private final Set<Integer> first;
    private final int output;
    private final Gaps gaps;
    private final BooleanSupplier unwanted;

    /// Places the parts of every level, if not in layers.
    private final Optional<WrappedRows.Row> own;

    /// The card that stands for what a card is a part of, at the level that is being placed.
    private final Map<Integer, Integer> parts = new HashMap<>();

    /// @param sizes of the cards
    /// @param first the inputs that stand at the left margin
    /// @param own places the parts of every level, if not in layers
    Nest(
            DrawnGraph drawn,
            Bundles bundles,
            Hanging hanging,
            Map<Integer, Size> sizes,
            Stubs stubs,
            Set<Integer> first,
            int output,
            Gaps gaps,
            BooleanSupplier unwanted,
            Optional<WrappedRows.Row> own) {
        this.drawn = drawn;
        this.bundles = bundles;
        this.hanging = hanging;
        this.sizes = sizes;
        this.stubs = stubs;
        this.first = first;
        this.output = output;
        this.gaps = gaps;
        this.unwanted = unwanted;
        this.own = own;
    }

    /// Cards that are placed beside each other, counted from the upper left corner of all of them.
    ///
    /// @param bends the places that long wires between them pass through
    record Laid(Size size, Map<Integer, Box> cards, Map<Edge, List<Point>> bends) {

        Laid plus(double dx, double dy, Size size) {
            Map<Integer, Box> moved = new HashMap<>();
            cards.forEach((id, box) -> moved.put(id, box.plus(dx, dy)));
            Map<Edge, List<Point>> via = new HashMap<>();
            bends.forEach((e, ps) -> via.put(e, ps.stream().map(p -> p.plus(dx, dy)).toList()));
            return new Laid(size, moved, via);
        }
    }

    /// What to wrap for.
    ///
    /// @param rank which of the best ways to divide the columns into rows is taken, from 0
    record Wrap(Size room, int rank) {}

    /// @param wrap nothing to wrap nothing
    Laid laid(Optional<Wrap> wrap) {
        return level(drawn.vertexSet(), Frames.groups(drawn), wrap, this::flat);
    }

    /// Row by row, the insides of the frames too.
    Laid rows(Rows.Level level) {
        return rows(level, Frames.groups(drawn));
    }

    private Laid rows(Rows.Level level, List<OpenGroup> frames) {
        if (level.rows().size() == 1) {
            return row(level, level.rows().getFirst(), frames);
        }
        Map<Integer, Box> cards = new HashMap<>();
        Map<Edge, List<Point>> bends = new HashMap<>();
        double width = 0;
        double y = 0;
        List<Laid> all =
                level.rows().parallelStream().map(r -> alike().row(level, r, frames)).toList();
        for (Laid laid : all) {
            Laid moved = laid.plus(0, y, laid.size);
            cards.putAll(moved.cards);
            bends.putAll(moved.bends);
            width = Math.max(width, laid.size.width());
            y += laid.size.height() + gaps.rows();
        }
        return new Laid(new Size(width, Math.max(0, y - gaps.rows())), cards, bends);
    }

    private Laid row(Rows.Level level, Set<Integer> cards, List<OpenGroup> frames) {
        List<OpenGroup> standing =
                frames.stream().filter(f -> cards.contains(f.vertices().getFirst())).toList();
        return level(
                cards,
                standing,
                Optional.empty(),
                (frame, _) ->
                        rows(Objects.requireNonNull(level.inside().get(frame)), frame.inside()));
    }

    /// Another that keeps its own notes, so that both can work at the same time.
    private Nest alike() {
        return new Nest(drawn, bundles, hanging, sizes, stubs, first, output, gaps, unwanted, own);
    }

    private Laid flat(OpenGroup frame, Set<Integer> cards) {
        return level(cards, frame.inside(), Optional.empty(), this::flat);
    }

    private Laid level(
            Set<Integer> cards,
            List<OpenGroup> frames,
            Optional<Wrap> wrap,
            BiFunction<OpenGroup, Set<Integer>, Laid> within) {
        Map<Integer, Laid> units = new HashMap<>();
        Set<Integer> loose = new HashSet<>(cards);
        for (OpenGroup frame : frames) {
            Set<Integer> inside = hanging.inside(drawn, frame, cards);
            if (!inside.isEmpty()) {
                loose.removeAll(inside);
                add(units, framed(within.apply(frame, inside)));
            }
        }
        loose.stream().filter(id -> !hanging.hangs(id)).forEach(id -> add(units, alone(id)));
        return placed(units, wrap);
    }

    /// A part is called by its last card, so that operands still come before what uses them.
    private void add(Map<Integer, Laid> units, Laid unit) {
        int name = unit.cards.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
        units.put(name, unit);
        unit.cards.keySet().forEach(id -> parts.put(id, name));
    }

    static Laid framed(Laid within) {
        return within.plus(Frames.PAD, Frames.TITLE, framed(within.size));
    }

    static Size framed(Size within) {
        return new Size(
                within.width() + 2 * Frames.PAD, within.height() + Frames.PAD + Frames.TITLE);
    }

    /// A card, with the tags beside it and what hangs below it.
    private Laid alone(int id) {
        Size size = size(id);
        Box around = stubs.around(id, Box.at(new Point(0, 0), size));
        List<Integer> below = hanging.below(id).stream().map(drawn::getEdgeSource).toList();
        double width = -gaps.beside();
        double deep = 0;
        for (int hung : below) {
            width += size(hung).width() + gaps.beside();
            deep = Math.max(deep, size(hung).height());
        }
        double left = Math.min(around.x(), (size.width() - width) / 2);
        double right = Math.max(around.right(), (size.width() + width) / 2);
        Map<Integer, Box> cards = new HashMap<>();
        cards.put(id, new Box(-left, 0, size.width(), size.height()));
        double x = (size.width() - width) / 2 - left;
        for (int hung : below) {
            cards.put(hung, Box.at(new Point(x, size.height() + gaps.below()), size(hung)));
            x += size(hung).width() + gaps.beside();
        }
        double height = size.height() + (below.isEmpty() ? 0 : gaps.below() + deep);
        return new Laid(new Size(right - left, height), cards, Map.of());
    }

    private Laid placed(Map<Integer, Laid> units, Optional<Wrap> wrap) {
        Map<Integer, Size> boxes = new HashMap<>();
        units.forEach((id, unit) -> boxes.put(id, unit.size));
        PartGraph level = PartGraph.of(drawn, bundles, first, parts, boxes);
        WrappedRows.Row row = own.orElse(l -> places(l, units));
        return joined(
                units,
                wrap.map(w -> wrapped(level, w, row).places()).orElseGet(() -> row.places(level)));
    }

    private WrappedRows wrapped(PartGraph level, Wrap wrap, WrappedRows.Row row) {
        return new WrappedRows(level, stubs::isCut, gaps, wrap.room, wrap.rank, between(), row);
    }

    private PartGraph.Places places(PartGraph level, Map<Integer, Laid> units) {
        Graph<Integer, Edge> graph = level.graph();
        Layered layered =
                new Layered(
                        level,
                        stubs::isCut,
                        new Layered.Ports(
                                e -> graph.getEdgeTarget(e) < 0 ? 0.5 : entry(units, e),
                                e -> graph.getEdgeSource(e) < 0 ? 0.5 : exit(units, e)),
                        parts.getOrDefault(output, output),
                        gaps,
                        between(),
                        drawn.vertexSet().size(),
                        unwanted);
        var model = new MapLayoutModel2D<Integer>(Box2D.of(1, 1));
        layered.layout(graph, model);
        Map<Integer, Point> corners = new HashMap<>();
        for (int id : graph.vertexSet()) {
            var at = Objects.requireNonNull(model.get(id));
            corners.put(id, new Point(at.getX(), at.getY()));
        }
        return new PartGraph.Places(corners, layered.bends());
    }

    private double between() {
        return gaps.between(drawn);
    }

    private static Laid joined(Map<Integer, Laid> units, PartGraph.Places places) {
        Map<Integer, Box> cards = new HashMap<>();
        Map<Edge, List<Point>> all = new HashMap<>(places.bends());
        double width = 0;
        double height = 0;
        for (var unit : units.entrySet()) {
            Point at = Objects.requireNonNull(places.corners().get(unit.getKey()));
            Size size = unit.getValue().size;
            Laid moved = unit.getValue().plus(at.x(), at.y(), size);
            cards.putAll(moved.cards);
            all.putAll(moved.bends);
            width = Math.max(width, at.x() + size.width());
            height = Math.max(height, at.y() + size.height());
        }
        return new Laid(new Size(width, height), cards, all);
    }

    /// How far down in its part a wire ends.
    private double entry(Map<Integer, Laid> units, Edge edge) {
        int to = drawn.getEdgeTarget(edge);
        Box box = card(units, to);
        return box.y() + Sizes.port(box.height(), bundles.wires(), hanging, edge);
    }

    /// How far down in its part a wire begins.
    private double exit(Map<Integer, Laid> units, Edge edge) {
        return card(units, drawn.getEdgeSource(edge)).center().y();
    }

    private Box card(Map<Integer, Laid> units, int id) {
        Laid unit = Objects.requireNonNull(units.get(parts.get(id)));
        return Objects.requireNonNull(unit.cards.get(id));
    }

    private Size size(int id) {
        return Objects.requireNonNull(sizes.get(id));
    }
}
