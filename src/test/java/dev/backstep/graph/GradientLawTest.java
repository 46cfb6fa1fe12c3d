package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every op, in several shapes, against a directional finite difference: its gradient, and the
/// gradient of that.
class GradientLawTest {

    private static final List<Shape> SHAPES =
            List.of(
                    Shape.SCALAR,
                    new Shape(1, 5),
                    new Shape(4, 1),
                    new Shape(3, 4),
                    new Shape(7, 3));

    /// One op on operands of chosen shapes, at points away from its kinks and poles.
    record Case(Op op, List<Tensor> operands, long seed) {
        @Override
        public String toString() {
            return op
                    + " on "
                    + operands.stream().map(t -> t.shape().toString()).toList()
                    + ", seed "
                    + seed;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        long seed = 1;
        for (Shape shape : SHAPES) {
            for (Op op : OpExamples.of(shape)) {
                cases.add(new Case(op, OpExamples.operands(op, shape, new Random(seed)), seed++));
            }
        }
        return cases.stream().filter(c -> !c.operands().isEmpty() && !(c.op() instanceof Op.Stop));
    }

    @Test
    void every_kind_of_op_has_an_example() {
        Set<Class<?>> shown =
                OpExamples.of(new Shape(2, 3)).stream()
                        .map(Op::getClass)
                        .collect(Collectors.toSet());
        assertEquals(OpExamples.kinds(), shown);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_gradient_is_what_a_finite_difference_finds_and_so_is_its_own_gradient(Case c) {
        Random random = new Random(c.seed());
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        List<Integer> x = new ArrayList<>();
        for (Tensor operand : c.operands()) {
            int leaf = b.leaf("x" + x.size(), Op.Role.INPUT, operand.shape());
            leaves.put(leaf, operand);
            x.add(leaf);
        }
        int z = b.add(c.op(), x.stream().mapToInt(i -> i).toArray());
        int weight = b.leaf("w", Op.Role.CONST, b.shape(z));
        leaves.put(weight, OpExamples.between(-1, 1, b.shape(z), random));
        int output = b.add(new Op.Dot(), z, weight);
        FiniteDifferences.law(b.build(), output, leaves, x, 2, random, c.toString());
    }

    /// x is used by three ops; each is handed its own part and the parts are added (x³ + 2x² + sin
    /// x, all elements).
    @Test
    void contributions_of_all_uses_are_added() {
        Graph.Builder b = Graph.builder();
        Shape shape = new Shape(2, 3);
        int x = b.leaf("x", Op.Role.INPUT, shape);
        int square = b.add(Binary.MUL, x, x);
        int cube = b.add(Binary.MUL, square, x);
        int twice = b.broadcast(Binary.MUL, b.constant(2), square);
        int sum = b.add(Binary.ADD, b.add(Binary.ADD, cube, twice), b.add(Unary.SIN, x));
        int output = b.add(new Op.SumTo(Shape.SCALAR), sum);
        Random random = new Random(42);
        Map<Integer, Tensor> leaves = Map.of(x, OpExamples.between(-2, 2, shape, random));
        FiniteDifferences.law(b.build(), output, leaves, List.of(x), 2, random, "seed 42");
        assertTrue(Adjoint.of(b.build(), output).gradient(x).isPresent());
    }

    /// A random graph of smooth ops, ten nodes deep: what holds for each op holds for their
    /// composition.
    @ParameterizedTest
    @MethodSource("seeds")
    void the_law_holds_for_compositions(long seed) {
        Random random = new Random(seed);
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (Shape shape :
                List.of(Shape.SCALAR, new Shape(3, 1), new Shape(1, 2), new Shape(3, 2))) {
            leaves.put(
                    b.leaf("x" + leaves.size(), Op.Role.INPUT, shape),
                    OpExamples.between(-1, 1, shape, random));
        }
        List<Integer> x = List.copyOf(leaves.keySet());
        int last = 3;
        List<Op> unary =
                List.of(
                        Unary.TANH,
                        Unary.SIGMOID,
                        Unary.SIN,
                        Unary.SOFTPLUS,
                        Columnwise.SOFTMAX,
                        Unary.GELU);
        for (int i = 0; i < 10; i++) {
            last =
                    random.nextBoolean()
                            ? b.add(unary.get(random.nextInt(unary.size())), last)
                            : b.broadcast(
                                    random.nextBoolean() ? Binary.MUL : Binary.ADD,
                                    last,
                                    random.nextInt(last + 1));
        }
        int output = b.add(new Op.MeanTo(Shape.SCALAR), last);
        FiniteDifferences.law(b.build(), output, leaves, x, 2, random, "seed " + seed);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, s -> s + 1).limit(30);
    }
}
