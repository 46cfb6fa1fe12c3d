package dev.backstep.layout;

import dev.backstep.explain.Progress;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Step;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The picture of a program at one step: an arrangement filled with what is known then.
public final class Diagrams {

    /// What a gradient cell shows where nothing has arrived yet.
    public static final String NOT_YET = "·";

    /// What a gradient cell shows where no gradient ever arrives.
    public static final String NEVER = "–";

    private final Walkthrough w;
    private final Arrangement arrangement;
    private final Look look;
    private final Progress progress;
    private final Pass pass;

    private Diagrams(Walkthrough w, Arrangement arrangement, int step, Look look) {
        this.w = w;
        this.arrangement = arrangement;
        this.look = look;
        this.progress = Progress.at(w, step);
        this.pass = w.step(step) instanceof Step.Forward ? Pass.FORWARD : Pass.BACKWARD;
    }

    /// The picture after step `step`.
    ///
    /// @param arrangement of the graph of `w`
    public static Diagram at(Walkthrough w, Arrangement arrangement, int step, Look look) {
        return new Diagrams(w, arrangement, step, look).diagram();
    }

    private Diagram diagram() {
        List<Card> cards = new ArrayList<>();
        new TreeMap<>(arrangement.cards())
                .forEach((id, box) -> cards.add(card(w.graph().node(id), box)));
        List<Wire> wires = new ArrayList<>();
        arrangement.routes().forEach((edge, route) -> wires.add(wire(edge, route)));
        wires.sort(
                Comparator.comparing(Wire::emphasis)
                        .thenComparing(wire -> wire.edge().node())
                        .thenComparing(wire -> wire.edge().slot()));
        List<Pill> pills =
                pass == Pass.BACKWARD
                        ? new Pills(w, arrangement, look.numbers()).on(progress.edges())
                        : List.of();
        Box bounds = arrangement.bounds();
        for (Wire wire : wires) {
            bounds = bounds.union(wire.route().bounds());
        }
        for (Pill pill : pills) {
            bounds = bounds.union(pill.box());
        }
        return new Diagram(bounds, cards, wires, pills);
    }

    private Card card(Node node, Box box) {
        int id = node.id();
        boolean reached = progress.isValued(id);
        boolean active = id == progress.active();
        Optional<Tensor> gradient = progress.gradient(id);
        return new Card(
                id,
                box,
                kind(node),
                Objects.requireNonNull(arrangement.formulas().get(id)),
                reached ? look.numbers().brief(w.value(id)) : "",
                gradient.map(look.numbers()::brief)
                        .orElse(w.gradient(id).isPresent() ? NOT_YET : NEVER),
                active ? Emphasis.ACTIVE : reached ? Emphasis.REACHED : Emphasis.DIM,
                active ? pass : gradient.isPresent() ? Pass.BACKWARD : Pass.FORWARD,
                look.selected().isPresent() && look.selected().getAsInt() == id,
                look.pinned().contains(id),
                reached ? Optional.ofNullable(look.problems().get(id)) : Optional.empty());
    }

    private Wire wire(Edge edge, Route route) {
        if (progress.edges().contains(edge)) {
            return new Wire(edge, route, Emphasis.ACTIVE, pass);
        }
        if (progress.crossed().contains(edge)) {
            return new Wire(edge, route, Emphasis.REACHED, Pass.BACKWARD);
        }
        boolean reached = progress.isValued(edge.node());
        return new Wire(edge, route, reached ? Emphasis.REACHED : Emphasis.DIM, Pass.FORWARD);
    }

    private Kind kind(Node node) {
        if (node.id() == w.output()) {
            return Kind.OUTPUT;
        }
        return switch (node.op()) {
            case Op.Leaf(Op.Role role) -> role == Op.Role.PARAM ? Kind.PARAM : Kind.INPUT;
            case Op.Constant _ -> Kind.CONSTANT;
            default -> Kind.OPERATION;
        };
    }
}
