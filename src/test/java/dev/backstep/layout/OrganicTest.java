package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Edge;
import dev.backstep.story.Walkthrough;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The organic arrangement: no two cards overlap, every wire begins and ends at the border of its
/// card, and the same graph is arranged the same.
class OrganicTest {

    private static final Size ROOM = new Size(1000, 700);

    private static Arrangement organic(Walkthrough w) {
        return Arrangements.in(ROOM, ArrangementStyle.ORGANIC, w, Sizes::guessed);
    }

    private static void assertWhole(Walkthrough w, Arrangement a, String what) {
        Apart.assertApart(a);
        assertEquals(w.drawn().vertexSet(), a.cards().keySet(), what);
        assertEquals(w.drawn().edgeSet(), a.routes().keySet(), what);
        for (Edge edge : w.drawn().edgeSet()) {
            Route route = a.routes().get(edge);
            assertAtBorder(route.start(), a.cards().get(w.drawn().getEdgeSource(edge)), what);
            assertAtBorder(route.end(), a.cards().get(w.drawn().getEdgeTarget(edge)), what);
        }
    }

    private static void assertAtBorder(Point p, Box card, String what) {
        assertTrue(card.grown(1).contains(p), what + ": " + p + " " + card);
        assertFalse(card.grown(-1).contains(p), what + ": " + p + " " + card);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_two_cards_overlap(long seed) {
        Walkthrough w = Programs.read(Programs.scalars((int) (6 * seed * seed), seed));
        assertWhole(w, organic(w), "seed " + seed);
    }

    @Test
    void a_thousand_cards_do_not_overlap() {
        Walkthrough w = Programs.read(Programs.scalars(800, 3));
        assertTrue(w.drawn().vertexSet().size() > 1000);
        assertWhole(w, organic(w), "large");
    }

    /// All that repel or pull each other stand at one place, or in one line, at the beginning.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "L = 2",
                "x = 1\nL = x",
                "x = 1\nL = x*x",
                "x = 1\ny = 2\nL = x + y",
                "x = 1\ny = 2\nz = 3\nL = x"
            })
    void the_smallest_graphs_are_arranged(String program) {
        Walkthrough w = Programs.read(program);
        assertWhole(w, organic(w), program);
    }

    @Test
    void a_long_chain_is_arranged() {
        Walkthrough w = Programs.read(Programs.chain(150));
        Arrangement a = organic(w);
        assertWhole(w, a, "chain");
        Arrangement strip = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        assertTrue(TypeSize.of(a.bounds(), ROOM) > 2 * TypeSize.of(strip.bounds(), ROOM));
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_card_stands_in_a_frame_of_others_and_no_wire_runs_under_a_card(Path sample) {
        for (Detail.Level level : Legible.LEVELS) {
            Walkthrough w = Programs.read(sample, level);
            String what = sample + " " + level;
            Arrangement a = organic(w);
            assertWhole(w, a, what);
            for (Frames.CardFrame frame : Frames.of(w.drawn(), a.cards())) {
                a.cards()
                        .forEach(
                                (id, box) ->
                                        assertEquals(
                                                frame.cards().contains(id),
                                                frame.box().overlaps(box),
                                                what + " card " + id));
            }
            assertTrue(Obstacles.isClean(a.placement()), what);
        }
    }

    @Test
    void the_same_graph_is_arranged_the_same() {
        String program = Programs.scalars(60, 1);
        assertEquals(
                organic(Programs.read(program)).cards(), organic(Programs.read(program)).cards());
        assertEquals(
                organic(Programs.read(program)).routes(), organic(Programs.read(program)).routes());
    }

    /// ```
    ///   x ──► x·x    the two wires of x are to be seen both
    ///     ──►
    /// ```
    @Test
    void two_wires_between_the_same_cards_run_apart() {
        Walkthrough w = Programs.read("x = 3\ny = x*x\nL = y + 1");
        Arrangement a = organic(w);
        List<Route> both =
                w.drawn().edgeSet().stream()
                        .filter(e -> w.drawn().getEdgeSource(e) == 0)
                        .map(e -> a.routes().get(e))
                        .toList();
        assertEquals(2, both.size());
        Point one = both.get(0).at(0.5);
        Point other = both.get(1).at(0.5);
        assertTrue(Math.hypot(one.x() - other.x(), one.y() - other.y()) > 8, one + " " + other);
    }

    /// Its wires turn to the side that faces the other card; nothing else moves.
    @Test
    void a_card_that_is_moved_takes_its_wires_along() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Placement placed = organic(w).placement();
        int x = w.graph().named("x").orElseThrow().id();
        for (Point at : List.of(new Point(-900, 40), new Point(900, 0), new Point(20, 900))) {
            Arrangement moved = placed.with(Map.of(x, at));
            assertEquals(at.x(), moved.cards().get(x).x());
            for (Edge edge : w.drawn().edgesOf(x)) {
                Route route = moved.routes().get(edge);
                assertAtBorder(route.start(), moved.cards().get(x), "from x");
                assertAtBorder(
                        route.end(),
                        moved.cards().get(w.drawn().getEdgeTarget(edge)),
                        "to its user");
            }
            w.drawn().edgeSet().stream()
                    .filter(e -> !w.drawn().edgesOf(x).contains(e))
                    .forEach(e -> assertEquals(placed.routes().get(e), moved.routes().get(e)));
        }
    }

    @Test
    void what_nobody_waits_for_is_given_up() {
        Walkthrough w = Programs.read(Programs.scalars(60, 1));
        assertThrows(
                CancellationException.class,
                () ->
                        Placements.of(
                                w,
                                Sizes::guessed,
                                ArrangementStyle.ORGANIC,
                                Optional.of(ROOM),
                                Optional.empty(),
                                () -> true));
    }

    /// Too large to be looked at as a whole: blocks, whatever the style.
    @Test
    void a_graph_beyond_a_few_thousand_cards_stands_in_blocks() {
        Walkthrough w = Programs.read(Programs.chain(3100));
        assertEquals(ArrangementStyle.LAYERED, organic(w).placement().style());
    }
}
