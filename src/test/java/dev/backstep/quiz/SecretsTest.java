package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Hidden;
import dev.backstep.story.Walkthrough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is hidden while a question is open.
class SecretsTest {

    private static Walkthrough sample(String file) throws Exception {
        return Asked.program(Files.readString(Path.of("samples", file)));
    }

    private static Set<String> names(Walkthrough w, Set<Integer> nodes) {
        return nodes.stream()
                .flatMap(id -> w.graph().node(id).name().stream())
                .collect(Collectors.toSet());
    }

    /// CE is the sum of the single number of `ce(q, p)`, which shows the same 0.9163.
    @Test
    void a_value_that_stands_elsewhere_too_is_hidden_there() throws Exception {
        Walkthrough w = sample("01-cross-entropy.bs");
        Hidden hidden = Asked.computed(w, "CE").hidden();
        int ce = Asked.node(w, "CE");
        int summed = w.graph().node(ce).inputs().getFirst();
        assertTrue(hidden.hidesValue(ce));
        assertTrue(hidden.hidesValue(summed), "what is summed");
        assertFalse(hidden.hidesValue(Asked.node(w, "q")), "what it is computed from is seen");
    }

    /// The program computes ∂L/∂x by two rules of its own, wᵀ·g and Jᵀ times a column.
    @Test
    void a_gradient_that_the_program_works_out_itself_is_hidden() throws Exception {
        Walkthrough w = sample("08-jacobian-tensor.bs");
        Hidden hidden = Asked.arriving(w, "x").hidden();
        assertTrue(
                names(w, hidden.values()).containsAll(Set.of("short", "long")), hidden::toString);
        assertFalse(hidden.hidesValue(Asked.node(w, "w")));
    }

    /// grad(L, x) at x = 1.3 is 3·1.3² = 5.07, the gradient of x.
    @Test
    void the_card_of_grad_does_not_tell_what_arrives() {
        Walkthrough w = Asked.program("x = 1.3 | f = x^3 | g = grad(f, x) | loss L = f + 0*g");
        assertTrue(Asked.arriving(w, "x").hidden().hidesValue(Asked.node(w, "g")));
    }

    /// 2 comes about in many ways: that b is 2, too, tells nothing.
    @Test
    void a_small_whole_number_is_seen_elsewhere() {
        Walkthrough w =
                Asked.program("x = 1 | y = 4 | a = x^2 | b = 2*x | c = b*y | loss L = a + c");
        assertEquals(Set.of(), Asked.arriving(w, "y").hidden().values());
    }

    /// ∂L/∂x = (12, 1, −59) is what arrives at the three elements that are taken out of x.
    @Test
    void the_parts_of_a_matrix_do_not_tell_what_arrives_at_it() throws Exception {
        Walkthrough w = sample("07-jacobian.bs");
        Set<String> hidden = names(w, Asked.arriving(w, "x").hidden().gradients());
        assertEquals(Set.of("x", "x0", "x1", "x2"), hidden);
    }

    /// What arrives at xᵀ and at its column is a part of ∂L/∂x, turned; that of the product above
    /// them is not. L itself has 1, whatever it does.
    @Test
    void a_part_of_a_part_is_hidden_up_to_the_first_node_that_computes() {
        Walkthrough w =
                Asked.program("x = [2, 3] | t = x' | u = t[0] | v = 5*u | loss L = v + t[1]");
        assertEquals(Set.of("x", "t", "u"), names(w, Asked.arriving(w, "x").hidden().gradients()));
        Walkthrough alone = Asked.program("x = [2, 3] | loss L = x[0]");
        assertEquals(Set.of("x"), names(alone, Asked.arriving(alone, "x").hidden().gradients()));
    }
}
