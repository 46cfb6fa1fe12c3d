package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "eval --help", "trace --help", "check --help"})
    void help_and_version_are_printed_on_standard_output(String command) {
        Ran ran = Ran.command(command.split(" "));
        assertEquals(0, ran.exit());
        assertTrue(ran.out().contains("backstep"), ran.out());
        assertEquals("", ran.err());
    }

    /// ∂L/∂x = 2x + 2y = −2 + 8 at x = −1, y = 4.
    @Test
    void set_changes_a_leaf_and_the_last_one_counts() {
        Ran ran =
                Ran.command(
                        "eval",
                        "samples/04-x2-plus-2xy.bs",
                        "--set",
                        "x=3",
                        "--set",
                        "x=-1",
                        "--json");
        assertTrue(
                ran.out().contains("\"gradients\":{\"x\":6.0,\"y\":-2.0,\"L\":1.0}"),
                ran.out() + ran.err());
    }

    /// 1/−0 = −∞: x is printed with its sign; ∂L/∂y = 0·(−3) = −0 decides nothing.
    @Test
    void minus_0_is_printed_where_it_decides_a_sign() {
        String table = Ran.on("x = -0.0\nL = 1 / x", "eval", "-").out();
        assertTrue(table.contains("x     -0 "), table);
        String trace = Ran.on("x = -0.0\nL = 1 / x", "trace", "-").out();
        assertTrue(trace.contains("1 / −0 is −∞: it divides by −0"), trace);
        assertTrue(!Ran.on("y = 2\nL = 0 * (-3 * y)", "eval", "-").out().contains("-0"));
        String json = Ran.on("x = -0.0\nL = x + 1", "eval", "-", "--json").out();
        assertTrue(json.contains("\"x\":-0.0"), json);
    }

    /// The note stands behind the sentence of each step at its node, also in the text of JSON:
    /// there is no other field than those that a phase has.
    @Test
    void notes_are_told_with_the_steps() {
        String program = "x = 3   # the side\nA = x^2   # the area\nL = A + x\n";
        String trace = Ran.on(program, "trace", "-").out();
        assertEquals(2, trace.split("   # the area\n", -1).length - 1, trace);
        String json = Ran.on(program, "trace", "-", "--json").out();
        assertEquals(2, json.split(" {3}# the area\"", -1).length - 1, json);
        assertFalse(json.contains("\"note\""), json);
    }

    @Test
    void set_takes_a_matrix() {
        Ran ran =
                Ran.on(
                        "A = zeros(2, 2)\nL = sum(A)",
                        "eval",
                        "-",
                        "--json",
                        "--set",
                        "A=[1, 2; 3, 4]");
        assertTrue(ran.out().contains("\"L\":10.0"), ran.out() + ran.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1\ny = 4\nL = x^2 + 2*x*y",
                "x = 1e-3\nL = log(x)",
                "x = 10\nL = exp(20 * x)",
                "W = normal(3, 2, seed=1)\nx = normal(2, 4, seed=2)\nL = mean(sigmoid(W @ x))",
                "x = 0\nL = relu(x)",
                "x = 1\nunused = 2\nL = x"
            })
    void check_finds_nothing_where_gradients_are_right(String program) {
        Ran ran = Ran.on(program, "check", "-");
        assertEquals(0, ran.exit(), ran.out() + ran.err());
    }

    /// With `relu0 = 1` the gradient at the kink is 1 by convention, between the slopes 0 and 1.
    @Test
    void check_takes_a_convention_at_a_kink_for_right() {
        Ran ran = Ran.on("set relu0 = 1\nx = 0\nL = relu(x)", "check", "-");
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().contains("kink"), ran.out());
    }

    /// 1/0 has no differences: that is said, and no failure.
    @ParameterizedTest
    @CsvSource({
        "x = 0;L = log(x) * x, not comparable: the gradient is not a number",
        "x = 0;L = x^-1, not comparable: the gradient is infinite",
        "x = 0;L = sqrt(x), not comparable: the gradient is infinite",
        "x = 0;L = step(x), not comparable: no two step sizes agree on a slope",
        "x = 0;L = x^1.5, 'not comparable: the output is not finite on both sides, however small the step'",
        "x = [1; 0];L = sum(sqrt(x)), 'ok, 1 not comparable: the gradient is infinite'"
    })
    void check_says_why_a_gradient_cannot_be_compared(String program, String words) {
        Ran ran = Ran.on(program.replace(';', '\n').replace("[1\n", "[1;"), "check", "-");
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().stripTrailing().endsWith(words), ran.out());
    }
}
