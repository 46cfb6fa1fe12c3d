package dev.backstep.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.lang.Language;
import dev.backstep.session.LineEnd;
import dev.backstep.store.ProgramFile.Read;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramFileTest {

    @TempDir private Path folder;

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("a.bs"), bytes);
    }

    private static void refused(Path file, String why) {
        Read read = ProgramFile.read(file);
        assertTrue(
                read instanceof Read.Refused(Message said)
                        && Bundle.ENGLISH.say(said).contains(why),
                read.toString());
    }

    private static String refusal(Path file, String text, LineEnd lineEnd) {
        return Bundle.ENGLISH.say(ProgramFile.write(file, text, lineEnd).orElseThrow());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_read(LineEnd lineEnd) {
        String text = "# σ, 𝕏 and Übergrößen\nx = 1\n\nL = x²\n";
        Path file = folder.resolve("a.bs");
        assertEquals(Optional.empty(), ProgramFile.write(file, text, lineEnd));
        assertEquals(new Read.Ok(text, lineEnd), ProgramFile.read(file));
    }

    @Test
    void a_file_keeps_its_line_ends() throws IOException {
        byte[] before = "x = 1\r\nL = x\r\n".getBytes(StandardCharsets.UTF_8);
        Read.Ok read = (Read.Ok) ProgramFile.read(file(before));
        assertEquals("x = 1\nL = x\n", read.text());
        ProgramFile.write(folder.resolve("a.bs"), read.text(), read.lineEnd());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("a.bs")));
    }

    /// Line by line, with what a file begins with; a line that is new ends as most do.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\rb\rc\r",
                "\uFEFFa\r\nb\r\nc",
                "a\r\nb\nc\r\n",
                "\uFEFFa\nb\rc\r\n\n",
                "a\n\rb\r\r\nc"
            })
    void what_is_saved_unchanged_stays_byte_for_byte(String text) throws IOException {
        byte[] before = text.getBytes(StandardCharsets.UTF_8);
        Path file = file(before);
        Read.Ok read = (Read.Ok) ProgramFile.read(file);
        ProgramFile.write(file, read.text(), read.lineEnd());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void a_line_in_the_middle_changes_no_other() throws IOException {
        Path file = file("a\nb\r\nc\r\nd\ne".getBytes(StandardCharsets.UTF_8));
        Read.Ok read = (Read.Ok) ProgramFile.read(file);
        ProgramFile.write(file, read.text().replace("b\n", "x\ny\n"), LineEnd.CRLF);
        assertEquals("a\nx\r\ny\r\nc\r\nd\ne", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb\r\nc\n", "a\r\nb\nc\r\n"})
    void mixed_line_ends_become_what_most_lines_have(String mixed) throws IOException {
        assertEquals(
                new Read.Ok("a\nb\nc\n", LineEnd.CRLF),
                ProgramFile.read(file(mixed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void old_line_ends_and_a_byte_order_mark_are_read() throws IOException {
        byte[] bytes = "\uFEFFx = 1\rL = x".getBytes(StandardCharsets.UTF_8);
        assertEquals(new Read.Ok("x = 1\nL = x", LineEnd.CR), ProgramFile.read(file(bytes)));
    }

    @Test
    void an_empty_file_is_a_text() throws IOException {
        assertEquals(new Read.Ok("", LineEnd.LF), ProgramFile.read(file()));
    }

    @Test
    void what_is_no_program_is_refused_in_a_sentence() throws IOException {
        refused(folder.resolve("none.bs"), "none.bs: there is no such file");
        refused(folder, "this is a folder");
        refused(
                file((byte) 'x', (byte) '\n', (byte) 0xE9),
                "this is not UTF-8 text (line 2); save it as UTF-8");
        refused(file((byte) 'x', (byte) 0, (byte) 'y'), "NUL");
        byte[] long1 = new byte[Language.MAX_LENGTH + 1];
        Arrays.fill(long1, (byte) ' ');
        refused(file(long1), "too long");
        refused(file().resolve("below"), "below: ");
    }

    @Test
    void a_file_as_long_as_may_be_is_read() throws IOException {
        byte[] longest = new byte[Language.MAX_LENGTH];
        Arrays.fill(longest, (byte) ' ');
        assertTrue(ProgramFile.read(file(longest)) instanceof Read.Ok);
    }

    @Test
    void a_device_is_refused_and_not_waited_for() {
        Path zero = Path.of("/dev/zero");
        assumeFalse(Files.notExists(zero));
        refused(zero, "device");
        assertTrue(refusal(zero, "x", LineEnd.LF).contains("not a file"));
    }

    /// As `/dev/stdout` leads to where another program reads: its name is no path.
    @Test
    void a_link_to_a_pipe_is_no_file() throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open));
        Pipe pipe = Pipe.open();
        try (Stream<Path> all = Files.list(open);
                var _ = pipe.source();
                var _ = pipe.sink()) {
            Path end = all.filter(ProgramFileTest::isPipe).findFirst().orElseThrow();
            Path link = Files.createSymbolicLink(folder.resolve("out"), end);
            assertTrue(refusal(link, "x", LineEnd.LF).contains("not a file"));
        }
    }

    private static boolean isPipe(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().startsWith("pipe:");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void what_cannot_be_written_is_said_and_nothing_is_left() throws IOException {
        assertTrue(refusal(folder.resolve("no/a.bs"), "x", LineEnd.LF).contains("folder is gone"));
        assertTrue(refusal(folder, "x", LineEnd.LF).contains("not saved"));
        assertTrue(
                refusal(folder.resolve("a.bs"), "x\uD800", LineEnd.LF)
                        .contains("half a character"));
        assertEquals(List.of(), names());
    }

    @Test
    void a_read_only_folder_gives_a_sentence() throws IOException {
        Path file = file((byte) 'x');
        assertTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "nothing is read-only to an administrator");
            String sentence = refusal(file, "y", LineEnd.LF);
            assertTrue(sentence.startsWith("a.bs: not saved; "), sentence);
            assertEquals("x", Files.readString(file));
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void a_read_only_file_is_left_alone() throws IOException {
        Path file = file((byte) 'x');
        assertTrue(file.toFile().setWritable(false));
        assumeFalse(Files.isWritable(file), "nothing is read-only to an administrator");
        assertTrue(ProgramFile.write(file, "y", LineEnd.LF).isPresent());
        assertEquals("x", Files.readString(file));
    }

    @Test
    void permissions_stay_and_links_are_followed() throws IOException {
        assumeFalse(!FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = file((byte) 'x');
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.bs"), Path.of("a.bs"));
        assertEquals(Optional.empty(), ProgramFile.write(link, "y", LineEnd.LF));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("y", Files.readString(file));
        assertEquals(
                "rw-rw-r-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("a.bs", "link.bs"), names());
    }

    @Test
    void a_link_to_nothing_is_written_where_it_leads_and_a_ring_is_refused() throws IOException {
        assumeFalse(!FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path link = Files.createSymbolicLink(folder.resolve("link.bs"), Path.of("b.bs"));
        assertEquals(Optional.empty(), ProgramFile.write(link, "y", LineEnd.LF));
        assertEquals("y", Files.readString(folder.resolve("b.bs")));
        Path ring = Files.createSymbolicLink(folder.resolve("ring"), Path.of("ring"));
        assertTrue(refusal(ring, "y", LineEnd.LF).contains("leads nowhere"));
    }

    @Test
    void whoever_reads_meanwhile_never_finds_half_a_file() throws IOException {
        List<String> texts = IntStream.range(0, 4).mapToObj(i -> ("" + i).repeat(100_000)).toList();
        Path file = folder.resolve("a.bs");
        ProgramFile.write(file, texts.getFirst(), LineEnd.LF);
        var writers =
                texts.stream()
                        .map(
                                text ->
                                        CompletableFuture.runAsync(
                                                () -> {
                                                    for (int i = 0; i < 10; i++) {
                                                        assertEquals(
                                                                Optional.empty(),
                                                                ProgramFile.write(
                                                                        file, text, LineEnd.LF));
                                                    }
                                                }))
                        .toList();
        while (writers.stream().anyMatch(w -> !w.isDone())) {
            assertTrue(texts.contains(Files.readString(file)));
        }
        writers.forEach(CompletableFuture::join);
        assertEquals(List.of("a.bs"), names());
        assertFalse(Files.readString(file).isEmpty());
    }
}
