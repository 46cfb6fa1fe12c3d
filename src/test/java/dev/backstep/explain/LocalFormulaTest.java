package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Op;
import dev.backstep.graph.OpExamples;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The formula of a local gradient is the formula of its number.
class LocalFormulaTest {

    /// An op of `x` and, if it has two operands, `y`.
    record Example(Op op, Walkthrough w, int node) {

        static Example of(Op op, List<Tensor> operands) {
            Graph.Builder b = Graph.builder();
            Map<Integer, Tensor> leaves = new HashMap<>();
            int[] in = new int[operands.size()];
            for (int i = 0; i < in.length; i++) {
                in[i] = b.leaf(i == 0 ? "x" : "y", Op.Role.INPUT, operands.get(i).shape());
                leaves.put(in[i], operands.get(i));
            }
            int z = b.add(op, in);
            b.name(z, "z");
            int sum = b.add(new Op.SumTo(Shape.SCALAR), b.add(Op.Unary.SQUARE, z));
            return new Example(op, Walkthrough.of(b.build(), sum, leaves, Story.Grain.NODES), z);
        }

        /// The edges whose local gradient is a factor or a matrix, with that.
        Map<Edge, Tensor> locals() {
            Map<Edge, Tensor> locals = new HashMap<>();
            for (Edge edge : w.graph().edges(node)) {
                switch (w.adjoint().flow(edge).orElseThrow().local()) {
                    case LocalGradient.Factor(int local) ->
                            locals.put(edge, w.trace().value(local));
                    case LocalGradient.Left(int local) -> locals.put(edge, w.trace().value(local));
                    case LocalGradient.Right(int local) -> locals.put(edge, w.trace().value(local));
                    case LocalGradient.Unit() -> locals.put(edge, Tensor.scalar(1));
                    case LocalGradient.Coupled() -> {}
                }
            }
            return locals;
        }

        /// The numbers that its names stand for.
        Map<String, Double> values() {
            return w.graph().nodes().stream()
                    .filter(n -> n.name().isPresent())
                    .collect(
                            Collectors.toMap(
                                    n -> n.name().orElseThrow(), n -> w.value(n.id()).item()));
        }

        @Override
        public String toString() {
            return op + " of " + w.graph().source(new Edge(node, 0)).shape();
        }
    }

    private static Stream<Example> examples(Shape shape) {
        return OpExamples.differentiable(shape).stream()
                .map(op -> Example.of(op, OpExamples.operands(op, shape, new Random(5))));
    }

    static Stream<Example> all() {
        return Stream.of(Shape.SCALAR, new Shape(1, 3), new Shape(4, 1), new Shape(3, 4))
                .flatMap(LocalFormulaTest::examples);
    }

