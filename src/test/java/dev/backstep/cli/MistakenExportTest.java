package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Mistake;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is written of a program with a mistake says that the mistake is on, and its equations
/// are those of the mistaken pass.
class MistakenExportTest {

    private static final String FORK =
            "x = 1\ny = 4\nb = 2*x\na = x^2\nc = b*y\nL = a + c\nset mistake = overwrite\n";

    private static final String TRAINED =
            """
            const x = 1
            param w1 = 2
            param w2 = 3
            h = w1*x
            loss L = h*w2
            train sgd(rate=0.1)
            set mistake = no_zero
            """;

    private static String exported(String program, String... more) {
        Ran ran =
                Ran.on(
                        program,
                        Stream.concat(Stream.of("export", "-", "--to"), Stream.of(more))
                                .toArray(String[]::new));
        assertEquals(0, ran.exit(), ran.err());
        return ran.out();
    }

    static Stream<Arguments> formats() {
        return Stream.of("markdown", "latex", "dot", "tikz")
                .flatMap(to -> Stream.of(Arguments.of(to, false), Arguments.of(to, true)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_format_says_it_of_all_steps_and_of_one(String to, boolean one) {
        String text = one ? exported(FORK, to, "--step", "7") : exported(FORK, to);
        assertTrue(text.contains("mistake on: = for +="), text);
        assertEquals(1, text.split("mistake on", -1).length - 1, "said once");
        assertFalse(exported(FORK.replace("set mistake = overwrite", ""), to).contains("mistake"));
    }

    @ParameterizedTest
    @EnumSource
    void json_names_it(Mistake mistake) {
        String program = TRAINED.replace("no_zero", mistake.word());
        String named = "{\"output\":\"L\",\"mistake\":\"" + mistake.word() + "\",";
        assertTrue(exported(program, "json").startsWith(named));
        assertTrue(Ran.on(program, "trace", "-", "--json").out().startsWith(named));
        assertTrue(Ran.on(program, "eval", "-", "--json").out().startsWith(named));
        assertFalse(exported(FORK.replace("set mistake = overwrite", ""), "json").contains("mist"));
    }

    /// Through `a` comes 2·1 = 2, then through `b` 4·2 = 8, which replaces it: 2 + 8 = 8 would be
    /// no equation.
    @Test
    void what_is_lost_is_in_no_sum() {
        String text = exported(FORK, "markdown");
        assertTrue(
                text.contains(
                        "$$\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial b} \\cdot 2 ="
                                + " 8$$"),
                text);
        assertFalse(text.contains("2 + 8"), text);
        assertTrue(
                exported(FORK.replace("set mistake = overwrite", ""), "markdown")
                        .contains("= 2 + 8 = 10$$"));
    }

    /// Gradients 2 of w₂ and 3 of w₁: w₂ = 2.8, w₁ = 1.7. Then 1.7 + 2 and 2.8 + 3: w₂ = 2.43, w₁ =
    /// 1.12. In the third step 1.12 + 3.7 and 2.43 + 5.8.
    @Test
    void what_is_left_over_is_in_the_sum() {
        String text = exported(TRAINED, "markdown", "--after", "2");
        assertTrue(text.contains("+ \\text{left over} = 1.12 + 3.7 = 4.82$$"), text);
        assertTrue(text.contains("+ \\text{left over} = 2.43 + 5.8 = 8.23$$"), text);
    }

    /// What the one edge of w₁ brings is a share of ∂L/∂w₁, which has the rest from the batch
    /// before: 1.12 is not 4.82. In the first batch nothing is left, so the edge brings all of it.
    @Test
    void a_gradient_stands_on_the_left_of_one_equation_only() {
        for (String to : List.of("markdown", "latex")) {
            for (String after : List.of("0", "2")) {
                String text = exported(TRAINED, to, "--after", after);
                String gradient = "\\frac{\\partial L}{\\partial w_{1}}";
                String whole = "(\\$\\$|\\\\\\[ )" + Pattern.quote(gradient + " = ");
                String share = Pattern.quote("\\left." + gradient + "\\right|_{h} = ");
                assertEquals(1, count(whole, text), text);
                assertEquals(after.equals("0") ? 0 : 1, count(share, text), text);
                assertEquals(after.equals("0") ? 0 : 2, count("text\\{left over", text), text);
            }
        }
    }

    private static long count(String what, String text) {
        return Pattern.compile(what).matcher(text).results().count();
    }

    /// The card of x, and the wire that is lost, stand out; and Graphviz reads the label between
    /// quotes.
    @Test
    void dot_marks_what_is_lost_and_what_is_off() {
        String text = exported(FORK, "dot");
        assertTrue(text.contains("  label=\"mistake on: = for += · 1 of 2"), text);
        assertTrue(text.contains("color=\"red\" xlabel=\"rightly 10\" ];"), text);
        assertTrue(text.contains("[ label=\"2\" style=\"dashed\" color=\"red\" ];"), text);
        assertTrue(text.contains("label=\"y\\n4\\n2\" texlbl=\"$y$\" ];"), text);
    }

    /// The card of x has both numbers, the right one struck through.
    @Test
    void tikz_strikes_the_right_number_through() {
        String text = exported(FORK, "tikz");
        assertTrue(text.contains("text=muted] at "), text);
        int right = text.indexOf("text=muted] at ");
        assertTrue(
                text.startsWith("{10};\n\\draw[draw=problem", text.indexOf("{10}", right)), text);
        assertTrue(text.contains("text=problem] at ") && text.contains("{8};"), text);
    }

    /// ᵀ, ∂, ·, − and superscripts are mathematics, which any LaTeX reads.
    @Test
    void latex_says_it_in_ascii() {
        String text =
                exported(
                        """
                        W1 = [0.1, 2e-7; 3, 4]
                        x = [1; 1e-9]
                        L = sum(W1 @ x)
                        set mistake = no_transpose
                        """,
                        "latex");
        assertTrue(text.contains("mistake on: w for w$^{\\top}$"), text);
        assertTrue(text.chars().allMatch(c -> c < 128), text);
    }
}
