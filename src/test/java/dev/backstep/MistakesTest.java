package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.explain.MistakeWords;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Training;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// For each mistake a program in which it is caught and one in which it happens to do no harm.
class MistakesTest {

    private static Model model(String text) {
        if (Language.read(text) instanceof ReadResult.Ok(Model model)) {
            return model;
        }
        throw new AssertionError(Language.read(text).toString());
    }

    private static Walkthrough told(String text) {
        return Walkthroughs.of(model(text), Story.Grain.NODES);
    }

    private static void gradient(String name, String text, double... expected) {
        Walkthrough w = told(text);
        int node = w.graph().named(name).orElseThrow().id();
        Tensor found = w.gradient(node).orElseThrow();
        double[] elements = new double[found.size()];
        for (int k = 0; k < elements.length; k++) {
            elements[k] = found.at(k);
        }
        assertArrayEquals(expected, elements, 1e-12, name + " in\n" + text);
    }

    private static List<Integer> off(String text) {
        return told(text).mistaken().orElseThrow().off();
    }

    /// L = x² + 2xy at (1, 4): ∂L/∂x = 2x + 2y = 2 + 8. What comes through `a` arrives last, since
    /// `a` is computed first, and replaces the 8 that came through `b`.
    @Test
    void overwrite_keeps_what_arrives_last() {
        String text =
                """
                x = 1
                y = 4
                a = x^2
                b = 2*x
                c = b*y
                L = a + c
                set mistake = overwrite
                """;
        gradient("x", text, 2);
        gradient("y", text, 2);
        // written the other way round, `b` hands on last: 2·y = 8 is left
        gradient("x", "x = 1\ny = 4\nb = 2*x\na = x^2\nc = b*y\nL = a + c\n", 10);
        gradient(
                "x",
                "x = 1\ny = 4\nb = 2*x\na = x^2\nc = b*y\nL = a + c\nset mistake = overwrite\n",
                8);
        // x·x has two edges: 3 + 3, of which the second is left
        gradient("x", "x = 3\nL = x*x\nset mistake = overwrite", 3);
    }

    /// A chain has no fork: L = (2x + 1)² at 1 has 2·3·2 = 12. And where the edge that hands on
    /// first hands on 0, nothing but 0 is lost: `w` comes before `z`, since it is computed after
    /// it.
    @Test
    void overwrite_does_no_harm_where_only_zero_is_lost() {
        harmless("x = 1\nz = 2*x + 1\nL = z^2\nset mistake = overwrite", "x", 12);
        harmless("y = 5\nz = 1*y\nw = 0*y\nL = z + w\nset mistake = overwrite", "y", 1);
    }

    /// σ′(0) = ¼ and tanh′(0) = 1, so that the second is no mistake to be seen; nor is that of relu
    /// above 0. Left out, the gradient of σ is 1.
    @Test
    void no_slope_takes_an_activation_for_a_straight_line() {
        gradient("x", "x = 0\nL = sigmoid(x)\nset mistake = no_slope", 1);
        gradient("x", "x = -2\nL = relu(x)\nset mistake = no_slope", 1);
        gradient("x", "x = 3\nL = sigmoid(0*x)^2\nset mistake = no_slope", 0);
        gradient("x", "x = 3\nL = exp(0*x) + log(x)\nset mistake = no_slope", 1.0 / 3);
        harmless("x = 0\nL = tanh(x)\nset mistake = no_slope", "x", 1);
        harmless("x = 2\nL = relu(x)\nset mistake = no_slope", "x", 1);
        harmless("x = 2\nL = x^3\nset mistake = no_slope", "x", 12);
    }

    /// L adds the rows of W·x up: upstream is [1; 1], so Wᵀ·upstream adds the rows of W up, [4; 6],
    /// while W·upstream adds its columns up, [3; 7]. A symmetric W is its own transpose, and a W
    /// that is not square fits in no other way. The gradient of W needs x, which is not square.
    @Test
    void no_transpose_takes_w_where_it_fits() {
        String text =
                "param W = [1, 2; 3, 4]\nx = [1; 1]\nL = sum(W @ x)\nset mistake = no_transpose";
        gradient("x", text, 3, 7);
        gradient("W", text, 1, 1, 1, 1);
        harmless(text.replace("[1, 2; 3, 4]", "[1, 2; 2, 5]"), "x", 3, 7);
        harmless(text.replace("[1, 2; 3, 4]", "[1, 2]"), "x", 1, 2);
        harmless(text.replace("[1, 2; 3, 4]", "[7]").replace("[1; 1]", "[2]"), "x", 7);
    }

    /// mean(x²) of four numbers has x/2; without the ¼ it has 2x. Of one number the mean is the
    /// number.
    @Test
    void no_mean_takes_a_mean_for_a_sum() {
        gradient("x", "x = [1, 2, 3, 4]\nL = mean(x^2)\nset mistake = no_mean", 2, 4, 6, 8);
        harmless("x = [3]\nL = mean(x^2)\nset mistake = no_mean", "x", 6);
        harmless("x = [3, 4]\nL = sum(x^2)/2\nset mistake = no_mean", "x", 3, 4);
    }