    /// Every op at 0, at −0 and around it, one operand and two.
    static Stream<Example> edges() {
        List<Example> edges = new ArrayList<>();
        double[] values = {-1, -0.0, 0, 0.5, 1, 2};
        List<Op> ops =
                OpExamples.differentiable(Shape.SCALAR).stream()
                        .filter(LocalFormulaTest::isShown)
                        .toList();
        for (Op op : ops) {
            int operands = OpExamples.operands(op, Shape.SCALAR, new Random(1)).size();
            for (double x : values) {
                for (double y : operands == 1 ? new double[1] : values) {
                    edges.add(
                            Example.of(
                                    op,
                                    List.of(Tensor.scalar(x), Tensor.scalar(y))
                                            .subList(0, operands)));
                }
            }
        }
        return edges.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_formula_comes_to_the_local_gradient(Example example) {
        example.locals()
                .forEach(
                        (edge, local) -> {
                            Tensor value =
                                    LocalFormula.of(example.w(), edge)
                                            .shown()
                                            .value(example.w().trace()::value);
                            close(local, value.stretchedTo(local.shape()), example);
                        });
    }

    /// With names for what it is made of and with their numbers put in, read again from what is
    /// printed.
    private static void isReadAs(Example example) {
        Map<String, Double> names = example.values();
        for (Map.Entry<Edge, Tensor> local : example.locals().entrySet()) {
            Edge edge = local.getKey();
            var handed = new DownstreamFormulas(example.w(), edge, Numbers.FULL).handed();
            double numbers = TexValue.of(handed.substitutedTex().orElseThrow(), Map.of());
            close(local.getValue(), Tensor.scalar(numbers), example);
            if (!LocalFormula.of(example.w(), edge).isAtEdge()) {
                double rule = TexValue.of(handed.ruleTex(), names);
                close(local.getValue(), Tensor.scalar(rule), example);
            }
        }
    }

    static Stream<Example> scalars() {
        return examples(Shape.SCALAR)
                .filter(e -> isShown(e.op()) && e.w().value(e.node()).shape().isScalar());
    }

    /// A stretch is folded into the edge that it lies on, and a part of a matrix is no number.
    private static boolean isShown(Op op) {
        return !(op instanceof Op.Broadcast || op instanceof Op.Move);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void what_is_printed_reads_as_the_local_gradient(Example example) {
        isReadAs(example);
    }

    /// Where the local gradient is a number, so is what is printed, also where a formula alone
    /// would read 0/0.
    @ParameterizedTest
    @MethodSource("edges")
    void so_it_does_at_the_edges(Example example) {
        boolean finite = example.locals().values().stream().allMatch(Tensor::isFinite);
        if (finite) {
            isReadAs(example);
        }
    }

    private static void close(Tensor expected, Tensor actual, Example of) {
        for (int k = 0; k < expected.size(); k++) {
            double scale = Math.max(1, Math.abs(expected.at(k)));
            assertEquals(
                    expected.at(k),
                    actual.at(k),
                    1e-12 * scale,
                    of + " with " + of.w().trace().value(0));
        }
    }

    /// Programs one statement after the other by |, and how the local gradient of `L` for its first
    /// operand reads.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "x = 2|L = x^-1 => -x^{-2}",
                "x = 2|L = x^0.5 => \\tfrac{1}{2}x^{-0.5}",
                "x = 2|L = x^4 => 4x^{3}",
                "x = 2|L = 3 / x => -\\frac{3}{x^{2}}",
                "x = 2|L = x / 4 => \\frac{1}{4}",
                "x = 2|L = sqrt(x) => \\frac{1}{2\\sqrt{x}}",
                "x = 2|L = elu(x, alpha=0.4) => \\begin{cases}1 & \\; x > 0 \\\\ 0.7 & \\; x = 0 \\\\ 0.4\\,e^{x} & \\; x < 0\\end{cases}",
                "set relu0 = 0|x = 2|L = relu(x) => \\begin{cases}1 & \\; x > 0 \\\\ 0 & \\; x \\le 0\\end{cases}",
                "set relu0 = 1|x = 2|L = relu(x) => \\begin{cases}1 & \\; x \\ge 0 \\\\ 0 & \\; x < 0\\end{cases}",
                "x = 2|y = -3|L = max(x, y) => \\begin{cases}1 & \\; x > y \\\\ \\tfrac{1}{2} & \\; x = y \\\\ 0 & \\; x < y\\end{cases}"
            })
    void a_formula_is_that_of_a_textbook(String program, String formula) {
        Walkthrough w = Case.program(program.replace('|', '\n'));
        Edge edge =
                w.graph().edges(w.output()).stream()
                        .filter(e -> w.adjoint().flow(e).isPresent())
                        .findFirst()
                        .orElseThrow();
        assertEquals(formula, new DownstreamFormulas(w, edge, Numbers.DEFAULT).handed().ruleTex());
    }

    /// 0⁰ = 1 whatever the base: 0·0⁻¹ has no value, and the local gradient is 0.
    @Test
    void where_a_formula_has_no_value_its_limit_is_shown() {
        Example power = Example.of(Op.Binary.POW, List.of(Tensor.scalar(0), Tensor.scalar(0)));
        Edge base = new Edge(power.node(), 0);
        assertTrue(LocalFormula.of(power.w(), base).isAtEdge());
        var handed = new DownstreamFormulas(power.w(), base, Numbers.DEFAULT).handed();
        assertEquals("0", handed.substitutedTex().orElseThrow());
        assertEquals("y\\,x^{y - 1}", handed.ruleTex());
    }

    /// An operand that is repeated has fewer elements than its local gradient.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 0|Y = [0, 2]|L = sum(x^Y)",
                "X = [0, 2]|n = 0|L = sum(X^n)",
                "p = 0|Y = [0, 0]|L = sum(bce(p, Y))",
                "P = [0, 0.5]|y = 0|L = sum(bce(P, y))"
            })
    void an_edge_is_found_in_what_is_repeated(String program) {
        Walkthrough w = Case.program(program.replace('|', '\n'));
        assertTrue(
                w.adjoint().flows().keySet().stream()
                        .filter(e -> w.graph().edges(e.node()).size() == 2)
                        .allMatch(e -> LocalFormula.of(w, e).isAtEdge()));
    }

    /// What is shown of a whole Jacobian without writing it, worked out again: Jᵀ·upstream.
    @Test
    void what_passes_through_a_jacobian_comes_to_downstream() {
        for (Op op :
                List.of(
                        Op.Columnwise.SOFTMAX,
                        Op.Columnwise.LOG_SOFTMAX,
                        new Op.Centre(new Shape(1, 4)))) {
            Example example =
                    Example.of(op, OpExamples.operands(op, new Shape(3, 4), new Random(2)));
            Edge edge = new Edge(example.node(), 0);
            Tensor read =
                    LocalFormula.downstream(example.w(), edge).value(example.w().trace()::value);
            Tensor downstream = example.w().handed(edge).orElseThrow();
            assertTrue(
                    IntStream.range(0, read.size())
                            .allMatch(k -> Math.abs(read.at(k) - downstream.at(k)) < 1e-12),
                    op.word());
        }
    }
}
