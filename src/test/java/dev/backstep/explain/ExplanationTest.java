package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scilab.forge.jlatexmath.TeXFormula;

class ExplanationTest {

    private static String text(Case c) {
        StringBuilder out = new StringBuilder("== " + c.name() + "\n");
        for (int i = 0; i < c.w().size(); i++) {
            if (c.w().step(i).node() == c.node()) {
                out.append(text(c.w(), i));
            }
        }
        return out.toString();
    }

    private static String text(Walkthrough w, int step) {
        Explanation e = Explanation.of(w, step, Numbers.DEFAULT);
        StringBuilder out = new StringBuilder(Bundle.ENGLISH.say(e.sentence()) + "\n");
        if (w.step(step) instanceof Step.Forward) {
            out.append("    ")
                    .append(Bundle.ENGLISH.say(e.title()))
                    .append("    ")
                    .append(e.formula());
            e.substituted().ifPresent(s -> out.append("    ").append(s));
            return out.append('\n').toString();
        }
        for (var h : e.flows()) {
            out.append("    ").append(h.localTex()).append(" = ").append(h.ruleTex());
            h.substitutedTex().ifPresent(s -> out.append(" = ").append(s));
            out.append("    ")
                    .append(h.downstreamTex())
                    .append(" = ")
                    .append(h.productTex())
                    .append('\n');
        }
        return out.append("    remembers ").append(e.remembered()).append('\n').toString();
    }

    /// `v` is 3×1, its copies beside `M` 3×2: the sentence ends with what the panel shows.
    @Test
    void what_was_repeated_gets_the_sum_in_its_own_shape() throws Exception {
        Walkthrough w = Case.program(Files.readString(Path.of("samples/06-shapes.bs")));
        String told =
                IntStream.range(w.story().seed(), w.size())
                        .mapToObj(i -> Bundle.ENGLISH.say(Sentences.of(w, i, Numbers.DEFAULT)))
                        .collect(Collectors.joining("\n"));
        assertTrue(
                told.contains(
                        "3×2, summed along each row to [2; 2; 6] (3×1), to v, which was repeated:"),
                told);
        assertTrue(!told.contains("3×2 downstream to v"), told);
    }

    /// Every op forward and backward in words and formulas, kept and rewritten by
    /// `-Dgolden=update`.
    @Test
    void every_op_is_explained_as_it_was_before() throws Exception {
        kept(
                "explanations.txt",
                Case.all().stream().map(ExplanationTest::text).collect(Collectors.joining("\n")));
    }

    /// The same sentences in Chinese.
    @Test
    void every_op_is_explained_in_chinese() throws Exception {
        Bundle chinese = Bundle.in(Locale.SIMPLIFIED_CHINESE);
        kept(
                "explanations_zh.txt",
                Case.all().stream()
                        .map(c -> "== " + c.name() + "\n" + told(c.w(), chinese))
                        .collect(Collectors.joining("\n")));
    }

    private static String told(Walkthrough w, Bundle texts) {
        return IntStream.range(0, w.size())
                .mapToObj(i -> Explanation.of(w, i, Numbers.DEFAULT))
                .map(e -> texts.say(e.title()) + "    " + texts.say(e.sentence()) + "\n")
                .collect(Collectors.joining());
    }

