package dev.backstep.store;

import static dev.backstep.session.Programs.opened;
import static dev.backstep.session.Programs.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.backstep.session.State;
import dev.backstep.session.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows of the program at once.
class SessionClaimTest {

    @TempDir Path folder;

    private SessionClaim claim() {
        return SessionClaim.of(new Folders(folder, folder), Optional.empty());
    }

    private static void leave(SessionClaim window, String text, long at) throws IOException {
        State start = opened("x = 1\n");
        window.file().save(SessionSnapshot.of(Update.apply(start, type(start, text))));
        Files.setLastModifiedTime(window.file().file(), FileTime.fromMillis(at));
        window.close();
    }

    private static String text(SessionFile file) {
        return assertInstanceOf(SessionFile.Loaded.Found.class, file.load())
                .snapshot()
                .document()
                .text();
    }

    @Test
    void two_windows_have_two_files_and_neither_loses_what_it_left_unsaved() throws IOException {
        SessionClaim first = claim();
        SessionClaim second = claim();
        assertEquals("session.json", first.file().file().getFileName().toString());
        assertNotEquals(first.file(), second.file());
        assertInstanceOf(SessionFile.Loaded.Fresh.class, second.file().load());
        leave(second, "x = 2\n", 1_000);
        leave(first, "x = 3\n", 2_000);
        try (SessionClaim next = claim();
                SessionClaim other = claim()) {
            assertEquals("x = 3\n", text(next.file()));
            assertEquals("x = 2\n", text(other.file()));
        }
    }

    @Test
    void the_window_used_last_comes_back() throws IOException {
        SessionClaim first = claim();
        SessionClaim second = claim();
        leave(first, "x = 3\n", 1_000);
        leave(second, "x = 2\n", 2_000);
        try (SessionClaim next = claim()) {
            assertEquals("x = 2\n", text(next.file()));
        }
    }

    @Test
    void a_file_to_open_takes_no_place_of_unsaved_text() throws IOException {
        leave(claim(), "x = 3\n", 1_000);
        Folders folders = new Folders(folder, folder);
        try (SessionClaim other = SessionClaim.of(folders, Optional.of(folder.resolve("a.bs")))) {
            assertInstanceOf(SessionFile.Loaded.Fresh.class, other.loaded());
            other.file().save(SessionSnapshot.of(State.of(Optional.empty(), "y = 1\n")));
        }
        try (SessionClaim next = claim();
                SessionClaim kept = claim()) {
            assertEquals("y = 1\n", text(next.file()));
            assertEquals("x = 3\n", text(kept.file()));
        }
    }

    @Test
    void unsaved_text_of_the_very_file_goes_on() throws IOException {
        Path file = folder.resolve("a.bs");
        SessionClaim first = claim();
        State start = State.of(Optional.of(file), "x = 1\n");
        first.file().save(SessionSnapshot.of(Update.apply(start, type(start, "x = 2\n"))));
        first.close();
        try (SessionClaim next = SessionClaim.of(new Folders(folder, folder), Optional.of(file))) {
            assertEquals("x = 2\n", text(next.file()));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_stops_no_window() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (SessionClaim claim =
                SessionClaim.of(new Folders(file.resolve("below"), folder), Optional.empty())) {
            assertInstanceOf(SessionFile.Loaded.Fresh.class, claim.file().load());
        }
    }
}
