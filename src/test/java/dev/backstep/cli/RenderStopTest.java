package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `render LESSON.md --stop N`: one stop of a lesson as a picture.
class RenderStopTest {

    private static final String LECTURE = "samples/lecture-3.md";

    @TempDir private Path folder;

    private Ran render(String file, String name, String options) {
        List<String> args =
                new ArrayList<>(List.of("render", file, "-o", folder.resolve(name).toString()));
        args.addAll(List.of(options.split(" ")));
        return Ran.command(args.toArray(String[]::new));
    }

    private Path lesson(String text) throws IOException {
        return Files.writeString(folder.resolve("a.md"), text);
    }

    /// At (1, 4) the fifth stop stands where b has handed 8 to x.
    @Test
    void its_title_text_graph_and_questions_can_be_searched() throws IOException {
        assertEquals(new Ran(0, "", ""), render(LECTURE, "a.pdf", "--stop 5"));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals("Sum over all paths", pdf.getDocumentInformation().getTitle());
            String text = new PDFTextStripper().getText(pdf);
            for (String part :
                    new String[] {
                        "Sum over all paths",
                        "reaches",
                        "×2 → 8",
                        "What is the gradient of",
                        "9 + 9"
                    }) {
                assertTrue(text.contains(part), part + " in " + text);
            }
        }
    }

    /// 84 mm at 300 dots an inch are 992 pixels.
    @Test
    void in_a_column_its_graph_is_laid_out_anew_so_that_it_can_be_read() throws IOException {
        assertEquals(new Ran(0, "", ""), render(LECTURE, "a.png", "--stop 9 --size 84mm"));
        assertEquals(992, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
        Ran narrow = render(LECTURE, "b.png", "--stop 9 --size 50mm");
        assertTrue(narrow.err().endsWith("that print needs: take a wider picture\n"), narrow.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$", "$"})
    void a_formula_that_is_made_smaller_to_fit_counts(String sign) throws IOException {
        String formula = sign + "\\frac{a}{b}".repeat(60) + sign;
        Path lesson = lesson("# A\n\n## B\n\n```backstep\nL = 3\n```\n" + formula + "\n");
        Ran ran = render(lesson.toString(), "a.png", "--stop 1 --size 84mm");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.err().endsWith("that print needs: take a wider picture\n"), ran.err());
    }

    /// Pictures to look at, in `target/gallery`.
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast", "print"})
    void stops_are_drawn(String theme) throws IOException {
        Path gallery = Files.createDirectories(Path.of("target/gallery"));
        for (int stop : new int[] {5, 9}) {
            String name = "stop-lecture-3-" + stop + "-" + theme + ".png";
            String options = "--stop " + stop + " --width 1456 --theme " + theme;
            assertEquals(new Ran(0, "", ""), render(LECTURE, name, options));
            Path drawn = folder.resolve(name);
            assertEquals(1456, ImageIO.read(drawn.toFile()).getWidth());
            Files.copy(drawn, gallery.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void what_its_text_says_stays_text() throws IOException {
        Path lesson =
                lesson(
                        """
                        # A

                        ## Signs & `<all>`

                        ```backstep
                        x = 3
                        L = x^2
                        ```

                        A `<script>` and an ampersand &amp; are letters.
                        """);
        Ran ran = render(lesson.toString(), "a.svg", "--stop 1 --theme dark --transparent");
        assertEquals(new Ran(0, "", ""), ran);
        String svg = Files.readString(folder.resolve("a.svg"));
        assertTrue(svg.contains("<title>Signs &amp; &lt;all&gt;</title>"), svg);
        assertFalse(svg.contains("<script") || svg.contains("<all"), svg);
    }

    @Test
    void a_mistake_that_is_on_is_said_in_the_picture() throws IOException {
        Path lesson =
                lesson(
                        """
                        # A

                        ## Overwritten

                        ```backstep
                        x = 3
                        L = x * x
                        set mistake = overwrite
                        ```
                        """);
        assertEquals(0, render(lesson.toString(), "a.pdf", "--stop 1").exit());
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("mistake on: = for +="), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "samples/lecture-3.md | a.png | --stop 17 | --stop 17: this lesson has 16 stops, from 1 to 16",
                "samples/lecture-3.md | a.png | --stop 0 | from 1 to 16",
                "samples/lecture-3.md | a.gif | --stop 1 | must end in .png, .svg or .pdf",
                "samples/lecture-3.md | a.png | --stop 1 --step 2 | --step: a stop is as its lesson says",
                "samples/lecture-3.md | a.png | --stop 1 --scale 0 | a scale is a number above 0",
                "samples/lecture-3.md | a.png | --theme dark | a handout is as its lesson says",
                "samples/04-x2-plus-2xy.bs | a.png | --stop 1 | samples/04-x2-plus-2xy.bs is no lesson"
            })
    void what_cannot_be_drawn_is_refused(String file, String name, String options, String why) {
        Ran ran = render(file, name, options);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(Files.exists(folder.resolve(name)));
    }
}
