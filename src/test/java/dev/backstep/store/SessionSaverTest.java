package dev.backstep.store;

import static dev.backstep.session.Programs.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.store.SessionFile.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionSaverTest {

    @TempDir private Path folder;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private SessionFile file() {
        return new SessionFile(folder.resolve("session.json"));
    }

    private static SessionSnapshot snapshot(String text) {
        return SessionSnapshot.of(opened(text));
    }

    private String text() {
        return assertInstanceOf(Loaded.Found.class, file().load()).snapshot().document().text();
    }

    @Test
    void a_change_comes_to_disk_before_the_saver_is_closed() throws Exception {
        try (WatchService changes = folder.getFileSystem().newWatchService();
                SessionSaver saver = new SessionSaver(file(), failures::add)) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            saver.save(snapshot("x = 1"));
            saver.save(snapshot("x = 2"));
            while (Files.notExists(file().file())) {
                changes.take().reset();
            }
            assertEquals("x = 2", text());
        }
    }

    @Test
    void closing_writes_what_still_waits() {
        SessionSaver saver = new SessionSaver(file(), failures::add, Duration.ofHours(1));
        saver.save(snapshot("x = 1"));
        saver.save(snapshot("x = 2"));
        saver.close();
        assertEquals("x = 2", text());
        saver.save(snapshot("x = 3"));
        assertEquals("x = 2", text());
    }

    @Test
    void closing_without_a_change_writes_nothing() {
        new SessionSaver(file(), failures::add).close();
        assertTrue(Files.notExists(file().file()));
    }

    @Test
    void a_failure_is_told_once() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        for (int i = 0; i < 2; i++) {
            SessionSaver saver =
                    new SessionSaver(
                            new SessionFile(inTheWay.resolve("session.json")), failures::add);
            saver.save(snapshot("x = 1"));
            saver.close();
            assertEquals(i + 1, failures.size());
        }
    }

    @Test
    void two_programs_never_leave_half_a_session() {
        List<String> texts = IntStream.range(0, 4).mapToObj(i -> ("# " + i).repeat(500)).toList();
        var programs =
                texts.stream()
                        .map(
                                text ->
                                        CompletableFuture.runAsync(
                                                () -> {
                                                    for (int i = 0; i < 10; i++) {
                                                        SessionSaver saver =
                                                                new SessionSaver(
                                                                        file(),
                                                                        failures::add,
                                                                        Duration.ZERO);
                                                        saver.save(snapshot(text));
                                                        saver.close();
                                                        assertTrue(texts.contains(text()));
                                                    }
                                                }))
                        .toList();
        programs.forEach(CompletableFuture::join);
        assertEquals(List.of(), failures);
        assertEquals(List.of("session.json"), List.of(folder.toFile().list()));
    }

    /// Saves without a pause until it is killed.
    public static void main(String[] arguments) {
        SessionSaver saver =
                new SessionSaver(new SessionFile(Path.of(arguments[0])), e -> {}, Duration.ZERO);
        for (int i = 0; ; i++) {
            saver.save(snapshot("x = " + i + "\n" + "# ".repeat(100_000)));
        }
    }

    @Test
    void a_killed_program_leaves_a_whole_session() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                getClass().getName(),
                                file().file().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        try {
            boolean ended = false;
            while (!ended && (Files.notExists(file().file()) || text().startsWith("x = 0\n"))) {
                ended = program.waitFor(1, TimeUnit.MILLISECONDS);
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertEquals("", Files.readString(folder.resolve("output")));
        assertTrue(text().startsWith("x = "));
    }
}
