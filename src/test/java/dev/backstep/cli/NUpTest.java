package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `render --n-up 2x3`: all steps, several on a sheet of A4.
class NUpTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    private String text(Path file, int page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(page);
            text.setEndPage(page);
            return text.getText(pdf);
        }
    }

    /// Nine steps, six on a sheet: two sheets of 210 × 297 mm, that is 595.28 × 841.89 points.
    @Test
    void each_sheet_has_its_steps_with_their_sentences() throws IOException {
        Path out = folder.resolve("a.pdf");
        Ran ran = Ran.command("render", SAMPLE, "-o", out.toString(), "--n-up", "2x3");
        assertEquals(new Ran(0, "", ""), ran);
        try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
            assertEquals(2, pdf.getNumberOfPages());
            assertEquals(595.28, pdf.getPage(1).getMediaBox().getWidth(), 0.01);
            assertEquals(841.89, pdf.getPage(1).getMediaBox().getHeight(), 0.01);
            assertEquals("04-x2-plus-2xy.bs", pdf.getDocumentInformation().getTitle());
        }
        String first = text(out, 1);
        String second = text(out, 2);
        assertTrue(first.contains("c is b times y: 2 · 4 = 8."), first);
        assertTrue(first.contains("forward · 1 of 4") && first.contains("1 / 2"), first);
        assertTrue(second.contains("backward · 5 of 5") && second.contains("2 / 2"), second);
        assertTrue(second.contains("8 + 2 = 10"), second);
        assertFalse(second.contains("c is b times y"), second);
    }

    @Test
    void a_mistake_is_said_on_each_sheet() throws IOException {
        Path program = folder.resolve("p.bs");
        Files.writeString(program, Files.readString(Path.of(SAMPLE)) + "set mistake = overwrite\n");
        Path out = folder.resolve("a.pdf");
        String[] args = {
            "render",
            program.toString(),
            "-o",
            out.toString(),
            "--n-up",
            "2x4",
            "--detail",
            "operations",
            "--caption",
            "Slides"
        };
        assertEquals(0, Ran.command(args).exit());
        for (int page = 1; page <= 2; page++) {
            assertTrue(text(out, page).contains("mistake on: = for +="), text(out, page));
            assertTrue(text(out, page).contains("Slides"), text(out, page));
        }
    }

    @Test
    void type_below_six_points_is_told() {
        Path out = folder.resolve("a.pdf");
        Ran ran =
                Ran.command(
                        "render",
                        SAMPLE,
                        "-o",
                        out.toString(),
                        "--n-up",
                        "6x8",
                        "--detail",
                        "operations");
        assertEquals(0, ran.exit());
        assertTrue(ran.err().contains("less than the 6 pt"), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.pdf | 7x3 | at most 6x8",
                "a.pdf | six | such as 2x4",
                "a.png | 2x3 | must end in .pdf",
                "a.pdf | 2x3 --step 3 | give no --view, --step",
                "a.pdf | 2x3 --view step | give no --view, --step",
                "a.pdf | 2x3 --width 300 | give no --view, --step",
                "a.pdf | 2x3 --theme blue | the themes are"
            })
    void what_cannot_be_is_refused(String name, String options, String why) {
        Path out = folder.resolve(name);
        String command = "render " + SAMPLE + " -o " + out + " --n-up " + options;
        Ran ran = Ran.command(command.split(" "));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(Files.exists(out));
    }
}
