package dev.backstep.store;

import static dev.backstep.session.Programs.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.Standing;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program is typed, saved, and killed.
@Timeout(120)
class SaveAndKillTest {

    private static final int LAST = 100;

    @TempDir private Path folder;

    private Path program() {
        return folder.resolve("a.bs");
    }

    private SessionFile session() {
        return new SessionFile(folder.resolve("session.json"));
    }

    private static String text(int version) {
        return "x = " + version + "\nL = x^2\n";
    }

    private static int version(String text) {
        return Integer.parseInt(text.lines().findFirst().orElseThrow().substring(4));
    }

    private State back() {
        return ((SessionFile.Loaded.Found) session().load()).snapshot().restored();
    }

    /// Types and saves one version after the other, as the window does, until it is killed.
    public static void main(String[] arguments) throws IOException {
        Path program = Path.of(arguments[0]);
        SessionFile file = new SessionFile(Path.of(arguments[1]));
        Session session = new Session(State.of(Optional.of(program), text(0)));
        SessionSaver saver = new SessionSaver(file, _ -> {}, Duration.ofMillis(30));
        session.subscribe(s -> saver.save(SessionSnapshot.of(s)));
        for (int version = 1; version <= LAST; version++) {
            session.dispatch(type(session.state(), text(version) + "# half"));
            LockSupport.parkNanos(version % 3 * 20_000_000L);
            session.dispatch(type(session.state(), text(version)));
            Saves.write(session, program);
            Files.writeString(file.file().resolveSibling("saved"), Integer.toString(version));
            LockSupport.parkNanos(version % 2 * 35_000_000L);
        }
    }

    /// The moments lie over two rounds of what the program does, wherever in it they fall.
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110})
    void whenever_it_is_killed_what_comes_back_is_what_was_saved_last_or_typed_since(int millis)
            throws Exception {
        Files.writeString(program(), text(0));
        Path saved = folder.resolve("saved");
        Process killed =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                getClass().getName(),
                                program().toString(),
                                session().file().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        try {
            boolean ended = false;
            while (!ended && Files.notExists(saved)) {
                ended = killed.waitFor(1, TimeUnit.MILLISECONDS);
            }
            killed.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertEquals("", Files.readString(folder.resolve("output")));
        int inFile = version(Files.readString(program()));
        State back = back();
        String text = back.document().text();
        assertFalse(back.standing().asks(), "nobody else has changed the file");
        assertTrue(version(text) >= inFile, inFile + " is saved, " + text + " came back");
        assertEquals(!text.equals(text(inFile)), back.isModified());
    }

    /// What is on disk after each of the writes of a session, to which it can be cut short.
    private List<Runnable> writes(List<SessionSnapshot> sessions, List<String> texts) {
        List<Runnable> writes = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            SessionSnapshot session = sessions.get(i);
            writes.add(() -> unchecked(() -> session().save(session)));
            if (i < texts.size() && !texts.get(i).isEmpty()) {
                String text = texts.get(i);
                writes.add(() -> unchecked(() -> Files.writeString(program(), text)));
            }
        }
        return writes;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void however_few_of_the_writes_of_a_save_were_done_the_newest_comes_back() throws IOException {
        State opened = State.of(Optional.of(program()), text(0));
        State typed = Update.apply(opened, type(opened, text(1)));
        State saving = Update.apply(typed, new Action.Saving(program()));
        State saved = Update.apply(saving, new Action.Saved(program(), text(1)));
        State undone = Update.apply(saved, type(saved, text(0)));
        List<SessionSnapshot> sessions =
                List.of(opened, saving, saved, undone).stream().map(SessionSnapshot::of).toList();
        List<Runnable> writes = writes(sessions, List.of("", text(1)));
        for (int done = 1; done <= writes.size(); done++) {
            Files.writeString(program(), text(0));
            writes.subList(0, done).forEach(Runnable::run);
            State back = back();
            assertFalse(back.standing().asks(), done + " writes");
            int expected = done == 1 || done == writes.size() ? 0 : 1;
            assertEquals(text(expected), back.document().text(), done + " writes");
            boolean inFile = text(expected).equals(Files.readString(program()));
            assertEquals(!inFile, back.isModified(), done + " writes");
        }
    }

    /// The state folder is full or gone: the session is that of long before the save.
    @Test
    void where_the_session_could_not_be_written_before_the_save_the_user_is_asked()
            throws IOException {
        Files.writeString(program(), text(0));
        State opened = State.of(Optional.of(program()), text(0));
        session().save(SessionSnapshot.of(Update.apply(opened, type(opened, text(1)))));
        Files.writeString(program(), text(2));
        State back = back();
        assertEquals(text(1), back.document().text());
        assertEquals(Standing.CHANGED, back.standing());
        assertTrue(back.isModified());
    }
}
