package dev.backstep.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Point;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.store.Log;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Layouts run only where a test lets them, so that nothing depends on time.
class PlacesTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> window = new ArrayDeque<>();
    private static final Size ROOM = new Size(1200, 800);

    private int measured;
    private int changes;

    private final Background inBackground =
            new Background(
                    new Failures(new Log(Path.of("target/places.log"))),
                    _ -> {},
                    _ -> background::add,
                    window::add);

    private final GraphArrangement places =
            new GraphArrangement(
                    tex -> {
                        measured++;
                        return new Size(6.0 * tex.length(), 20);
                    },
                    inBackground,
                    () -> changes++);

    private Arrangement laidOut(Walkthrough w) {
        places.of(w, ArrangementStyle.LAYERED, Map.of(), ROOM);
        run(background);
        run(window);
        return places.of(w, ArrangementStyle.LAYERED, Map.of(), ROOM).orElseThrow();
    }

    private static void run(Queue<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /// Every answer comes at once, nothing is left to a background, no formula is measured and no
    /// graph is placed; and what does not hang on the card stays.
    @ParameterizedTest
    @ValueSource(ints = {30, 300, 1000})
    void a_dragged_card_is_where_the_pointer_is_at_every_move_and_nothing_else_moves(int ops) {
        Walkthrough w = Programs.read(Programs.scalars(ops, 7));
        Arrangement before = laidOut(w);
        Placement placement = before.placement();
        int once = measured;
        int card = w.graph().named("v" + ops / 2).orElseThrow().id();
        Map<Integer, Box> others = new HashMap<>(before.cards());
        others.remove(card);
        Arrangement now = before;
        for (int move = 1; move <= 100; move++) {
            Point corner = new Point(3.5 * move, -2.25 * move);
            now = places.of(w, ArrangementStyle.LAYERED, Map.of(card, corner), ROOM).orElseThrow();
            assertSame(placement, now.placement());
            assertEquals(corner, new Point(now.cards().get(card).x(), now.cards().get(card).y()));
            Map<Integer, Box> rest = new HashMap<>(now.cards());
            rest.remove(card);
            assertEquals(others, rest, "move " + move);
        }
        Arrangement last = now;
        before.routes()
                .forEach(
                        (edge, route) -> {
                            if (edge.node() != card && w.graph().source(edge).id() != card) {
                                assertEquals(route, last.routes().get(edge), edge.toString());
                            }
                        });
        assertEquals(once, measured);
        assertTrue(background.isEmpty() && window.isEmpty());
        assertEquals(
                before,
                places.of(w, ArrangementStyle.LAYERED, Map.of(), ROOM).orElseThrow(),
                "and back");
    }

    @Test
    void a_card_can_be_dragged_while_other_cards_are_pinned() {
        Walkthrough w = Programs.read(Programs.scalars(100, 7));
        laidOut(w);
        Point pin = new Point(-50, -60);
        Arrangement pinned =
                places.of(w, ArrangementStyle.LAYERED, Map.of(0, pin), ROOM).orElseThrow();
        Arrangement both =
                places.of(w, ArrangementStyle.LAYERED, Map.of(0, pin, 1, new Point(10, 20)), ROOM)
                        .orElseThrow();
        assertEquals(pinned.cards().get(0), both.cards().get(0));
        assertEquals(20, both.cards().get(1).y());
    }

    /// The text before is laid out too late: what came of it is not seen, and costs next to nothing
    /// once it is given up.
    @Test
    void an_edit_gives_up_the_layout_of_the_text_before() {
        Walkthrough first = Programs.read(Programs.scalars(200, 1));
        Walkthrough second = Programs.read(Programs.scalars(200, 2));
        places.of(first, ArrangementStyle.LAYERED, Map.of(), ROOM);
        places.of(second, ArrangementStyle.LAYERED, Map.of(), ROOM);
        assertEquals(2, background.size(), "the second does not wait for the first");
        background.remove().run();
        assertEquals(0, measured, "the first is given up before it begins");
        run(window);
        assertEquals(0, changes);
        run(background);
        run(window);
        assertEquals(1, changes);
        assertTrue(places.of(second, ArrangementStyle.LAYERED, Map.of(), ROOM).isPresent());
    }

    @Test
    void an_answer_that_comes_after_the_next_edit_is_not_shown() {
        Walkthrough first = Programs.read(Programs.scalars(200, 1));
        Walkthrough second = Programs.read(Programs.scalars(200, 2));
        places.of(first, ArrangementStyle.LAYERED, Map.of(), ROOM);
        run(background);
        places.of(second, ArrangementStyle.LAYERED, Map.of(), ROOM);
        run(window);
        assertEquals(0, changes);
        assertTrue(places.of(second, ArrangementStyle.LAYERED, Map.of(), ROOM).isEmpty());
    }

    @Test
    void other_numbers_in_the_leaves_move_nothing() {
        String program = Programs.scalars(100, 3);
        Arrangement before = laidOut(Programs.read(program));
        Walkthrough other = Programs.read(program.replace("x = 0.5", "x = -123.456"));
        assertSame(
                before, places.of(other, ArrangementStyle.LAYERED, Map.of(), ROOM).orElseThrow());
    }

    @Test
    void undo_finds_every_card_where_it_was() {
        Walkthrough before = Programs.read(Programs.scalars(100, 3));
        Arrangement old = laidOut(before);
        laidOut(Programs.read(Programs.scalars(101, 3)));
        int once = measured;
        assertEquals(
                old, places.of(before, ArrangementStyle.LAYERED, Map.of(), ROOM).orElseThrow());
        assertEquals(once, measured);
    }

    @Test
    void a_layout_that_fails_does_not_seem_to_go_on() {
        GraphArrangement failing =
                new GraphArrangement(
                        _ -> {
                            throw new IllegalStateException("no fonts");
                        },
                        inBackground,
                        () -> changes++);
        Walkthrough w = Programs.read(Programs.scalars(100, 3));
        failing.of(w, ArrangementStyle.LAYERED, Map.of(), ROOM);
        assertTrue(failing.isWorking());
        run(background);
        run(window);
        assertTrue(failing.failure().isPresent());
        assertEquals(1, changes);
        assertFalse(failing.isWorking());
        assertTrue(failing.of(w, ArrangementStyle.LAYERED, Map.of(), ROOM).isEmpty());
        assertTrue(background.isEmpty(), "and is not tried again at every frame");
    }
}
