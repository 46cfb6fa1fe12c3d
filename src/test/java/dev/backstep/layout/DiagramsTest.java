package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagramsTest {

    private static Diagram at(Walkthrough w, int step) {
        return Diagrams.at(
                w,
                Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty()),
                step,
                DiagramOptions.PLAIN);
    }

    private static Card card(Walkthrough w, Diagram d, String label) {
        return d.cards().stream()
                .filter(c -> w.labels().plain(c.node()).equals(label))
                .findFirst()
                .orElseThrow();
    }

    /// x = 1, y = 4: c = b·y = 8 has received 1, hands 1·y = 4 to b and 1·b = 2 to y.
    @Test
    void the_sample_in_mid_backward_shows_what_the_lecture_shows() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram d = at(w, w.story().seed() + 2);
        Card c = card(w, d, "c");
        assertEquals(Emphasis.ACTIVE, c.emphasis());
        assertEquals(Pass.BACKWARD, c.pass());
        assertEquals("8", c.value());
        assertEquals("1", c.gradient());
        assertEquals("4", card(w, d, "b").gradient());
        assertEquals("2", card(w, d, "y").gradient());
        assertEquals(Diagrams.NOT_YET, card(w, d, "x").gradient());
        assertEquals(List.of("×4", "×2"), d.pills().stream().map(Pill::local).toList());
        assertEquals(List.of("4", "2"), d.pills().stream().map(Pill::downstream).toList());
        assertEquals(
                2, d.wires().stream().filter(wire -> wire.emphasis() == Emphasis.ACTIVE).count());
    }

    @Test
    void at_the_first_step_only_what_is_known_has_a_number() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram d = at(w, 0);
        assertEquals("1", card(w, d, "x").value());
        assertEquals("", card(w, d, "L").value());
        assertEquals(Emphasis.DIM, card(w, d, "L").emphasis());
        assertEquals(Kind.OUTPUT, card(w, d, "L").kind());
        assertTrue(d.pills().isEmpty());
    }

    /// 2 + 8 = 10.
    @Test
    void at_the_last_step_all_gradients_have_arrived() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram d = at(w, w.size() - 1);
        assertEquals("10", card(w, d, "x").gradient());
        Card two =
                d.cards().stream().filter(c -> c.kind() == Kind.CONSTANT).findFirst().orElseThrow();
        assertEquals(Diagrams.NEVER, two.gradient());
    }

    @Test
    void a_matrix_shows_its_shape_and_the_pill_names_the_matrix_that_is_multiplied() {
        Walkthrough w = Programs.read(Programs.NETWORK);
        Set<String> locals = new HashSet<>();
        for (int step = w.story().seed(); step < w.size(); step++) {
            at(w, step).pills().forEach(p -> locals.add(p.local() + " → " + p.downstream()));
        }
        assertTrue(locals.contains("Σ → 6×1"), locals.toString());
        assertTrue(locals.contains("· a[1]ᵀ → 6×6"), locals.toString());
        assertTrue(locals.contains("W[2]ᵀ · → 6×32"), locals.toString());
        assertEquals("6×32", card(w, at(w, w.size() - 1), "Z1").value());
    }

    @Test
    void no_pill_lies_on_a_card_on_another_pill_or_on_the_wire_of_another_edge() {
        List<String> programs =
                List.of(
                        Programs.SAMPLE,
                        Programs.NETWORK,
                        Programs.scalars(40, 3),
                        "x = -1.2345\ny = -0.98765\nL = x*x*y*y*x + x",
                        "x = 1\nL = x" + "*x".repeat(60));
        for (String program : programs) {
            Walkthrough w = Programs.read(program);
            for (int step = w.story().seed(); step < w.size(); step++) {
                Diagram d = at(w, step);
                for (Pill pill : d.pills()) {
                    String where = program.length() + " characters, step " + step;
                    assertEquals(22, pill.box().height(), "one form");
                    assertTrue(
                            d.cards().stream().noneMatch(c -> c.box().overlaps(pill.box())), where);
                    assertTrue(
                            d.tags().stream().noneMatch(t -> t.box().overlaps(pill.box())), where);
                    assertTrue(
                            d.pills().stream()
                                    .noneMatch(p -> p != pill && p.box().overlaps(pill.box())),
                            where);
                    assertTrue(
                            d.wires().stream()
                                    .filter(wire -> !wire.edge().equals(pill.edge()))
                                    .noneMatch(wire -> wire.route().crosses(pill.box())),
                            where);
                }
            }
        }
    }

    /// ∂(x·y)/∂x = y = −2.
    @Test
    void a_negative_factor_stands_in_brackets() {
        Walkthrough w = Programs.read("x = 3\ny = -2\nL = x*y");
        assertEquals(
                List.of("×(−2)", "×3"),
                at(w, w.size() - 1).pills().stream().map(Pill::local).toList());
    }

    @Test
    void nothing_moves_from_step_to_step() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        Diagram first = at(w, 0);
        for (int step = 1; step < w.size(); step++) {
            assertEquals(
                    first.cards().stream().map(Card::box).toList(),
                    at(w, step).cards().stream().map(Card::box).toList());
        }
    }

    /// Forward, back and in other digits: what was kept from the step before is not seen.
    @Test
    void pictures_kept_from_step_to_step_are_those_made_anew() {
        Walkthrough w = Programs.read(Programs.scalars(40, 3));
        Arrangement a = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        Diagrams kept = new Diagrams(w, a);
        DiagramOptions brief =
                new DiagramOptions(new Numbers(2), OptionalInt.empty(), Set.of(), Map.of());
        for (DiagramOptions look : List.of(DiagramOptions.PLAIN, brief, DiagramOptions.PLAIN)) {
            for (int step = 0; step < w.size(); step++) {
                assertEquals(Diagrams.at(w, a, step, look), kept.at(step, look));
            }
        }
    }

    @Test
    void what_the_viewer_marks_is_marked() {
        Walkthrough w = Programs.read("x = 0\na = log(x)\nL = a * x");
        int log = w.graph().named("a").orElseThrow().id();
        Message why = Message.verbatim("the logarithm of 0 is −∞");
        DiagramOptions look =
                new DiagramOptions(
                        DiagramOptions.PLAIN.numbers(),
                        OptionalInt.of(log),
                        Set.of(log),
                        Map.of(log, why));
        Arrangement a = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        Card card = Diagrams.at(w, a, w.size() - 1, look).card(log).orElseThrow();
        assertTrue(card.selected() && card.pinned());
        assertEquals(Optional.of(why), card.problem());
        assertEquals("−∞", card.value());
        assertFalse(Diagrams.at(w, a, 0, DiagramOptions.PLAIN).card(log).orElseThrow().selected());
    }

    /// log 0 = −∞ breaks first, then −∞ · 0; what is computed from a NaN is not to blame.
    @Test
    void a_card_is_marked_where_the_first_infinity_or_nan_appears_and_once_it_has() {
        Walkthrough w = Programs.read("x = 0\na = log(x)\nb = a * x\nL = b + x");
        NonFiniteMarks breaks = NonFiniteMarks.of(w);
        assertEquals(Set.of(1), breaks.at(0).keySet());
        assertEquals(Set.of(1, 2), breaks.at(w.story().lastForward()).keySet());
        assertEquals("−∞ arises here: log of 0 is −∞.", Bundle.ENGLISH.say(breaks.at(0).get(1)));
        Walkthrough sample = Programs.read(Programs.SAMPLE);
        assertEquals(Map.of(), NonFiniteMarks.of(sample).at(sample.size() - 1));
    }

    /// √0 = 0 is a number; its slope 1/(2√0) is none.
    @Test
    void a_card_is_marked_when_its_slope_is_no_number_and_only_then() {
        Walkthrough w = Programs.read("x = 0\na = sqrt(x)\nL = a * 3");
        assertEquals(Map.of(), NonFiniteMarks.of(w).at(w.story().lastForward()));
        int a = w.graph().named("a").orElseThrow().id();
        assertEquals(Set.of(a), NonFiniteMarks.of(w).at(w.size() - 1).keySet());
    }
}
