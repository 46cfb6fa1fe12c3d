package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.explain.Differences.Verdict;
import dev.backstep.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OK   | x = 3;L = x^2
                    OK   | x = 1e-3;L = log(x)
                    OK   | x = 1;L = exp(20 * x)
                    OK   | x = 0;L = relu(x)
                    KINK | set relu0 = 1;x = 0;L = relu(x)
                    KINK | set relu0 = 0;x = 0;L = 3 * relu(x) + x
                    KINK | set relu0 = 1;x = 0;L = abs(x)
                    KINK | x = 0;L = relu(relu(x))
                    KINK | x = 2;L = exp(relu(relu(x - 2)))
                    OFF  | x = 0;L = log(x) * x
                    """)
    void a_gradient_is_right_or_a_convention_or_off(Verdict verdict, String program) {
        Walkthrough w = Case.program(program.replace(';', '\n'));
        assertEquals(verdict, Differences.of(w, 0).verdict());
    }

    /// A gradient wrong by a thousandth is found, and curvature or a kink elsewhere is no excuse.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 3\nL = x^2",
                "x = 1\nL = exp(9 * x)",
                "x = 0.1\nL = relu(x) + sin(50 * x)"
            })
    void a_gradient_that_is_wrong_is_off(String program) {
        Walkthrough w = Case.program(program);
        Tensor wrong = w.gradient(0).orElseThrow().map(g -> 1.001 * g);
        assertEquals(Verdict.OFF, Differences.of(w, 0, wrong).verdict());
    }

    /// Beyond the slopes on both sides, 0 and 2, no convention reaches.
    @Test
    void a_gradient_outside_a_kink_is_off() {
        Walkthrough w = Case.program("x = 0\nL = 2 * relu(x)");
        assertEquals(Verdict.KINK, Differences.of(w, 0, Tensor.scalar(2)).verdict());
        assertEquals(Verdict.OFF, Differences.of(w, 0, Tensor.scalar(2.001)).verdict());
        assertEquals(Verdict.OFF, Differences.of(w, 0, Tensor.scalar(-0.001)).verdict());
    }
}
