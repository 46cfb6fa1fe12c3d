package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Folding;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Between;
import dev.backstep.story.RandomGroups;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.tensor.TensorAssertions;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The rule of a folded card, as its formula and its sentence tell it.
class FoldedRuleTest {

    private static Walkthrough told(String program, Detail.Level level) {
        Model m = ((ReadResult.Ok) Language.read(program)).model();
        Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false);
        return w.folded(Folding.of(m.groups(), Detail.of(level)));
    }

    private static Explanation backward(Walkthrough w, String label) {
        for (int i = 0; i < w.size(); i++) {
            if (w.step(i) instanceof Step.Backward(int node, List<Edge> _)
                    && w.labels().plain(node).equals(label)) {
                return Explanation.of(w, i, Numbers.DEFAULT);
            }
        }
        throw new IllegalArgumentException(label);
    }

    /// Z = W a + b: ∂L/∂W = ∂L/∂Z·aᵀ, ∂L/∂a = Wᵀ·∂L/∂Z, and ∂L/∂b is the sum over the columns.
    @Test
    void an_affine_map_on_one_card_hands_on_by_the_rule_of_the_lecture() {
        Walkthrough w =
                told(
                        """
                        W = [1, 2; 3, 4; 5, 6]
                        a = [1, -1; 2, 0.5]
                        b = [1; 2; 3]
                        Z = W @ a + b
                        L = sum(Z^2)
                        """,
                        Detail.Level.STATEMENTS);
        Explanation step = backward(w, "Z");
        assertEquals("Z = W\\,a + b", step.formula());
        assertEquals(
                List.of(
                        "\\frac{\\partial L}{\\partial Z}\\,a^{\\top}",
                        "W^{\\top}\\,\\frac{\\partial L}{\\partial Z}",
                        "\\sum_{\\mathrm{cols}} \\frac{\\partial L}{\\partial Z} \\cdot 1"),
                step.flows().stream().map(Explanation.Handed::productTex).toList());
        assertEquals(List.of("W", "a"), step.remembered());
        assertEquals("affine map", Bundle.ENGLISH.say(step.title()));
        Explanation last = backward(w, "L");
        assertEquals("L = \\sum Z^{2}", last.formula());
        assertEquals(
                List.of("\\frac{\\partial L}{\\partial L} \\cdot 2Z"),
                last.flows().stream().map(Explanation.Handed::productTex).toList());
    }

    /// `\tanh x \cdot y` would be read as tanh(x)·y, `\tanh x \cdot y` of the other as tanh(x·y).
    @Test
    void a_function_without_parentheses_says_where_its_argument_ends() {
        Walkthrough w =
                told(
                        """
                        x = 1
                        y = 2
                        a = tanh(x*y) - x
                        b = tanh(x) * y
                        L = a*b + log(x*y)*sin(2*x)
                        """,
                        Detail.Level.STATEMENTS);
        assertEquals("a = \\tanh (x \\cdot y) - x", backward(w, "a").formula());
        assertEquals("b = (\\tanh x) \\cdot y", backward(w, "b").formula());
        assertEquals(
                "L = a \\cdot b + (\\log (x \\cdot y)) \\cdot \\sin (2 \\cdot x)",
                backward(w, "L").formula());
    }

    /// With a = tanh(Wx + b): ∂L/∂W = (∂L/∂a ⊙ (1 − a²))·xᵀ. Without the parentheses xᵀ would be
    /// multiplied by the slope alone.
    @Test
    void an_element_wise_product_is_closed_where_a_matrix_is_multiplied() {
        Walkthrough w =
                told(
                        """
                        W = [1, 2; 3, 4]
                        x = [1, -1; 2, 0.5]
                        b = [1; 2]
                        a = tanh(W @ x + b)
                        z = (a * x) @ W
                        L = sum(z^2)
                        """,
                        Detail.Level.STATEMENTS);
        List<String> flows =
                backward(w, "a").flows().stream().map(Explanation.Handed::productTex).toList();
        assertEquals(
                List.of(
                        "\\left(\\frac{\\partial L}{\\partial a} \\odot (1 - a^{2})\\right)\\,x^{\\top}",
                        "W^{\\top}\\,\\left(\\frac{\\partial L}{\\partial a} \\odot (1 - a^{2})\\right)"),
                flows.subList(0, 2));
        assertEquals("z = (a \\odot x)\\,W", backward(w, "z").formula());
    }

    /// y = exp(2x)·x at x = 1: by the first edge g·2x·e^2x = 2e², by the second g·e^2x = e².
    @Test
    void a_line_of_numbers_has_the_product_of_its_local_gradients() {
        Walkthrough w = told("x = 1\ny = exp(2*x) * x\nL = y^2 + y", Detail.Level.STATEMENTS);
        Explanation step = backward(w, "y");
        assertEquals("y = e^{2 \\cdot x} \\cdot x", step.formula());
        assertEquals(2, step.flows().size());
        for (Explanation.Handed flow : step.flows()) {
            double g = flow.upstream().item();
            double local = flow.local().orElseThrow().item();
            assertEquals(flow.downstream().item(), g * local, 1e-9 * Math.abs(g * local));
        }
        assertEquals(2 * Math.exp(2), step.flows().get(0).local().orElseThrow().item(), 1e-12);
        assertEquals(Math.exp(2), step.flows().get(1).local().orElseThrow().item(), 1e-12);
    }

    /// Of random programs: where a rule is written out it comes to what the steps inside hand on;
    /// every step can be told in both languages, and no sentence has a gap.
    @Test
    void every_rule_that_is_written_out_comes_to_what_the_steps_inside_hand_on() {
        int written = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomGroups program = RandomGroups.of(seed);
            Random random = new Random(seed);
            Walkthrough w =
                    Walkthrough.of(
                                    program.graph(),
                                    program.output(),
                                    program.leaves(),
                                    Story.Grain.values()[seed % 2],
                                    false)
                            .folded(Folding.of(program.groups(), program.detail(random)));
            for (int i = 0; i < w.size(); i++) {
                Explanation told = Explanation.of(w, i, Numbers.DEFAULT);
                for (Bundle bundle : List.of(Bundle.ENGLISH, Bundle.in(Locale.CHINESE))) {
                    assertFalse(bundle.say(told.sentence()).contains("{"), "seed " + seed);
                    assertFalse(bundle.say(told.title()).isEmpty(), "seed " + seed);
                }
            }
            for (Edge edge : w.drawn().edgeSet()) {
                if (w.adjoint().flow(edge).isPresent()) {
                    written += checked(Between.of(w, edge), "seed " + seed + ", " + edge);
                }
            }
        }
        assertTrue(written > 50, "too few rules to say anything: " + written);
    }

    private static int checked(Between between, String where) {
        if (between.isNothing()) {
            return 0;
        }
        Walkthrough w = between.w();
        FoldedRule rule = FoldedRule.of(between);
        List<Expression> all = new ArrayList<>();
        rule.downstream().ifPresent(all::add);
        Tensor handed = w.handed(between.edge()).orElseThrow();
        Tensor g = w.gradient(between.from()).orElseThrow();
        for (Expression e : all) {
            TensorAssertions.near(
                    handed, e.value(w.trace()::value).stretchedTo(handed.shape()), where);
        }
        rule.factor()
                .ifPresent(
                        f -> {
                            Tensor local = f.value(w.trace()::value);
                            Tensor down =
                                    local.shape().isScalar() || g.shape().isScalar()
                                            ? scaled(local, g)
                                            : local.zip(g, (a, b) -> a * b);
                            TensorAssertions.near(handed, down.summedTo(handed.shape()), where);
                        });
        return all.size();
    }

    private static Tensor scaled(Tensor x, Tensor y) {
        return x.shape().isScalar() ? y.map(v -> v * x.item()) : x.map(v -> v * y.item());
    }
}
