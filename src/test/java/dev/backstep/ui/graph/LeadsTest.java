package dev.backstep.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Route;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LeadsTest {

    private static final int STEPS = 40;
    private static final Walkthrough W = recurrence();
    private static final Arrangement PLACES =
            Arrangements.of(W, FormulaPainter::measure, Map.of(), Optional.empty());

    /// The wires from its weight, node 0, cross ever more layers.
    private static Walkthrough recurrence() {
        StringBuilder program = new StringBuilder("w = 0.5\nh0 = 1\n");
        for (int t = 1; t <= STEPS; t++) {
            program.append("h%d = tanh(w*h%d)\n".formatted(t, t - 1));
        }
        return Programs.read(program.toString());
    }

    private static List<Tag> tags() {
        return Diagrams.at(W, PLACES, 0, DiagramOptions.PLAIN).tags();
    }

    @Test
    void without_a_selected_card_or_a_tag_under_the_pointer_no_long_wire_is_shown() {
        assertEquals(List.of(), Leads.of(Optional.of(PLACES), OptionalInt.empty(), null));
    }

    @Test
    void a_selected_card_shows_all_its_long_wires() {
        int cut = PLACES.ends().size();
        assertTrue(cut > STEPS / 2, cut + " wires are cut");
        assertEquals(cut, Leads.of(Optional.of(PLACES), OptionalInt.of(0), null).size());
        int user = PLACES.ends().keySet().iterator().next().node();
        assertEquals(1, Leads.of(Optional.of(PLACES), OptionalInt.of(user), null).size());
    }

    @Test
    void a_tag_where_a_wire_ends_shows_that_wire_and_one_where_they_begin_shows_all() {
        for (Tag tag : tags()) {
            List<Route> shown = Leads.of(Optional.of(PLACES), OptionalInt.empty(), tag);
            assertEquals(tag.edge().isPresent() ? 1 : PLACES.ends().size(), shown.size());
            if (tag.edge().isPresent()) {
                assertEquals(tag.box().x(), shown.getFirst().end().x(), 1e-9);
            }
        }
    }
}
