package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a lesson does to what is open.
class LessonMovesTest {

    private static final String OWN = "p = 7\nL = p^2\n";

    private final Session session = new Session(State.of(Optional.empty(), OWN), () -> 0);

    private State state() {
        return session.state();
    }

    private OpenLesson lesson() {
        return state().lesson().orElseThrow();
    }

    private void move(LessonMove move) {
        session.dispatch(new Action.InLesson(move));
    }

    private void begin() {
        move(Lessons.begin());
    }

    @Test
    void a_lesson_begins_at_its_first_stop_with_its_scene() {
        session.dispatch(new Action.By(Story.Grain.EDGES));
        begin();
        assertEquals(Mode.LEARN, state().view().mode());
        assertEquals("A lesson", lesson().title());
        assertEquals("Paths", lesson().current().orElseThrow().title());
        assertTrue(state().document().text().startsWith("x = 1\ny = 4"));
        assertEquals(4, state().view().step());
        assertEquals(Story.Grain.NODES, state().view().grain(), "steps are counted as trace does");
        assertFalse(lesson().arriving());
        assertFalse(state().isModified());
        assertEquals(Optional.of("Paths"), state().origin().name());
    }

    @Test
    void the_next_stop_keeps_the_program_where_it_has_none_and_sets_its_own_scene() {
        begin();
        int opening = state().origin().opening();
        session.dispatch(new Action.Select(OptionalInt.of(0)));
        move(new LessonMove.To(1));
        assertEquals(opening, state().origin().opening(), "the program stays open");
        assertEquals(state().steps() - 1, state().view().step());
        assertEquals(Optional.of(Detail.of(Detail.Level.STATEMENTS)), state().view().detail());
        assertEquals(OptionalInt.empty(), state().view().selected());
        move(new LessonMove.To(2));
        assertEquals("u = 3\nL = u^2\n", state().document().text());
        // u = 3, L = u²: the last step forward computes L
        assertTrue(
                state().good().orElseThrow().walkthrough().step(state().view().step())
                        instanceof Step.Forward);
        move(new LessonMove.To(99));
        assertEquals(3, lesson().stop());
        move(new LessonMove.To(-1));
        assertEquals(0, lesson().stop());
        assertEquals(Set.of(0, 1, 2, 3), lesson().progress().visited());
    }

    @Test
    void a_moment_of_a_training_is_waited_for_and_has_the_numbers_of_the_training() {
        begin();
        move(new LessonMove.To(3));
        assertEquals(2, lesson().awaited().orElseThrow().epochs());
        assertTrue(lesson().arriving());
        Training training =
                Training.of(state().program().orElseThrow().model().setup().orElseThrow());
        for (int i = 0; i < 2 * training.batches(); i++) {
            training.next();
        }
        Moment moment = training.moment();
        OpenedBatch batch = OpenedBatch.of(state(), moment).orElseThrow();
        move(new LessonMove.Arrive(2, Optional.of(batch)));
        assertTrue(state().opened().isEmpty(), "of another stop");
        move(new LessonMove.Arrive(3, Optional.of(batch)));
        assertFalse(lesson().arriving());
        assertEquals(Mode.LEARN, state().view().mode(), "the lesson stays");
        assertEquals(3, state().batch().orElseThrow().epoch());
        int forward = state().good().orElseThrow().walkthrough().story().lastForward();
        assertEquals(forward, state().view().step());
        move(new LessonMove.To(0));
        assertTrue(state().opened().isEmpty());
        assertEquals(4, state().view().step());
    }

    @Test
    void one_edits_freely_and_comes_back_to_the_stop_as_it_was() {
        begin();
        session.dispatch(new Action.SetLeaf(0, 0, 3));
        session.dispatch(new Action.Go(1));
        assertFalse(lesson().isAsItWas(state().document().text()));
        move(new LessonMove.Reset());
        assertTrue(lesson().isAsItWas(state().document().text()));
        assertEquals(4, state().view().step());
        session.undo();
        assertTrue(state().document().text().startsWith("x = 3"), "what was edited comes back");
        assertEquals(0, lesson().stop());
    }

    @Test
    void undo_brings_back_what_was_edited_and_the_program_of_before() {
        begin();
        session.dispatch(new Action.SetLeaf(0, 0, 3));
        move(new LessonMove.To(2));
        session.undo();
        assertTrue(state().document().text().startsWith("x = 3"));
        assertEquals(0, lesson().stop(), "with the stop that it was edited at");
        session.undo();
        session.undo();
        assertEquals(OWN, state().document().text());
        assertFalse(session.canUndo());
    }

    @Test
    void going_from_stop_to_stop_leaves_nothing_to_undo() {
        begin();
        move(new LessonMove.To(1));
        move(new LessonMove.To(2));
        move(new LessonMove.To(3));
        session.undo();
        assertEquals(OWN, state().document().text());
    }

