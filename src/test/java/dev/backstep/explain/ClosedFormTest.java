package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedFormTest {

    private static ClosedForm form(String text, String of, String by) {
        Walkthrough w = Case.program(text);
        return ClosedForm.of(w, id(w, of), id(w, by)).orElseThrow();
    }

    private static int id(Walkthrough w, String name) {
        return w.graph().named(name).orElseThrow().id();
    }

    private static String written(ClosedForm form) {
        return String.join(" ", form.beginning(1000));
    }

    /// d(x² + 2xy)/dx = 2·x + y·2: the products, and the sum between them; y·2 is the factor y of
    /// 2x, then the 2. On the graph: a, b, c, L forward are four, of which the gradient needs b's
    /// factor 2, y and x only: nothing forward; backward 1·(2·x), 1·y, (1·y)·2 and the sum.
    @Test
    void the_sample_of_the_lecture() {
        ClosedForm form = form("x = 1\ny = 4\nL = x^2 + 2*x*y\n", "L", "x");
        assertEquals("\\bigl( 2 \\cdot x + y \\cdot 2 \\bigr)", written(form));
        assertEquals(BigInteger.valueOf(3), form.operations());
    }

    /// d σ(w·x)/dx = σ(w·x)·(1 − σ(w·x))·w: two products w·x, two σ, the difference, two signs.
    @Test
    void a_value_that_is_used_twice_is_written_twice() {
        ClosedForm form = form("x = 1\nw = 2\nL = sigmoid(w*x)\n", "L", "x");
        assertEquals(
                "\\sigma( w \\cdot x ) \\cdot ( 1 - \\sigma( w \\cdot x ) ) \\cdot w",
                written(form));
        assertEquals(BigInteger.valueOf(7), form.operations());
    }

    /// a_k = σ(w·a_{k−1}): |a_k| = |a_{k−1}| + 2 = 2k operations. Its derivative by x is a_k·(1 −
    /// a_k)·w·(the one before): 2·2k + 2 for the slope, a sign, w, a sign, the rest; the last one
    /// ends at w. So D(1) = 7 and D(k) = D(k−1) + 4k + 4: 2k² + 6k − 1.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 40})
    void a_chain_of_layers_grows_by_the_square_of_its_depth(int depth) {
        StringBuilder text = new StringBuilder("a0 = 0.5\nw = 2\n");
        for (int k = 1; k <= depth; k++) {
            text.append("a%d = sigmoid(w*a%d)\n".formatted(k, k - 1));
        }
        ClosedForm form = form(text.toString(), "a" + depth, "a0");
        int n = depth;
        assertEquals(BigInteger.valueOf(2 * n * n + 6 * n - 1), form.operations());
        // forward 2 nodes a layer, backward 1 − a, a·(…), g·, ·w: 4 a layer
        assertTrue(form.shared() <= 6L * n, form.toString());
    }

    /// x_k = x_{k−1}·x_{k−1}: the value x_k takes 2ᵏ − 1 products, and its derivative is twice
    /// x_{k−1} times that of x_{k−1}: D(k) = 2·((2ᵏ⁻¹ − 1) + 1 + D(k−1)) + 1, and D(1) = x + x: 1.
    @Test
    void repeated_squares_have_an_expression_that_nobody_could_write() {
        StringBuilder text = new StringBuilder("x0 = 1\n");
        BigInteger expected = BigInteger.ONE;
        for (int k = 1; k <= 100; k++) {
            text.append("x%d = x%d*x%d\n".formatted(k, k - 1, k - 1));
            if (k > 1) {
                BigInteger half = BigInteger.TWO.pow(k - 1).add(expected);
                expected = half.add(half).add(BigInteger.ONE);
            }
        }
        ClosedForm form = form(text.toString(), "x100", "x0");
        assertEquals(expected, form.operations());
        List<String> beginning = form.beginning(50);
        assertEquals(51, beginning.size());
        assertEquals("\\ldots", beginning.getLast());
        assertTrue(form.shared() < 600, form.toString());
    }

    @Test
    void a_matrix_has_none() {
        Walkthrough w = Case.program("x = [1; 2]\nL = sum(x*x)\n");
        assertTrue(ClosedForm.of(w, w.output(), id(w, "x")).isEmpty());
    }
}
