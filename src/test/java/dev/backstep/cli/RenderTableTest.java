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

/// `render --view table`: all numbers of a node.
class RenderTableTest {

    private static final String MATRIX =
            """
            W = [1, 2; 3, 4; 5, -6.25]
            x = [10; 100]
            z = W @ x
            loss L = sum(z)
            """;

    @TempDir private Path folder;

    private Ran render(String program, String name, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("p.bs"), program);
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "render",
                                file.toString(),
                                "-o",
                                folder.resolve(name).toString(),
                                "--view",
                                "table"));
        args.addAll(List.of(options));
        return Ran.command(args.toArray(String[]::new));
    }

    private String text(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(name).toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void all_numbers_of_a_value_can_be_searched() throws IOException {
        assertEquals(new Ran(0, "", ""), render(MATRIX, "a.pdf", "--of", "W"));
        String text = text("a.pdf");
        for (String part :
                new String[] {
                    "THE VALUE OF W", "3 rows and 2 columns, numbered from 0.", "−6.25", "5"
                }) {
            assertTrue(text.contains(part), part + " in " + text);
        }
    }

    /// L = Σ W x: every row of ∂L/∂W is xᵀ, and ∂L/∂x adds the rows of W up: 9 and −0.25.
    @Test
    void a_gradient_is_asked_for_as_it_is_written() throws IOException {
        assertEquals(new Ran(0, "", ""), render(MATRIX, "a.pdf", "--of", "dL/dx"));
        String text = text("a.pdf");
        assertTrue(text.contains("THE GRADIENT OF X") || text.contains("GRADIENT OF x"), text);
        assertTrue(text.contains("−0.25"), text);
        assertEquals(new Ran(0, "", ""), render(MATRIX, "b.pdf", "--of", "∂L/∂W"));
        assertTrue(text("b.pdf").contains("100"), text("b.pdf"));
    }

    /// 8×30 numbers: what is left out elsewhere, the last row and the last column, is here.
    @Test
    void none_of_a_larger_table_is_left_out() throws IOException {
        String program =
                """
                A = normal(8, 30, seed=1)
                B = [0.125; 0; 0; 0; 0; 0; 0; 77.5]
                z = A * B
                loss L = sum(z)
                """;
        assertEquals(
                new Ran(0, "", ""), render(program, "a.pdf", "--of", "dL/dA", "--size", "174mm"));
        String text = text("a.pdf");
        assertEquals(30, text.split("77\\.5", -1).length - 1, text);
        assertEquals(30, text.split("0\\.125", -1).length - 1, text);
        assertTrue(text.contains("29"), text);
    }

    @Test
    void a_part_keeps_its_numbers_of_rows_and_columns() throws IOException {
        assertEquals(new Ran(0, "", ""), render(MATRIX, "a.pdf", "--of", "W[1:3, 1]"));
        String text = text("a.pdf");
        assertTrue(text.contains("A part of 3 rows and 2 columns"), text);
        assertTrue(text.contains("−6.25") && !text.contains("5\n5"), text);
    }

    @Test
    void a_mistake_that_is_on_is_said_above_a_gradient_and_not_above_a_value() throws IOException {
        String program = "x = 3\nL = x * x\nset mistake = overwrite\n";
        assertEquals(0, render(program, "a.pdf", "--of", "dL/dx").exit());
        assertTrue(text("a.pdf").contains("mistake on: = for +="), text("a.pdf"));
        assertEquals(0, render(program, "b.pdf", "--of", "x").exit());
        assertFalse(text("b.pdf").contains("mistake"), text("b.pdf"));
    }

    /// The most that is drawn fits into a picture of the usual scale.
    @Test
    void ten_thousand_numbers_are_drawn_and_more_refused() throws IOException {
        String program = "A = normal(1000, 1000, seed=1)\nloss L = sum(A)\n";
        assertEquals(new Ran(0, "", ""), render(program, "a.png", "--of", "A[900:1000, 0:100]"));
        int height = ImageIO.read(folder.resolve("a.png").toFile()).getHeight();
        assertTrue(height > 2000 && height < 14_000, "" + height);
        Ran whole = render(program, "b.png", "--of", "A");
        assertEquals(2, whole.exit());
        assertEquals(
                "--of A: a table of 1000×1000 = 1,000,000 numbers is not drawn, the most is 10,000;"
                        + " ask for a part, as in W[0:100, 0:100]\n",
                whole.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | give the node, as in --of x, or --of dL/dx for its gradient",
                "--of V | --of V: there is no node of that name (did you mean W?)",
                "--of dL/dV | --of dL/dV: there is no node of that name (did you mean W?)",
                "--of dz/dx | --of dz/dx: what is differentiated is L",
                "--of W[0:5,:] | --of W[0:5,:]: it has 3 rows, numbered from 0",
                "--of W[:,2] | --of W[:,2]: it has 2 columns, numbered from 0",
                "--of W[1] | --of W[1]: give rows and columns, as in [0:50, :]",
                "--of W --by x | --of alone with --view table",
                "--of W --step 2 | go with --view graph and step",
                "--of W --legend | --legend with --view graph"
            })
    void what_cannot_be_drawn_is_refused(String options, String why) throws IOException {
        Ran ran = render(MATRIX, "a.png", options.isEmpty() ? new String[0] : options.split(" "));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(why), ran.err());
        assertFalse(Files.exists(folder.resolve("a.png")));
    }

    @Test
    void a_node_that_no_gradient_reaches_has_no_table_of_one() throws IOException {
        Ran ran = render("const c = [1, 2]\nx = 3\nL = sum(c) * x\n", "a.png", "--of", "dL/dc");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--of dL/dc: c has no gradient"), ran.err());
    }
}