    @Test
    void a_lesson_that_was_saved_elsewhere_keeps_the_stop() {
        begin();
        move(new LessonMove.To(2));
        move(new LessonMove.Answer(0, Outcome.RIGHT));
        String edited =
                Lessons.TEXT.replace("## Paths", "## New\n\n## Paths").replace("u = 3", "u = 5");
        // the new first stop has no program: that is a problem, and the lesson is shown all the
        // same
        move(new LessonMove.Reread(Lessons.SOURCE, edited, Lesson.parse(edited, LessonFiles.NONE)));
        assertEquals("Another", lesson().current().orElseThrow().title());
        assertEquals(3, lesson().stop());
        assertEquals(1, lesson().problems().size());
        assertEquals("u = 5\nL = u^2\n", state().document().text());
        assertEquals(Set.of(1, 3), lesson().progress().visited());
        String renamed = edited.replace("## Another", "## Yet another");
        move(
                new LessonMove.Reread(
                        Lessons.SOURCE, renamed, Lesson.parse(renamed, LessonFiles.NONE)));
        assertEquals(3, lesson().stop());
        String emptied = "nothing";
        move(
                new LessonMove.Reread(
                        Lessons.SOURCE, emptied, Lesson.parse(emptied, LessonFiles.NONE)));
        assertEquals("Yet another", lesson().current().orElseThrow().title(), "the last good one");
        assertEquals(1, lesson().problems().size());
    }

    @Test
    void whoever_has_edited_keeps_it_when_the_lesson_changes() {
        begin();
        session.dispatch(new Action.SetLeaf(0, 0, 3));
        String mine = state().document().text();
        String edited = Lessons.TEXT.replace("y = 4", "y = 5");
        move(new LessonMove.Reread(Lessons.SOURCE, edited, Lessons.parsed(edited)));
        assertEquals(mine, state().document().text());
        String other = Lessons.TEXT.replace("# A lesson", "# B lesson");
        move(new LessonMove.Reread(new LessonSource.Bundled("x"), other, Lessons.parsed(other)));
        assertEquals("A lesson", lesson().title(), "another lesson is dropped");
    }

    /// Saved in the middle of a change: the program does not read for a while.
    @Test
    void a_program_that_is_broken_for_a_while_is_followed_once_it_is_whole() {
        begin();
        move(new LessonMove.To(2));
        String broken = Lessons.TEXT.replace("L = u^2", "L = u^^2");
        move(new LessonMove.Reread(Lessons.SOURCE, broken, Lesson.parse(broken, LessonFiles.NONE)));
        assertFalse(lesson().problems().isEmpty());
        assertEquals("u = 3\nL = u^2\n", state().document().text());
        assertTrue(lesson().isAsItWas(state().document().text()), "nobody has edited it");
        String mended = Lessons.TEXT.replace("u = 3", "u = 7");
        move(new LessonMove.Reread(Lessons.SOURCE, mended, Lesson.parse(mended, LessonFiles.NONE)));
        assertEquals("u = 7\nL = u^2\n", state().document().text());
        assertTrue(lesson().problems().isEmpty());
    }

    @Test
    void a_text_alone_that_changes_moves_no_step() {
        begin();
        session.dispatch(new Action.Go(2));
        String edited = Lessons.TEXT.replace("Ten.", "It is ten.");
        move(new LessonMove.Reread(Lessons.SOURCE, edited, Lessons.parsed(edited)));
        assertEquals(2, state().view().step());
    }

    @Test
    void what_is_answered_is_kept_and_found_again() {
        begin();
        move(new LessonMove.Answer(0, Outcome.WRONG));
        assertFalse(isSolved(0));
        move(new LessonMove.Answer(0, Outcome.RIGHT));
        move(new LessonMove.Answer(0, Outcome.WRONG));
        assertEquals(Optional.of(Outcome.RIGHT), lesson().progress().outcome(0, 0));
        assertFalse(isSolved(0), "there are two questions");
        move(new LessonMove.Answer(1, Outcome.RIGHT));
        assertTrue(isSolved(0));
        move(new LessonMove.Answer(9, Outcome.RIGHT));
        move(new LessonMove.To(2));
        move(new LessonMove.Leave());
        assertEquals(Optional.empty(), state().lesson());
        begin();
        assertEquals(2, lesson().stop());
        assertTrue(isSolved(0));
        assertEquals(
                Map.of(0, Outcome.RIGHT, 1, Outcome.RIGHT), lesson().progress().outcomes().get(0));
        move(new LessonMove.Forget());
        assertFalse(isSolved(0));
    }

    private boolean isSolved(int stop) {
        return lesson().progress().isSolved(stop, lesson().lesson().stops().get(stop));
    }

    @Test
    void a_program_of_ones_own_leaves_the_lesson_which_stays_open() {
        begin();
        session.dispatch(new Action.Copy("mine", OWN));
        assertEquals(Mode.EXPLORE, state().view().mode());
        assertEquals("A lesson", lesson().title());
        session.dispatch(new Action.Switch(Mode.LEARN));
        assertFalse(lesson().isAsItWas(state().document().text()));
        move(new LessonMove.Reset());
        assertTrue(lesson().isAsItWas(state().document().text()));
    }

    @Test
    void files_of_a_program_of_a_lesson_lie_beside_the_lesson() {
        LessonSource file = new LessonSource.InFile(Path.of("/lessons/here/l.md"));
        move(new LessonMove.Begin(file, Lessons.TEXT, Lessons.parsed(Lessons.TEXT)));
        assertEquals(Path.of("/lessons/here"), state().folder());
        assertEquals(List.of(Path.of("/lessons/here/l.md")), state().desk().recent());
        assertEquals(Optional.of(file), LessonSource.of(file.id()));
        assertEquals(Optional.empty(), LessonSource.of("bundled:../x"));
        assertEquals(Optional.empty(), LessonSource.of("else"));
    }
}
