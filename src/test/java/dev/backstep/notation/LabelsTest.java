package dev.backstep.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.explain.Case;
import dev.backstep.explain.Sentences;
import dev.backstep.graph.Node;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    private static List<String> plain(String program) {
        Walkthrough w = Case.program(program);
        return w.graph().nodes().stream().map(Node::id).map(w.labels()::plain).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "x, x, x",
        "W1, W_{1}, W^{[1]}",
        "a12, a_{12}, a^{[12]}",
        "b2, b_{2}, b^{[2]}",
        "z1, z_{1}, z^{[1]}",
        "h3, h_{3}, h^{[3]}",
        "θ1, '\\theta _{1}', '\\theta ^{[1]}'",
        "theta1, '\\theta _{1}', '\\theta ^{[1]}'",
        "x1, x_{1}, x_{1}",
        "y2, y_{2}, y_{2}",
        "w1, w_{1}, w_{1}",
        "yhat1, \\hat{y}_{1}, \\hat{y}_{1}",
        "BCE0, \\mathrm{BCE}_{0}, \\mathrm{BCE}_{0}",
        "bndiff2, \\mathrm{bndiff}_{2}, \\mathrm{bndiff}_{2}",
        "dW1, \\mathrm{dW}_{1}, \\mathrm{dW}_{1}",
        "yhat, \\hat{y}, \\hat{y}",
        "loss, \\mathrm{loss}, \\mathrm{loss}",
        "x_max, x_{\\mathrm{max}}, x_{\\mathrm{max}}",
        "W_1, W_{1}, W_{1}",
        "a_b_c, \\mathrm{a\\_b\\_c}, \\mathrm{a\\_b\\_c}",
        "alpha, '\\alpha ', '\\alpha '",
        "Γ, '\\Gamma ', '\\Gamma '",
        "what, \\mathrm{what}, \\mathrm{what}",
        "x\u0302, \\hat{x}, \\hat{x}",
        "θ\u03021, '\\hat{\\theta }_{1}', '\\hat{\\theta }_{1}'",
        "ĉ, \\hat{c}, \\hat{c}",
        "é, \\text{é}, \\text{é}",
        "coût, \\text{coût}, \\text{coût}",
        "класс_1, \\text{класс}_{1}, \\text{класс}_{1}",
        "Δx, '\\mathrm{\\Delta x}', '\\mathrm{\\Delta x}'",
        "κόστος, \\text{κόστος}, \\text{κόστος}",
        "权重, \\text{权重}, \\text{权重}",
        "权1, \\text{权}_{1}, \\text{权}_{1}",
        "x_权, x_{\\text{权}}, x_{\\text{权}}",
        "权_重_2, \\text{权\\_重\\_2}, \\text{权\\_重\\_2}"
    })
    void a_name_is_typeset_as_the_lecture_writes_it(String name, String scalar, String matrix) {
        assertEquals(scalar, Names.tex(name, false));
        assertEquals(matrix, Names.tex(name, true));
    }

    @ParameterizedTest
    @CsvSource({
        "x, x, x",
        "W1, W₁, W[1]",
        "a12, a₁₂, a[12]",
        "θ1, θ₁, θ[1]",
        "x1, x₁, x₁",
        "yhat1, ŷ₁, ŷ₁",
        "BCE0, BCE₀, BCE₀",
        "bndiff2, bndiff₂, bndiff₂",
        "yhat, ŷ, ŷ",
        "loss, loss, loss",
        "x_max, x_max, x_max",
        "W_1, W₁, W₁",
        "a_b_c, a_b_c, a_b_c",
        "alpha, α, α",
        "Gamma, Γ, Γ",
        "what, what, what"
    })
    void a_name_in_a_sentence_is_the_one_on_the_card(String name, String scalar, String matrix) {
        assertEquals(scalar, Names.words(name, false));
        assertEquals(matrix, Names.words(name, true));
    }

    @Test
    void sentences_call_a_node_as_its_card_does() {
        Walkthrough w = Case.program("W1 = [1, 2]\nyhat = W1 @ [3; 4]\nL = yhat^2");
        assertEquals(
                "ŷ is the matrix product of W[1] and [3; 4]: (1×2)·(2×1) = 1×1, 11.",
                Bundle.ENGLISH.say(Sentences.of(w, 0, Numbers.DEFAULT)));
    }

    @Test
    void nodes_without_a_name_get_letters_that_are_free() {
        assertEquals(
                List.of("x", "y", "a", "2", "b", "c", "L"), plain("x = 1\ny = 4\nL = x^2 + 2*x*y"));
        assertEquals(List.of("b", "a", "2", "c", "1", "L"), plain("b = 1\nL = sin(b) * 2 + 1"));
    }

    /// Beside the bias b1 and the activation a1 nothing else is called a or b.
    @Test
    void letters_that_names_are_made_of_are_not_free() {
        assertEquals(
                List.of("x", "b1", "c", "d", "a1", "L"),
                plain("x = 1\nb1 = 2\na1 = sin(sin(x)) * b1\nL = cos(a1)").stream()
                        .filter(l -> !l.equals("2"))
                        .toList());
    }

    /// The letter after z would be a with an index 1, and so is `a_1` of the program shown.
    @Test
    void no_letter_looks_like_a_name() {
        Walkthrough w = Case.program("a_1 = 1\nL = " + "sin(".repeat(30) + "a_1" + ")".repeat(30));
        List<String> shown =
                w.graph().nodes().stream().map(Node::id).map(w.labels()::words).toList();
        assertEquals(shown.size(), Set.copyOf(shown).size(), shown.toString());
    }

    @Test
    void when_letters_run_out_they_are_numbered() {
        List<String> labels = plain("x = 1\nL = " + "sin(".repeat(30) + "x" + ")".repeat(30));
        assertEquals(List.of("z", "a1", "b1"), labels.subList(22, 25));
    }

    @Test
    void a_constant_is_called_by_its_value_and_a_stretch_like_what_it_repeats() {
        assertEquals(
                List.of("X", "b", "[1, 2]"),
                plain("X = [3, 4]\nb = 2\nL = sum(X * [1, 2] + b)").subList(0, 3));
        assertEquals("b", plain("X = [3, 4]\nb = 2\nL = sum(X + b)").get(2));
    }

    @Test
    void two_names_that_would_look_the_same_do_not() {
        Labels labels = Case.program("x1 = 1\nx_1 = 2\nL = x1 * x_1").labels();
        assertEquals("x_{1}", labels.tex(0));
        assertEquals("\\mathrm{x\\_1}", labels.tex(1));
    }
}
