package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Mistake;
import dev.backstep.graph.Op;
import dev.backstep.layout.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UpdateTest {

    private final State start = opened(SAMPLE);

    @Test
    void a_text_just_opened_is_read_and_stands_at_its_first_step() {
        assertEquals(9, value(start, "L"));
        assertEquals(10, gradient(start, "x"));
        assertEquals(0, start.view().step());
        assertFalse(start.isModified());
        assertTrue(start.isCurrent());
    }

    @Test
    void a_program_typed_letter_by_letter_stands_at_its_first_forward_step() {
        State s = opened("");
        String text = "x = 2\ny = x^2\n";
        for (int i = 1; i <= text.length(); i++) {
            s = after(s, type(s, text.substring(0, i)));
        }
        assertEquals(0, s.view().step());
        assertEquals(3, s.steps());
    }

    @Test
    void typing_stays_at_the_node_and_the_phase_where_they_still_are() {
        State s = after(start, new Action.Go(3));
        int l = node(s, "L");
        assertEquals(l, good(s).walkthrough().step(3).node());
        s = after(s, type(s, SAMPLE.replace("L =", "k = 3*x\nL = k +")));
        assertEquals(node(s, "L"), good(s).walkthrough().step(s.view().step()).node());
        State seeded = after(start, new Action.Go(4));
        seeded = after(seeded, type(seeded, SAMPLE.replace("L =", "k = 3*x\nL = k +")));
        assertEquals(good(seeded).walkthrough().story().seed(), seeded.view().step());
    }

    @Test
    void a_sample_is_an_unmodified_copy_in_no_file_with_a_title() {
        State copy = after(start, new Action.Copy("04-sample", SAMPLE));
        assertEquals(Optional.of("04-sample"), copy.origin().name());
        assertEquals(Optional.empty(), copy.origin().file());
        assertFalse(copy.isModified());
        State saved = after(copy, new Action.Saved(Path.of("mine.bs"), SAMPLE));
        assertEquals(Optional.of("mine.bs"), saved.origin().name());
        assertEquals(Optional.empty(), after(copy, new Action.New()).origin().name());
    }

    @Test
    void problems_leave_the_last_good_program_on_screen() {
        State broken = after(start, new Action.Go(3), type(start, SAMPLE.replace("2*x", "2x")));
        assertEquals(1, broken.problems().size());
        assertSame(start.good(), broken.good());
        assertEquals(3, broken.view().step());
        assertFalse(broken.isCurrent());
        assertTrue(broken.isModified());
    }

    @Test
    void a_text_put_right_again_has_no_problems() {
        State broken = after(start, type(start, SAMPLE + "M = "));
        State mended = after(broken, type(broken, SAMPLE + "M = L"));
        assertEquals(List.of(), mended.problems());
        assertTrue(mended.isCurrent());
    }

    @Test
    void a_first_text_with_problems_shows_nothing_and_takes_every_action() {
        State none = opened("x = ");
        assertEquals(Optional.empty(), none.good());
        for (Action action : Actions.each(none)) {
            Update.apply(none, action);
        }
    }

    @Test
    void actions_that_do_not_fit_change_nothing() {
        assertSame(start, after(start, new Action.Pin(99, new Point(0, 0)), new Action.Unpin(-1)));
        assertSame(start, after(start, new Action.SetLeaf(99, 0, 1), new Action.SetLeaf(0, 7, 1)));
        assertSame(
                start,
                after(start, new Action.SetLeaf(0, 0, Double.NaN), new Action.SetRelu0(0.3)));
        assertSame(
                start,
                after(start, new Action.GoToNode(99), new Action.Back(), new Action.UnpinAll()));
        assertSame(
                start,
                after(start, new Action.Select(OptionalInt.of(99)), new Action.Speed(Double.NaN)));
    }

    @Test
    void a_slider_edits_the_text_and_every_number() {
        State moved = after(start, new Action.Go(5), new Action.SetLeaf(node(start, "x"), 0, -2.5));
        assertEquals(SAMPLE.replace("x = 1", "x = -2.5"), moved.document().text());
        assertEquals(6.25 - 20, value(moved, "L"));
        assertEquals(-5 + 8, gradient(moved, "x"));
        assertEquals(5, moved.view().step());
        assertSame(good(start).walkthrough().story(), good(moved).walkthrough().story());
    }

    @Test
    void a_slider_gives_what_reading_its_text_gives() {
        State moved = start;
        for (double v : new double[] {2, -1e-7, 123456.789, 1e300, -0.0, 3}) {
            moved =
                    after(
                            moved,
                            new Action.SetLeaf(node(moved, "x"), 0, v),
                            new Action.SetLeaf(node(moved, "y"), 0, -v));
            State read = opened(moved.document().text());
            assertEquals(good(read).model(), good(moved).model());
            assertEquals(good(read).walkthrough().trace(), good(moved).walkthrough().trace());
        }
    }

    @Test
    void a_slider_waits_while_the_text_has_problems() {
        State broken = after(start, type(start, SAMPLE + "M ="));
        assertSame(broken, after(broken, new Action.SetLeaf(0, 0, 2)));
    }

    @Test
    void relu0_is_set_in_its_line_or_in_a_new_one() {
        State once = after(opened("x = 0\nL = relu(x)"), new Action.SetRelu0(1));
        assertEquals("x = 0\nL = relu(x)\nset relu0 = 1\n", once.document().text());
        assertEquals(1, gradient(once, "x"));
        State twice = after(once, new Action.SetRelu0(0.5));
        assertEquals("x = 0\nL = relu(x)\nset relu0 = 0.5\n", twice.document().text());
        assertEquals(0.5, gradient(twice, "x"));
    }

    @Test
    void a_mistake_is_set_in_its_line_or_in_a_new_one_and_taken_out() {
        State once = after(opened("x = 3\nL = x*x"), set("sign"));
        assertEquals("x = 3\nL = x*x\nset mistake = sign\n", once.document().text());
        assertEquals(-6, gradient(once, "x"));
        State twice = after(once, set("overwrite"));
        assertEquals("x = 3\nL = x*x\nset mistake = overwrite\n", twice.document().text());
        assertEquals(3, gradient(twice, "x"));
        Action none = new Action.SetMistake(Optional.empty());
        assertEquals("x = 3\nL = x*x\n", after(twice, none).document().text());
        String between = "x = 3\nset  mistake=sign # why\nL = x*x";
        assertEquals("x = 3\nL = x*x", after(opened(between), none).document().text());
    }

    private static Action set(String mistake) {
        return new Action.SetMistake(Mistake.named(mistake));
    }

    @Test
    void pins_survive_edits_around_them() {
        State pinned =
                after(
                        start,
                        new Action.Pin(node(start, "L"), new Point(1, 2)),
                        new Action.Pin(node(start, "y"), new Point(3, 4)));
        State edited = after(pinned, type(pinned, "w = 3\n" + SAMPLE.replace("x^2", "w*x^2")));
        assertEquals(
                Map.of(node(edited, "L"), new Point(1, 2), node(edited, "y"), new Point(3, 4)),
                edited.pins());
    }

    @Test
    void a_pin_waits_for_its_node_to_return() {
        State pinned = after(start, new Action.Pin(node(start, "y"), new Point(3, 4)));
        State without = after(pinned, type(pinned, "x = 1\nL = x"));
        assertEquals(Map.of(), without.pins());
        State back = after(without, type(without, SAMPLE));
        assertEquals(Map.of(node(back, "y"), new Point(3, 4)), back.pins());
    }

    @Test
    void cards_are_unpinned_one_or_all() {
        State pinned =
                after(
                        start,
                        new Action.Pin(0, new Point(1, 2)),
                        new Action.Pin(1, new Point(3, 4)));
        assertEquals(Map.of(1, new Point(3, 4)), after(pinned, new Action.Unpin(0)).pins());
        assertEquals(Map.of(), after(pinned, new Action.UnpinAll()).pins());
    }

    @Test
    void saving_makes_the_text_unmodified_and_the_file_recent() {
        Path file = Path.of("a.bs").toAbsolutePath();
        State typed = after(start, type(start, SAMPLE + "\n"));
        State saved = after(typed, new Action.Saved(file, typed.document().text()));
        assertFalse(saved.isModified());
        assertEquals(Optional.of(file), saved.origin().file());
        assertEquals(List.of(file), saved.desk().recent());
        assertTrue(after(saved, type(saved, SAMPLE)).isModified());
    }

    @Test
    void opening_starts_afresh_and_keeps_how_it_is_looked_at() {
        State before =
                after(
                        start,
                        new Action.Prefer(Preferences.START.withTheme(ThemeChoice.DARK)),
                        new Action.Go(4),
                        new Action.Pin(0, new Point(1, 1)));
        State opened =
                after(before, new Action.Open(Optional.empty(), "a = 2\nb = a*a", LineEnd.CRLF));
        assertEquals(0, opened.view().step());
        assertEquals(ThemeChoice.DARK, opened.view().preferences().theme());
        assertEquals(Document.of("a = 2\nb = a*a"), opened.document());
        assertEquals(LineEnd.CRLF, opened.origin().lineEnd());
        assertFalse(opened.isModified());
    }

    @Test
    void a_program_that_does_not_train_opens_as_a_graph_and_one_that_does_stays_in_training() {
        State training = after(start, new Action.Switch(Mode.TRAIN));
        State untrained =
                after(training, new Action.Open(Optional.empty(), "a = 2\nb = a*a", LineEnd.LF));
        assertEquals(Mode.EXPLORE, untrained.view().mode());
        String trains = "param w = 1\nloss L = (w - 3)^2\ntrain sgd(rate=0.1)\n";
        State trained = after(training, new Action.Open(Optional.empty(), trains, LineEnd.LF));
        assertEquals(Mode.TRAIN, trained.view().mode());
        assertEquals(Mode.TRAIN, after(training, new Action.New()).view().mode());
    }

    @Test
    void opening_a_text_with_problems_shows_nothing_of_the_document_before() {
        State opened = after(start, new Action.Open(Optional.empty(), "a = ", LineEnd.LF));
        assertEquals(Optional.empty(), opened.good());
        assertEquals(1, opened.problems().size());
    }

    /// In x² + 2xy the 2 is node 3; no formula but that of 2x uses it.
    @Test
    void a_literal_has_a_card_only_if_that_is_wanted() {
        int two = 3;
        assertTrue(good(start).model().graph().node(two).op() instanceof Op.Constant);
        assertFalse(good(start).isDrawn(two));
        assertEquals(start, after(start, new Action.Select(OptionalInt.of(two))));
        State cards = after(start, new Action.Prefer(Preferences.START.withLiterals(true)));
        assertTrue(good(cards).isDrawn(two));
        assertTrue(good(after(cards, type(cards, SAMPLE + "M = L\n"))).isDrawn(two));
        State selected = after(cards, new Action.Go(4), new Action.Select(OptionalInt.of(two)));
        assertEquals(OptionalInt.of(two), selected.view().selected());
        State without = after(selected, new Action.Prefer(Preferences.START));
        assertEquals(OptionalInt.empty(), without.view().selected());
        assertEquals(4, without.view().step());
        assertEquals(good(start).walkthrough().drawn(), good(without).walkthrough().drawn());
    }

    /// In (1/4)·x the quarter is computed by a step of its own only if it has a card.
    @Test
    void the_step_stays_where_it_is_when_computed_literals_get_or_lose_their_cards() {
        State plain = opened("x = 3\na = 1/4*x\nL = a*x\n");
        Action wanted = new Action.Prefer(Preferences.START.withLiterals(true));
        Action unwanted = new Action.Prefer(Preferences.START);
        for (int step = 0; step < plain.steps(); step++) {
            State here = after(plain, new Action.Go(step));
            State cards = after(here, wanted);
            assertEquals(plain.steps() + 1, cards.steps());
            assertEquals(step + 1, cards.view().step());
            assertEquals(step, after(cards, unwanted).view().step());
        }
        State quarter = after(plain, wanted, new Action.Go(0));
        assertEquals(0, after(quarter, unwanted).view().step());
    }
}
