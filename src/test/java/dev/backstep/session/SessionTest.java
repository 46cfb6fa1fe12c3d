package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private long millis;
    private final Session session = new Session(opened(SAMPLE), () -> millis);

    private String text() {
        return session.state().document().text();
    }

    private void key(String inserted) {
        session.dispatch(Action.Type.of(text(), text() + inserted));
        millis += 100;
    }

    private void backspace() {
        session.dispatch(Action.Type.of(text(), text().substring(0, text().length() - 1)));
        millis += 100;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void undo_takes_back_whatever_was_done_and_redo_does_it_again(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Document> documents = new ArrayList<>(List.of(session.state().document()));
        for (int i = 0; i < 60; i++) {
            millis += 5_000; // nothing joins
            Action action = Actions.random(session.state(), random);
            session.dispatch(action);
            Document now = session.state().document();
            if (!now.equals(documents.getLast())
                    || action instanceof Action.Open
                    || action instanceof Action.Copy
                    || action instanceof Action.New) {
                documents.add(now);
            }
        }
        for (Document expected : documents.reversed()) {
            assertEquals(expected, session.state().document(), "seed " + seed);
            session.undo();
        }
        assertFalse(session.canUndo(), "seed " + seed);
        assertEquals(
                opened(SAMPLE).good().map(ShownProgram::model),
                session.state().good().map(ShownProgram::model),
                "seed " + seed);
        for (Document expected : documents) {
            assertEquals(expected, session.state().document(), "seed " + seed);
            session.redo();
        }
        assertFalse(session.canRedo(), "seed " + seed);
    }

    @Test
    void undo_and_redo_across_an_opening_bring_the_last_picture_of_a_wrong_program_back() {
        key("L = 2x");
        session.dispatch(new Action.Copy("other", "x = 7\n2y"));
        session.undo();
        assertEquals(SAMPLE + "L = 2x", text());
        assertEquals(1, session.state().problems().size());
        assertEquals(9, value(session.state(), "L"));
        session.redo();
        assertEquals(Optional.empty(), session.state().good());
        session.undo();
        assertEquals(9, value(session.state(), "L"));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void undo_and_redo_in_any_order_keep_to_one_line_of_documents(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            millis += random.nextInt(3_000);
            Document before = session.state().document();
            switch (random.nextInt(4)) {
                case 0 -> undoneAndRedone(before, "seed " + seed + ", step " + i);
                case 1 -> session.redo();
                default -> session.dispatch(Actions.random(session.state(), random));
            }
            State s = session.state();
            assertTrue(
                    s.steps() == 0 || s.view().step() < s.steps(), "seed " + seed + ", step " + i);
        }
    }

    private void undoneAndRedone(Document before, String where) {
        if (session.canUndo()) {
            session.undo();
            Document undone = session.state().document();
            session.redo();
            assertEquals(before, session.state().document(), where);
            session.undo();
            assertEquals(undone, session.state().document(), where);
        }
    }

    @Test
    void a_word_is_one_step_for_undo() {
        "loss M".chars().forEach(c -> key(Character.toString(c)));
        session.undo();
        assertEquals(SAMPLE + "loss", text());
        session.undo();
        assertEquals(SAMPLE, text());
        session.redo();
        session.redo();
        assertEquals(SAMPLE + "loss M", text());
    }

    @Test
    void letters_typed_after_a_pause_are_another_step() {
        key("a");
        millis += 1_001;
        key("b");
        session.undo();
        assertEquals(SAMPLE + "a", text());
    }

    @Test
    void letters_typed_elsewhere_are_another_step() {
        key("#");
        session.dispatch(Action.Type.of(text(), "#" + text()));
        session.undo();
        assertEquals(SAMPLE + "#", text());
    }

    @Test
    void deleting_is_not_one_step_with_typing() {
        key("a");
        key("b");
        backspace();
        backspace();
        session.undo();
        assertEquals(SAMPLE + "ab", text());
        session.undo();
        assertEquals(SAMPLE, text());
    }

    @Test
    void a_pasted_piece_is_a_step_of_its_own() {
        key("a");
        key("pasted");
        session.undo();
        assertEquals(SAMPLE + "a", text());
    }

    @Test
    void a_drag_is_one_step_however_slow() {
        session.beginGesture();
        for (int i = 2; i < 9; i++) {
            millis += 4_000;
            session.dispatch(new Action.SetLeaf(0, 0, i));
            session.dispatch(new Action.Forward()); // it plays meanwhile
        }
        session.endGesture();
        session.dispatch(new Action.SetLeaf(0, 0, 20));
        session.undo();
        assertEquals(8, value(session.state(), "x"));
        session.undo();
        assertEquals(1, value(session.state(), "x"));
        assertFalse(session.canUndo());
    }

    /// The slider of a learning rate writes another number into the text at each place.
    @Test
    void a_drag_that_edits_the_text_is_one_step() {
        session.beginGesture();
        for (String sign : java.util.List.of("+ 1", "* 0.25", "- 3")) {
            millis += 4_000;
            session.dispatch(Action.Type.of(text(), SAMPLE.replaceFirst("[+]", sign)));
        }
        session.endGesture();
        assertTrue(session.canUndo());
        session.undo();
        assertEquals(SAMPLE, text());
        assertFalse(session.canUndo());
    }

    @Test
    void drags_of_two_things_are_two_steps() {
        session.dispatch(new Action.SetLeaf(0, 0, 2));
        session.dispatch(new Action.SetLeaf(1, 0, 2));
        session.dispatch(new Action.Pin(0, new Point(1, 1)));
        session.dispatch(new Action.Pin(0, new Point(2, 2)));
        session.undo();
        assertEquals(Map.of(), session.state().pins());
        session.undo();
        assertEquals(4, value(session.state(), "y"));
        assertEquals(2, value(session.state(), "x"));
    }

    @Test
    void a_new_edit_forgets_what_was_undone() {
        key("#");
        session.undo();
        key("\n");
        assertFalse(session.canRedo());
    }

    @Test
    void opening_is_undone_with_its_file_and_unsaved_text() {
        Path a = Path.of("a.bs").toAbsolutePath();
        session.dispatch(new Action.Open(Optional.of(a), "a = 1", LineEnd.LF));
        key("#");
        session.dispatch(
                new Action.Open(Optional.of(a.resolveSibling("b.bs")), "b = 1", LineEnd.LF));
        session.undo();
        assertEquals("a = 1#", text());
        assertEquals(1, value(session.state(), "a"));
        assertEquals(Optional.of(a), session.state().origin().file());
        assertTrue(session.state().isModified());
    }

    @Test
    void saving_is_not_undone() {
        Path a = Path.of("a.bs").toAbsolutePath();
        key("#");
        session.dispatch(new Action.Saved(a, text()));
        session.undo();
        assertEquals(Optional.of(a), session.state().origin().file());
        assertTrue(session.state().isModified());
        session.redo();
        assertFalse(session.state().isModified());
    }

    @Test
    void history_is_bounded() {
        for (int i = 0; i < 1_100; i++) {
            session.dispatch(new Action.Pin(i % 2, new Point(i, i)));
        }
        int undone = 0;
        while (session.canUndo()) {
            session.undo();
            undone++;
        }
        assertEquals(1_000, undone);
    }

    @Test
    void watchers_are_told_now_and_of_every_change_until_they_leave() {
        List<Integer> steps = new ArrayList<>();
        Runnable leave = session.subscribe(s -> steps.add(s.view().step()));
        session.dispatch(new Action.Forward());
        session.dispatch(new Action.Go(1));
        session.dispatch(new Action.Go(3));
        leave.run();
        session.dispatch(new Action.ToStart());
        assertEquals(List.of(0, 1, 3), steps);
    }

    @Test
    void a_watcher_may_dispatch_and_all_are_told_in_order() {
        List<Integer> steps = new ArrayList<>();
        session.subscribe(
                s -> {
                    if (s.view().step() == 1) {
                        session.dispatch(new Action.Go(4));
                    }
                });
        session.subscribe(s -> steps.add(s.view().step()));
        session.dispatch(new Action.Forward());
        assertEquals(List.of(0, 1, 4), steps);
    }

    @Test
    void another_thread_is_refused() {
        var elsewhere = CompletableFuture.runAsync(() -> session.dispatch(new Action.Forward()));
        var thrown = assertThrows(CompletionException.class, elsewhere::join);
        assertTrue(thrown.getCause() instanceof IllegalStateException);
        assertEquals(0, session.state().view().step());
    }
}
