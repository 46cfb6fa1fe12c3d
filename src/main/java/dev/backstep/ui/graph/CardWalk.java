package dev.backstep.ui.graph;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Wire;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Walking from card to card by keys: along edges to users and operands, or up and down among the
/// cards.
public final class CardWalk {

    private CardWalk() {}

    /// Which way to go.
    public enum Way {
        TO_USERS,
        TO_OPERANDS,
        ABOVE,
        BELOW
    }

    /// The card to go to, or nothing where there is none that way.
    ///
    /// @param drawn the graph of the diagram
    static OptionalInt of(Diagram diagram, int from, Way way, DrawnGraph drawn) {
        Card here = diagram.card(from).orElse(null);
        if (here == null) {
            return OptionalInt.empty();
        }
        Stream<Card> reached =
                switch (way) {
                    case TO_USERS ->
                            cards(
                                    diagram,
                                    w -> drawn.getEdgeSource(w.edge()) == from,
                                    w -> drawn.user(w.edge()));
                    case TO_OPERANDS ->
                            cards(
                                    diagram,
                                    w -> drawn.user(w.edge()) == from,
                                    w -> drawn.getEdgeSource(w.edge()));
                    case ABOVE ->
                            diagram.cards().stream()
                                    .filter(c -> c.box().bottom() <= here.box().y());
                    case BELOW ->
                            diagram.cards().stream()
                                    .filter(c -> c.box().y() >= here.box().bottom());
                };
        boolean vertical = way == Way.ABOVE || way == Way.BELOW;
        return reached.filter(c -> c.node() != from)
                .min(Comparator.comparingDouble(c -> distance(c.box(), here.box(), vertical)))
                .map(c -> OptionalInt.of(c.node()))
                .orElse(OptionalInt.empty());
    }

    private static Stream<Card> cards(
            Diagram diagram, Predicate<Wire> wires, ToIntFunction<Wire> end) {
        return diagram.wires().stream()
                .filter(wires)
                .flatMap(w -> diagram.card(end.applyAsInt(w)).stream());
    }

    /// Going up or down, what is straight above counts as nearer than what is aside.
    private static double distance(Box a, Box b, boolean vertical) {
        double dx = Math.abs(a.center().x() - b.center().x());
        double dy = Math.abs(a.center().y() - b.center().y());
        return vertical ? 2 * dx + dy : dx + dy;
    }
}
