package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PngTest {

    private static final Diagram DIAGRAM = sample();

    private static Diagram sample() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        var places = Arrangements.of(w, FormulaPainter::measure, Map.of(), Optional.empty());
        return Diagrams.at(w, places, w.size() - 1, DiagramOptions.PLAIN);
    }

    private static Png.Picture wide(int width, boolean transparent) {
        return Png.Picture.of(Theme.LIGHT, 1)
                .withWidth(OptionalInt.of(width))
                .withTransparent(transparent);
    }

    @Test
    void a_picture_has_exactly_the_width_asked_for() {
        assertEquals(1234, Png.image(DIAGRAM, wide(1234, false)).getWidth());
        assertEquals(1, Png.image(DIAGRAM, wide(1, false)).getWidth());
    }

    @Test
    void a_scale_multiplies_both_sides() {
        Png.PixelSize one = Png.pixels(DIAGRAM, Png.Picture.of(Theme.LIGHT, 1));
        Png.PixelSize eight = Png.pixels(DIAGRAM, Png.Picture.of(Theme.LIGHT, 8));
        assertEquals(8.0, (double) eight.width() / one.width(), 0.02);
        assertEquals(8.0, (double) eight.height() / one.height(), 0.02);
    }

    @Test
    void without_paper_the_corners_are_transparent() {
        BufferedImage image = Png.image(DIAGRAM, wide(500, true));
        assertEquals(0, image.getRGB(0, 0) >>> 24);
        assertEquals(255, Png.image(DIAGRAM, wide(500, false)).getRGB(0, 0) >>> 24);
    }

    @Test
    void legend_caption_and_conventions_make_it_higher() {
        Png.Picture plain = Png.Picture.of(Theme.PRINT, 1);
        Png.Picture full =
                Png.Picture.of(Theme.PRINT, 1)
                        .withLegend("L", List.of(Message.verbatim("relu′(0) = ½")))
                        .withCaption(
                                "A caption that is long enough to need more than one line below a picture of this width, "
                                        .repeat(3));
        assertTrue(Png.pixels(DIAGRAM, full).height() > Png.pixels(DIAGRAM, plain).height() + 100);
        assertEquals(Png.pixels(DIAGRAM, plain).width(), Png.pixels(DIAGRAM, full).width());
    }

    /// Each of its pixels takes four bytes.
    @Test
    void a_picture_of_over_200_megapixels_says_what_memory_it_needs() {
        Png.PixelSize one = Png.pixels(DIAGRAM, Png.Picture.of(Theme.LIGHT, 1));
        double scale = Math.sqrt(200e6 / (one.width() * one.height()));
        assertEquals(
                Optional.empty(), Png.notice(DIAGRAM, Png.Picture.of(Theme.LIGHT, 0.98 * scale)));
        Png.Picture large = Png.Picture.of(Theme.LIGHT, 1.02 * scale);
        Png.PixelSize pixels = Png.pixels(DIAGRAM, large);
        String notice = Bundle.ENGLISH.say(Png.notice(DIAGRAM, large).orElseThrow());
        assertTrue(
                notice.contains(
                        String.format(
                                Locale.ROOT, "%,d × %,d pixels", pixels.width(), pixels.height())),
                notice);
        long megabytes = (4 * pixels.width() * pixels.height() + 999_999) / 1_000_000;
        assertTrue(notice.contains("needs " + megabytes + " MB of memory"), notice);
    }

    @Test
    void letters_that_no_font_has_are_refused_by_name() {
        Walkthrough w = Programs.read("\u16A0x = 2\nL = \u16A0x^2\n"); // a rune
        var places = Arrangements.of(w, FormulaPainter::measure, Map.of(), Optional.empty());
        Diagram diagram = Diagrams.at(w, places, 0, DiagramOptions.PLAIN);
        boolean drawn = FormulaPainter.missing("\u16A0").isEmpty(); // by a font of the system
        assertEquals(
                drawn ? "" : "(U+16A0)",
                Png.refusal(diagram, wide(500, false))
                        .map(Bundle.ENGLISH::say)
                        .map(s -> s.replaceAll(".*(\\(U\\+16A0\\)).*", "$1"))
                        .orElse(""));
    }

    @Test
    void too_large_a_picture_is_refused_in_words() {
        String why =
                Bundle.ENGLISH.say(
                        Png.refusal(DIAGRAM, Png.Picture.of(Theme.LIGHT, 1e6)).orElseThrow());
        assertTrue(why.contains("16,000"), why);
        assertThrows(
                IllegalArgumentException.class,
                () -> Png.image(DIAGRAM, wide(Png.MAX_SIDE + 1, false)));
        Png.Picture fitting = Png.fitting(DIAGRAM, Png.Picture.of(Theme.LIGHT, 1e6));
        assertTrue(Png.pixels(DIAGRAM, fitting).width() <= Png.MAX_SIDE);
    }

    @Test
    void what_is_written_is_a_png_of_that_size() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(DIAGRAM, wide(640, false), out);
        assertEquals(640, ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth());
    }

    /// Large enough for several bands, and with something on both sides of the cut.
    @Test
    void what_is_read_back_is_what_one_painter_alone_would_paint() throws IOException {
        for (boolean transparent : List.of(false, true)) {
            Png.Picture picture = wide(1500, transparent);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Png.write(DIAGRAM, picture, out);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
            BufferedImage alone = alone(picture);
            assertEquals(transparent, read.getColorModel().hasAlpha());
            assertEquals(alone.getHeight(), read.getHeight());
            for (int y = 0; y < alone.getHeight(); y++) {
                assertArrayEquals(row(alone, y), row(read, y), "row " + y);
            }
        }
    }

    private static BufferedImage alone(Png.Picture picture) {
        Drawing drawing = Drawing.of(DIAGRAM, picture);
        BufferedImage image = Png.paper(Png.pixels(DIAGRAM, picture), picture);
        Graphics2D g = image.createGraphics();
        drawing.paint().accept(g);
        g.dispose();
        return image;
    }

    private static int[] row(BufferedImage image, int y) {
        return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    }

    @Test
    void a_picture_on_paper_says_how_many_dots_a_metre_it_has() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(DIAGRAM, Png.Picture.of(Theme.PRINT, 1).withMm(OptionalDouble.of(84)), out);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(
                ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray())));
        Node size =
                ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                        .getElementsByTagName("pHYs")
                        .item(0);
        assertEquals("11811", ((Element) size).getAttribute("pixelsPerUnitXAxis"));
        assertEquals("meter", ((Element) size).getAttribute("unitSpecifier"));
    }
}
