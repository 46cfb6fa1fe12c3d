package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same picture as PNG, SVG and PDF.
class PictureFormatsTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    @TempDir Path folder;

    private Path drawn(String ending, String command) {
        Path file = folder.resolve("out" + ending);
        Ran ran = Ran.command((command + " -o " + file).split(" "));
        assertEquals(0, ran.exit(), ran.err());
        return file;
    }

    private static PDDocument read(Path file) throws IOException {
        return Loader.loadPDF(file.toFile());
    }

    /// Pixels are 1/96 inch, points 1/72.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "render " + SAMPLE + " --legend --caption ½-and-权 --width 900 --step 6",
                "render " + SAMPLE + " --theme dark --scale 1.5",
                "render samples/09-matmul.bs --transparent --width 900",
                "render " + SAMPLE + " --view step --step 8 --theme dark --caption ½-and-权",
                "render samples/15-softmax-ce-5.bs --view step --width 900",
                "render samples/09-matmul.bs --view step --transparent --size 700x700",
                "render samples/16-minibatch-sgd.bs --view step",
                "render samples/09-matmul.bs --view jacobian --of z --by x --theme dark",
                "render samples/13-mlp-3-layers.bs --view table --of dL/dW2 --theme print",
                "render samples/04-x2-plus-2xy.bs --view present",
                "render samples/13-mlp-3-layers.bs --view present --step 16 --theme dark",
                "render samples/lecture-3.md --stop 5 --theme dark",
                "render samples/16-minibatch-sgd.bs --view network --after 2",
                "render samples/16-minibatch-sgd.bs --view boundary --after 2",
                "render samples/16-minibatch-sgd.bs --view loss --after 3",
                "render samples/16-minibatch-sgd.bs --view gradients --after 3"
            })
    void a_pdf_is_the_same_picture(String command) throws IOException {
        BufferedImage pixels = ImageIO.read(drawn(".png", command).toFile());
        try (PDDocument pdf = read(drawn(".pdf", command))) {
            boolean clear = command.contains("transparent");
            BufferedImage page =
                    new PDFRenderer(pdf)
                            .renderImage(
                                    0,
                                    96f / 72,
                                    clear
                                            ? org.apache.pdfbox.rendering.ImageType.ARGB
                                            : org.apache.pdfbox.rendering.ImageType.RGB);
            assertEquals(pixels.getWidth(), page.getWidth(), 1);
            assertEquals(pixels.getHeight(), page.getHeight(), 1);
            assertTrue(difference(pixels, page) < 4, "difference " + difference(pixels, page));
        }
    }

    /// The mean difference of a colour, of 255.
    private static double difference(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift < 32; shift += 8) {
                    sum += Math.abs((p >> shift & 0xFF) - (q >> shift & 0xFF));
                }
            }
        }
        return sum / (4.0 * width * height);
    }

    @Test
    void the_text_of_a_pdf_can_be_searched_and_its_fonts_are_in_it() throws IOException {
        String command =
                "render " + SAMPLE + " --legend --caption what-权-does --width 900 --step 6";
        try (PDDocument pdf = read(drawn(".pdf", command))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("value, and gradient so far"), text);
            assertTrue(text.contains("what-权-does"), text);
            assertTrue(text.contains("×4 → 8") || text.contains("×2 → 2"), text);
            assertEquals("what-权-does", pdf.getDocumentInformation().getTitle());
            PDResources page = pdf.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : page.getXObjectNames()) {
                PDResources drawn = ((PDFormXObject) page.getXObject(name)).getResources();
                for (COSName font : drawn.getFontNames()) {
                    assertTrue(drawn.getFont(font).isEmbedded());
                    fonts++;
                }
            }
            assertTrue(fonts >= 3, fonts + " fonts");
        }
    }

    @Test
    void the_same_command_writes_the_same_file() throws IOException {
        for (String ending : new String[] {".svg", ".pdf"}) {
            String command = "render " + SAMPLE + " --step 6";
            byte[] once = Files.readAllBytes(drawn(ending, command));
            assertArrayEquals(once, Files.readAllBytes(drawn(ending, command)), ending);
        }
    }

    /// Fonts differ a little from system to system, so numbers are compared with one digit.
    @ParameterizedTest
    @CsvSource({
        "sample-backward, 04-x2-plus-2xy.bs, --width 900 --step 6",
        "sample-step, 04-x2-plus-2xy.bs, --width 700 --step 6 --view step",
        "sample-jacobian, 04-x2-plus-2xy.bs, --width 700 --view jacobian --of L --by x",
        "sample-slide, 04-x2-plus-2xy.bs, --width 1152 --view present",
        "matmul-table, 09-matmul.bs, --width 700 --view table --of dL/dw",
        "lecture-stop, lecture-3.md, --width 700 --stop 5"
    })
    void an_svg_is_what_it_was(String name, String sample, String how) throws IOException {
        String svg = Files.readString(drawn(".svg", "render samples/" + sample + " " + how));
        String rounded =
                NUMBER.matcher(svg)
                        .replaceAll(
                                n ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f",
                                                Double.parseDouble(n.group())));
        Path kept = Path.of("src/test/resources/dev/backstep/cli/pictures/" + name + ".svg");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(kept, rounded);
        }
        assertEquals(Files.readString(kept), rounded);
    }

    @Test
    void a_training_is_drawn_in_every_format() throws IOException {
        for (String ending : new String[] {".svg", ".pdf"}) {
            Path file = folder.resolve("sheet" + ending);
            Ran ran =
                    Ran.command(
                            "train",
                            "samples/16-minibatch-sgd.bs",
                            "--epochs",
                            "2",
                            "--picture",
                            file.toString());
            assertEquals(0, ran.exit(), ran.err());
            assertTrue(Files.size(file) > 10_000);
            if (ending.equals(".pdf")) {
                try (PDDocument pdf = read(file)) {
                    assertEquals(1200, pdf.getPage(0).getMediaBox().getWidth(), 0.01);
                    String text = new PDFTextStripper().getText(pdf);
                    assertTrue(text.contains("16-minibatch-sgd.bs"), text);
                }
            } else {
                assertTrue(Files.readString(file).contains("width=\"1600\""));
            }
        }
    }
}
