package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.DocumentOrigin;
import dev.backstep.store.Folders;
import dev.backstep.store.SessionClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is started with the name of a file.
class OpeningTest {

    @TempDir private Path folder;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private Opening opened(String name) {
        Path file = folder.resolve(name);
        try (SessionClaim claim =
                SessionClaim.of(new Folders(folder, folder), Optional.of(Opening.whole(file)))) {
            return Opening.of(claim, Optional.of(file));
        }
    }

    @Test
    void a_program_is_opened() throws IOException {
        Files.writeString(folder.resolve("a.bs"), "x = 7\n");
        Opening opening = opened("a.bs");
        assertEquals("x = 7\n", opening.state().document().text());
        assertEquals(List.of(), opening.refused());
    }

    @Test
    void what_cannot_be_opened_is_said() throws IOException {
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        for (String name : List.of("none.md", "none.bs", "none.onnx", "picture.png")) {
            Opening opening = opened(name);
            assertEquals(1, opening.refused().size(), name);
            assertTrue(opening.refused().getFirst().startsWith(name), name);
            assertEquals(DocumentOrigin.none().file(), opening.state().origin().file());
        }
    }

    @Test
    void a_session_that_cannot_be_read_is_said_too() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{");
        assertEquals(2, opened("none.bs").refused().size());
    }
}
