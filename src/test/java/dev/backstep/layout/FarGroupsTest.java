package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagram.GroupFrame;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Far out, open groups are blocks with a title that can be read.
class FarGroupsTest {

    private static final GroupFrame OUTER =
            new GroupFrame("net", "net", new Box(0, 0, 2000, 800), false);
    private static final GroupFrame LEFT =
            new GroupFrame("Layer 1", "Layer 1", new Box(20, 40, 900, 700), false);
    private static final GroupFrame RIGHT =
            new GroupFrame("Layer 2", "Layer 2", new Box(1000, 40, 900, 700), true);

    private static List<GroupFrame> at(double scale) {
        Box all = OUTER.box();
        Diagram diagram =
                new Diagram(
                        all,
                        List.of(OUTER, LEFT, RIGHT),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        return FarGroups.of(diagram, scale).frames();
    }

    /// The name of a card is 44 units at most: 7 pixels at a scale of 0.159.
    @Test
    void while_names_of_cards_can_be_read_nothing_is_folded() {
        assertEquals(List.of(), at(1));
        assertEquals(List.of(), at(0.16));
        assertEquals(List.of(LEFT, RIGHT), at(0.15));
    }

    /// Type of 120 units: 7 pixels at 0.058. Then the group around them is the block.
    @Test
    void inner_groups_first_and_then_those_around_them() {
        assertEquals(List.of(LEFT, RIGHT), at(0.06));
        assertEquals(List.of(OUTER), at(0.05));
    }

    @Test
    void a_block_hides_what_lies_in_it_and_no_wire_that_leads_out() {
        Diagram diagram =
                new Diagram(
                        OUTER.box(),
                        List.of(LEFT),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        FarGroups blocks = FarGroups.of(diagram, 0.1);
        assertTrue(blocks.hides(new Point(100, 100)));
        assertFalse(blocks.hides(new Point(950, 100)));
        Point in = new Point(100, 100);
        assertTrue(blocks.hides(wire(in, new Point(500, 500))));
        assertFalse(blocks.hides(wire(in, new Point(950, 500))));
    }

    private static Diagram.Wire wire(Point from, Point to) {
        return new Diagram.Wire(
                new Edge(1, 0),
                new Route(List.of(from, from, from, to)),
                Diagram.Emphasis.REACHED,
                Diagram.Pass.FORWARD);
    }
}