    private static void kept(String file, String now) throws Exception {
        Path kept = Path.of("src/test/resources/dev/backstep/explain", file);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, now);
        }
        assertEquals(Files.readString(kept), now);
    }

    private static void parses(String tex) {
        try {
            new TeXFormula(tex);
        } catch (RuntimeException e) {
            throw new AssertionError(tex, e);
        }
    }

    private static void parses(Walkthrough w) {
        for (int i = 0; i < w.size(); i++) {
            Explanation e = Explanation.of(w, i, Numbers.DEFAULT);
            parses(e.formula());
            e.substituted().ifPresent(ExplanationTest::parses);
            e.remembered().forEach(ExplanationTest::parses);
            for (var h : e.flows()) {
                List.of(
                                h.upstreamTex(),
                                h.localTex(),
                                h.ruleTex(),
                                h.downstreamTex(),
                                h.productTex())
                        .forEach(ExplanationTest::parses);
                h.substitutedTex().ifPresent(ExplanationTest::parses);
            }
        }
    }

    @Test
    void every_formula_of_every_op_can_be_typeset() {
        Case.all().forEach(c -> parses(c.w()));
        Case.samples().map(Case::program).forEach(ExplanationTest::parses);
    }

    /// Names come from strangers, and all that is a name must be a formula.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x_1",
                "x__",
                "x_a_b",
                "W12",
                "a1b2",
                "yhat",
                "yhat1",
                "αhat",
                "loss_total",
                "σ",
                "Σ2",
                "ς",
                "ά",
                "ἄ",
                "ϡ",
                "ο",
                "Alpha",
                "alpha_beta",
                "x_",
                "left",
                "frac",
                "a_very_long_name_that_nobody_would_ever_typeset",
                "αβγ",
                "αβ_1"
            })
    void whatever_is_a_name_can_be_typeset(String name) {
        parses(Case.program(name + " = 2\nL = " + name + "^3 * " + name + " + log(" + name + ")"));
        parses(Case.program(name + " = [1, 2]\nL = sum(" + name + " @ " + name + "')"));
    }

    /// Infinities and what is no number are shown, not hidden.
    @Test
    void what_is_not_finite_is_explained_too() {
        Walkthrough w = Case.program("x = 0\na = log(x)\nL = a * x + 1/x");
        parses(w);
        assertTrue(Bundle.ENGLISH.say(Sentences.of(w, 0, Numbers.DEFAULT)).contains("−∞"));
    }

    /// The step that explains what is in the lecture's figure: c = b·y, at b = 2 and y = 4.
    @Test
    void the_product_of_the_sample_reads_as_in_the_lecture() {
        Walkthrough w = Case.program("x = 1\ny = 4\nL = x^2 + 2*x*y");
        Explanation e = Explanation.of(w, 6, Numbers.DEFAULT);
        assertEquals("multiply", Bundle.ENGLISH.say(e.title()));
        assertEquals("c = b \\cdot y", e.formula());
        assertEquals("2 \\cdot 4 = 8", e.substituted().orElseThrow());
        assertEquals(List.of("y", "b"), e.remembered());
        var toB = e.flows().getFirst();
        assertEquals("\\frac{\\partial L}{\\partial c}", toB.upstreamTex());
        assertEquals("\\frac{\\partial c}{\\partial b}", toB.localTex());
        assertEquals("y", toB.ruleTex());
        assertEquals("4", toB.substitutedTex().orElseThrow());
        assertEquals("\\frac{\\partial L}{\\partial b}", toB.downstreamTex());
        assertEquals("\\frac{\\partial L}{\\partial c} \\cdot y", toB.productTex());
        assertEquals(4, toB.downstream().item());
    }

    @Test
    void the_seed_says_why_the_first_gradient_is_1() {
        Walkthrough w = Case.program("x = 1\nloss E = x^2");
        Explanation e = Explanation.of(w, 1, Numbers.DEFAULT);
        assertEquals("seed gradient", Bundle.ENGLISH.say(e.title()));
        assertEquals("\\frac{\\partial E}{\\partial E} = 1", e.formula());
        assertTrue(
                Bundle.ENGLISH
                        .say(e.sentence())
                        .contains("E changes by exactly as much as E changes"),
                Bundle.ENGLISH.say(e.sentence()));
    }

    @Test
    void what_is_shown_as_upstream_and_downstream_are_the_numbers_of_the_trace() {
        for (Case c : Case.all()) {
            IntStream.range(0, c.w().size())
                    .forEach(
                            i -> {
                                for (var h : Explanation.of(c.w(), i, Numbers.DEFAULT).flows()) {
                                    assertEquals(
                                            c.w().gradient(h.edge().node()).orElseThrow(),
                                            h.upstream(),
                                            c.name());
                                    assertEquals(
                                            c.w().handed(h.edge()).orElseThrow(),
                                            h.downstream(),
                                            c.name());
                                }
                            });
        }
    }
}
