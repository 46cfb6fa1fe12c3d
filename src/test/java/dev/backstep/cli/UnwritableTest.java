package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever `render` writes: if it cannot be written, one sentence says so, and what was there
/// stays.
class UnwritableTest {

    private static final String LESSON = "# A\n\n## B\n\n```backstep\nx = 3\nL = x^2\n```\n";

    /// Every output is larger.
    private static final int ROOM = 2_000;

    @TempDir private Path folder;

    /// A source, a name, an option.
    static List<Arguments> outputs() {
        return List.of(
                arguments("p.bs", "o.png", "--step=last"),
                arguments("p.bs", "o.svg", "--step=last"),
                arguments("p.bs", "o.pdf", "--step=last"),
                arguments("p.bs", "o.gif", "--width=300"),
                arguments("p.bs", "o.html", "--legend"),
                arguments("p.bs", "o.png", "--step=all"),
                arguments("p.bs", "o.svg", "--step=all"),
                arguments("p.bs", "o.pdf", "--step=all"),
                arguments("l.md", "o.pdf", ""));
    }

    @BeforeEach
    void sources() throws IOException {
        Files.writeString(folder.resolve("p.bs"), "x = 3\nL = x^2\n");
        Files.writeString(folder.resolve("l.md"), LESSON);
    }

    private Ran render(String source, Path out, String option) {
        List<String> args =
                new ArrayList<>(
                        List.of("render", folder.resolve(source).toString(), "-o", out.toString()));
        if (!option.isEmpty()) {
            args.add(option);
        }
        return Ran.command(args.toArray(String[]::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void assertRefused(Path out, Ran ran) {
        assertEquals(2, ran.exit(), ran.err());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        String why = "-o " + out + ": it cannot be written there";
        assertTrue(ran.err().startsWith(why), ran.err());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void on_a_full_disk_all_old_files_stay(String source, String name, String option)
            throws Exception {
        Path room = Files.createDirectory(folder.resolve("room"));
        assertEquals(new Ran(0, "", ""), render(source, room.resolve(name), option));
        Path full = Files.createDirectory(folder.resolve("full"));
        for (Path written : files(room)) {
            assertTrue(Files.size(written) > ROOM, written + ": " + Files.size(written));
            Files.writeString(full.resolve(written.getFileName()), "old");
        }
        List<Path> before = files(full);
        Ran ran;
        try (var _ = FullDisk.after(ROOM)) {
            ran = render(source, full.resolve(name), option);
        }
        assertRefused(full.resolve(name), ran);
        assertEquals(before, files(full));
        for (Path old : before) {
            assertEquals("old", Files.readString(old));
        }
    }

    /// Nobody can write where the system tells of itself, whoever it is.
    @ParameterizedTest
    @MethodSource("outputs")
    void where_nothing_can_be_written_one_sentence_says_so(
            String source, String name, String option) {
        Path out = Path.of("/proc", name);
        assumeTrue(Files.isDirectory(out.getParent()), "no Linux");
        assertRefused(out, render(source, out, option));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void in_a_read_only_folder_all_old_files_stay(String source, String name, String option)
            throws IOException {
        assumeFalse(option.equals("--step=all"), "they are named otherwise");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path out = Files.writeString(closed.resolve(name), "old");
        assertTrue(closed.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(closed), "whoever may write everywhere");
            assertRefused(out, render(source, out, option));
            assertEquals(List.of(out), files(closed));
            assertEquals("old", Files.readString(out));
        } finally {
            assertTrue(closed.toFile().setWritable(true));
        }
    }

    /// So long that it does not fit into the memory of a stream; some formats tell of no failure
    /// themselves.
    @ParameterizedTest
    @ValueSource(strings = {"latex", "tikz", "dot", "markdown", "json", "pytorch"})
    void a_text_that_the_disk_has_no_room_for_leaves_the_old_one(String format) throws Exception {
        String chain = "param x = 1\nloss L = x" + " * x".repeat(150) + "\ntrain sgd(rate=0.1)\n";
        Path program = Files.writeString(folder.resolve("c.bs"), chain);
        Ran printed = Ran.command("export", program.toString(), "--to", format);
        assertEquals(0, printed.exit(), "and fonts are loaded by now, which takes a file for each");
        Path out = Files.writeString(folder.resolve("out"), "old");
        List<Path> before = files(folder);
        Ran ran;
        try (var _ = FullDisk.after(ROOM)) {
            ran = Ran.command("export", program.toString(), "--to", format, "-o", out.toString());
        }
        assertRefused(out, ran);
        assertEquals(before, files(folder));
        assertEquals("old", Files.readString(out));
    }
}
