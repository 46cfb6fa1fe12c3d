package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import org.junit.jupiter.api.Test;

class FactoredGradientTest {

    private static String of(String text, String name) {
        Walkthrough w = walkthrough(text);
        return FactoredGradient.of(w, node(w, name), Numbers.DEFAULT).orElseThrow();
    }

    /// L = a + c, c = b·y, b = 2x, a = x²: through c first, then through a.
    @Test
    void the_sample_of_the_lecture() {
        assertEquals(
                "\\left(1 \\cdot 4\\right) \\cdot 2 + 1 \\cdot 2",
                of("x = 1\ny = 4\nL = x^2 + 2*x*y\n", "x"));
    }

    /// L = s·3 + s·5 with s = 2x: what comes to s is added up before it goes on.
    @Test
    void what_several_paths_share_is_multiplied_once() {
        assertEquals(
                "\\left(1 \\cdot 3 + 1 \\cdot 5\\right) \\cdot 2",
                of("x = 1\ns = 2*x\na = s*3\nb = s*5\nL = a + b\n", "x")
                        .replace("1 \\cdot 5 + 1 \\cdot 3", "1 \\cdot 3 + 1 \\cdot 5"));
    }

    @Test
    void a_long_factor_is_named() {
        StringBuilder text = new StringBuilder("x0 = 1\n");
        for (int k = 1; k <= 12; k++) {
            text.append("x%d = 2*x%d\n".formatted(k, k - 1));
        }
        String found = of(text.toString(), "x0");
        assertTrue(found.length() < 200, found);
        assertTrue(found.contains("partial"), found);
    }

    @Test
    void matrices_are_told_in_symbols() {
        String found = of("W = [1, 2; 3, 4]\nx = [1; 2]\nz = W @ x\nloss L = sum(z*z)\n", "x");
        assertTrue(found.contains("W^{\\top}"), found);
    }
}
