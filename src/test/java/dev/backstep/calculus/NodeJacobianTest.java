package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.jacobian;
import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.calculus.NodeJacobian.PassMode;
import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.explain.Case;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeJacobianTest {

    private static final String LECTURE =
            """
            x = [1; 2; 3]
            x1 = x[0]
            x2 = x[1]
            x3 = x[2]
            z = [x1*x2 + x3; x1 - x3^2]
            loss L = dot(z, [1; 10])
            """;

    /// J = [x₂, x₁, 1; 1, 0, −2x₃] at (1, 2, 3), and Jᵀ·(1, 10) = (12, 1, −59).
    @Test
    void the_jacobian_of_the_lecture_from_a_vector_to_a_vector() {
        Walkthrough w = walkthrough(LECTURE);
        NodeJacobian j = jacobian(w, "z", "x");
        assertEquals(Tensor.of(2, 3, 2, 1, 1, 1, 0, -6), j.matrix());
        assertEquals(Tensor.of(3, 1, 12, 1, -59), j.transposedTimes(Tensor.of(2, 1, 1, 10)));
        assertEquals(PassMode.REVERSE, j.mode());
        assertEquals(2, j.passes());
    }

    /// z = (x·y, x + y, x², y²) by v = (x, y): four rows and two columns, so two forward passes.
    @Test
    void the_way_with_fewer_passes_is_taken() {
        Walkthrough w =
                walkthrough(
                        """
                        v = [3; 5]
                        z = [v[0]*v[1]; v[0] + v[1]; v[0]^2; v[1]^2]
                        loss L = sum(z)
                        """);
        NodeJacobian j = jacobian(w, "z", "v");
        assertEquals(PassMode.FORWARD, j.mode());
        assertEquals(2, j.passes());
        assertEquals(Tensor.of(4, 2, 5, 3, 1, 1, 6, 0, 0, 10), j.matrix());
    }

    /// a = x² by itself: the node in between is taken as a variable of its own, not by what it is
    /// made of. L = a·x + a: ∂L/∂a = x + 1 = 4, while x³ + x² has 3x² + 2x = 33.
    @Test
    void a_node_in_between_is_a_variable_of_its_own() {
        Walkthrough w = walkthrough("x = 3\na = x^2\nloss L = a*x + a\n");
        assertEquals(Tensor.scalar(4), jacobian(w, "L", "a").matrix());
        assertEquals(Tensor.scalar(1), jacobian(w, "a", "a").matrix());
        assertEquals(Tensor.scalar(33), jacobian(w, "L", "x").matrix());
    }

    /// A constant has no gradient in the story, but a derivative all the same.
    @Test
    void a_constant_can_be_asked_about() {
        Walkthrough w = walkthrough("const c = [2; 3]\nx = [5; 7]\nz = c * x\nloss L = sum(z)\n");
        assertEquals(Tensor.of(2, 2, 5, 0, 0, 7), jacobian(w, "z", "c").matrix());
    }

    @Test
    void nodes_may_be_told_in_either_order() {
        Walkthrough w = walkthrough("x = 1\ny = 2\na = x + 1\nb = stop(a)\nloss L = a*b*y\n");
        int a = node(w, "a");
        assertEquals(
                new Question.Possible(a, node(w, "x")), NodeJacobian.question(w, node(w, "x"), a));
    }

    /// a = x + 1 and b = stop(a): neither has a derivative by the other, nor has a by y. No pass is
    /// needed to find that. A node by itself is the identity.
    @Test
    void what_does_not_depend_on_a_node_has_a_jacobian_of_zeros() {
        Walkthrough w =
                walkthrough("x = [1; 2]\ny = [3, 4, 5]\na = x + 1\nb = stop(a)\nL = sum(a*b*y)\n");
        for (String[] pair : new String[][] {{"a", "y"}, {"y", "a"}, {"a", "b"}, {"b", "a"}}) {
            NodeJacobian j = jacobian(w, pair[0], pair[1]);
            assertEquals(node(w, pair[0]), j.of(), "in the order that was asked for");
            assertEquals(0, j.largest());
            assertEquals(0, j.passes());
            assertEquals(
                    j.output().size() + "×" + j.input().size(),
                    j.matrix().shape().toString(),
                    String.join(" by ", pair));
            assertInstanceOf(ShortRule.Zero.class, Collapse.of(w, j).rule().orElseThrow());
        }
        assertEquals(Tensor.of(2, 2, 1, 0, 0, 1), jacobian(w, "a", "a").matrix());
    }

    /// 400 × 400 elements are 160,000.
    @Test
    void a_jacobian_that_nobody_could_read_is_refused() {
        Walkthrough w = walkthrough("x = zeros(20, 20)\nz = sin(x)\nloss L = sum(z)\n");
        assertInstanceOf(
                Question.Refused.class, NodeJacobian.question(w, node(w, "z"), node(w, "x")));
    }

    /// f = x₀²x₁ + x₁³: the Jacobian of its gradient is its Hessian, (2x₁, 2x₀; 2x₀, 6x₁).
    @Test
    void the_jacobian_of_a_gradient_is_the_hessian() {
        Walkthrough w =
                walkthrough(
                        """
                        x = [1; 2]
                        f = x[0]^2 * x[1] + x[1]^3
                        g = grad(f, x)
                        loss L = sum(g)
                        """);
        assertEquals(Tensor.of(2, 2, 4, 2, 2, 12), jacobian(w, "g", "x").matrix());
    }

    static Stream<String> samples() {
        return Case.samples();
    }

    /// Both ways give the same, for pairs of nodes of every sample; and where nothing is random, it
    /// is what central differences of what lies between find.
    @ParameterizedTest
    @MethodSource("samples")
    void both_ways_agree_with_each_other_and_with_differences(String text) {
        Walkthrough w = walkthrough(text);
        Random random = new Random(7);
        for (Question.Possible pair : pairs(w, random)) {
            NodeJacobian reverse = NodeJacobian.of(w, pair, PassMode.REVERSE);
            NodeJacobian forward = NodeJacobian.of(w, pair, PassMode.FORWARD);
            double largest = Math.max(1, reverse.largest());
            String what = pair + " of\n" + text;
            assertArrayEquals(
                    reverse.matrix().toArray(), forward.matrix().toArray(), 1e-10 * largest, what);
            if (!isAtKink(w, pair)) {
                differences(w, reverse, largest, what);
            }
        }
    }

    /// Three pairs of which one depends on the other, small enough to be differentiated one element
    /// after another.
    private static List<Question.Possible> pairs(Walkthrough w, Random random) {
        List<Question.Possible> pairs = new ArrayList<>();
        for (int i = 0; i < 60 && pairs.size() < 3; i++) {
            int of = random.nextInt(w.graph().size());
            int by = random.nextInt(w.graph().size());
            if (of != by
                    && NodeJacobian.question(w, of, by) instanceof Question.Possible pair
                    && NodeJacobian.depends(w.graph(), pair.of(), pair.by())
                    && w.graph().node(of).shape().size() * w.graph().node(by).shape().size()
                            <= 2_000) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static boolean isAtKink(Walkthrough w, Question.Possible pair) {
        return w.graph().nodes().subList(pair.by(), pair.of() + 1).stream()
                .anyMatch(
                        n ->
                                n.op() instanceof Op.Relu
                                        || n.op() instanceof Op.StepFunction
                                        || n.op() instanceof Op.Clip
                                        || n.op() instanceof Op.Abs);
    }

    /// Five-point differences, of order h⁴: h = 10⁻³ leaves some 10⁻¹¹ of both kinds of error,
    /// beside third derivatives of 10³ at most.
    private static void differences(Walkthrough w, NodeJacobian j, double largest, String what) {
        double h = 1e-3;
        int element = new Random(3).nextInt(j.matrix().cols());
        Tensor near = slope(w, j, element, h);
        Tensor far = slope(w, j, element, 2 * h);
        for (int row = 0; row < j.matrix().rows(); row++) {
            double found = (4 * near.at(row) - far.at(row)) / 3;
            assertEquals(found, j.matrix().at(row, element), 1e-6 * largest, what);
        }
    }

    private static Tensor slope(Walkthrough w, NodeJacobian j, int element, double h) {
        Tensor up = value(w, j, element, h);
        Tensor down = value(w, j, element, -h);
        return up.zip(down, (a, b) -> (a - b) / (2 * h));
    }

    /// The value of `of` if one element of `by` is moved and everything else between follows.
    private static Tensor value(Walkthrough w, NodeJacobian j, int element, double h) {
        List<Tensor> values = new ArrayList<>();
        for (Node node : w.graph().nodes().subList(0, j.of() + 1)) {
            Tensor now = w.value(node.id());
            boolean moves =
                    node.id() > j.by()
                            && !node.isSource()
                            && !(node.op() instanceof Op.Stop)
                            && NodeJacobian.depends(w.graph(), node.id(), j.by());
            if (node.id() == j.by()) {
                now = now.with(element, now.at(element) + h);
            } else if (moves) {
                now = Rules.value(node.op(), node.inputs().stream().map(values::get).toList());
            }
            values.add(now);
        }
        assertTrue(values.getLast().isFinite());
        return values.getLast();
    }
}
