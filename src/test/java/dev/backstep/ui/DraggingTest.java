package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.Spots;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A card dragged with the mouse in a graph that takes a while to place.
class DraggingTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Placement placement() throws Exception {
        return at.on(() -> at.graph().arrangement().orElseThrow().placement());
    }

    /// Where the cards are, but for the dragged one.
    private Map<Integer, Box> others(int node) throws Exception {
        return at.on(
                () ->
                        at.graph().diagram().orElseThrow().cards().stream()
                                .filter(c -> c.node() != node)
                                .collect(Collectors.toMap(Card::node, Card::box)));
    }

    private Point2D spot(int node) throws Exception {
        return at.on(() -> at.graph().localToScreen(Spots.card(at.graph(), node)));
    }

    @ParameterizedTest
    @ValueSource(ints = {296, 996})
    void a_card_follows_every_move_of_the_mouse_and_no_layout_runs(int ops) throws Exception {
        at.open(Programs.scalars(ops, 1), 1000, 900);
        Placement before = placement();
        int node = at.state().good().orElseThrow().walkthrough().step(0).node();
        int other = at.node("x");
        Map<Integer, Box> still = others(node);
        Point2D from = spot(node);
        Point2D otherSpot = spot(other);
        at.robot.moveTo(from).press(MouseButton.PRIMARY);
        for (int move = 1; move <= 20; move++) {
            Point2D to = from.add(4 * move, move % 2 == 0 ? 3 * move : -2 * move);
            at.robot.moveTo(to);
            assertEquals(0, spot(node).distance(to), 1.5, "move " + move);
            assertSame(before, placement());
            assertEquals(still, others(node), "move " + move);
            assertEquals(otherSpot, spot(other), "move " + move);
        }
        Point2D dropped = from.add(-40, 60);
        at.robot.moveTo(dropped).release(MouseButton.PRIMARY);
        at.pulse();
        assertTrue(at.state().pins().containsKey(node));
        assertEquals(0, spot(node).distance(dropped), 1.5);
        assertSame(before, placement());
        assertEquals(still, others(node));
        assertEquals(otherSpot, spot(other));
    }

    @Test
    void nothing_moves_when_a_value_changes() throws Exception {
        String program = Programs.scalars(296, 1);
        at.open(program, 1000, 900);
        Placement before = placement();
        Map<Integer, Box> still = others(-1);
        at.dispatch(Action.Type.of(program, program.replace("x = 0.5", "x = 0.625")));
        at.await(() -> !at.state().unread());
        assertSame(before, placement());
        assertEquals(still, others(-1));
    }
}