    /// x² at 3 has 6. At its lowest point it has 0, of either sign.
    @Test
    void sign_turns_every_gradient_round() {
        gradient("x", "x = 3\nL = x^2\nset mistake = sign", -6);
        gradient("L", "x = 3\nL = x^2\nset mistake = sign", -1);
        harmless("x = 0\nL = x^2\nset mistake = sign", "x", 0);
    }

    /// w² with α = 0.1 from 1: the gradient is 2, w becomes 0.8; its gradient is 1.6, to which the
    /// 2 is added that was not cleared: w becomes 0.8 − 0.36 = 0.44, then with 0.88 + 3.6 = 4.48 it
    /// becomes −0.008. Rightly it would be 0.8, 0.64, 0.512. The first step is right.
    @Test
    void no_zero_adds_the_gradients_of_the_batches_before() {
        String text = "param w = 1\nloss L = w^2\ntrain sgd(rate=0.1)\nset mistake = no_zero";
        Training run = Training.of(model(text).setup().orElseThrow());
        harmless(text, "w", 2);
        for (double w : new double[] {0.8, 0.44, -0.008}) {
            run.next();
            assertEquals(w, Objects.requireNonNull(run.parameters().get("w")).item(), 1e-15);
        }
        Walkthrough third = Walkthroughs.of(model(text), run.before().moment(), Story.Grain.NODES);
        assertEquals(4.48, third.gradient(0).orElseThrow().item(), 1e-15);
        assertEquals(0.88, third.mistaken().orElseThrow().right(0).orElseThrow().item(), 1e-15);
        harmless("w = 1\nloss L = w^2\nset mistake = no_zero", "w", 2);
    }

    /// L = w₂·w₁·x at w₁ = 2, w₂ = 3, x = 1: ∂L/∂w₂ = 2 and ∂L/∂w₁ = w₂ = 3. If w₂ moves first, by
    /// 0.1·2, the layer below sees 2.8. A single layer has none below; at a rate of 0 nothing
    /// moves; where nothing trains nothing can move early.
    @Test
    void early_update_hands_on_with_what_a_parameter_has_become() {
        String text =
                """
                const x = 1
                param w1 = 2
                param w2 = 3
                h = w1*x
                loss L = h*w2
                train sgd(rate=0.1)
                set mistake = early_update
                """;
        gradient("w2", text, 2);
        gradient("w1", text, 2.8);
        gradient("w1", text.replace("h*w2", "w2*h"), 2.8);
        gradient("w1", text.replace("rate=0.1", "rate=0.1, momentum=0.9"), 2.8);
        // Adam's first step is α·g/(|g| + ε), whatever g is: w₂ becomes 2.9
        gradient("w1", text.replace("sgd", "adam"), 3 - 0.1 * 2 / (2 + 1e-8));
        harmless(text.replace("rate=0.1", "rate=0"), "w1", 3);
        harmless(text.replace("h*w2", "h + w2"), "w1", 1);
        harmless(text.replace("rate=0.1", "rate=0.1, clip=1"), "w1", 3);
        harmless(text.replace("train sgd(rate=0.1)\n", ""), "w1", 3);
    }

    /// W₂ = [1, 2; 3, 4] with upstream g = [1; 1] and h = [1; 1] moves by 0.1·g·hᵀ: each element by
    /// 0.1. Below arrives W₂′ᵀ·g = [0.9 + 2.9; 1.9 + 3.9] = [3.8; 5.8] for [4; 6].
    @Test
    void early_update_moves_whole_layers() {
        String text =
                """
                param W1 = [1; 1]
                param W2 = [1, 2; 3, 4]
                h = W1 @ [1]
                loss L = sum(W2 @ h)
                train sgd(rate=0.1)
                set mistake = early_update
                """;
        gradient("W1", text, 3.8, 5.8);
        gradient("W1", text.replace("W2 @ h", "W2'' @ h"), 3.8, 5.8);
        gradient("W1", text.replace("\nset mistake = early_update", ""), 4, 6);
    }

    /// A mistake is made in the pass that the program is told by; `grad` in it stays right.
    @Test
    void grad_is_computed_rightly() {
        Walkthrough w = told("x = 3\ny = x*x\ng = grad(y, x)\nL = 1*g\nset mistake = overwrite");
        assertEquals(6, w.value(w.graph().named("g").orElseThrow().id()).item());
    }

    private static void harmless(String text, String name, double... expected) {
        gradient(name, text, expected);
        assertEquals(List.of(), off(text), text);
    }

    /// At 0, x/x is 0/0, and so is its gradient, with any sign.
    @Test
    void what_is_not_finite_is_not_called_right() {
        Walkthrough w = told("x = 0\nL = x/x\nset mistake = sign\n");
        String line = Bundle.ENGLISH.say(MistakeWords.line(w, Numbers.DEFAULT).orElseThrow());
        assertEquals(
                "mistake on: wrong sign · it changes no gradient here: rightly computed, not all of"
                        + " them are finite either",
                line);
    }
}
