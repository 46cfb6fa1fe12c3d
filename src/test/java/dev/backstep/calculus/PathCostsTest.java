package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.graph.Edge;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCostsTest {

    private static PathCosts costs(String text, String by) {
        Walkthrough w = walkthrough(text);
        return PathCosts.of(w, w.output(), node(w, by));
    }

    /// L = x² + 2xy: L → a → x is 1·2x, one product; L → c → b → x is 1·y·2, two. Each edge once: a
    /// → x, c → b, b → x. For y as well, c → y: one more, in either order.
    @Test
    void the_sample_of_the_lecture() {
        String text = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";
        PathCosts x = costs(text, "x");
        assertEquals(BigInteger.TWO, x.paths());
        assertEquals(BigInteger.valueOf(3), x.pathByPath());
        assertEquals(BigInteger.valueOf(3), x.edgeByEdge());
        PathCosts all = PathCosts.ofAllLeaves(walkthrough(text));
        assertEquals(BigInteger.valueOf(4), all.pathByPath());
        assertEquals(BigInteger.valueOf(4), all.edgeByEdge());
    }

    /// Squaring n times by x·x: each doubles the paths. 2ⁿ paths of n products each; 2n edges.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 200})
    void repeated_squares_have_exponentially_many_paths(int n) {
        StringBuilder text = new StringBuilder("x0 = 1\n");
        for (int k = 1; k <= n; k++) {
            text.append("x%d = x%d*x%d\n".formatted(k, k - 1, k - 1));
        }
        PathCosts costs = costs(text.toString(), "x0");
        assertEquals(BigInteger.TWO.pow(n), costs.paths());
        assertEquals(BigInteger.TWO.pow(n).multiply(BigInteger.valueOf(n)), costs.pathByPath());
        assertEquals(BigInteger.valueOf(2 * n), costs.edgeByEdge());
    }

    /// z = w·x with w 2×3 and x 3×4 takes 3·2·4 multiplications for x: each of 12 elements is a sum
    /// of two products; so it does for w: each of 6 elements is a sum of four.
    @Test
    void a_matrix_product_takes_as_many_as_it_has_products() {
        String text =
                """
                w = [1, 2, 3; -1, 0, 2]
                x = [1, 0, 2, -1; 0, 1, 1, 0; 2, 1, 0, 1]
                z = w @ x
                loss L = sum(z)
                """;
        assertEquals(BigInteger.valueOf(24), costs(text, "x").edgeByEdge());
        assertEquals(BigInteger.valueOf(24), costs(text, "w").edgeByEdge());
        assertEquals(BigInteger.ONE, costs(text, "w").paths());
    }

    /// softmax backward is s ⊙ (g − Σ g⊙s): two products an element.
    @Test
    void softmax_takes_two_for_each_element() {
        Walkthrough w = walkthrough("x = [1; 2; 3]\nz = softmax(x)\nloss L = dot(z, [1; 2; 3])\n");
        EdgeWork work = new EdgeWork(w.adjoint());
        assertEquals(6, work.multiplications(new Edge(node(w, "z"), 0)));
    }
}
