package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Case;
import dev.backstep.graph.Node;
import dev.backstep.story.Differences.Verdict;
import dev.backstep.tensor.Tensor;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                    KINK | set relu0 = 1;x = 0;L = relu(x) - max(x, 0)
                    KINK | x = 2;L = exp(relu(relu(x - 2)))
                    NOT_COMPARABLE | x = 0;L = log(x) * x
                    NOT_COMPARABLE | x = 0;L = x^-1
                    NOT_COMPARABLE | x = 0;L = step(x)
                    NOT_COMPARABLE | x = 0;L = sqrt(abs(x))
                    NOT_COMPARABLE | x = 1;L = (x + 1e17) - 1e17
                    OFF  | x = 1000;L = tanh(exp(x))
                    """)
    void a_gradient_is_right_or_a_convention_or_off(Verdict verdict, String program) {
        Walkthrough w = Case.program(program.replace(';', '\n'));
        assertEquals(verdict, Differences.of(w, 0).verdict());
    }

    /// Points where a step of fixed size leaves the domain, jumps over an oscillation or drowns in
    /// rounding.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1e-9;L = log(x)",
                "x = 1e-12;L = sqrt(x)",
                "x = 1e-7;L = 1/x",
                "x = 1e-150;L = 1/x",
                "x = 1e8;L = sin(x)",
                "x = 1e-30;L = sin(1e30*x)",
                "x = 0;L = sin(1e12*x)",
                "x = 1.000000001;L = relu(x - 1)",
                "x = 1.000000000000001;L = relu(x - 1)",
                "x = 1.5707963;L = tan(x)",
                "x = 0.999999999;L = sqrt(1 - x^2)",
                "x = 1e-200;L = x^2",
                "x = 1e200;L = sqrt(x)",
                "x = 3;L = 1e-20*x^2",
                "x = 3;L = 1e12 + x",
                "x = 3;L = 1e6 + 1e-6*x",
                "x = 1e-300;L = x*1e300",
                "x = -5e-324;L = x",
                "x = 40;L = sigmoid(x)",
                "x = 18;L = tanh(x)",
                "x = -800;L = softplus(x)",
                "x = 1.5707963267948966;L = sin(x)",
                "x = 1e-20;L = bce(x, 0)",
                "x = 1e-20;L = bce(x, 1)",
                "x = 0.9999999999999999;L = bce(x, 1)",
                "x = 0;n = 0;L = x^n + n",
                "x = [0; 0];L = norm(x)",
                "x = 700;L = exp(x)",
                "x = 1;L = exp(exp(exp(x)))",
                "x = 1e-60;L = elu(x)^relu(x)",
                "x = 1e-60;L = relu(x)^relu(x) + x",
                "x = 1e-200;L = 3*abs(elu(x)^relu(x))"
            })
    void a_right_gradient_at_a_hard_point_is_not_off(String program) {
        Walkthrough w = Case.program(program.replace(";L", "\nL").replace(";n", "\nn"));
        Differences found = Differences.of(w, 0);
        assertTrue(found.ok(), () -> program + ": " + found);
    }

    /// At most of these points a gradient wrong by a thousandth is found to be off, and never right
    /// where the output is as sharp as that.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1e-9;L = log(x)",
                "x = 1e-12;L = sqrt(x)",
                "x = 1e-7;L = 1/x",
                "x = 1e-150;L = 1/x",
                "x = 1e8;L = sin(x)",
                "x = 1e-30;L = sin(1e30*x)",
                "x = 0;L = sin(1e12*x)",
                "x = 1e-100;L = 1e150*x^2",
                "x = 1e200;L = sqrt(x)",
                "x = 3;L = 1e-20*x^2",
                "x = 3;L = 1e6 + 1e-2*x",
                "x = 1e-300;L = x*1e300",
                "x = 1e-20;L = bce(x, 1)",
                "x = 700;L = exp(x)"
            })
    void a_wrong_gradient_at_a_hard_point_is_off(String program) {
        Walkthrough w = Case.program(program.replace(";L", "\nL"));
        Tensor wrong = w.gradient(0).orElseThrow().map(g -> 1.001 * g);
        assertEquals(Verdict.OFF, Differences.of(w, 0, wrong).verdict(), program);
    }

    /// A gradient of 10⁻⁶ or less beside an output of a million, wrong by as much as rounding lets
    /// be seen, is not called ok at a smaller step that hides it.
    @ParameterizedTest
    @CsvSource({"1e-6, 1.02", "1e-6, 1.1", "1e-6, 2", "1e-7, 1.5", "1e-7, -1"})
    void a_wrong_gradient_that_is_tiny_beside_the_output_is_not_ok(String slope, double factor) {
        Walkthrough w = Case.program("x = 3\nL = 1e6 + " + slope + "*x");
        Tensor wrong = w.gradient(0).orElseThrow().map(g -> factor * g);
        Verdict verdict = Differences.of(w, 0, wrong).verdict();
        assertTrue(verdict.compareTo(Verdict.NOT_COMPARABLE) >= 0, verdict::toString);
    }

    /// In 745 · 0.5⁷⁴⁵ the upstream gradient of 0.5^(−745), −745/2¹⁴⁹⁰, is too small for a number,
    /// so that ∂L/∂x arrives as 0; it is 745² · 2⁻⁷⁴⁴ = 6·10⁻²¹⁹. In a · a/b with a = −10⁻⁹⁰ and b
    /// = −10⁷⁰ one of two equal shares is lost like that.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 0.5\nn = -745\nL = norm(n) / x^n",
                "x = -1e-90\nb = -1e70\nL = x / (b / x)"
            })
    void a_gradient_lost_to_underflow_on_its_way_is_off(String program) {
        assertEquals(Verdict.OFF, Differences.of(Case.program(program), 0).verdict());
    }

    /// Gradients that underflow on their way, as in the test above.
    private static final Set<Long> UNDERFLOW = Set.of(9851L, 17400L);

    /// Random expressions, all of whose leaves are put to points of the hardest kind.
    @ParameterizedTest
    @MethodSource("seeds")
    void random_programs_at_hard_points_are_never_off(long seed) {
        Random random = new Random(seed);
        String program = HardPrograms.random(random);
        Walkthrough w = Case.program(program);
        for (Node node : w.graph().nodes()) {
            if (node.isLeafWithGradient()) {
                Differences found = Differences.of(w, node.id());
                boolean number = w.value(w.output()).isFinite();
                boolean gradient = w.gradient(node.id()).map(Tensor::isFinite).orElse(true);
                assertTrue(
                        found.ok() || !number || !gradient,
                        () -> "seed " + seed + "\n" + program + "\n" + found);
            }
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, s -> s + 1)
                .limit(Long.getLong("check.seeds", 600))
                .filter(s -> !UNDERFLOW.contains(s));
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

    /// A kink whose gradient is farther from its slopes than the others are off, and elements that
    /// are off by 0.1, by 0.3 and, being infinite, by no number.
    @Test
    void the_element_that_is_off_most_is_told_whatever_else_is_not_exact() {
        Differences kink = Differences.compared(0.5, Verdict.KINK);
        Differences little = off(1, 0.1);
        Differences more = off(2, 0.3);
        Differences infinite = off(3, Double.NaN);
        assertEquals(2, kink.and(little).and(more).off().orElseThrow().element());
        assertEquals(2, more.and(kink).and(little).off().orElseThrow().element());
        assertEquals(3, more.and(infinite).and(little).off().orElseThrow().element());
    }

    private static Differences off(int element, double error) {
        return Differences.off(new Differences.Off(element, 1, OptionalDouble.empty(), error));
    }
}
