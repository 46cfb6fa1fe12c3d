package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.FormulaPainter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An equation wider than the lines of a document is broken, not lost at the edge of the paper.
class LatexDisplayTest {

    @Test
    void what_fits_stays_on_one_line() {
        assertEquals("\\[ a = b + c \\]\n", LatexDisplay.of("a = b + c"));
    }

    @Test
    void a_long_sum_is_broken_before_its_signs() {
        String terms = String.join(" + ", Collections.nCopies(40, "\\frac{a + b}{c = d}"));
        List<String> lines =
                LatexDisplay.of("\\frac{\\partial L}{\\partial x} = " + terms + " = 7")
                        .lines()
                        .toList();
        assertEquals("\\begin{align*}", lines.getFirst());
        assertEquals("\\end{align*}", lines.getLast());
        assertTrue(lines.get(1).startsWith("\\frac{\\partial L}{\\partial x} &= \\frac{a + b}"));
        assertTrue(lines.size() > 4, lines.toString());
        for (String line : lines.subList(1, lines.size() - 1)) {
            String shown = line.replace("&", "").replace("\\\\", "");
            assertTrue(FormulaPainter.measureDisplay(shown, 10).width() < 346, shown);
        }
        for (String line : lines.subList(2, lines.size() - 1)) {
            assertTrue(line.matches("&(\\\\quad \\+|=) .*"), line);
        }
    }

    @Test
    void brackets_and_matrices_stay_whole() {
        String matrix = "\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}";
        String sum = "\\left(" + String.join(" + ", Collections.nCopies(5, matrix)) + "\\right)";
        List<String> lines = LatexDisplay.of("A = " + sum + " = " + sum).lines().toList();
        assertEquals(4, lines.size(), lines.toString());
        assertEquals("A &= " + sum + " \\\\", lines.get(1));
        assertEquals("&= " + sum, lines.get(2));
    }
}
