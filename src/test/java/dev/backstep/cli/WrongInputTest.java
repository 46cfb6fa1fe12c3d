package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongInputTest {

    private static void refused(Ran ran, String reason) {
        assertEquals(2, ran.exit(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(reason), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "trace", "check"})
    void all_problems_are_told_with_their_places(String command) {
        Ran ran = Ran.on("x = 1\nL = 2x\nM = foo(x)\n", command, "-");
        refused(ran, "-:2:6: ");
        refused(ran, "-:3:5: ");
    }

    @Test
    void an_argument_that_nothing_takes_is_refused_with_what_there_is() {
        refused(
                Ran.command("evaluate", "a.bs"),
                "there is no command evaluate; the commands are eval, trace, check, render, export,");
        refused(Ran.on("x = 1", "eval", "-", "b.bs"), "one argument too many: b.bs");
        refused(Ran.on("x = 1", "eval", "-", "--deep"), "Unknown option: '--deep'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "train", "export --to dot"})
    void a_lesson_is_no_program(String command) {
        Ran ran = Ran.command((command + " samples/lecture-3.md").split(" "));
        refused(ran, "samples/lecture-3.md: this is a lesson, no program");
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void a_missing_file_and_a_folder_are_refused(@TempDir Path folder) {
        refused(Ran.command("eval", folder.resolve("no.bs").toString()), "there is no such file");
        refused(Ran.command("eval", folder.toString()), "this is a folder");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_at_their_place() {
        byte[] latin = "x = 1\ny\u00e9 = 2".getBytes(StandardCharsets.ISO_8859_1);
        refused(Ran.command(latin, "eval", "-"), "-:2:2: this is not UTF-8 text");
    }

    @Test
    void half_a_character_at_the_end_is_refused() {
        refused(
                Ran.command(new byte[] {'x', (byte) 0xC3}, "eval", "-"),
                "-:1:2: this is not UTF-8 text");
    }

    @Test
    void a_byte_order_mark_is_no_problem() {
        assertEquals(0, Ran.on("\uFEFFx = 1\nL = x", "eval", "-").exit());
    }

    /// A stream without an end, which fails where more is read than is needed to refuse it.
    @Test
    void an_endless_input_is_refused_after_its_first_megabyte() {
        InputStream endless =
                new InputStream() {
                    private int left = Language.MAX_LENGTH + 1;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("read on");
                        }
                        return ' ';
                    }
                };
        var err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(OutputStream.nullOutputStream());
        int exit = Backstep.run(new String[] {"eval", "-"}, endless, out, new PrintStream(err));
        assertEquals(2, exit);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("too long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "=1", "x=", "x=one", "x=1\ny = 2", "x=zeros(1, 1)", "x=[1, 2", "x=1#"})
    void a_set_that_is_no_name_and_literal_is_refused(String setting) {
        refused(Ran.on("x = 1\nL = x", "eval", "-", "--set", setting), "--set ");
    }

    /// The option is quoted in at most 60 characters.
    @Test
    void a_long_set_is_quoted_shortly() {
        for (String setting :
                new String[] {
                    "x=" + "1;".repeat(9999), "q".repeat(9999) + "=1", "x" + "\n".repeat(500)
                }) {
            Ran ran = Ran.on("x = 1\nL = x", "eval", "-", "--set", setting);
            refused(ran, "--set ");
            assertTrue(ran.err().length() < 200, ran.err());
            assertEquals(1, ran.err().lines().count());
        }
    }

    @Test
    void line_ends_of_every_kind_are_read() {
        for (String text :
                new String[] {"x = 1\rL = 2*x\r", "\uFEFFx = 1\r\nL = 2*x", "x = 1\nL = 2*x\r"}) {
            assertEquals(0, Ran.on(text, "eval", "-").exit());
        }
        refused(Ran.on("x = 1\r\rL = 2x", "eval", "-"), "-:3:6: ");
    }

    @Test
    void names_of_a_set_are_spelt_as_in_a_program() {
        assertEquals(0, Ran.on("ŷ = 1\nL = yhat", "eval", "-", "--set", "ŷ=2").exit());
    }

    @Test
    void a_picture_does_not_take_the_place_of_the_program(@TempDir Path folder) throws IOException {
        Path program = folder.resolve("g.png");
        Files.writeString(program, "x = 1\nL = x");
        Path link = Files.createSymbolicLink(folder.resolve("h.png"), program);
        for (Path out :
                new Path[] {
                    program, link, folder.resolve("../" + folder.getFileName() + "/g.png")
                }) {
            refused(
                    Ran.command("render", program.toString(), "-o", out.toString()),
                    "this is the program");
        }
        assertEquals("x = 1\nL = x", Files.readString(program));
    }

    @Test
    void a_set_of_an_unknown_leaf_or_another_shape_is_refused() {
        refused(Ran.on("x = 1\nL = x", "eval", "-", "--set", "q=1"), "q");
        refused(Ran.on("x = 1\nL = x", "eval", "-", "--set", "L=1"), "L");
        refused(Ran.on("x = 1\nL = x", "eval", "-", "--set", "x=[1, 2]"), "1×1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil -",
                "eval",
                "eval - --frob",
                "eval - -",
                "check - --json",
                "render -",
                "train -"
            })
    void a_wrong_command_or_option_is_refused(String command) {
        refused(Ran.on("x = 1\nL = x", command.split(" ")), "");
    }

    @Test
    void an_argument_file_of_picocli_is_only_a_file_name(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("args"), "--help");
        refused(Ran.command("eval", "@" + folder.resolve("args")), "there is no such file");
    }

    @Test
    void a_reader_that_leaves_early_is_no_failure() {
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        var err = new ByteArrayOutputStream();
        for (String json : new String[] {"--json", "--edges"}) {
            int exit =
                    Backstep.run(
                            new String[] {"trace", "-", json},
                            new ByteArrayInputStream(
                                    "x = 1\nL = x * x".getBytes(StandardCharsets.UTF_8)),
                            new PrintStream(closed, true),
                            new PrintStream(err, true));
            assertEquals(0, exit);
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    /// What is wrong with all of a table has no line to stand at.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``                | there are no samples in it",
                "a,b\\n           | there are no samples in it",
                "a,b\\n1,\\n,2\\n   | every row has a missing value (leave the columns out that have)",
                "a,b\\n1,c\\n2,c\\n | column 2 (b) is 'c' in every row: there are no classes to tell apart"
            })
    void a_table_that_is_wrong_as_a_whole_is_named(String table, String why, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("t.csv"), table.replace("\\n", "\n"));
        Path program =
                Files.writeString(
                        folder.resolve("p.bs"),
                        "data csv(\"t.csv\", label=2, missing=drop)\n"
                                + "yhat = mlp(X, [1], tanh, linear)\nloss L = mean(se(yhat, y))\n"
                                + "train sgd(rate=0.1, batch=2)\n");
        Ran ran = Ran.command("eval", program.toString());
        assertEquals(2, ran.exit());
        String first = ran.err().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith(program + ":1:10: t.csv: " + why), ran.err());
    }
}
