package dev.backstep.calculus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.explain.Case;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every program.
class EverySampleTest {

    static Stream<String> samples() {
        return Case.samples();
    }

    /// A rule that is found gives what Jᵀ·g gives, for any g, not only for the one that arrives.
    @ParameterizedTest
    @MethodSource("samples")
    void a_short_rule_gives_what_the_whole_jacobian_gives(String text) {
        Walkthrough w = Case.program(text);
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 200 && found < 8; i++) {
            int of = random.nextInt(w.graph().size());
            int by = Math.max(0, of - 1 - random.nextInt(6));
            if (NodeJacobian.question(w, of, by) instanceof Question.Possible pair
                    && size(w, of) * size(w, by) <= 3_000) {
                NodeJacobian j = NodeJacobian.of(w, pair);
                Collapse collapse = Collapse.of(w, j);
                found += collapse.rule().isPresent() ? 1 : 0;
                collapse.rule().ifPresent(rule -> agree(rule, j, random, pair + " of\n" + text));
                new RuleTex(w, collapse, Numbers.DEFAULT).rule();
            }
        }
    }

    private static long size(Walkthrough w, int node) {
        return w.graph().node(node).shape().size();
    }

    private static void agree(ShortRule rule, NodeJacobian j, Random random, String what) {
        Tensor g = Tensor.generate(j.output(), k -> random.nextGaussian());
        Tensor whole = j.transposedTimes(g);
        double scale = Math.max(1e-300, j.largest()) * j.matrix().rows();
        assertTrue(Collapse.difference(rule.of(g), whole) <= 1e-9 * scale, what);
    }

    /// Each edge once never costs more than path by path, and everything can be told.
    @ParameterizedTest
    @MethodSource("samples")
    void costs_are_counted(String text) {
        Walkthrough w = Case.program(text);
        PathCosts all = PathCosts.ofAllLeaves(w);
        assertTrue(all.saved().signum() >= 0, all.toString());
        ModeCosts modes = ModeCosts.of(w);
        assertEquals(all.edgeByEdge().longValueExact(), modes.backward());
        assertTrue(KeptValues.of(w).kept() <= KeptValues.of(w).computed());
        for (Node leaf : ModeCosts.leaves(w).stream().limit(2).toList()) {
            Deepening deepening = Deepening.of(w, leaf.id());
            assertTrue(deepening.stops().size() <= Deepening.MOST);
            assertEquals(w.output(), deepening.stops().getLast().node());
            assertTrue(FactoredGradient.of(w, leaf.id(), Numbers.DEFAULT).isPresent());
            deepening.stops().forEach(s -> s.closed().ifPresent(c -> c.beginning(200)));
        }
    }

    /// The loss itself may be a leaf: nothing lies between.
    @Test
    void a_program_of_a_single_leaf_has_no_path() {
        Walkthrough w = Case.program("loss x = 3\n");
        assertEquals(0, Deepening.of(w, 0).stops().size());
        assertEquals(3, ModeCosts.pass(w, 0, 0).rows().getFirst().value().item());
        assertEquals(0, KeptValues.of(w).rows().size());
    }

    /// 20,000 products and sums one after the other: nothing may run out of stack.
    @Test
    void a_very_long_chain_is_counted() {
        StringBuilder text = new StringBuilder("x0 = 1\n");
        for (int k = 1; k <= 20_000; k++) {
            text.append("x%d = x%d %s\n".formatted(k, k - 1, k % 2 == 0 ? "* 1" : "+ 1"));
        }
        Walkthrough w = Case.program(text.toString());
        Deepening deepening = Deepening.of(w, 0);
        assertEquals(10_000, deepening.stops().getLast().costs().edgeByEdge().intValue());
        deepening.stops().forEach(s -> s.closed().orElseThrow().beginning(200));
        assertTrue(FactoredGradient.of(w, 0, Numbers.DEFAULT).isPresent());
        assertEquals(10_000, ModeCosts.of(w).backward());
        assertEquals(0, KeptValues.of(w).kept());
    }
}
