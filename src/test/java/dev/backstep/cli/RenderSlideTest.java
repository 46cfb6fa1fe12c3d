package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `render --view present`: a step on a slide.
class RenderSlideTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    private Ran render(String name, String... options) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "render",
                                SAMPLE,
                                "-o",
                                folder.resolve(name).toString(),
                                "--view",
                                "present"));
        args.addAll(List.of(options));
        return Ran.command(args.toArray(String[]::new));
    }

    private static void assertSize(int width, int height, Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
    }

    /// The last step: a hands x 1 · 2 = 2 of its 10.
    @Test
    void graph_formula_sentence_and_numbers_can_be_searched() throws IOException {
        assertEquals(new Ran(0, "", ""), render("a.pdf"));
        String text;
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            text = new PDFTextStripper().getText(pdf);
        }
        for (String part :
                new String[] {
                    "BACKWARD · 5 OF 5",
                    "c = b · y",
                    "the derivative of x²",
                    "UPSTREAM",
                    "LOCAL",
                    "DOWNSTREAM",
                    "edge a → x"
                }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
    }

    @Test
    void it_fills_a_projector() throws IOException {
        assertEquals(new Ran(0, "", ""), render("a.png", "--size", "1920x1080"));
        assertSize(1920, 1080, folder.resolve("a.png"));
        assertEquals(new Ran(0, "", ""), render("b.png", "--width", "3840"));
        assertSize(3840, 2160, folder.resolve("b.png"));
    }

    @Test
    void all_steps_are_a_slide_each() throws IOException {
        assertEquals(0, render("a.png", "--step", "all", "--scale", "1").exit());
        for (int step = 1; step <= 9; step++) {
            assertSize(1152, 648, folder.resolve("a-00" + step + ".png"));
        }
        assertEquals(0, render("b.png", "--step", "4", "--scale", "1").exit());
        assertEquals(
                -1,
                Files.mismatch(folder.resolve("a-005.png"), folder.resolve("b.png")),
                "a slide of the series is the slide of its step");
    }

    @Test
    void a_legend_is_refused() {
        assertEquals(
                new Ran(2, "", "--legend goes with --view graph\n"), render("a.png", "--legend"));
    }
}
