package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Between;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What rides on the wires in use backward, and where there is room for it.
final class Pills {

    /// The width of a digit and the height of a pill.
    static final double DIGIT = 7.8;

    static final double LINE = 22;

    private final Walkthrough w;
    private final Arrangement arrangement;
    private final Surroundings surroundings;
    private final Box picture;
    private final List<Box> titles;
    private final Numbers numbers;
    private final Bundle language;
    private List<Edge> lost = List.of();

    /// Of each wire that many edges share, the first edge: all of them.
    private final Map<Edge, List<Edge>> together = new HashMap<>();

    /// @param surroundings those of the arrangement
    /// @param picture its bounds
    /// @param frames those of the open groups
    Pills(
            Walkthrough w,
            Arrangement arrangement,
            Surroundings surroundings,
            Box picture,
            List<Frames.CardFrame> frames,
            Numbers numbers,
            Bundle language) {
        this.w = w;
        this.arrangement = arrangement;
        this.surroundings = surroundings;
        this.picture = picture;
        this.titles = frames.stream().map(Frames.CardFrame::title).toList();
        this.numbers = numbers;
        this.language = language;
    }

    /// A pill for each of these edges along which a gradient passes, all of one form; one with the
    /// sum for many that are drawn as one wire. None lies on a card, on another pill, on the wire
    /// of another edge or on the title of a frame, where there is room for all.
    ///
    /// @param lost the edges whose downstream is lost; those among `edges` too
    List<Pill> on(List<Edge> edges, List<Edge> lost) {
        List<Edge> passed = passed(edges, lost);
        Map<Edge, Clearings.Spot> spots = spots(passed);
        if (faults(spots) > 0) {
            Map<Edge, Clearings.Spot> others = spots(passed.reversed());
            spots = faults(others) < faults(spots) ? others : spots;
        }
        List<Pill> pills = new ArrayList<>();
        for (Edge edge : passed) {
            Clearings.Spot spot = Objects.requireNonNull(spots.get(edge));
            pills.add(
                    new Pill(
                            edge,
                            spot.box(),
                            spot.at(),
                            local(edge),
                            downstream(edge),
                            lost.contains(edge)));
        }
        return pills;
    }

    /// The same pills, or none if all of them stand in a box for sure. Cost: then no place is
    /// looked for.
    List<Pill> beyond(Box box, List<Edge> edges, List<Edge> lost) {
        boolean inside =
                passed(edges, lost).stream()
                        .map(e -> Clearings.reach(arrangement.arriving(e), size(e)))
                        .allMatch(box::holds);
        return inside ? List.of() : on(edges, lost);
    }

    /// An edge of each wire that has a pill.
    private List<Edge> passed(List<Edge> edges, List<Edge> nowLost) {
        this.lost = nowLost;
        return bundled(
                Stream.concat(edges.stream(), nowLost.stream())
                        .distinct()
                        .filter(e -> w.handed(e).isPresent())
                        .toList());
    }

    private Size size(Edge edge) {
        double width = (local(edge).length() + 3 + downstream(edge).length()) * DIGIT + 18;
        return new Size(width, LINE);
    }

    /// An edge of each wire.
    private List<Edge> bundled(List<Edge> passed) {
        Map<List<Object>, List<Edge>> wires = new HashMap<>();
        for (Edge edge : passed) {
            wires.computeIfAbsent(wire(edge), _ -> new ArrayList<>()).add(edge);
        }
        wires.values().stream()
                .filter(same -> same.size() > Bundles.APART)
                .forEach(same -> together.put(same.getFirst(), same));
        return passed.stream()
                .filter(
                        e -> {
                            List<Edge> same = Objects.requireNonNull(wires.get(wire(e)));
                            return same.size() <= Bundles.APART || same.getFirst().equals(e);
                        })
                .toList();
    }

    private List<Object> wire(Edge edge) {
        return List.of(w.drawn().getEdgeSource(edge), w.drawn().user(edge), lost.contains(edge));
    }

