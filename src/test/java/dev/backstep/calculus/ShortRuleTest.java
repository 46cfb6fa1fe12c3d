package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.collapse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.calculus.ShortRule.MinusLabels.Link;
import dev.backstep.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortRuleTest {

    private static <R extends ShortRule> R rule(Class<R> kind, Collapse found) {
        ShortRule rule = found.rule().orElseThrow();
        assertInstanceOf(kind, rule);
        assertTrue(found.difference() <= 1e-12, found.toString());
        return kind.cast(rule);
    }

    /// ∂ sin x/∂x = diag(cos x).
    @Test
    void an_element_wise_op_is_diagonal() {
        Collapse found =
                collapse(
                        "x = [0, 1; -1, 2]\nz = sin(x)\nloss L = dot(z, [1, 2; 3, 4])\n", "z", "x");
        Tensor cos = Tensor.of(2, 2, Math.cos(0), Math.cos(1), Math.cos(-1), Math.cos(2));
        assertEquals(cos, rule(ShortRule.Elementwise.class, found).slope());
        assertTrue(found.whole());
        assertTrue(found.arrives());
    }

    /// A chain of element-wise ops is diagonal too: tanh(3x + 1) has 3(1 − tanh²).
    @Test
    void so_is_a_chain_of_them() {
        Collapse found = collapse("x = [0; 1]\nz = tanh(3*x + 1)\nloss L = sum(z)\n", "z", "x");
        Tensor slope = rule(ShortRule.Elementwise.class, found).slope();
        assertEquals(3 * (1 - Math.pow(Math.tanh(1), 2)), slope.at(0), 1e-15);
        assertEquals(3 * (1 - Math.pow(Math.tanh(4), 2)), slope.at(1), 1e-15);
    }

    @Test
    void what_is_multiplied_by_one_number_is_scaled() {
        Collapse found = collapse("x = [1; 2]\nz = 3*x + 1\nloss L = sum(z)\n", "z", "x");
        assertEquals(new ShortRule.Scaled(3), rule(ShortRule.Scaled.class, found));
    }

    /// z = w·x: wᵀ·g for x, g·xᵀ for w.
    @Test
    void a_matrix_product_is_told_by_the_other_operand() {
        String text =
                """
                w = [1, 2, 3; -1, 0, 2]
                x = [1, 0; -2, 1; 0.5, 4]
                z = w @ x
                loss L = dot(z, [1, -2; 0.5, 3])
                """;
        ShortRule.Product x = rule(ShortRule.Product.class, collapse(text, "z", "x"));
        assertEquals(
                new ShortRule.Factor(transposed(text, "w"), Optional.of(0), true),
                x.left().orElseThrow());
        assertTrue(x.right().isEmpty());
        ShortRule.Product w = rule(ShortRule.Product.class, collapse(text, "z", "w"));
        assertTrue(w.left().isEmpty());
        assertEquals(Optional.of(1), w.right().orElseThrow().node());
        assertTrue(w.right().orElseThrow().transposed());
    }

    private static Tensor transposed(String text, String name) {
        var w = Programs.walkthrough(text);
        return w.value(Programs.node(w, name)).transposed();
    }

    /// A Dense layer of a column: J is w itself, and the program has it.
    @Test
    void so_it_is_for_a_column() {
        ShortRule.Product found =
                rule(
                        ShortRule.Product.class,
                        collapse(
                                "w = [1, 2; 3, 5]\nx = [1; 4]\nz = w @ x\nloss L = dot(z, [1; 7])\n",
                                "z",
                                "x"));
        assertEquals(Optional.of(0), found.left().orElseThrow().node());
    }

    /// A bias that is repeated for each sample gets the sum along the rows: g·1.
    @Test
    void what_is_repeated_gets_the_sum() {
        ShortRule.Product found =
                rule(
                        ShortRule.Product.class,
                        collapse(
                                "b = [1; 2]\nX = [1, 2, 3; 4, 5, 6]\nz = X + b\nloss L = dot(z, [1, 2, 3; 4, 5, 7])\n",
                                "z",
                                "b"));
        assertTrue(found.left().isEmpty());
        assertTrue(found.right().orElseThrow().isOnes());
        assertEquals(Tensor.of(2, 1, 6, 16), found.of(Tensor.of(2, 3, 1, 2, 3, 4, 5, 7)));
    }

    /// A mean hands 1/6 to each of 2×3 elements.
    @Test
    void a_mean_is_repeated_back() {
        Collapse found = collapse("X = [1, 2, 3; 4, 5, 6]\nloss L = mean(X)\n", "L", "X");
        ShortRule.Product rule = rule(ShortRule.Product.class, found);
        assertEquals(1.0 / 6, rule.of(Tensor.scalar(1)).at(1, 2), 1e-16);
    }

    @Test
    void a_transpose_moves_elements() {
        Collapse found = collapse("X = [1, 2, 3; 4, 5, 6]\nz = X'\nloss L = sum(z*z)\n", "z", "X");
        assertTrue(rule(ShortRule.Moved.class, found).transposed());
        Collapse part = collapse("x = [1; 2; 3]\nz = x[1:3]\nloss L = sum(z*z)\n", "z", "x");
        assertFalse(rule(ShortRule.Moved.class, part).transposed());
    }

    /// Two columns, each with its own diag(s) − s·sᵀ.
    @Test
    void softmax_goes_column_by_column() {
        String text =
                "x = [1, 0; 2, -1; 0.5, 3]\nz = softmax(x)\nloss L = dot(z, [1, 2; 3, 5; 7, 0])\n";
        rule(ShortRule.Softmax.class, collapse(text, "z", "x"));
        rule(
                ShortRule.LogSoftmax.class,
                collapse(text.replace("softmax", "log_softmax"), "z", "x"));
    }

    /// Softmax and cross-entropy collapse to ŷ − y, fused or not; with a mean over two samples, to
    /// half of it.
    @Test
    void softmax_with_cross_entropy_is_prediction_minus_labels() {
        String unfused =
                """
                x = [1, 0; 2, -1; 0.5, 3]
                const y = [0, 1; 1, 0; 0, 0]
                p = softmax(x)
                C = ce(p, y)
                loss L = mean(C)
                """;
        ShortRule.MinusLabels losses =
                rule(ShortRule.MinusLabels.class, collapse(unfused, "C", "x"));
        assertEquals(Link.SOFTMAX, losses.kind());
        assertEquals(1, losses.factor());
        assertEquals(2, losses.node().orElseThrow());
        ShortRule.MinusLabels loss = rule(ShortRule.MinusLabels.class, collapse(unfused, "L", "x"));
        assertEquals(0.5, loss.factor());
        String fused = unfused.replace("p = softmax(x)\n", "").replace("ce(p,", "ce_logits(x,");
        rule(ShortRule.MinusLabels.class, collapse(fused, "C", "x"));
    }

    @Test
    void the_sigmoid_with_binary_cross_entropy_too_and_the_squared_error() {
        String text =
                """
                x = [1, -2, 0.5]
                const y = [0, 1, 1]
                p = sigmoid(x)
                loss L = mean(bce(p, y))
                """;
        ShortRule.MinusLabels found = rule(ShortRule.MinusLabels.class, collapse(text, "L", "x"));
        assertEquals(Link.SIGMOID, found.kind());
        assertEquals(1.0 / 3, found.factor());
        ShortRule.MinusLabels se =
                rule(
                        ShortRule.MinusLabels.class,
                        collapse(
                                "x = [1, -2, 0.5]\nconst y = [0, 1, 1]\nloss L = mean(se(x, y))\n",
                                "L",
                                "x"));
        assertEquals(Link.IDENTITY, se.kind());
        assertEquals(2.0 / 3, se.factor());
    }

    /// Labels that do not add up to 1: the gradient is ŷ·Σy − y, which is not ŷ − y.
    @Test
    void labels_that_do_not_add_up_to_1_do_not_collapse() {
        Collapse found =
                collapse(
                        "x = [1; 2; 0.5]\nconst y = [0.5; 1; 0]\nloss L = sum(ce_logits(x, y))\n",
                        "L",
                        "x");
        assertInstanceOf(ShortRule.Gradient.class, found.rule().orElseThrow());
    }

    /// [x₂, x₁, 1; 1, 0, −2x₃] is no rule but itself.
    @Test
    void a_jacobian_like_any_other_has_no_short_rule() {
        Collapse found =
                collapse(
                        "x = [1; 2; 3]\nz = [x[0]*x[1] + x[2]; x[0] - x[2]^2]\nloss L = dot(z, [1; 10])\n",
                        "z",
                        "x");
        assertTrue(found.rule().isEmpty());
        assertTrue(found.whole());
    }

    /// x reaches L through a and through b: what comes through a is a part of ∂L/∂x.
    @Test
    void a_part_of_a_gradient_is_told_as_such() {
        String text = "x = [1; 2]\na = x^2\nb = sin(x)\nloss L = sum(a*b)\n";
        assertFalse(collapse(text, "a", "x").whole());
        assertTrue(collapse(text, "L", "x").whole());
    }
}
