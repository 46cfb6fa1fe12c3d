package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where −0 decides a sign, it is shown as −0; elsewhere −0 and 0 are one number.
class SignedZeroTest {

    private static Walkthrough program(String lines) {
        return Case.program(lines.replace('|', '\n'));
    }

    /// The names whose value is shown as −0. 1/−0 = −∞ and 1/0 = ∞; (−0)² = 0, so that an even
    /// power forgets the sign; 0/0 and log 0 have none; the last x turns 0 into −0 by its sign.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "x = -0.0|L = 1 / x => x",
                "x = -0.0|L = x^-1 => x",
                "x = -0.0|L = x^-3 => x",
                "x = -0.0|n = -1|L = x^n => x",
                "x = -0.0|a = 2 * x|L = 1 / a => x a",
                "x = -0.0|a = -x|L = 1 / a => x",
                "x = 0|a = -x|L = 1 / a => a",
                "x = [-0.0, 3]|L = sum(1 / x) => x",
                "x = -0.0|Y = [1, 2]|L = sum(Y / x) => x",
                "x = -0.0|L = x^-2 => none",
                "x = -0.0|L = x => none",
                "x = -0.0|L = 3 + x => none",
                "x = -0.0|L = x / 2 => none",
                "x = -0.0|L = 0 / x => none",
                "x = -0.0|L = log(x) => none",
                "x = -0.0|L = exp(x) / x^2 => none"
            })
    void minus_0_is_shown_where_it_decides(String program, String names) {
        Walkthrough w = program(program);
        Set<String> shown =
                w.graph().nodes().stream()
                        .filter(n -> n.name().isPresent())
                        .filter(n -> isShown(w, n.id()))
                        .map(n -> n.name().orElseThrow())
                        .collect(Collectors.toSet());
        assertEquals(names.equals("none") ? Set.of() : Set.of(names.split(" ")), shown);
    }

    private static boolean isShown(Walkthrough w, int node) {
        Numbers numbers = w.numbersOf(node, Numbers.DEFAULT);
        double[] elements = w.value(node).toArray();
        for (double x : elements) {
            if (numbers.plain(x).equals("−0")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_sentence_the_formula_and_the_card_show_it_alike() {
        Walkthrough w = program("x = -0.0|L = 1 / x");
        String told = Bundle.ENGLISH.say(Sentences.of(w, 0, Numbers.DEFAULT));
        assertTrue(told.contains("1 / (−0) = −∞"), told);
        assertTrue(told.contains("; 1 / −0 is −∞: it divides by −0."), told);
        assertEquals(
                "\\frac{1}{-0} = -\\infty",
                Formulas.substituted(w, w.output(), Numbers.DEFAULT).orElseThrow());
        var places = Arrangements.of(w, _ -> new Size(40, 20), Map.of(), Optional.empty());
        Diagram diagram = Diagrams.at(w, places, 0, DiagramOptions.PLAIN);
        int x = w.graph().nodes().stream().filter(n -> n.name().isPresent()).findFirst().get().id();
        assertEquals(
                "−0",
                diagram.cards().stream().filter(c -> c.node() == x).findFirst().get().value());
    }

    /// ∂L/∂x = 0·y = −0 for y = −3, and decides nothing.
    @Test
    void a_gradient_of_minus_0_is_0() {
        Walkthrough w = program("x = 0|y = -3|L = 0 * (x * y)");
        for (int i = 0; i < w.size(); i++) {
            String told = Bundle.ENGLISH.say(Sentences.of(w, i, Numbers.DEFAULT));
            assertTrue(!told.contains("−0"), told);
        }
    }
}
