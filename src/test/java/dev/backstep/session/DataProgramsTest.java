package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.lang.Glance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs with data in the window: graphs like all others, of their first mini-batch.
class DataProgramsTest {

    @Test
    void the_loop_of_the_lecture_opens_at_once() throws Exception {
        State state = opened(Files.readString(Path.of("samples/16-minibatch-sgd.bs")));
        assertTrue(state.isCurrent());
        assertFalse(state.unread());
        assertEquals(21, state.steps());
    }

    @Test
    void what_does_not_stand_in_the_text_cannot_be_set() throws Exception {
        State state = opened(Files.readString(Path.of("samples/17-circle.bs")));
        for (String name : new String[] {"X", "y", "W1", "b2"}) {
            assertSame(state, after(state, new Action.SetLeaf(node(state, name), 0, 7)), name);
        }
    }

    @Test
    void a_number_of_the_text_can_and_the_data_stay() throws Exception {
        State before = opened(Files.readString(Path.of("samples/22-plane.bs")));
        State after = after(before, new Action.SetLeaf(node(before, "W"), 1, 7));
        assertTrue(after.document().text().contains("param W = [0.5, 7]"));
        assertEquals(good(before).model().learning(), good(after).model().learning());
        assertEquals(
                7,
                good(after)
                        .model()
                        .setup()
                        .orElseThrow()
                        .network()
                        .apply(3)
                        .leaves()
                        .values()
                        .stream()
                        .filter(v -> v.cols() == 2)
                        .findFirst()
                        .orElseThrow()
                        .at(1));
    }

    @Test
    void samples_that_take_long_to_come_by_are_read_in_the_background(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,2,0\n2,1,1\n");
        String text = "data csv(\"a.csv\", label=3, test=0)\nL = sum(X)";
        State state = State.of(Optional.of(folder.resolve("a.bs")), text);
        assertTrue(state.unread());
        State read =
                after(
                        state,
                        new Action.Understood(text, Understanding.of(state, CsvFiles.in(folder))));
        assertTrue(read.isCurrent(), () -> read.problems().toString());
        assertTrue(Glance.mayTakeLong("data spiral(noise=0, samples=100000)\nL = sum(X)"));
        assertTrue(Glance.mayTakeLong("data spiral(\nsamples=1e6)\nL = sum(X)"));
        assertFalse(Glance.mayTakeLong("data spiral(samples=4000)\nx = 100000\nL = sum(X)"));
    }

    /// An initialiser becomes a matrix that is written out, whose elements have to be read; the
    /// samples are known.
    @Test
    void a_leaf_is_set_without_opening_the_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2,0\n2,1,1\n");
        String text = "data csv(\"a.csv\", label=3, test=0)\nW = ones(1, 2)\nL = sum(W @ X)";
        State state = State.of(Optional.of(folder.resolve("a.bs")), text);
        State read =
                after(
                        state,
                        new Action.Understood(text, Understanding.of(state, CsvFiles.in(folder))));
        assertEquals(6, value(read, "L"));
        Files.delete(file);
        State set = after(read, new Action.SetLeaf(node(read, "W"), 1, 3));
        assertTrue(set.document().text().contains("W = [1, 3]"), set.document().text());
        assertEquals(3 + 3 * 3, value(set, "L"));
        assertEquals(good(read).model().learning(), good(set).model().learning());
    }
}
