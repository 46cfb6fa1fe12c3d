package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The type of a handout is 6 points or more, or the command says how large it is.
class HandoutTypeTest {

    private static final String PROGRAM = "```backstep\nx = 3\nL = x^2\n```\n\n";

    @TempDir private Path folder;

    private Ran handout(String text) throws IOException {
        Path lesson = Files.writeString(folder.resolve("a.md"), "# A\n\n## B\n\n" + text + "\n");
        String out = folder.resolve("a.pdf").toString();
        return Ran.command("render", lesson.toString(), "-o", out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$", "$"})
    void a_formula_that_is_made_too_small_to_fit_is_told(String sign) throws IOException {
        Ran ran = handout(PROGRAM + sign + "\\frac{a}{b}".repeat(120) + sign);
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(Files.exists(folder.resolve("a.pdf")));
        String told = "(?s).* are [345]\\.\\d pt high, less than the 6 pt that print needs:";
        assertTrue(
                ran.err().matches(told + " divide long formulas, or show less of a graph\n"),
                ran.err());
    }

    /// There is so much text that a graph of its usual height would not leave room for it.
    @Test
    void a_graph_is_not_made_too_small_for_the_sake_of_a_sheet() throws IOException {
        String graph = Files.readString(Path.of("samples/13-mlp-3-layers.bs")).stripTrailing();
        String text = "\n\n" + "Some words that go on and on. ".repeat(70);
        assertEquals(new Ran(0, "", ""), handout("```backstep\n" + graph + "\n```" + text));
    }
}
