package dev.backstep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linux_keeps_state_and_logs_together() {
        Path folder = HOME.resolve(".local/state/backstep");
        assertEquals(new Folders(folder, folder), Folders.of(Map.of(), "Linux", HOME));
        assertEquals(
                Path.of("/s/backstep"),
                Folders.of(Map.of("XDG_STATE_HOME", "/s"), "Linux", HOME).state());
        assertEquals(
                folder, Folders.of(Map.of("XDG_STATE_HOME", "relative"), "Linux", HOME).state());
    }

    @Test
    void macos_keeps_them_in_its_library() {
        Folders folders = Folders.of(Map.of(), "Mac OS X", HOME);
        assertEquals(HOME.resolve("Library/Application Support/Backstep"), folders.state());
        assertEquals(HOME.resolve("Library/Logs/Backstep"), folders.logs());
    }

    @Test
    void windows_keeps_them_in_the_local_application_data() {
        Folders folders = Folders.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME);
        assertEquals(
                new Folders(Path.of("/local/Backstep"), Path.of("/local/Backstep/Logs")), folders);
        assertEquals(
                HOME.resolve("AppData/Local/Backstep"),
                Folders.of(Map.of(), "Windows 11", HOME).state());
    }

    @Test
    void a_failure_is_one_sentence_and_its_details_are_in_the_log(@TempDir Path home)
            throws Exception {
        Log log = Log.of(Folders.of(Map.of(), "Linux", home));
        String sentence = Bundle.ENGLISH.say(log.failure(new IllegalStateException("the cause")));
        assertTrue(
                sentence.endsWith(home.resolve(".local/state/backstep/backstep.log").toString()),
                sentence);
        assertTrue(Files.readString(log.file()).contains("the cause"));
    }

    @Test
    void a_log_that_cannot_be_written_says_so(@TempDir Path home) throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        String sentence =
                Bundle.ENGLISH.say(
                        new Log(file.resolve("backstep.log")).failure(new IllegalStateException()));
        assertTrue(sentence.endsWith("cannot be written"), sentence);
    }
}
