package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/// `render --view jacobian`: the Jacobian of two nodes on a sheet.
class RenderJacobianTest {

    private static final String VECTORS = "samples/07-jacobian.bs";

    @TempDir private Path folder;

    private Ran render(String program, String name, String options) {
        List<String> args =
                new ArrayList<>(List.of("render", program, "-o", folder.resolve(name).toString()));
        args.addAll(List.of(options.split(" ")));
        return Ran.command(args.toArray(String[]::new));
    }

    private String text(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(name).toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Path program(String text) throws IOException {
        return Files.writeString(folder.resolve("p.bs"), text);
    }

    /// z = (x₀x₁ + x₂, x₀ − x₂²) at (1, 2, 3) has the rows (2, 1, 1) and (1, 0, −6); by (1, 10)
    /// that gives (12, 1, −59).
    @Test
    void its_words_and_numbers_can_be_searched() throws IOException {
        assertEquals(
                new Ran(0, "", ""),
                render(VECTORS, "a.pdf", "--view jacobian --of z --by x --caption By-hand"));
        String text = text("a.pdf");
        for (String part :
                new String[] {
                    "JACOBIAN",
                    "A row for each element of z, a column for each element of x.",
                    "−59",
                    "∂L/∂x0 = 2 · 1 + 1 · 10 = 12",
                    "THE SHORT RULE",
                    "no shorter one",
                    "By-hand"
                }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
    }

    @Test
    void the_rule_that_a_matrix_product_collapses_to_is_told() throws IOException {
        assertEquals(
                new Ran(0, "", ""),
                render("samples/09-matmul.bs", "a.pdf", "--view jacobian --of z --by x"));
        String text = text("a.pdf");
        assertTrue(text.contains("J repeats one matrix in all its blocks"), text);
        assertTrue(text.contains("✓ Both agree: largest difference 0"), text);
    }

    /// `--of` and `--by` mean what they say: x does not depend on z.
    @Test
    void a_node_that_does_not_depend_on_the_other_has_a_jacobian_of_zeros() throws IOException {
        assertEquals(new Ran(0, "", ""), render(VECTORS, "a.pdf", "--view jacobian --of x --by z"));
        assertTrue(text("a.pdf").contains("No gradient passes from x to z"), text("a.pdf"));
    }

    @Test
    void a_node_without_a_name_is_told_by_its_number() throws IOException {
        Path program = program("x = 3\nL = exp(x^2)\n");
        assertEquals(
                new Ran(0, "", ""),
                render(program.toString(), "a.pdf", "--view jacobian --of 1 --by x"));
        assertTrue(text("a.pdf").contains("6"), "dx²/dx = 6 at 3: " + text("a.pdf"));
    }

    @Test
    void its_numbers_are_right_whatever_mistake_is_on() throws IOException {
        Path program = program(Files.readString(Path.of(VECTORS)) + "\nset mistake = overwrite\n");
        assertEquals(
                0, render(program.toString(), "a.pdf", "--view jacobian --of z --by x").exit());
        assertTrue(text("a.pdf").contains("All numbers here are right"), text("a.pdf"));
        assertTrue(text("a.pdf").contains("−59"), text("a.pdf"));
    }

    @Test
    void in_a_column_its_type_is_six_points_and_below_it_says_so() throws IOException {
        Ran column = render(VECTORS, "a.png", "--view jacobian --of z --by x --size 84mm");
        assertEquals(new Ran(0, "", ""), column);
        assertEquals(992, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
        Ran wide =
                render(
                        "samples/09-matmul.bs",
                        "b.png",
                        "--view jacobian --of z --by x --size 84mm");
        assertEquals(0, wide.exit());
        assertTrue(wide.err().endsWith("that print needs: take a wider picture\n"), wide.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--view jacobian | give both nodes, as in --of L --by x",
                "--view jacobian --of z | give both nodes",
                "--view jacobian --of z --by x3 | --by x3: there is no node of that name (did you mean x?)",
                "--view jacobian --of velocity --by x | (known: x, x0, x1, x2, f0, f1, z, L)",
                "--view jacobian --of 99 --by x | --of 99: there is no node of that name",
                "--view jacobian --of z --by x --step 2 | go with --view graph and step",
                "--view jacobian --of z --by x --legend | --legend with --view graph",
                "--view jacobian --of z --by x --detail layers | go with --view graph and step",
                "--of z --by x | --of and --by go with --view jacobian",
                "--view step --of z | --of and --by go with --view jacobian"
            })
    void what_cannot_be_drawn_is_refused(String options, String why) {
        Ran ran = render(VECTORS, "a.png", options);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(Files.exists(folder.resolve("a.png")));
    }

    /// 400 · 400 elements.
    @Test
    void one_too_large_to_be_read_is_refused() throws IOException {
        Path program = program("x = normal(20, 20, seed=1)\nz = exp(x)\nloss L = sum(z)\n");
        Ran ran = render(program.toString(), "a.png", "--view jacobian --of z --by x");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("400×400 = 160,000 elements"), ran.err());
        assertTrue(ran.err().startsWith("--of z --by x: "), ran.err());
    }

    @Test
    void names_of_any_script_are_drawn_and_can_be_searched() throws IOException {
        Path program = program("権 = [1; 2]\nz = 権 * 権\nloss L = sum(z)\n");
        assertEquals(
                0, render(program.toString(), "a.pdf", "--view jacobian --of z --by 権").exit());
        assertTrue(text("a.pdf").contains("権"), text("a.pdf"));
    }
}
