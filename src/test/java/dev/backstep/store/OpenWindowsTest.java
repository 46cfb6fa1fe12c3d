package dev.backstep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Windows of several processes: this one, and the one that started it.
class OpenWindowsTest {

    private static final ProcessHandle OTHER = ProcessHandle.current().parent().orElseThrow();

    @TempDir private Path folder;

    private OpenWindows windows;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        windows = new OpenWindows(folder.resolve("state"));
        file = Files.writeString(folder.resolve("a.bs"), "x = 1");
    }

    private List<String> written() throws IOException {
        try (var all = Files.list(folder.resolve("state"))) {
            return all.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void a_window_knows_of_others_on_its_file_until_they_leave_it() {
        assertFalse(windows.elsewhere(file));
        windows.enter(OTHER, Optional.of(file));
        assertTrue(windows.elsewhere(file));
        assertFalse(windows.elsewhere(folder.resolve("b.bs")));
        windows.enter(OTHER, Optional.empty());
        assertFalse(windows.elsewhere(file));
    }

    @Test
    void its_own_file_is_not_elsewhere() {
        windows.enter(Optional.of(file));
        assertFalse(windows.elsewhere(file));
    }

    @Test
    void a_link_is_the_same_file() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.bs"), file);
        windows.enter(OTHER, Optional.of(file));
        assertTrue(windows.elsewhere(link));
    }

    @Test
    void a_window_that_was_killed_counts_for_nothing_and_its_note_is_cleared_away()
            throws IOException {
        windows.enter(OTHER, Optional.of(file));
        Path note = folder.resolve("state").resolve(written().getFirst());
        String reused = Files.readString(note).replaceFirst("\"began\":\"\\d+", "\"began\":\"1");
        Files.writeString(note, reused);
        assertFalse(windows.elsewhere(file));
        assertEquals(List.of(), written());
    }

    @Test
    void what_is_no_note_stops_nothing() throws IOException {
        windows.enter(OTHER, Optional.of(file));
        Files.writeString(folder.resolve("state/window-1.open"), "{\"process\":");
        Files.writeString(folder.resolve("state/window-2.open"), "");
        Files.writeString(folder.resolve("state/window-3.open"), "[\"\\u0000\"]");
        assertTrue(windows.elsewhere(file));
    }
}
