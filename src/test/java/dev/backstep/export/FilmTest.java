package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// All steps in pixels, as files and as an animation: pixel for pixel what each step is alone.
class FilmTest {

    private static final String MISTAKEN =
            """
            ## Hidden
            param W = [0.5, -1; 2, 1]
            h = tanh(W @ [1; 2])
            ##
            n = norm(h)
            q = 1 / (n - n)
            L = h[0, 0] * n + n^2 + 0 * h[1, 0]
            train sgd(rate=0.1, epochs=1)
            set mistake = overwrite
            """;

    private static StepDiagrams steps(String program) {
        Walkthrough w = Programs.read(program);
        return new StepDiagrams(
                w,
                Arrangements.in(new Size(900, 600), w, FormulaPainter::measure),
                DiagramOptions.PLAIN);
    }

    private static Picture picture(Theme theme, boolean transparent) {
        return Picture.of(theme, 1)
                .withWidth(OptionalInt.of(611)) // a scale at which no edge lies on a pixel
                .withTransparent(transparent)
                .withLegend("L", List.of())
                .withCaption("All steps");
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// The step painted whole, on paper of its own.
    private static BufferedImage whole(StepSheets sheets, int step) {
        Sheet sheet = sheets.at(step);
        BufferedImage image =
                Png.paper(Png.pixels(sheet.size(), sheets.picture()), sheets.picture());
        var g = image.createGraphics();
        Drawing.of(sheet, sheets.picture()).paint().accept(g);
        g.dispose();
        return image;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void each_picture_of_a_film_is_the_step_painted_whole(Theme theme) {
        for (String program : List.of(Programs.SAMPLE, MISTAKEN, Programs.NETWORK)) {
            StepSheets sheets = StepSheets.of(steps(program), picture(theme, false));
            Film film = new Film(sheets);
            for (int i = 0; i < film.size(); i++) {
                film.show(i);
                assertArrayEquals(pixels(whole(sheets, i)), pixels(film.image()), "step " + i);
            }
        }
    }

    @Test
    void steps_may_be_shown_in_any_order_and_without_paper() {
        StepSheets sheets = StepSheets.of(steps(MISTAKEN), picture(Theme.LIGHT, true));
        Film film = new Film(sheets);
        for (int i : new int[] {5, 0, film.size() - 1, 3, 3}) {
            film.show(i);
            assertArrayEquals(pixels(whole(sheets, i)), pixels(film.image()), "step " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_series_read_back_is_each_step_alone(boolean transparent) throws IOException {
        StepDiagrams steps = steps(Programs.SAMPLE);
        Picture picture = picture(Theme.LIGHT, transparent);
        StepSheets sheets = StepSheets.of(steps, picture);
        StepSeries series = new StepSeries(PictureFormat.PNG, steps, picture, ExportCourse.SILENT);
        for (int i = 0; i < steps.size(); i++) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            series.write(i, png);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
            assertArrayEquals(pixels(whole(sheets, i)), pixels(read), "step " + i);
        }
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static Element node(ImageReader reader, int frame, String name) throws IOException {
        var root =
                (IIOMetadataNode)
                        reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return (Element) root.getElementsByTagName(name).item(0);
    }

    /// What a player shows, frame after frame.
    private static List<BufferedImage> played(ImageReader reader) throws IOException {
        List<BufferedImage> shown = new ArrayList<>();
        BufferedImage screen =
                new BufferedImage(
                        reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < reader.getNumImages(true); i++) {
            Element place = node(reader, i, "ImageDescriptor");
            screen.createGraphics()
                    .drawImage(
                            reader.read(i),
                            Integer.parseInt(place.getAttribute("imageLeftPosition")),
                            Integer.parseInt(place.getAttribute("imageTopPosition")),
                            null);
            BufferedImage copy =
                    new BufferedImage(
                            screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_RGB);
            copy.setData(screen.getData());
            shown.add(copy);
        }
        return shown;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void an_animation_shows_each_step_in_the_colours_nearest_to_its_own(Theme theme)
            throws IOException {
        for (String program : List.of(Programs.SAMPLE, Programs.NETWORK)) {
            StepDiagrams steps = steps(program);
            Picture picture = picture(theme, false);
            StepSheets sheets = StepSheets.of(steps, picture);
            ByteArrayOutputStream gif = new ByteArrayOutputStream();
            Gif.write(steps, picture, ExportCourse.SILENT, gif);
            GifPalette palette = Gif.palette(new Film(sheets), ExportCourse.SILENT);
            List<BufferedImage> played = played(reader(gif.toByteArray()));
            assertEquals(steps.size(), played.size());
            for (int i = 0; i < steps.size(); i++) {
                int[] wanted = pixels(whole(sheets, i));
                for (int k = 0; k < wanted.length; k++) {
                    wanted[k] = 0xFF000000 | palette.model().getRGB(palette.index(wanted[k]));
                }
                assertArrayEquals(wanted, pixels(played.get(i)), "step " + i);
            }
        }
    }

    /// Even areas keep their colours; on the whole a pixel is off by less than 1 of 255, and all
    /// but one in a thousand by less than the step between two shades of an edge.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_colours_of_an_animation_are_well_chosen(Theme theme) {
        StepSheets sheets = StepSheets.of(steps(Programs.NETWORK), picture(theme, false));
        GifPalette palette = Gif.palette(new Film(sheets), ExportCourse.SILENT);
        double squares = 0;
        long count = 0;
        long far = 0;
        for (int i = 0; i < sheets.size(); i += 5) {
            for (int rgb : pixels(whole(sheets, i))) {
                int mapped = palette.model().getRGB(palette.index(rgb)) & 0xFFFFFF;
                for (int shift = 0; shift < 24; shift += 8) {
                    int off = (rgb >> shift & 0xFF) - (mapped >> shift & 0xFF);
                    squares += off * off;
                    far += Math.abs(off) > 24 ? 1 : 0;
                    count++;
                }
            }
        }
        assertTrue(Math.sqrt(squares / count) < 1, Math.sqrt(squares / count) + " of 255");
        assertTrue(1000 * far < count, far + " of " + count);
        int paper = theme.color(ColorRole.PAPER).getRGB() & 0xFFFFFF;
        assertEquals(paper, palette.model().getRGB(palette.index(paper)) & 0xFFFFFF);
    }

    @Test
    void an_animation_has_its_times_and_begins_anew() throws IOException {
        StepDiagrams steps = steps(Programs.SAMPLE);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        Gif.write(steps, picture(Theme.LIGHT, false), ExportCourse.SILENT, gif);
        ImageReader reader = reader(gif.toByteArray());
        int last = steps.size() - 1;
        for (int i = 0; i <= last; i++) {
            Element control = node(reader, i, "GraphicControlExtension");
            assertEquals(
                    i == last ? Gif.LAST : Gif.STEP,
                    Integer.parseInt(control.getAttribute("delayTime")));
            assertEquals("doNotDispose", control.getAttribute("disposalMethod"));
        }
        var loop = (IIOMetadataNode) node(reader, 0, "ApplicationExtension");
        assertEquals("NETSCAPE", loop.getAttribute("applicationID"));
        assertArrayEquals(new byte[] {1, 0, 0}, (byte[]) loop.getUserObject());
    }

    @Test
    void what_nobody_wants_any_more_ends() {
        StepDiagrams steps = steps(Programs.SAMPLE);
        ExportCourse twice = (done, _) -> done < 2;
        assertThrows(
                CancellationException.class,
                () ->
                        Gif.write(
                                steps,
                                picture(Theme.LIGHT, false),
                                twice,
                                new ByteArrayOutputStream()));
    }

    @Test
    void files_are_counted_from_one_with_three_digits_or_more() {
        assertEquals(List.of("a.b-001.png", "a.b-002.png"), StepSeries.names("a.b.png", 2));
        assertEquals("x-0001.svg", StepSeries.names("x.svg", 1_000).getFirst());
    }
}
