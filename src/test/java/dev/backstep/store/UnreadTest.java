package dev.backstep.store;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.DataFiles;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.Understanding;
import dev.backstep.story.Story.Grain;
import org.junit.jupiter.api.Test;

/// Programs that take longer than a moment are read in the background.
class UnreadTest {

    private static final String HEAVY =
            "A = normal(300, 300, seed=1)\nB = normal(300, 300, seed=2)\nx = 1\nL = x*sum(A @ B)";

    private final State start = opened(SAMPLE);

    private static State understood(State s) {
        assertTrue(s.unread());
        return after(
                s, new Action.Understood(s.document().text(), Understanding.of(s, DataFiles.NONE)));
    }

    @Test
    void a_long_text_is_left_unread_and_the_last_good_program_stays() {
        State typed = after(start, type(start, chain(500)));
        assertTrue(typed.unread());
        assertSame(start.good(), typed.good());
        State read = understood(typed);
        assertFalse(read.unread());
        assertTrue(read.isCurrent());
        assertEquals(Math.pow(1.0001, 500), value(read, "a500"), 1e-9);
    }

    @Test
    void a_heavy_program_is_left_unread_however_short() {
        State typed = after(start, type(start, HEAVY));
        assertTrue(typed.unread());
        assertTrue(understood(typed).isCurrent());
    }

    @Test
    void what_was_read_of_an_older_text_is_dropped() {
        State typed = after(start, type(start, chain(500)));
        Action late =
                new Action.Understood(
                        typed.document().text(), Understanding.of(typed, DataFiles.NONE));
        State typedOn = after(typed, type(typed, chain(501)));
        assertSame(typedOn, after(typedOn, late));
    }

    @Test
    void problems_of_a_long_text_are_found_too() {
        State read = understood(after(start, type(start, chain(500) + "L = 2x")));
        assertEquals(1, read.problems().size());
        assertSame(start.good(), read.good());
        assertFalse(read.unread());
    }

    @Test
    void a_grain_chosen_meanwhile_holds() {
        State typed = after(start, type(start, chain(500).replace("* 1.0001", "* a0")));
        Action read =
                new Action.Understood(
                        typed.document().text(), Understanding.of(typed, DataFiles.NONE));
        State both = after(typed, new Action.By(Grain.EDGES), read);
        assertEquals(500 + 1 + 1000, both.steps());
    }

    @Test
    void a_slider_of_a_long_program_needs_no_reading() {
        State read = understood(after(start, type(start, chain(1000))));
        State moved = after(read, new Action.SetLeaf(0, 0, 2));
        assertFalse(moved.unread());
        assertEquals(2 * Math.pow(1.0001, 1000), value(moved, "a1000"), 1e-9);
    }

    @Test
    void a_slider_of_a_heavy_program_moves_at_once_and_its_numbers_follow() {
        State read = understood(after(start, type(start, HEAVY)));
        State moved =
                after(
                        read,
                        new Action.SetLeaf(node(read, "x"), 0, 2),
                        new Action.SetLeaf(node(read, "x"), 0, 3));
        assertTrue(moved.unread());
        assertTrue(moved.document().text().contains("x = 3\n"));
        assertEquals(3, good(moved).model().leaf(node(moved, "x")).item());
        assertEquals(value(read, "L"), value(moved, "L"));
        State evaluated = understood(moved);
        assertSame(good(read).model().graph(), good(evaluated).model().graph());
        assertEquals(
                3 * value(read, "L"), value(evaluated, "L"), Math.abs(value(read, "L")) * 1e-12);
    }

    @Test
    void going_back_to_a_text_that_was_never_evaluated_reads_it() {
        State read = understood(after(start, type(start, HEAVY)));
        State moved = after(read, new Action.SetLeaf(node(read, "x"), 0, 2));
        State away = after(moved, type(moved, moved.document().text() + "+"));
        assertTrue(after(away, type(away, moved.document().text())).unread());
    }
}
