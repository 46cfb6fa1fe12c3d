package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Differences.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
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

    /// The values of one program with the gradients of another: wrong by construction, and a kink is no excuse.
    @ParameterizedTest
    @ValueSource(strings = {"x = 3\nL = x^2 + 0.00001 * x", "x = 0\nL = 2 * relu(x) - 0.5 * x", "x = 1\nL = exp(9 * x)"})
    void a_gradient_that_is_wrong_is_off(String program) {
        Walkthrough right = Case.program(program);
        Walkthrough elsewhere = right.with(Map.of(0, right.value(0).map(x -> x == 0 ? -1 : x * 1.001)));
        List<Contribution> wrong = elsewhere.contributions().getOrDefault(0, List.of());
        assertTrue(!wrong.isEmpty());
        double gradient = elsewhere.gradient(0).orElseThrow().item() * 1.01;
        assertEquals(Verdict.OFF, Differences.of(right, 0, right.value(0).map(_ -> gradient)).verdict());
    }
}
