package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// `render --size 84mm`: figures for paper.
class RenderPaperTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    private Ran render(String sample, String file, String... more) {
        String[] args = new String[4 + more.length];
        String out = folder.resolve(file).toString();
        System.arraycopy(new String[] {"render", sample, "-o", out}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.command(args);
    }

    /// 84 mm are 84 / 25.4 · 72 = 238.11 points, 174 mm are 493.23.
    @ParameterizedTest
    @ValueSource(doubles = {84, 174, 120.5})
    void a_page_is_as_wide_as_is_asked(double mm) throws Exception {
        assertEquals(0, render(SAMPLE, "a.pdf", "--size", mm + "mm").exit());
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            double points = pdf.getPage(0).getMediaBox().getWidth();
            assertEquals(mm / 25.4 * 72, points, 0.01);
        }
    }

    @Test
    void its_words_and_numbers_can_be_searched_and_its_fonts_are_inside() throws Exception {
        assertEquals(0, render(SAMPLE, "a.pdf", "--size=174mm", "--caption=Chain rule").exit());
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Chain rule"), text);
            assertTrue(text.contains("10"), "dL/dx = 2x + 2y = 10 at (1, 4): " + text);
            PDPage page = pdf.getPage(0);
            assertTrue(embedded(page.getResources()) > 0);
        }
    }

    /// How many fonts there are; every one must be embedded.
    private static int embedded(PDResources resources) throws Exception {
        int fonts = 0;
        for (COSName name : resources.getFontNames()) {
            assertTrue(resources.getFont(name).isEmbedded(), name.getName());
            fonts++;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                fonts += embedded(form.getResources());
            }
        }
        return fonts;
    }

    @Test
    void an_svg_says_its_width_in_millimetres() throws Exception {
        assertEquals(0, render(SAMPLE, "a.svg", "--size=84mm").exit());
        String svg = Files.readString(folder.resolve("a.svg"));
        assertTrue(svg.contains(" width=\"84mm\""), svg.substring(0, 600));
        assertTrue(svg.contains(" viewBox=\"0 0 317.4803 "), svg.substring(0, 600));
    }

    /// 84 mm at 300 dots an inch are 992 pixels; 300 dots an inch are 11,811 a metre.
    @Test
    void a_png_says_how_many_dots_an_inch_it_has() throws Exception {
        assertEquals(0, render(SAMPLE, "a.png", "--size=84mm").exit());
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = ImageIO.createImageInputStream(folder.resolve("a.png").toFile())) {
            reader.setInput(in);
            assertEquals(992, reader.getWidth(0));
            var root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var size = (Element) root.getElementsByTagName("pHYs").item(0);
            assertEquals("11811", size.getAttribute("pixelsPerUnitXAxis"));
            assertEquals("meter", size.getAttribute("unitSpecifier"));
        }
    }

    /// 47 cards in 84 mm: their smallest type is far below 6 points.
    @Test
    void type_below_six_points_is_told_and_drawn_all_the_same() throws Exception {
        Ran small = render("samples/30-lstm.bs", "a.svg", "--size=84mm", "--detail=operations");
        assertEquals(0, small.exit());
        assertTrue(small.err().contains("pt high, less than the 6 pt"), small.err());
        assertEquals(1, small.err().lines().count());
        assertTrue(Files.exists(folder.resolve("a.svg")));
        assertFalse(render(SAMPLE, "b.svg", "--size=174mm").err().contains("pt"));
    }
}
