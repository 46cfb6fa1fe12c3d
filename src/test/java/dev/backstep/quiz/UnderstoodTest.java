package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said to wrong answers, on programs small enough to work out by hand.
class UnderstoodTest {

    /// L = x² + 2xy at x = 1, y = 4: a = x² hands 2 to x, b = 2x hands 4·2 = 8; ∂L/∂x = 10, ∂L/∂y =
    /// 2.
    private static final String LECTURE =
            "x = 1 | y = 4 | a = x^2 | b = 2*x | c = b*y | loss L = a + c";

    /// The columns: program, what is asked, the answer, what is said.
    ///
    /// - LECTURE: backward goes c, b, a, so the last that arrives at x is the 2 of a.
    /// - `z = x·y` at x = 3, y = −2 with upstream 5 (L = 5z): ∂L/∂x = −10. Local alone −2, upstream
    ///   alone 5, divided 5/−2 = −2.5, y's share for x 5·3 = 15.
    /// - σ at 2 with upstream 3: σ = 0.8808, slope 0.105, downstream 0.315. At its output the slope
    ///   is that of σ at 0.8808: 0.2070, and 0.621.
    /// - a mean of 3 and 5 squared: L = 4² = 16, upstream of the mean 8, each gets 4; 8 without
    ///   1/2, 2 with 1/4.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                LECTURE
                        + " => x => 10 => Right. ∂L/∂x = 10. a turns its upstream 1 into 1 · 2 = 2"
                        + " downstream to x: the derivative of x² is 2·x; x now has 8 + 2 = 10.",
                LECTURE
                        + " => x => 2 => Not yet. 2 is what comes through a alone: the gradient was"
                        + " replaced where it has to be added. Which other edge ends at x?",
                LECTURE
                        + " => x => 8 => Not yet. 8 is what comes through b alone: the gradient was"
                        + " replaced where it has to be added. Which other edge ends at x?",
                LECTURE
                        + " => x => -10 => Not yet. The sign is turned. Does L grow or fall if x"
                        + " grows?",
                LECTURE
                        + " => x => 1 => Not yet. 1 is the value of x. How fast does L change with"
                        + " x?",
                LECTURE
                        + " => x => 7 => Not yet. Which edges end at x, and what does each of them"
                        + " hand over?",
                "x = 3 | y = -2 | z = x*y | loss L = 5*z => x => -2 => Not yet. −2 comes out if z"
                        + " hands x its local gradient only, without what arrives at z. What"
                        + " arrives there?",
                "x = 3 | y = -2 | z = x*y | loss L = 5*z => x => 5 => Not yet. 5 comes out if z"
                        + " hands on to x what arrives at z, unchanged. How fast does z change with"
                        + " x?",
                "x = 3 | y = -2 | z = x*y | loss L = 5*z => x => -5/2 => Not yet. −2.5 comes out if"
                        + " z divides what arrives by the local gradient. How do upstream and local"
                        + " go together?",
                "x = 3 | y = -2 | z = x*y | loss L = 5*z => x => 15 => Not yet. 15 comes out if z"
                        + " hands x the share of its other operand. How fast does z change with x if"
                        + " all else stays?",
                "x = 2 | s = sigmoid(x) | loss L = 3*s => x => 3 => Not yet. 3 comes out if the"
                        + " derivative of the activation s is left out. How fast does s change with"
                        + " x?",
                "x = 2 | s = sigmoid(x) | loss L = 3*s => x => 0.621 => Not yet. 0.621 comes out if"
                        + " the derivative of s is read at the value of s. At the value of which node"
                        + " does it have to be read?",
                "a = 3 | b = 5 | m = mean([a, b]) | loss L = m^2 => a => 8 => Not yet. 8 comes out"
                        + " if the 1/2 of the mean m is lost. How far does one of the 2 numbers move"
                        + " their mean?",
                "a = 3 | b = 5 | m = mean([a, b]) | loss L = m^2 => a => 2 => Not yet. 2 comes out"
                        + " if the mean m divides by 2 twice. Where does 1/2 come in?",
            })
    void a_wrong_gradient_is_named(String program, String name, String answer, String said) {
        assertEquals(said, Asked.said(Asked.arriving(Asked.program(program), name), answer));
    }

    /// `b − a` for `a − b`, the sum for the product, the operand itself, the gradient.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a = 7 | b = 2 | c = a - b | loss L = c^2 => c => -5 => Not yet. −5 comes out with"
                        + " the operands in the other order. Which of them stands first in c? (The"
                        + " same comes out if a sign is turned.)",
                "a = 7 | b = 2 | c = a * b | loss L = c^2 => c => 9 => Not yet. 9 comes of another"
                        + " operation on the same operands. What does c compute?",
                "a = 7 | c = exp(a) | loss L = c^2 => c => 7 => Not yet. 7 is the value of a. What"
                        + " does c make of it?",
                "a = 7 | b = 2 | c = a * b | loss L = c^2 => c => 28 => Not yet. 28 is the gradient"
                        + " of c, which comes in the backward pass. What does c compute in the"
                        + " forward pass?"
            })
    void a_wrong_value_is_named(String program, String name, String answer, String said) {
        assertEquals(said, Asked.said(Asked.computed(Asked.program(program), name), answer));
    }

    /// L = Σ (w x)² with w = [1, 2; 3, 4], x = [1; 2]: z = [5; 11], upstream [10; 22]; ∂L/∂x = wᵀ g
    /// = [76; 108], and w g = [54; 118].
    @Test
    void a_transpose_that_lacks_is_named_and_the_cells_are_marked() {
        Walkthrough w =
                Asked.program("w = [1, 2; 3, 4] | x = [1; 2] | z = w @ x | loss L = sum(z^2)");
        Posed posed = Asked.arriving(w, "x");
        assertTrue(Asked.said(posed, "76", "108").startsWith("Right."));
        assertEquals(
                "Not yet. That comes out if z uses its other operand as it is, where its transpose"
                        + " belongs. Which rows have to meet which columns?",
                Asked.said(posed, "54", "118"));
    }

    @Test
    void only_the_cells_that_are_wrong_are_marked() {
        Walkthrough w =
                Asked.program("w = [1, 2; 3, 4] | x = [1; 2] | z = w @ x | loss L = sum(z^2)");
        Posed posed = Asked.arriving(w, "w");
        // ∂L/∂w = g xᵀ = [10, 20; 22, 44]
        AnswerReading.Read read =
                (AnswerReading.Read) posed.read(List.of("10", "20,1", "23", "44"));
        AnswerVerdict verdict = posed.judge(read.answer(), false);
        assertFalse(verdict.right());
        assertEquals(Set.of(2), verdict.wrong());
        assertEquals(
                "Not yet. 1 of 4 numbers is not right yet; it is marked. Which edges end at w,"
                        + " and what does each of them hand over?",
                Bundle.ENGLISH.say(verdict.sentence()));
    }

    /// One step of SGD with rate 0.1 moves w from 3 to 3 − 0.1·6 = 2.4, where ∂w²/∂w is 4.8.
    @Test
    void a_gradient_after_the_update_is_named() {
        Walkthrough w = Asked.program("param w = 3 | loss L = w^2 | train sgd(rate=0.1)");
        assertEquals(
                "Not yet. 4.8 comes out with the parameters as they are after the update. Which"
                        + " values did the forward pass have?",
                Asked.said(Asked.arriving(w, "w"), "4.8"));
    }

    /// x*x has two edges of one node: each hands on x = 3.
    @Test
    void two_edges_of_one_node_are_told_apart() {
        Walkthrough w = Asked.program("x = 3 | loss L = x*x");
        assertEquals(
                "Not yet. 3 is what comes through 1 of the 2 edges from L alone: the gradient was"
                        + " replaced where it has to be added. Which other edge ends at x? (The same"
                        + " comes out if the value is taken for the gradient.)",
                Asked.said(Asked.arriving(w, "x"), "3"));
    }

    @Test
    void what_gets_a_gradient_is_asked_and_answered() {
        Walkthrough w = Asked.program("x = 3 | const k = 2 | z = x*k | loss L = z^2");
        int x = Asked.node(w, "x");
        int k = Asked.node(w, "k");
        int z = Asked.node(w, "z");
        Posed posed =
                new Posed(
                        w, new QuizQuestion.Takers(z, List.of(x, k, w.output())), Numbers.DEFAULT);
        assertEquals(new QuizAnswer.Ticked(Set.of(0)), posed.right());
        assertEquals(
                "Not yet. No gradient goes to k: it depends on no leaf that has one, or only through"
                        + " stop. Which operands of z do depend on one?",
                ticked(posed, Set.of(0, 1)));
        assertEquals(
                "Not yet. L takes its value from z, and gradients go the other way. From which nodes"
                        + " does z take its own value?",
                ticked(posed, Set.of(0, 2)));
    }

    private static String ticked(Posed posed, Set<Integer> options) {
        return Bundle.ENGLISH.say(posed.judge(new QuizAnswer.Ticked(options), false).sentence());
    }

    @Test
    void a_product_that_does_not_fit_is_told_from_one_that_does() {
        Walkthrough w =
                Asked.program(
                        "w = [1, 2; 3, 4; 5, 6] | x = [1; 2] | z = w @ x | loss L = sum(z^2)");
        Edge edge = new Edge(Asked.node(w, "z"), 1);
        List<QuizQuestion.Candidate> options =
                List.of(
                        new QuizQuestion.Candidate(false, false, true),
                        new QuizQuestion.Candidate(false, false, false),
                        new QuizQuestion.Candidate(true, true, false));
        Posed posed = new Posed(w, new QuizQuestion.Factors(edge, options), Numbers.DEFAULT);
        assertEquals(new QuizAnswer.Ticked(Set.of(0)), posed.right());
        assertEquals(
                "Not yet. 3×2 times 3×1. The inner sizes 2 and 3 differ, so there is no such"
                        + " product. Which order and which transpose fit?",
                ticked(posed, Set.of(1)));
        assertEquals(
                "Not yet. 1×3 times 3×2. That comes to 1×2, but x is 2×1. Which product has that"
                        + " shape?",
                ticked(posed, Set.of(2)));
    }

    @Test
    void a_shape_may_be_typed_in_several_ways_and_turned_round_is_told() {
        Walkthrough w =
                Asked.program(
                        "w = [1, 2; 3, 4; 5, 6] | x = [1; 2] | z = w @ x | loss L = sum(z^2)");
        Posed posed =
                new Posed(w, new QuizQuestion.GradientShape(Asked.node(w, "w")), Numbers.DEFAULT);
        for (String typed : List.of("3×2", "3x2", " 3 * 2 ", "(3, 2)", "３×２")) {
            assertTrue(Asked.said(posed, typed).startsWith("Right."), typed);
        }
        assertEquals(
                "Not yet. Rows and columns are exchanged. How many rows has w?",
                Asked.said(posed, "2×3"));
        assertEquals(
                "Not yet. 3×1 is the shape of z. Which variable is this the gradient of?",
                Asked.said(posed, "3×1"));
        assertEquals(
                "“3” is not a shape. Write rows × columns, as in 3×2.", Asked.said(posed, "3"));
        assertEquals(new Shape(3, 2), ((QuizAnswer.Dimensions) posed.right()).shape());
    }

    /// Of x = [1; 2; 3] each element is taken out once, and 1, 10 and 100 arrive there. Without the
    /// second the sum is [1; 0; 100]: that 0 is also what comes through the first alone, but then
    /// the third number would be 0.
    @Test
    void a_mistake_that_gives_all_of_a_matrix_is_named_before_one_that_gives_a_part() {
        Walkthrough w =
                Asked.program(
                        "x = [1; 2; 3] | a = x[0, 0] | b = x[1, 0] | c = x[2, 0] | loss L = a +"
                                + " 10*b + 100*c");
        assertEquals(
                "Not yet. That is what comes through c and a alone: the sum is not complete. Which"
                        + " other edge ends at x?",
                Asked.said(Asked.arriving(w, "x"), "1", "0", "100"));
    }

    /// w⁴ as a product of four: each edge hands on 2³ = 8.
    @Test
    void three_and_more_are_enumerated() {
        Walkthrough w = Asked.program("w = 2 | a = w*1 | b = w*a | c = w*b | loss L = w*c");
        assertEquals(
                "Not yet. 24 is what comes through c, b and a alone: the sum is not complete. Which"
                        + " other edge ends at w?",
                Asked.said(Asked.arriving(w, "w"), "24"));
    }

    /// ŷ = (0.3, 0.3), labels 1 and 0: −1/0.3 = −3.333 and 1/0.7 = 1.429, each halved by the mean.
    /// What arrives at the losses is 1/2, and nothing but the 1/2 of the mean.
    @Test
    void an_upstream_gradient_that_is_nothing_but_the_mean_is_called_that() {
        Walkthrough w =
                Asked.program(
                        "yhat = [0.3, 0.3] | const y = [1, 0] | losses = bce(yhat, y) | loss L ="
                                + " mean(losses)");
        assertEquals(
                "Not yet. That comes out if the 1/2 of the mean L is lost. How far does one of the"
                        + " 2 numbers move their mean? (The same comes out if an upstream gradient is"
                        + " left out.)",
                Asked.said(Asked.arriving(w, "yhat"), "-3.333", "1.429"));
    }

    /// 10 arrives at each of three elements, the slope at 0 is ½: [0; 5; 10]. Whoever takes 0
    /// there, as PyTorch does, or 1, is told so.
    @Test
    void another_slope_at_a_corner_is_named() {
        Walkthrough w =
                Asked.program("t = [-2; 0; 3] | set relu0 = 0.5 | loss L = sum(10*relu(t))");
        assertEquals(
                "Not yet. That comes out if the slope of a is taken to be 0 where t is 0. Which"
                        + " slope does this program take there?",
                Asked.said(Asked.arriving(w, "t"), "0", "0", "10"));
    }

    @Test
    void an_answer_in_chinese_ends_as_a_chinese_sentence_does() {
        Posed posed = Asked.arriving(Asked.program("x = 3 | loss L = x*x"), "x");
        String said = Bundle.in(Locale.SIMPLIFIED_CHINESE).say(posed.revealed(false));
        assertTrue(said.startsWith("∂L/∂x = 6。"), said);
    }
}
