package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `render --step all`, and `render -o OUT.gif`.
class RenderFilmTest {

    private static final String PROGRAM = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    /// Three cards forward, one seed, two backward: as `trace` counts them.
    private static final String SHORT = "x = 3\nL = x^2\n";

    @TempDir private Path folder;

    private Ran render(String program, String file, String... more) {
        String[] args = new String[4 + more.length];
        String out = folder.resolve(file).toString();
        System.arraycopy(new String[] {"render", "-", "-o", out}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.on(program, args);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static int steps(String program) {
        return (int) Ran.on(program, "trace", "-").out().lines().count();
    }

    private int[] pixels(String file) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @CsvSource({"--width=500, light", "--size=700x400, dark", "--size=84mm, print"})
    void a_series_has_the_pictures_of_the_single_steps(String size, String theme)
            throws IOException {
        String look = "--theme=" + theme;
        assertEquals(new Ran(0, "", ""), render(PROGRAM, "s.png", "--step=all", size, look));
        int steps = steps(PROGRAM);
        assertEquals(
                IntStream.rangeClosed(1, steps).mapToObj("s-%03d.png"::formatted).toList(),
                names());
        for (int i = 0; i < steps; i++) {
            render(PROGRAM, "one.png", "--step=" + i, size, look);
            assertArrayEquals(
                    pixels("one.png"), pixels("s-%03d.png".formatted(i + 1)), "step " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf"})
    void a_series_of_shapes_has_the_files_of_the_single_steps(String format) throws IOException {
        assertEquals(new Ran(0, "", ""), render(SHORT, "s." + format, "--step", "all"));
        int steps = steps(SHORT);
        assertEquals(steps, names().size());
        for (int i = 0; i < steps; i++) {
            render(SHORT, "one." + format, "--step", Integer.toString(i));
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one." + format)),
                    Files.readAllBytes(folder.resolve("s-%03d.%s".formatted(i + 1, format))));
        }
    }

    @Test
    void an_animation_has_a_frame_a_step() throws IOException {
        assertEquals(new Ran(0, "", ""), render(SHORT, "s.gif", "--width", "300"));
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(folder.resolve("s.gif").toFile())) {
            reader.setInput(in);
            assertEquals(steps(SHORT), reader.getNumImages(true));
            assertEquals(300, reader.getWidth(0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.gif | --transparent | an animation has its paper",
                "s.gif | --step=2      | an animation has all steps",
                "s.gif | --step=last   | an animation has all steps",
                "s.gif | --width=0     | a width is a number from 1",
                "s.jpg | --step=all    | must end in .png",
                "s.gif | --size=5mm    | a width from 10mm to 1000mm",
            })
    void what_cannot_be_is_said_in_one_line(String file, String option, String why)
            throws IOException {
        Ran ran = render(SHORT, file, option);
        assertEquals(2, ran.exit());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains(why), ran.err());
        assertEquals(List.of(), names());
    }

    /// 1,100 cards in a chain are 2,202 steps.
    @ParameterizedTest
    @ValueSource(strings = {"s.gif", "s.png"})
    void too_many_steps_are_refused_before_one_is_drawn(String file) throws IOException {
        StringBuilder program = new StringBuilder("x = 1\na0 = x + 1\n");
        for (int i = 1; i <= 1_100; i++) {
            program.append("a%d = a%d * 1.01\n".formatted(i, i - 1));
        }
        Ran ran = render(program.toString(), file, "--step=all");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("there is room for 2,000 pictures"), ran.err());
        assertEquals(1, ran.err().lines().count());
        assertEquals(List.of(), names());
    }

    @Test
    void a_name_of_the_series_that_is_taken_by_a_folder_leaves_all_as_it_was() throws IOException {
        Files.createDirectory(folder.resolve("s-003.png"));
        Files.writeString(folder.resolve("s-001.png"), "old");
        Ran ran = render(SHORT, "s.png", "--step=all", "--width=200");
        assertEquals(2, ran.exit());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertEquals(List.of("s-001.png", "s-003.png"), names());
        assertEquals("old", Files.readString(folder.resolve("s-001.png")));
    }

    @Test
    void a_series_that_would_take_the_place_of_its_program_is_not_written() throws IOException {
        Path program = Files.writeString(folder.resolve("a-002.svg"), SHORT);
        String out = folder.resolve("a.svg").toString();
        Ran ran = Ran.command("render", program.toString(), "-o", out, "--step=all");
        assertEquals(new Ran(2, "", "-o " + program + ": this is the program itself\n"), ran);
        assertEquals(SHORT, Files.readString(program));
        assertEquals(List.of("a-002.svg"), names());
    }

    /// What it is named after is not written.
    @Test
    void a_series_may_be_named_after_a_program_or_a_folder() throws IOException {
        Path program = Files.writeString(folder.resolve("a.svg"), SHORT);
        Ran ran = Ran.command("render", program.toString(), "-o", program.toString(), "--step=all");
        assertEquals(new Ran(0, "", ""), ran);
        assertEquals(SHORT, Files.readString(program));
        Files.createDirectory(folder.resolve("b.svg"));
        assertEquals(new Ran(0, "", ""), render(SHORT, "b.svg", "--step=all"));
        assertTrue(names().contains("b-001.svg"));
    }
}
