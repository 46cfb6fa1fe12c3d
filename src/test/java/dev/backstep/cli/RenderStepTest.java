package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `render --view step`: a step explained on a sheet.
class RenderStepTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    private Ran render(String program, String name, String options) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "render",
                                program,
                                "-o",
                                folder.resolve(name).toString(),
                                "--view",
                                "step"));
        args.addAll(List.of(options.split(" ")));
        return Ran.command(args.toArray(String[]::new));
    }

    private String text(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(name).toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /// At (1, 4): ∂L/∂x = 2x + 2y = 10, of which 8 came through b and 2 through a.
    @Test
    void the_words_and_numbers_of_a_step_can_be_searched() throws IOException {
        assertEquals(new Ran(0, "", ""), render(SAMPLE, "a.pdf", "--step 8"));
        String text = text("a.pdf");
        for (String part :
                new String[] {
                    "SQUARE",
                    "backward · 5 of 5",
                    "the derivative of x² is 2·x",
                    "UPSTREAM",
                    "LOCAL",
                    "DOWNSTREAM",
                    "edge a → x",
                    "SUM OF CONTRIBUTIONS",
                    "through b: 8",
                    "PATHS FROM L TO",
                    "1 · 4 · 2 = 8",
                    // of formulas, which are drawn as shapes
                    "a = x2 = 12 = 1",
                    "∂L/∂x = 8 + 2 = 10",
                    "L → c → b → x"
                }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
    }

    @Test
    void what_the_program_says_of_a_node_is_told() throws IOException {
        Path program = Files.writeString(folder.resolve("p.bs"), "x = 3\nL = x^2  # a square\n");
        assertEquals(0, render(program.toString(), "a.pdf", "--step first").exit());
        assertTrue(text("a.pdf").contains("a square"));
    }

    @Test
    void a_mistake_that_is_on_is_said_in_the_picture() throws IOException {
        Path program =
                Files.writeString(
                        folder.resolve("p.bs"),
                        Files.readString(Path.of(SAMPLE)) + "set mistake = overwrite\n");
        assertEquals(0, render(program.toString(), "a.pdf", "--step last").exit());
        String text = text("a.pdf");
        assertTrue(text.contains("mistake on: = for +="), text);
        assertTrue(text.contains("8 lost"), text);
    }

    /// 84 mm at 300 dots an inch are 992 pixels.
    @Test
    void in_a_column_its_type_is_six_points_and_below_it_says_so() throws IOException {
        Ran column = render("samples/13-mlp-3-layers.bs", "a.png", "--step last --size 84mm");
        assertEquals(new Ran(0, "", ""), column);
        assertEquals(992, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
        Ran narrow = render(SAMPLE, "b.svg", "--size 60mm");
        assertEquals(0, narrow.exit());
        assertTrue(
                narrow.err().endsWith("6 pt that print needs: take a wider picture\n"),
                narrow.err());
    }

    /// A step of a product of long names, which have no room in a column.
    @Test
    void a_formula_that_is_made_smaller_to_fit_counts() throws IOException {
        String name = "abcdefghijklmnopqrstuvwxyz_";
        Path program =
                Files.writeString(
                        folder.resolve("p.bs"),
                        "%s1 = 3\n%s2 = %s1 * 4\nL = %s2 * %s1\n".replace("%s", name));
        Ran ran = render(program.toString(), "a.svg", "--step last --size 84mm");
        assertEquals(0, ran.exit());
        assertTrue(
                ran.err().matches("(?s).* [1-4]\\.\\d pt high, less than the 6 pt.*"), ran.err());
    }

    @ParameterizedTest
    @CsvSource({"1600x900", "500x1200", "700x700"})
    void it_is_as_large_as_fits_into_a_room(String room) throws IOException {
        assertEquals(0, render(SAMPLE, "a.png", "--step 8 --size " + room).exit());
        BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
        String[] sides = room.split("x");
        double wide = image.getWidth() / Double.parseDouble(sides[0]);
        double high = image.getHeight() / Double.parseDouble(sides[1]);
        assertTrue(wide <= 1 && high <= 1 && Math.max(wide, high) > 0.99, wide + ", " + high);
    }

    @Test
    void all_steps_are_a_file_each() throws IOException {
        assertEquals(new Ran(0, "", ""), render(SAMPLE, "out.svg", "--step all --theme dark"));
        for (int i = 1; i <= 9; i++) {
            assertTrue(Files.exists(folder.resolve("out-00" + i + ".svg")), i + " of 9");
        }
        assertFalse(Files.exists(folder.resolve("out-010.svg")));
        assertEquals(0, render(SAMPLE, "one.svg", "--step 3 --theme dark").exit());
        assertEquals(
                Files.readString(folder.resolve("one.svg")),
                Files.readString(folder.resolve("out-004.svg")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.gif | --step all | must end in .png, .svg or .pdf",
                "a.html | --step all | give no --view",
                "a.png | --step 9 | a number from 0 to 8",
                "a.png | --legend | --legend goes with --view graph",
                "a.png | --detail fine | the levels are",
                "a.png | --width 0 | a width is a number from 1"
            })
    void what_cannot_be_drawn_is_refused(String name, String options, String why) {
        Ran ran = render(SAMPLE, name, options);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void a_folded_group_and_one_edge_a_step_are_told_as_trace_does() throws IOException {
        assertEquals(0, render("samples/13-mlp-3-layers.bs", "a.pdf", "--detail layers").exit());
        assertTrue(text("a.pdf").contains("LAYER 1"), text("a.pdf"));
        assertEquals(0, render(SAMPLE, "b.pdf", "--edges --step 6").exit());
        assertTrue(text("b.pdf").contains("3 of"), text("b.pdf"));
    }
}
