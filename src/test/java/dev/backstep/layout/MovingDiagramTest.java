package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.story.Walkthrough;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Cards on their way take along the ends of their wires.
class MovingDiagramTest {

    private static final Point WAY = new Point(40, -24);

    private static Diagram sample(Walkthrough w) {
        return Diagrams.at(
                w,
                Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty()),
                0,
                DiagramOptions.PLAIN);
    }

    @Test
    void cards_are_where_they_were_at_first_and_where_they_belong_at_last() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram shown = sample(w);
        Card one = shown.cards().getFirst();
        Map<Integer, Point> ways = Map.of(one.node(), WAY);
        Diagram first = shown.moved(ways, 1);
        assertEquals(one.box().plus(40, -24), first.card(one.node()).orElseThrow().box());
        assertEquals(shown.cards(), shown.moved(ways, 0).cards());
        assertEquals(shown.wires(), shown.moved(ways, 0).wires());
        assertEquals(
                one.box().plus(10, -6),
                shown.moved(ways, 0.25).card(one.node()).orElseThrow().box());
    }

    @Test
    void a_wire_stays_at_the_cards_at_both_ends() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram shown = sample(w);
        Map<Integer, Point> ways = new HashMap<>();
        shown.cards().forEach(c -> ways.put(c.node(), new Point(7 * c.node(), 5 - c.node())));
        Diagram moved = shown.moved(ways, 0.5);
        for (Wire wire : moved.wires()) {
            int from = w.drawn().getEdgeSource(wire.edge());
            int to = w.drawn().user(wire.edge());
            assertTrue(on(moved, from, wire.route().start()), wire.toString());
            assertTrue(on(moved, to, wire.route().end()), wire.toString());
        }
    }

    private static boolean on(Diagram diagram, int node, Point end) {
        return diagram.card(node).orElseThrow().box().grown(2).contains(end);
    }
}
