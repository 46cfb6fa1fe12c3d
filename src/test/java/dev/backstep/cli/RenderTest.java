package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    private Ran render(String options) {
        List<String> args = new ArrayList<>(List.of("render", SAMPLE, "-o", out().toString()));
        args.addAll(Arrays.stream(options.split(" ")).filter(o -> !o.isEmpty()).toList());
        return Ran.command(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--step first",
                "--step last --theme dark",
                "--step forward --theme print --legend",
                "--step 8 --edges --caption Backward",
                "--scale 0.5 --transparent",
                "--set x=2"
            })
    void a_picture_is_written(String options) throws IOException {
        Ran ran = render(options);
        assertEquals(0, ran.exit(), ran.err());
        assertEquals("", ran.out() + ran.err());
        assertTrue(ImageIO.read(out().toFile()).getWidth() > 100);
    }

    @Test
    void an_old_picture_is_replaced_and_nothing_is_left_beside_it() throws IOException {
        Files.writeString(out(), "old");
        assertEquals(0, render("").exit());
        assertTrue(ImageIO.read(out().toFile()).getWidth() > 100);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(out()), files.toList());
        }
    }

    @Test
    void the_width_is_exact() throws IOException {
        assertEquals(0, render("--width 777").exit());
        assertEquals(777, ImageIO.read(out().toFile()).getWidth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --step 9                | --step 9: a step is first, last, forward or a number from 0 to 8
            --step -1               | --step -1: a step is first, last, forward or a number from 0 to 8
            --step middle           | --step middle: a step is first, last, forward or a number from 0 to 8
            --theme blue            | --theme blue: the themes are light, dark, contrast and print
            --scale 2 --width 500   | --scale and --width both set the size: give one of them
            --scale 0               | --scale 0.0: a scale is a number above 0
            --scale NaN             | --scale NaN: a scale is a number above 0
            --width 16001           | --width 16001: a width is a number from 1 to 16000
            --width 0               | --width 0: a width is a number from 1 to 16000
            --width 1e9             | --width 1e9: this is not a whole number, or too large
            --scale 1,5             | --scale 1,5: this is not a number
            """)
    void a_wrong_option_is_named_in_one_sentence_and_nothing_is_written(
            String options, String message) {
        Ran ran = render(options);
        assertEquals(2, ran.exit());
        assertEquals(message + "\n", ran.err());
        assertFalse(Files.exists(out()));
    }

    @Test
    void too_large_a_scale_is_refused() {
        Ran ran = render("--scale 100000");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("a side may have at most 16,000"), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertFalse(Files.exists(out()));
    }

    @ParameterizedTest
    @CsvSource({
        "picture.jpg, 'must end in .png, .svg, .pdf, .gif or .html'",
        "missing/out.png, there is no folder",
        "folder.png, this is a folder"
    })
    void a_file_that_cannot_be_written_is_refused(String name, String why) throws IOException {
        Files.createDirectory(folder.resolve("folder.png"));
        Ran ran = Ran.command("render", SAMPLE, "-o", folder.resolve(name).toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertEquals(1, ran.err().lines().count());
    }

    @Test
    void a_wrong_program_writes_nothing_and_keeps_the_old_picture() throws IOException {
        Files.writeString(out(), "old");
        Ran ran = Ran.on("L = nosuch", "render", "-", "-o", out().toString());
        assertEquals(2, ran.exit());
        assertEquals("old", Files.readString(out()));
    }

    /// What the program itself writes is drawn with its own fonts, wherever it runs.
    @Test
    void a_caption_may_hold_what_formulas_hold() {
        String caption = "∂L/∂W = (Wᵀ · δ) ⊙ σ′(z), x² ≤ ½ → 0, f: ℝ³ → ℝ";
        Ran ran = Ran.command("render", SAMPLE, "-o", out().toString(), "--caption", caption);
        assertEquals(new Ran(0, "", ""), ran);
    }

    /// The last character of all is one that no font may have.
    @Test
    void a_caption_that_no_font_has_is_refused_by_its_character() {
        String caption = "a " + Character.toString(0x10FFFD);
        Ran ran = Ran.command("render", SAMPLE, "-o", out().toString(), "--caption", caption);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("(U+10FFFD)"), ran.err());
        assertEquals(1, ran.err().lines().count());
        assertFalse(Files.exists(out()));
    }

    /// 100 pixels for some 800 units: letters of 12 units have 1.5 pixels.
    @Test
    void a_picture_too_small_to_be_read_is_written_and_told() {
        Ran ran = render("--width 100");
        assertEquals(0, ran.exit());
        assertTrue(ran.err().contains("too small to be read"), ran.err());
        assertTrue(Files.exists(out()));
    }

    @Test
    void without_an_output_file_the_option_is_asked_for() {
        Ran ran = Ran.command("render", SAMPLE);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("-o"), ran.err());
    }
}
