package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementsTest {

    private static Arrangement arranged(Walkthrough w) {
        return arranged(w, Map.of(), Optional.empty());
    }

    private static Arrangement arranged(
            Walkthrough w, Map<Integer, Point> pins, Optional<Arrangement> previous) {
        return Arrangements.of(w, Sizes::guessed, pins, previous);
    }

    private static int node(Walkthrough w, String name) {
        return w.graph().named(name).orElseThrow().id();
    }

    private static Box card(Walkthrough w, Arrangement a, String label) {
        return a.cards()
                .get(
                        a.faces().keySet().stream()
                                .filter(id -> w.labels().plain(id).equals(label))
                                .findFirst()
                                .orElseThrow());
    }

    /// ```
    ///   2 ───► b = 2·x ─────┐
    ///      ┌─►              ├► c = b·y ─┐
    ///   x ─┴─► a = x² ──────┼───────────┼► L = a + c
    ///   y ──────────────────┘
    /// ```
    ///
    /// L = x² + 2xy: three columns of operations, inputs at the left, the output alone at the
    /// right.
    @Test
    void the_sample_stands_in_the_order_in_which_it_is_computed() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Arrangement a = arranged(w);
        Map<String, Double> middles = new HashMap<>();
        for (String label : List.of("x", "y", "a", "b", "c", "L")) {
            middles.put(label, card(w, a, label).center().x());
        }
        assertEquals(middles.get("x"), middles.get("y"));
        assertEquals(middles.get("a"), middles.get("b"));
        assertTrue(middles.get("x") < middles.get("a"));
        assertTrue(middles.get("b") < middles.get("c"));
        assertTrue(middles.get("c") < middles.get("L"));
        assertEquals(a.bounds().right(), card(w, a, "L").right());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 30, 60, 100, 200, 400})
    void no_two_cards_overlap(int ops) {
        for (long seed = 1; seed <= 3; seed++) {
            List<Box> cards =
                    new ArrayList<>(
                            arranged(Programs.read(Programs.scalars(ops, seed))).cards().values());
            cards.sort(Comparator.comparing(Box::x));
            for (int i = 0; i < cards.size(); i++) {
                for (int j = i + 1; j < cards.size(); j++) {
                    assertFalse(
                            cards.get(i).overlaps(cards.get(j)), "ops " + ops + ", seed " + seed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 30, 60, 100, 400})
    void every_wire_runs_forward_from_its_source_to_its_user(int ops) {
        for (long seed = 1; seed <= 3; seed++) {
            Walkthrough w = Programs.read(Programs.scalars(ops, seed));
            Arrangement a = arranged(w);
            a.routes()
                    .forEach(
                            (edge, route) -> {
                                Box user = a.cards().get(edge.node());
                                Box source = a.cards().get(w.graph().source(edge).id());
                                assertEquals(source.right(), route.start().x());
                                assertEquals(user.x(), route.end().x());
                                assertTrue(
                                        route.start().x() < route.end().x(),
                                        "ops " + ops + ", edge " + edge);
                                assertTrue(
                                        route.start().y() > source.y()
                                                && route.start().y() < source.bottom());
                                assertTrue(
                                        route.end().y() > user.y()
                                                && route.end().y() < user.bottom());
                            });
        }
    }

    @Test
    void hardly_a_wire_runs_under_a_card() {
        Walkthrough w = Programs.read(Programs.scalars(60, 4));
        Arrangement a = arranged(w);
        Obstacles obstacles = new Obstacles(a.cards());
        long under =
                a.routes().entrySet().stream()
                        .filter(
                                e ->
                                        !obstacles.clear(
                                                e.getValue(),
                                                w.graph().source(e.getKey()).id(),
                                                e.getKey().node()))
                        .count();
        assertTrue(under <= a.routes().size() / 20, under + " of " + a.routes().size());
    }

    @Test
    void wires_end_in_the_order_of_the_operands() {
        Walkthrough w = Programs.read("x = 1\ny = 2\na = y - x\nb = x - y\nc = a*a\nL = b / c");
        Arrangement a = arranged(w);
        a.routes()
                .forEach(
                        (edge, route) -> {
                            if (edge.slot() > 0) {
                                Route before =
                                        a.routes().get(new Edge(edge.node(), edge.slot() - 1));
                                assertTrue(before.end().y() < route.end().y(), edge.toString());
                            }
                        });
    }

    @Test
    void both_wires_of_a_square_written_as_a_product_are_drawn_apart() {
        Walkthrough w = Programs.read("x = 3\nL = x * x");
        List<Route> routes = List.copyOf(arranged(w).routes().values());
        assertEquals(2, routes.size());
        assertTrue(Math.abs(routes.get(0).start().y() - routes.get(1).start().y()) >= 8);
    }

    @Test
    void a_stretch_is_folded_into_its_edge() {
        Walkthrough w = Programs.read("A = ones(2, 3)\nb = [1; 2]\nL = sum(A + b)");
        Arrangement a = arranged(w);
        assertEquals(4, a.cards().size());
        assertEquals(3, a.routes().size());
    }

    @Test
    void a_leaf_that_nothing_uses_stands_with_the_inputs() {
        Walkthrough w = Programs.read("x = 1\nunused = 2\na = exp(x)\nL = a + x");
        Arrangement a = arranged(w);
        assertEquals(card(w, a, "x").center().x(), card(w, a, "unused").center().x(), 1);
    }

    @Test
    void the_same_graph_is_arranged_the_same() {
        String program = Programs.scalars(40, 9);
        Arrangement first = arranged(Programs.read(program));
        assertEquals(first, arranged(Programs.read(program)));
        assertEquals(first, arranged(Programs.read(program), Map.of(), Optional.of(first)));
        String otherNumbers = program.replace("x = 0.5", "x = -123.456");
        assertEquals(first, arranged(Programs.read(otherNumbers), Map.of(), Optional.of(first)));
    }

    @Test
    void a_new_line_leaves_most_cards_where_they_were() {
        Walkthrough before = Programs.read("x = 1\ny = 4\na = x*y\nb = a + x\nL = b * a\n");
        Arrangement old = arranged(before);
        Walkthrough after =
                Programs.read(
                        "w = 2\nx = 1\ny = 4\na = x*y\nb = a + x\nL = b * a\nM = L + w\nloss N = M * 1\n");
        Arrangement now = arranged(after, Map.of(), Optional.of(old));
        long kept =
                List.of("a", "b", "L", "x", "y").stream()
                        .filter(name -> card(before, old, name).x() == card(after, now, name).x())
                        .count();
        assertTrue(kept >= 4, "only " + kept + " kept their column");
    }

    @Test
    void a_pinned_card_stands_exactly_where_it_was_put_and_its_wires_follow() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        int x = node(w, "x");
        Point corner = new Point(-333.25, 777.5);
        Arrangement a = arranged(w, Map.of(x, corner), Optional.of(arranged(w)));
        assertEquals(corner.x(), a.cards().get(x).x());
        assertEquals(corner.y(), a.cards().get(x).y());
        a.routes()
                .forEach(
                        (edge, route) -> {
                            if (w.graph().source(edge).id() == x) {
                                assertEquals(1, route.segments());
                                assertEquals(a.cards().get(x).right(), route.start().x());
                            }
                        });
        Arrangement loose = arranged(w, Map.of(), Optional.of(a));
        assertEquals(arranged(w).cards().size(), loose.cards().size());
    }

    @Test
    void a_chain_of_30_000_cards_runs_forward() {
        Walkthrough w = Programs.read(Programs.chain(30_000));
        Arrangement a = arranged(w);
        assertEquals(30_000, a.cards().size());
        a.routes().forEach((_, route) -> assertTrue(route.start().x() < route.end().x()));
    }
}
