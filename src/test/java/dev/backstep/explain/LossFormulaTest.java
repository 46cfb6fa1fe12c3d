package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossFormulaTest {

    private static List<String> lines(String text, String op) {
        Walkthrough w = Case.program(text);
        Node node =
                w.graph().nodes().stream()
                        .filter(n -> n.op().word().equals(op))
                        .findFirst()
                        .orElseThrow();
        return LossFormula.of(w, node.id(), Numbers.DEFAULT);
    }

    /// The lecture's p = one-hot(2) of 5, q = (0.1, 0.2, 0.4, 0.2, 0.1): −log 0.4 = 0.916291.
    @Test
    void one_hot_labels_leave_one_logarithm() {
        String text =
                """
                const p = [0; 0; 1; 0; 0]
                q = [0.1; 0.2; 0.4; 0.2; 0.1]
                C = ce(q, p)
                loss L = sum(C)
                """;
        assertEquals(
                List.of(
                        "C = -\\sum_{k} {p}_{k} \\log {q}_{k}",
                        "C = -\\log {q}_{2} = -\\log 0.4 = 0.9163"),
                lines(text, "ce"));
    }

    @Test
    void labels_that_are_no_one_hot_keep_their_sum() {
        assertEquals(
                1,
                lines("const p = [0.5; 0.5]\nq = [0.1; 0.9]\nC = ce(q, p)\nloss L = sum(C)\n", "ce")
                        .size());
    }

    /// The scores are (0, 0): log(e⁰ + e⁰) − 0 = log 2.
    @Test
    void fused_it_is_a_log_sum_exp() {
        List<String> lines =
                lines(
                        "const y = [0; 1]\nz = [0; 0]\nC = ce_logits(z, y)\nloss L = sum(C)\n",
                        "ce_logits");
        assertEquals("C = \\log \\sum_{j} e^{{z}_{j}} - {z}_{1} = 0.6931", lines.get(1));
    }

    /// BCE(0.3, 1) = −log 0.3 = 1.203973, BCE(0.3, 0) = −log 0.7 = 0.356675.
    @Test
    void a_label_picks_one_of_the_two_logarithms() {
        String text = "p = 0.3\nconst y = 1\nloss L = bce(p, y)\n";
        assertEquals(
                List.of(
                        "L = -\\left[y \\log p + (1 - y) \\log(1 - p)\\right]",
                        "L = -\\log p = -\\log 0.3 = 1.204"),
                lines(text, "bce"));
        assertEquals(
                "L = -\\log (1 - p) = -\\log 0.7 = 0.3567",
                lines(text.replace("y = 1", "y = 0"), "bce").get(1));
        assertTrue(
                lines("p = [0.3, 0.6]\nconst y = [1, 0]\nloss L = mean(bce(p, y))\n", "bce")
                        .get(1)
                        .contains("cases"));
    }

    @Test
    void other_ops_have_none() {
        assertEquals(List.of(), lines("x = 2\nL = x * x\n", "mul"));
    }
}
