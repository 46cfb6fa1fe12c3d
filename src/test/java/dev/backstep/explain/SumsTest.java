package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Paths;
import dev.backstep.story.Progress;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Vjp;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Contributions, paths and progress: three ways to add up the same gradient.
class SumsTest {

    static Stream<Walkthrough> walkthroughs() {
        Stream<String> programs =
                Stream.of(
                        "x = 1\ny = 4\nL = x^2 + 2*x*y",
                        "x = 3\nL = x * x * x + x",
                        "x = 0.5\na = sin(x)\nb = exp(x)\nc = a * b\nd = a + b\ne = c / d\nL = c * e + d * x",
                        "W = normal(3, 2, seed=1)\nX = normal(2, 4, seed=2)\nb = [1; 2; 3]\n"
                                + "Z = W @ X + b\nA = tanh(Z) * Z\n"
                                + "L = mean(A) + 0.1 * norm(W) + sum(X @ transpose(A))",
                        "z = normal(3, 4, seed=3)\ns = softmax(z)\n"
                                + "L = mean(ce(s, softmax(2 * z))) + sum(log_softmax(z) * s)");
        return Stream.concat(
                Stream.concat(programs, Case.samples())
                        .flatMap(p -> Stream.of(Story.Grain.values()).map(g -> Case.program(p, g))),
                Stream.concat(
                        Case.all().stream().map(Case::w),
                        new Random(5).ints(30).mapToObj(SumsTest::scalars)));
    }

    /// A random graph of sums and products, with diamonds; every operand is used before it is used
    /// up.
    private static Walkthrough scalars(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("v0 = 0.7\nv1 = 1.3\n");
        for (int i = 2; i < 12; i++) {
            String op = List.of("+", "*", "-", "/").get(random.nextInt(4));
            int left = Math.max(0, i - 1 - random.nextInt(4));
            text.append("v%d = v%d %s (tanh(v%d) + 3)\n".formatted(i, left, op, random.nextInt(i)));
        }
        return Case.program(text.toString());
    }

