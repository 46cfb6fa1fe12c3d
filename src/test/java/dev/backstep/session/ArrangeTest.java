package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Point;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The arrangement of the cards, and where they are put by hand in it.
class ArrangeTest {

    private final State start = opened(SAMPLE);

    /// It belongs to the view: undo brings the program back, not the arrangement.
    @Test
    void the_arrangement_is_kept_and_never_undone() {
        Session session = new Session(start);
        session.dispatch(type(start, SAMPLE + "M = L^2\n"));
        session.dispatch(new Action.Arrange(ArrangementStyle.ORGANIC));
        assertEquals(ArrangementStyle.ORGANIC, session.state().view().arrangement());
        session.undo();
        assertEquals(SAMPLE, session.state().document().text());
        assertEquals(ArrangementStyle.ORGANIC, session.state().view().arrangement());
        session.dispatch(new Action.Open(Optional.empty(), "a = 1\nL = a^2\n", LineEnd.LF));
        assertEquals(ArrangementStyle.ORGANIC, session.state().view().arrangement());
    }

    /// Where a card stands in one arrangement says nothing about another.
    @Test
    void cards_are_pinned_in_each_arrangement_for_itself() {
        Point there = new Point(3, 4);
        Point elsewhere = new Point(-5, 6);
        State layered = after(start, new Action.Pin(0, there));
        State organic = after(layered, new Action.Arrange(ArrangementStyle.ORGANIC));
        assertEquals(Map.of(), organic.pins());
        State both = after(organic, new Action.Pin(0, elsewhere));
        assertEquals(Map.of(0, elsewhere), both.pins());
        State back = after(both, new Action.Arrange(ArrangementStyle.LAYERED));
        assertEquals(Map.of(0, there), back.pins());
        State free = after(both, new Action.Unpin(0));
        assertEquals(Map.of(), free.pins());
        assertEquals(
                Map.of(0, there), after(free, new Action.Arrange(ArrangementStyle.LAYERED)).pins());
    }
}
