package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.story.Walkthrough;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptValuesTest {

    private static List<String> names(Walkthrough w, boolean sources) {
        return KeptValues.of(w).rows().stream()
                .filter(r -> r.source() == sources)
                .map(r -> w.labels().plain(r.node()))
                .toList();
    }

    /// A layer of 4 units on 3 inputs and 5 samples: backward reads W and X (leaves), a for σ′ =
    /// a(1 − a); neither W·X nor the sum with b. The mean reads nothing.
    @Test
    void a_layer_keeps_its_activation_and_what_its_product_multiplies() {
        Walkthrough w =
                walkthrough(
                        """
                        param W = normal(4, 3, seed=1)
                        param b = zeros(4, 1)
                        X = normal(3, 5, seed=2)
                        a = sigmoid(W @ X + b)
                        loss L = mean(a)
                        """);
        KeptValues kept = KeptValues.of(w);
        assertEquals(List.of("a"), names(w, false));
        assertEquals(List.of("W", "X"), names(w, true));
        assertEquals(20, kept.kept());
        assertEquals(12 + 15, kept.sources());
        assertEquals(20 + 20 + 20 + 1, kept.computed());
    }

    /// x² reads x, 2x·y reads 2x and y, the sum reads nothing.
    @Test
    void the_sample_keeps_one_number_that_is_computed() {
        Walkthrough w = walkthrough("x = 1\ny = 4\nL = x^2 + 2*x*y\n");
        KeptValues kept = KeptValues.of(w);
        assertEquals(1, kept.kept());
        assertEquals(List.of("x", "y"), names(w, true));
        assertEquals(4, kept.computed());
    }

    @Test
    void sums_keep_nothing() {
        Walkthrough w = walkthrough("x = [1; 2; 3]\nz = 2*x + 1\nL = sum(z)\n");
        assertEquals(List.of(), KeptValues.of(w).rows());
    }
}