    private static void close(Tensor expected, Tensor actual) {
        assertEquals(expected.shape(), actual.shape());
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(
                    expected.at(k), actual.at(k), 1e-12 * Math.max(1, Math.abs(expected.at(k))));
        }
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void what_arrives_at_a_node_adds_up_to_its_gradient(Walkthrough w) {
        for (Node node : w.graph().nodes()) {
            Arrivals end = Arrivals.of(w, w.size() - 1, node.id());
            if (!node.isStretch() && node.id() != w.output()) {
                assertEquals(w.gradient(node.id()).isPresent(), end.sum().isPresent());
                end.sum().ifPresent(sum -> close(w.gradient(node.id()).orElseThrow(), sum));
                assertTrue(end.complete());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void what_the_paths_to_a_node_carry_adds_up_to_its_gradient(Walkthrough w) {
        for (Node node : w.graph().nodes()) {
            Paths paths = Paths.of(w, node.id(), 10_000);
            if (!node.isStretch() && paths.count() > 0 && paths.complete()) {
                close(w.gradient(node.id()).orElseThrow(), paths.sum().orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void progress_knows_at_each_step_what_has_arrived(Walkthrough w) {
        for (int i = 0; i < w.size(); i++) {
            Progress now = Progress.at(w, i);
            for (Node node : w.graph().nodes()) {
                if (node.id() != w.output()) {
                    assertEquals(Arrivals.of(w, i, node.id()).sum(), now.gradient(node.id()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void progress_knows_at_each_step_what_lies_behind(Walkthrough w) {
        for (Story.Grain grain : Story.Grain.values()) {
            Walkthrough told = w.by(grain);
            Set<Integer> valued = new HashSet<>();
            Set<Edge> crossed = new HashSet<>();
            for (int i = 0; i < told.size(); i++) {
                switch (told.step(i)) {
                    case Step.Forward(int node) -> valued.add(node);
                    case Step.Seed _, Step.ParameterUpdate _ -> {}
                    case Step.Backward(int _, List<Edge> edges) -> crossed.addAll(edges);
                }
                Progress now = Progress.at(told, i);
                for (Node node : told.graph().nodes()) {
                    assertEquals(
                            node.isSource() || valued.contains(node.id()), now.isValued(node.id()));
                    for (int slot = 0; slot < node.inputs().size(); slot++) {
                        Edge edge = new Edge(node.id(), slot);
                        assertEquals(crossed.contains(edge), now.isCrossed(edge));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void a_vector_jacobian_product_of_the_upstream_is_the_downstream(Walkthrough w) {
        w.contributions().values().stream()
                .flatMap(List::stream)
                .forEach(
                        c -> {
                            Tensor upstream = w.gradient(c.edge().node()).orElseThrow();
                            assertEquals(c.value(), Vjp.drawn(w, c.edge(), upstream));
                        });
    }

    /// 2 through x² and 8 through 2xy.
    @Test
    void the_paths_of_the_sample_are_those_of_the_lecture() {
        Walkthrough w = Case.program("x = 1\ny = 4\nL = x^2 + 2*x*y");
        Paths paths = Paths.of(w, 0, 10);
        assertEquals(2, paths.count());
        assertEquals("L → a → x", paths.listed().get(0).plain(w.labels()));
        assertEquals("1 · 2", paths.listed().get(0).factors(Numbers.DEFAULT).orElseThrow());
        assertEquals(2, paths.listed().get(0).product().item());
        assertEquals("L → c → b → x", paths.listed().get(1).plain(w.labels()));
        assertEquals("1 · 4 · 2", paths.listed().get(1).factors(Numbers.DEFAULT).orElseThrow());
        assertEquals(8, paths.listed().get(1).product().item());
        assertEquals(10, paths.sum().orElseThrow().item());
    }

    @Test
    void a_sum_says_what_has_come_and_what_is_to_come() {
        Walkthrough w = Case.program("x = 1\ny = 4\nL = x^2 + 2*x*y");
        assertTrue(
                Bundle.ENGLISH
                        .say(Sentences.of(w, 7, Numbers.DEFAULT))
                        .endsWith("; x has 8 so far, and one contribution is still to come."));
        assertTrue(
                Bundle.ENGLISH
                        .say(Sentences.of(w, 8, Numbers.DEFAULT))
                        .endsWith("; x now has 8 + 2 = 10."));
        Walkthrough square = Case.program("x = 3\nL = x * x");
        assertTrue(
                Bundle.ENGLISH
                        .say(Sentences.of(square, 2, Numbers.DEFAULT))
                        .endsWith("; x now has 3 + 3 = 6."));
    }

    @Test
    void paths_too_many_to_list_are_counted() {
        Walkthrough w = Case.program("v0 = 1\n" + doublings(40));
        Paths paths = Paths.of(w, 0, 7);
        assertEquals(1L << 40, paths.count());
        assertEquals(7, paths.listed().size());
        assertFalse(paths.complete());
        assertEquals("1,099,511,627,769", paths.rest());
        Paths endless = Paths.of(Case.program("v0 = 1\n" + doublings(200)), 0, 1);
        assertEquals(Long.MAX_VALUE, endless.count());
        assertEquals("over 10¹⁸", endless.rest());
    }

    /// x = 2 alone is the output: one path without an edge, and the gradient 1 of the seed.
    @Test
    void an_output_that_is_a_leaf_has_the_gradient_1_of_the_seed() {
        Walkthrough w = Case.program("x = 2");
        assertEquals(1, Paths.of(w, 0, 5).count());
        assertEquals(Tensor.scalar(1), Progress.at(w, 0).wholeGradient(0).orElseThrow());
    }

    /// x = 3, a = 2x, b = a², c = 5a, L = b + c: by b 1·12·2 = 24, by c 1·5·2 = 10.
    @Test
    void paths_that_share_their_last_edge_are_counted_each() {
        Walkthrough w = Case.program("x = 3\na = 2*x\nb = a^2\nc = 5*a\nloss L = b + c");
        Paths paths = Paths.of(w, 0, 5);
        assertEquals(2, paths.count());
        assertEquals(24, paths.listed().getFirst().product().item());
        assertEquals(10, paths.listed().getLast().product().item());
        assertEquals(1, Arrivals.of(w, w.size() - 1, 0).all().size());
    }

    private static String doublings(int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append("v%d = v%d + v%d\n".formatted(i + 1, i, i));
        }
        return text.toString();
    }

    @Test
    void a_path_may_be_as_long_as_a_program() {
        StringBuilder text = new StringBuilder("v0 = 1\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("v%d = v%d + 1\n".formatted(i + 1, i));
        }
        Paths paths = Paths.of(Case.program(text.toString()), 0, 3);
        assertEquals(20_000, paths.listed().getFirst().hops().size());
    }
}
