package dev.backstep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a file that was being written.
@Timeout(60)
class PartFileTest {

    @TempDir private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> parts() throws IOException {
        return names().stream().filter(name -> name.endsWith(".part")).toList();
    }

    private void write(String name) throws IOException {
        AtomicWrite.write(
                folder.resolve(name), out -> out.write(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_a_killed_program_left_is_swept_by_the_next_writing_to_its_folder()
            throws IOException {
        Files.writeString(folder.resolve(".backstep-1a.part"), "half");
        Files.writeString(folder.resolve("film.mp4.part"), "somebody else is writing it");
        write("a.png");
        assertEquals(List.of("a.png", "film.mp4.part"), names());
    }

    /// As writers of text do, who only remember that something failed.
    @Test
    void a_failure_that_its_content_swallows_leaves_the_old_file() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicWrite.Content swallowing =
                out -> {
                    Thread.currentThread().interrupt(); // closes the file at the next writing
                    try (PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
                        text.print("new");
                    }
                };
        try {
            assertThrows(IOException.class, () -> AtomicWrite.write(file, swallowing));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void what_somebody_is_writing_stays() throws IOException {
        Path theirs = Files.writeString(folder.resolve(".backstep-1a.part"), "half");
        try (FileChannel channel = FileChannel.open(theirs, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            write("a.png");
            assertTrue(Files.exists(theirs));
        }
    }

    @Test
    void two_writings_at_once_in_one_folder_do_not_sweep_each_other() throws IOException {
        AtomicWrite.write(
                folder.resolve("a.png"),
                out -> {
                    write("b.png");
                    out.write(1);
                });
        assertEquals(List.of("a.png", "b.png"), names());
    }

    @Test
    void a_writing_that_fails_leaves_nothing() throws IOException {
        IOException full = new IOException("full");
        assertThrows(
                IOException.class,
                () ->
                        AtomicWrite.write(
                                folder.resolve("a.png"),
                                out -> {
                                    throw full;
                                }));
        assertEquals(List.of(), names());
    }

    /// Writes without an end until it is killed.
    public static void main(String[] arguments) throws IOException {
        AtomicWrite.write(
                Path.of(arguments[0]),
                out -> {
                    while (true) {
                        out.write(new byte[1 << 17]);
                        LockSupport.parkNanos(10_000_000);
                    }
                });
    }

    /// Whether a part holds something: only then is it surely locked.
    private boolean isWriting() throws IOException {
        for (String part : parts()) {
            if (Files.size(folder.resolve(part)) > 0) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_program_that_is_told_to_end_clears_up_and_one_that_is_killed_is_cleared_up_after(
            boolean killed) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                getClass().getName(),
                                folder.resolve("a.png").toString())
                        .inheritIO()
                        .start();
        try {
            boolean ended = false;
            while (!ended && !isWriting()) {
                ended = program.waitFor(1, TimeUnit.MILLISECONDS);
            }
            write("b.png");
            assertEquals(1, parts().size(), "it is still being written");
            if (!killed) {
                program.destroy();
                assertTrue(program.waitFor(20, TimeUnit.SECONDS));
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertEquals(killed ? 1 : 0, parts().size());
        write("c.png");
        assertEquals(List.of("b.png", "c.png"), names());
        assertFalse(Files.exists(folder.resolve("a.png")));
    }

    /// As a disk that is full at the third of four files does.
    @Test
    void of_several_files_all_or_none_are_written() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            Files.writeString(folder.resolve(name), "old");
        }
        List<Path> files = List.of("a", "b", "c", "d").stream().map(folder::resolve).toList();
        assertThrows(
                IOException.class,
                () ->
                        AtomicWrite.writeAll(
                                files,
                                (i, out) -> {
                                    out.write('n');
                                    if (i == 2) {
                                        throw new IOException("full");
                                    }
                                }));
        assertEquals(List.of("a", "b", "c", "d"), names());
        for (Path file : files) {
            assertEquals("old", Files.readString(file));
        }
        AtomicWrite.writeAll(files, (i, out) -> out.write('0' + i));
        assertEquals(List.of("a", "b", "c", "d"), names());
        assertEquals("3", Files.readString(files.getLast()));
    }

    private List<Path> old(String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Files.writeString(folder.resolve(name), "old"));
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_program_that_is_told_to_end_before_the_first_file_is_replaced_replaces_none()
            throws IOException {
        List<Path> files = old("a", "b", "c");
        assertThrows(
                InterruptedIOException.class,
                () ->
                        AtomicWrite.writeAll(
                                files,
                                (i, out) -> {
                                    out.write('n');
                                    if (i == 2) {
                                        PartFile.removeMine();
                                    }
                                }));
        assertEquals(List.of("a", "b", "c"), names());
        assertEquals(List.of("old", "old", "old"), files.stream().map(PartFileTest::read).toList());
    }

    /// Told at any moment: no series is half new.
    @Test
    void a_program_that_is_told_to_end_meanwhile_replaces_all_or_none() throws Exception {
        List<Path> files = old("a", "b", "c", "d", "e", "f", "g", "h");
        AtomicBoolean over = new AtomicBoolean();
        Thread ending =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!over.get()) {
                                        PartFile.removeMine();
                                    }
                                });
        try {
            for (int round = 0; round < 50; round++) {
                int now = round;
                try {
                    AtomicWrite.writeAll(files, (_, out) -> out.write(now));
                } catch (InterruptedIOException e) {
                    // then none
                }
                assertEquals(1, files.stream().map(PartFileTest::read).distinct().count());
                assertEquals(8, names().size());
            }
        } finally {
            over.set(true);
            ending.join();
        }
    }

    @Test
    void two_names_of_one_file_are_refused_before_anything_is_written() throws IOException {
        Path one = old("s-001.png").getFirst();
        Path two = Files.createSymbolicLink(folder.resolve("s-002.png"), one.getFileName());
        Path elsewhere = Files.createSymbolicLink(folder.resolve("here"), folder);
        for (List<Path> files :
                List.of(
                        List.of(one, two),
                        List.of(one, elsewhere.resolve("s-001.png")),
                        List.of(folder.resolve("new"), elsewhere.resolve("new")))) {
            IOException refused =
                    assertThrows(
                            IOException.class,
                            () -> AtomicWrite.writeAll(files, (_, out) -> out.write('n')));
            assertEquals(Optional.of(Message.of("disk.twice")), AtomicWrite.why(refused));
        }
        assertEquals("old", Files.readString(one));
        assertEquals(List.of("here", "s-001.png", "s-002.png"), names());
    }

    @Test
    void what_killed_programs_left_is_swept_in_each_folder_that_is_written_to() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Path of = Files.createDirectory(folder.resolve(name));
            Files.writeString(of.resolve(".backstep-1a.part"), "half");
            files.add(of.resolve("x"));
        }
        AtomicWrite.writeAll(files, (i, out) -> out.write('0' + i));
        for (Path file : files) {
            assertFalse(Files.exists(file.resolveSibling(".backstep-1a.part")));
            assertTrue(Files.exists(file));
        }
    }
}
