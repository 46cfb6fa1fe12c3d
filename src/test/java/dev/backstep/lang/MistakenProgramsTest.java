package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Explanation;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Origin;
import dev.backstep.graph.Slip;
import dev.backstep.notation.Numbers;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random programs with each mistake: the pass differs from the right one only where it should.
class MistakenProgramsTest {

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static Walkthrough told(long seed, Mistake mistake) {
        String text =
                Programs.random(seed).replace("loss L = ", "loss L = y*x + ")
                        + "train sgd(rate=0.1)\n";
        Model right = ProgramTextTest.read(text);
        Model model = ProgramTextTest.read(text + "set mistake = " + mistake.word() + "\n");
        assertEquals(right.graph(), model.graph());
        return Walkthroughs.of(model, Story.Grain.NODES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void only_what_lies_below_a_slip_is_off(long seed) {
        for (Mistake mistake : Mistake.values()) {
            Walkthrough w = told(seed, mistake);
            Mistaken m = w.mistaken().orElseThrow();
            boolean[] below = below(w, m.slip());
            String message = "seed " + seed + ", " + mistake;
            for (Node node : w.graph().nodes()) {
                if (m.right(node.id()).isPresent()) {
                    Tensor right = m.right(node.id()).orElseThrow();
                    Tensor wrong = m.wrong(node.id()).orElseThrow();
                    if (mistake == Mistake.SIGN) {
                        assertTrue(!Mistaken.differ(right.map(x -> -x), wrong), message);
                    } else if (!below[node.id()]) {
                        assertEquals(right, wrong, message + ", node " + node.id());
                    }
                }
            }
            assertEquals(w.size(), w.rightly().size(), message);
            assertEquals(
                    w.adjoint().graph().size(), Origin.of(w.graph(), w.adjoint()).size(), message);
        }
    }

    /// The nodes that get a gradient by an edge on which the mistake is made, and all below them.
    private static boolean[] below(Walkthrough w, Slip slip) {
        boolean[] below = new boolean[w.graph().size()];
        for (Node node : w.graph().nodes().reversed()) {
            for (Edge edge : w.graph().edges(node.id())) {
                boolean made = slip.changed().contains(edge) || slip.lost().contains(edge);
                below[w.graph().source(edge).id()] |= made || below[node.id()];
            }
        }
        return below;
    }

    /// What a gradient is with `=` for `+=`: what the last of its edges hands it, in the order in
    /// which the pass goes down.
    @ParameterizedTest
    @MethodSource("seeds")
    void an_overwritten_gradient_is_the_last_downstream(long seed) {
        Walkthrough w = told(seed, Mistake.OVERWRITE);
        boolean[] given = new boolean[w.graph().size()];
        for (Node node : w.graph().nodes()) {
            for (Edge edge : w.graph().edges(node.id()).reversed()) {
                int to = w.graph().source(edge).id();
                Flow flow = w.adjoint().flow(edge).orElse(null);
                if (flow != null && !given[to]) {
                    given[to] = true;
                    assertEquals(
                            Map.of(to, flow.downstream()),
                            Map.of(to, w.adjoint().gradient(to).orElseThrow()),
                            "seed " + seed);
                    assertTrue(!w.adjoint().isLost(edge));
                } else if (flow != null) {
                    assertTrue(w.adjoint().isLost(edge), "seed " + seed);
                }
            }
        }
    }

    /// Every step can be told in both languages.
    @ParameterizedTest
    @MethodSource("seeds")
    void every_step_is_told(long seed) {
        for (Mistake mistake : Mistake.values()) {
            Walkthrough w = told(seed, mistake);
            for (int step = 0; step < w.size(); step++) {
                Explanation told = Explanation.of(w, step, Numbers.DEFAULT);
                for (Bundle language :
                        new Bundle[] {Bundle.ENGLISH, Bundle.in(Locale.SIMPLIFIED_CHINESE)}) {
                    assertTrue(!language.say(told.sentence()).contains("{"));
                }
            }
        }
    }
}