    /// A place for each, those in front choosing first.
    private Map<Edge, Clearings.Spot> spots(List<Edge> edges) {
        Map<Edge, Clearings.Spot> spots = new HashMap<>();
        for (Edge edge : edges) {
            List<Box> taken = spots.values().stream().map(Clearings.Spot::box).toList();
            spots.put(
                    edge,
                    new Clearings(
                                    surroundings,
                                    arrangement.arriving(edge),
                                    picture,
                                    titles,
                                    edge,
                                    size(edge),
                                    taken)
                            .spot());
        }
        return spots;
    }

    private static int faults(Map<Edge, Clearings.Spot> spots) {
        return spots.values().stream().mapToInt(Clearings.Spot::faults).sum();
    }

    private String downstream(Edge edge) {
        String number = isHidden(edge) ? Diagrams.HIDDEN : numbers.brief(handed(edge));
        return lost.contains(edge)
                ? language.say(Message.of("pill.lost").with("down", number))
                : number;
    }

    private Tensor handed(Edge edge) {
        return all(edge).stream()
                .map(e -> w.handed(e).orElseThrow())
                .reduce((a, b) -> a.zip(b, Double::sum))
                .orElseThrow();
    }

    private List<Edge> all(Edge edge) {
        return together.getOrDefault(edge, List.of(edge));
    }

    private boolean isHidden(Edge edge) {
        return all(edge).stream().anyMatch(e -> w.hidden().hides(w.graph(), e));
    }

    /// What upstream meets on its way: `×4`, `Wᵀ ·`; with Σ where a repeated operand gets a sum.
    private String local(Edge edge) {
        if (isHidden(edge)) {
            return Diagrams.HIDDEN;
        }
        if (together.containsKey(edge)) {
            return "Σ";
        }
        boolean summed = w.drawn().isStretched(edge);
        LocalGradient local = w.adjoint().flow(edge).orElseThrow().local();
        Between between = Between.of(w, edge);
        if (!between.isNothing()) {
            return (summed ? "Σ " : "") + through(between);
        }
        if (local instanceof LocalGradient.Unit && summed) {
            return "Σ";
        }
        return (summed ? "Σ " : "") + local(edge, local);
    }

    /// The rule of the whole way through a folded card, where upstream meets more than one.
    private String through(Between between) {
        return between.isFactor()
                ? factor(Jacobians.local(w, between.edge()).orElseThrow())
                : "Jᵀ ·";
    }

    private String local(Edge edge, LocalGradient local) {
        Node node = w.graph().node(edge.node());
        return switch (local) {
            case LocalGradient.Unit _ ->
                    node.op() instanceof Op.Transpose && !node.shape().isScalar() ? "ᵀ" : "×1";
            case LocalGradient.Factor(int factor) -> factor(w.value(factor));
            case LocalGradient.Left(int left) -> name(left) + " ·";
            case LocalGradient.Right(int right) -> "· " + name(right);
            case LocalGradient.Coupled _ -> "Jᵀ ·";
        };
    }

    /// `×4`, `×(−2)`; a matrix of equal elements is a number too.
    private String factor(Tensor factor) {
        double first = factor.at(0);
        for (int k = 1; k < factor.size(); k++) {
            if (factor.at(k) != first) {
                return "⊙ " + factor.shape();
            }
        }
        String number = numbers.plain(first);
        return number.startsWith("−") ? "×(" + number + ")" : "×" + number;
    }

    /// `a[1]ᵀ` where the node transposes one of the program's that has a card, else its shape.
    private String name(int id) {
        Graph graph = w.adjoint().graph();
        Node node = graph.node(id);
        boolean transposed = node.op() instanceof Op.Transpose;
        int named = transposed ? node.inputs().getFirst() : id;
        Integer moved = w.adjoint().moved(named).orElse(null);
        if (moved == null && named >= w.graph().size()) {
            return node.shape().toString();
        }
        int shown = moved == null ? named : moved;
        if (!w.drawn().containsVertex(shown) && !w.labels().isSpelledOut(shown)) {
            return node.shape().toString();
        }
        return w.labels().words(shown) + (moved == null ? "" : "′") + (transposed ? "ᵀ" : "");
    }
}
