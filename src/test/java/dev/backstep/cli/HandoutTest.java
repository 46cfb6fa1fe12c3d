package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `render LESSON.md -o OUT.pdf`.
class HandoutTest {

    private static final String LESSON =
            """
            # Squares

            ## The first stop

            ```backstep step=last
            x = 3
            L = x^2
            ```

            A **slope** is $2x$ here:

            $$\\frac{dL}{dx} = 2x$$

            > ? dL/dx: How steep is it?
            > Twice three: it climbs.

            ## The second stop

            - one
            - two

            > ? Which is larger? choice: three | *nine*
            > Because nine exceeds it.
            """;

    @TempDir private Path folder;

    @Test
    void each_stop_has_its_page_with_its_questions_and_without_answers() throws Exception {
        Path lesson = Files.writeString(folder.resolve("a.md"), LESSON);
        Path out = folder.resolve("a.pdf");
        assertEquals(
                new Ran(0, "", ""), Ran.command("render", lesson.toString(), "-o", out.toString()));
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            assertEquals(2, pdf.getNumberOfPages());
            assertEquals("Squares", pdf.getDocumentInformation().getTitle());
            // A4 in points
            assertEquals(595.28, pdf.getPage(0).getMediaBox().getWidth(), 0.01);
            assertEquals(841.89, pdf.getPage(0).getMediaBox().getHeight(), 0.01);
            PDFTextStripper text = new PDFTextStripper();
            String all = text.getText(pdf);
            for (String word : new String[] {"first", "slope", "steep", "second", "nine"}) {
                assertTrue(all.contains(word), word + " in " + all);
            }
            text.setStartPage(2);
            assertTrue(text.getText(pdf).strip().endsWith("Squares 2"), text.getText(pdf));
            assertFalse(all.contains("climbs"), all);
            assertFalse(all.contains("exceeds"), all);
        }
    }

    @Test
    void what_stands_before_the_first_stop_is_read_with_it() throws Exception {
        String opened = LESSON.replace("# Squares\n", "# Squares\n\nBefore we begin.\n");
        Path lesson = Files.writeString(folder.resolve("a.md"), opened);
        Path out = folder.resolve("a.pdf");
        assertEquals(
                new Ran(0, "", ""), Ran.command("render", lesson.toString(), "-o", out.toString()));
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            String first = text.getText(pdf);
            assertTrue(
                    first.indexOf("Before we begin.") > 0
                            && first.indexOf("Before") < first.indexOf("A slope"),
                    first);
        }
    }

    /// U+10FFFD belongs to nobody, so that no font has it.
    @ParameterizedTest
    @CsvSource({"a.pdf, ''", "a.png, ' --stop 1'", "a.svg, ' --stop 1'"})
    void a_letter_that_no_font_has_is_refused(String name, String options) throws Exception {
        String text = LESSON.replace("A **slope**", "A \uDBFF\uDFFD");
        Path lesson = Files.writeString(folder.resolve("a.md"), text);
        Path out = folder.resolve(name);
        Ran ran = Ran.command(("render " + lesson + " -o " + out + options).split(" "));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("of the lesson (U+10FFFD)"), ran.err());
        assertFalse(Files.exists(out));
    }

    /// Four spaces, as far as Markdown goes.
    @Test
    void a_listing_keeps_its_tabs() throws Exception {
        String text = LESSON.replace("- one", "```\ndef f(x):\n\treturn x\n```\n\n- one");
        Path lesson = Files.writeString(folder.resolve("a.md"), text);
        Path out = folder.resolve("a.pdf");
        Ran.command("render", lesson.toString(), "-o", out.toString());
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            Map<String, Float> left = new HashMap<>();
            PDFTextStripper stripper =
                    new PDFTextStripper() {
                        @Override
                        protected void writeString(String line, List<TextPosition> letters) {
                            letters.removeIf(letter -> letter.getUnicode().isBlank());
                            left.put(line.strip(), letters.getFirst().getXDirAdj());
                        }
                    };
            stripper.getText(pdf);
            assertTrue(left.get("return x") > left.get("def f(x):") + 20, left.toString());
        }
    }

    /// Each sheet says it of its own stop alone.
    @Test
    void a_mistake_that_is_on_at_a_stop_is_said_on_its_sheet() throws Exception {
        String lesson =
                """
                # Slips

                ## Right

                ```backstep
                x = 3
                L = x * x
                ```

                ## Overwritten

                ```backstep
                x = 3
                L = x * x
                set mistake = overwrite
                ```
                """;
        Path file = Files.writeString(folder.resolve("a.md"), lesson);
        Path out = folder.resolve("a.pdf");
        assertEquals(0, Ran.command("render", file.toString(), "-o", out.toString()).exit());
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertFalse(text.getText(pdf).contains("mistake on"), text.getText(pdf));
            text.setStartPage(2);
            text.setEndPage(2);
            assertTrue(text.getText(pdf).contains("mistake on: = for +="), text.getText(pdf));
            assertTrue(text.getText(pdf).contains("1 of 1 gradient is off"), text.getText(pdf));
        }
    }

    /// Set as roomily as a short stop, six of the sixteen would begin a second sheet; the last has
    /// too much for one.
    @Test
    void each_stop_of_the_lecture_has_one_sheet_if_it_fits() throws Exception {
        Path out = folder.resolve("lecture.pdf");
        Ran ran = Ran.command("render", "samples/lecture-3.md", "-o", out.toString());
        assertEquals(new Ran(0, "", ""), ran);
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            assertEquals(16 + 1, pdf.getNumberOfPages());
        }
    }

    /// Long words, long lines of a listing, wide formulas, deep lists.
    @Test
    void nothing_runs_off_a_sheet_and_each_item_has_its_mark() throws Exception {
        String wide = "w".repeat(300);
        String text =
                LESSON
                        + "\n## Wide\n\n"
                        + ("`" + wide + "` and $" + "x + ".repeat(80) + "x$\n\n")
                        + ("```\n" + "0123456789 ".repeat(40) + "\n```\n\n")
                        + "7. $$y = 1$$\n8. > quoted\n9. ```\n   listed\n   ```\n\n"
                        + ("> ".repeat(30) + "deep " + wide + "\n");
        Path lesson = Files.writeString(folder.resolve("a.md"), text);
        Path out = folder.resolve("a.pdf");
        Ran ran = Ran.command("render", lesson.toString(), "-o", out.toString());
        assertEquals(0, ran.exit());
        assertEquals(1, ran.err().lines().count(), "its wide formula is small: " + ran.err());
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            List<TextPosition> letters = new ArrayList<>();
            PDFTextStripper stripper =
                    new PDFTextStripper() {
                        @Override
                        protected void processTextPosition(TextPosition letter) {
                            letters.add(letter);
                            super.processTextPosition(letter);
                        }
                    };
            String all = stripper.getText(pdf);
            for (String mark : List.of("7.", "8.", "9.", "quoted", "listed", "deep")) {
                assertTrue(all.contains(mark), mark + " in " + all);
            }
            double right = 595.28 - 72 * 0.75; // the margin is 72 pixels of CSS
            for (TextPosition letter : letters) {
                assertTrue(letter.getX() >= 0, letter + " at " + letter.getX());
                double end = letter.getX() + letter.getWidth();
                assertTrue(end <= right + 0.1, letter + " ends at " + end);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a.png", "a.svg", "a.html"})
    void a_handout_is_a_pdf(String name) throws Exception {
        Path lesson = Files.writeString(folder.resolve("a.md"), LESSON);
        Path out = folder.resolve(name);
        Ran ran = Ran.command("render", lesson.toString(), "-o", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("a handout's name must end in .pdf"), ran.err());
        assertFalse(Files.exists(out));
    }

    /// A lesson says how it looks: whatever else is asked for would not be done.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--theme=dark",
                "--theme=light",
                "--legend",
                "--caption=Squares",
                "--transparent",
                "--width=500",
                "--scale=2",
                "--size=84mm",
                "--view=loss",
                "--view=graph",
                "--step=all",
                "--step=last",
                "--edges",
                "--detail=layers",
                "--fold=L",
                "--open=L",
                "--set=x=4",
                "--after=1"
            })
    void a_handout_takes_no_other_option(String option) throws Exception {
        Path lesson = Files.writeString(folder.resolve("a.md"), LESSON);
        Path out = folder.resolve("a.pdf");
        Ran ran = Ran.command("render", lesson.toString(), "-o", out.toString(), option);
        String name = option.substring(0, (option + "=").indexOf('='));
        String why = ": a handout is as its lesson says: give no other option than -o\n";
        assertEquals(new Ran(2, "", name + why), ran);
        assertFalse(Files.exists(out));
    }

    /// Sample 26 overflows in its 13th epoch. The message leads to the stop, in line 8.
    @Test
    void a_stop_at_a_moment_that_training_does_not_reach_is_named() throws Exception {
        String exploding = Files.readString(Path.of("samples/26-exploding.bs"));
        String stop = "## Later\n\n```backstep after=12:2\n" + exploding + "```\n";
        String first = "# A\n\n## First\n\n```backstep\nL = 1 + 1\n```\n";
        Path lesson = Files.writeString(folder.resolve("a.md"), first + stop);
        Path out = folder.resolve("a.pdf");
        Ran ran = Ran.command("render", lesson.toString(), "-o", out.toString());
        String why =
                ":8:1: training stopped in epoch 13, batch 2: se is not finite:"
                        + " (−1.375e+154 − 0.1906)² overflows to ∞\n";
        assertEquals(new Ran(1, "", lesson + why), ran);
        assertFalse(Files.exists(out));
    }

    @Test
    void what_is_wrong_in_a_lesson_is_told_and_the_old_file_stays() throws Exception {
        Path lesson =
                Files.writeString(
                        folder.resolve("a.md"), "# A\n\n## B\n\n```backstep\nL = q\n```\n");
        Path out = Files.writeString(folder.resolve("a.pdf"), "old");
        Ran ran = Ran.command("render", lesson.toString(), "-o", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().startsWith(lesson + ":6:"), ran.err());
        assertEquals("old", Files.readString(out));
    }
}
