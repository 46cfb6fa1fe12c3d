package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.DataFiles;
import dev.backstep.text.Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program whose file of samples changes while it is open.
class FilesChangedTest {

    private static final String TEXT = "data csv(\"a.csv\", label=2, test=0)\nL = sum(X)\n";

    @TempDir Path folder;

    private State state;

    @BeforeEach
    void open() throws Exception {
        samples("1,0\n2,1\n");
        State unread = State.of(Optional.of(folder.resolve("a.bs")), TEXT);
        state = after(unread, new Action.Understood(TEXT, Understanding.of(unread, files(unread))));
        assertEquals(3, value(state, "L"));
    }

    private void samples(String rows) throws Exception {
        Files.writeString(folder.resolve("a.csv"), rows);
    }

    private static DataFiles files(State state) {
        return CsvFiles.in(state.origin().folder());
    }

    private void readAgain() {
        Optional<Understanding> what = Understanding.again(state, files(state));
        state = after(state, new Action.Understood(TEXT, what.orElseThrow()));
    }

    @Test
    void what_has_not_changed_is_not_told_again() {
        assertEquals(Optional.empty(), Understanding.again(state, files(state)));
    }

    @Test
    void new_samples_give_new_numbers_at_the_same_step() throws Exception {
        state = after(state, new Action.Go(1));
        samples("1,0\n2,1\n10,0\n");
        readAgain();
        assertEquals(13, value(state, "L"));
        assertEquals(1, state.view().step());
        assertTrue(state.isCurrent());
    }

    @Test
    void a_slip_in_the_file_is_told_and_goes_when_it_is_mended() throws Exception {
        samples("1,0\ntwo,1\n10,0\n");
        readAgain();
        assertEquals(1, state.problems().size());
        assertEquals(3, value(state, "L"));
        assertEquals(Optional.empty(), Understanding.again(state, files(state)));
        samples("1,0\n2,1\n10,0\n");
        readAgain();
        assertTrue(state.problems().isEmpty());
        assertEquals(13, value(state, "L"));
    }

    @Test
    void in_another_folder_there_are_other_samples() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        state = after(state, new Action.Saved(other.resolve("a.bs"), TEXT));
        readAgain();
        assertTrue(
                Bundle.ENGLISH
                        .say(state.problems().getFirst().message())
                        .contains("there is no file"));
        Files.writeString(other.resolve("a.csv"), "7,0\n");
        readAgain();
        assertEquals(7, value(state, "L"));
        assertFalse(state.unread());
    }

    @Test
    void a_matrix_of_a_file_follows_its_file_until_it_is_set_by_hand() throws Exception {
        Files.writeString(folder.resolve("W.csv"), "1,2\n");
        String text = "param W = file(\"W.csv\")\nL = sum(W)\n";
        State unread = State.of(Optional.of(folder.resolve("a.bs")), text);
        assertTrue(unread.unread());
        State read =
                after(unread, new Action.Understood(text, Understanding.of(unread, files(unread))));
        assertEquals(3, value(read, "L"));
        assertEquals(Optional.empty(), Understanding.again(read, files(read)));
        Files.writeString(folder.resolve("W.csv"), "10,2,5\n");
        Understanding now = Understanding.again(read, files(read)).orElseThrow();
        read = after(read, new Action.Understood(text, now));
        assertEquals(17, value(read, "L"));
        State moved = after(read, new Action.SetLeaf(0, 1, 4));
        assertEquals("param W = [10, 4, 5]\nL = sum(W)\n", moved.document().text());
        assertEquals(19, value(moved, "L"));
    }
}
