package dev.backstep.train;

import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.OpExamples;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A compiled program against the stepper: every op, odd shapes, whole nets, random compositions.
class ProgramTest {

    private static final int[] COLUMNS = {1, 2, 7, 8, 9, 10, 16, 31, 32, 33, 64, 128};

    /// With more columns than this, every vector loop is in its stride: few numbers of rows will
    /// do.
    private static final int MANY = 16;

    private static final List<Kernels> KERNELS = List.of(new PlainKernels(), Kernels.best());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 17})
    void every_op_gives_what_the_stepper_gives_in_every_shape(int rows) {
        boolean wide = rows == 1 || rows == 3 || rows == 9;
        for (int cols : IntStream.of(COLUMNS).filter(c -> c <= MANY || wide).toArray()) {
            Random random = new Random(31L * rows + cols);
            for (Ops ops : Ops.all(new Shape(rows, cols), random)) {
                Graph.Builder b = Graph.builder();
                Map<Integer, Tensor> leaves = new HashMap<>();
                List<Integer> x = new ArrayList<>();
                for (Tensor operand : ops.operands()) {
                    int leaf = b.leaf("x" + x.size(), Op.Role.PARAM, operand.shape());
                    leaves.put(leaf, operand);
                    x.add(leaf);
                }
                int z = b.add(ops.op(), x.stream().mapToInt(i -> i).toArray());
                int weight = b.leaf("w", Op.Role.CONST, b.shape(z));
                leaves.put(weight, OpExamples.between(-1, 1, b.shape(z), random));
                int output = b.add(new Op.Dot(), z, weight);
                Graph graph = b.build();
                Same.asStepper(
                        graph, output, leaves, KERNELS, ops.op() + " on " + rows + "×" + cols);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 31, 33})
    void products_of_every_orientation_and_size_are_those_of_the_stepper(int n) {
        int[] sizes = {1, 2, 3, 5, 8, 12, 33, 70};
        for (int m : sizes) {
            for (int inner : sizes) {
                for (int turned = 0; turned < 4; turned++) {
                    asStepper(m, inner, n, turned, KERNELS);
                }
            }
        }
    }

    /// Sums so long that they are added up in two halves, by one core and by two.
    @ParameterizedTest
    @CsvSource({"128, 784, 41", "70, 600, 33", "37, 257, 130", "1, 2100, 500"})
    void large_products_are_those_of_the_stepper(int m, int inner, int n) {
        List<Kernels> two = List.of(new PlainKernels(), Kernels.best());
        two.forEach(k -> k.cores().open());
        for (int turned = 0; turned < 4; turned++) {
            asStepper(m, inner, n, turned, KERNELS);
            asStepper(m, inner, n, turned, two);
        }
        two.forEach(k -> k.cores().close());
    }

    private static void asStepper(int m, int inner, int n, int turned, List<Kernels> kernels) {
        Random random = new Random(m * 1000L + inner * 10L + turned);
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        boolean left = (turned & 1) == 1;
        boolean right = (turned & 2) == 2;
        Shape p = left ? new Shape(inner, m) : new Shape(m, inner);
        Shape q = right ? new Shape(n, inner) : new Shape(inner, n);
        int a = b.leaf("a", Op.Role.PARAM, p);
        int c = b.leaf("c", Op.Role.PARAM, q);
        leaves.put(a, OpExamples.between(-1, 1, p, random));
        leaves.put(c, OpExamples.between(-1, 1, q, random));
        int x = left ? b.add(new Op.Transpose(), a) : a;
        int y = right ? b.add(new Op.Transpose(), c) : c;
        int output = b.add(new Op.Norm(), b.add(new Op.MatMul(), x, y));
        String what = m + "×" + inner + "×" + n + " turned " + turned;
        Same.asStepper(b.build(), output, leaves, kernels, what);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 10, 31, 32, 33})
    void nets_of_every_head_give_what_the_stepper_gives(int samples) {
        for (Nets.Head head : Nets.Head.values()) {
            for (Op hidden : List.of(Unary.TANH, Unary.SIGMOID, new Op.Relu(0.5), Unary.GELU)) {
                boolean classes = head == Nets.Head.SOFTMAX_CE || head == Nets.Head.CE_LOGITS;
                int[] sizes = {2, 8, 5, classes ? 4 : 1};
                Network net = Nets.mlp(sizes, hidden, head, 5, samples);
                Random random = new Random(samples);
                Map<Integer, Tensor> leaves = new HashMap<>(net.leaves());
                leaves.put(
                        net.x(),
                        OpExamples.between(-2, 2, net.graph().node(net.x()).shape(), random));
                leaves.put(
                        net.y(),
                        OpExamples.between(0, 1, net.graph().node(net.y()).shape(), random));
                Same.asStepper(net.graph(), net.output(), leaves, KERNELS, head + " " + hidden);
            }
        }
    }

    /// Random graphs with broadcasting, transposes and shared parts, ten nodes deep.
    @ParameterizedTest
    @MethodSource("seeds")
    void random_graphs_give_what_the_stepper_gives(long seed) {
        Random random = new Random(seed);
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        int cols = 1 + random.nextInt(20);
        for (Shape shape :
                List.of(Shape.SCALAR, new Shape(3, 1), new Shape(1, cols), new Shape(3, cols))) {
            leaves.put(
                    b.leaf("x" + leaves.size(), Op.Role.PARAM, shape),
                    OpExamples.between(-1, 1, shape, random));
        }
        List<Op> unary =
                List.of(
                        Unary.TANH,
                        Unary.SIGMOID,
                        Unary.SIN,
                        Unary.SQUARE,
                        Columnwise.SOFTMAX,
                        Unary.NEG,
                        new Op.Relu(0.5));
        int last = 3;
        for (int i = 0; i < 12; i++) {
            int other = random.nextInt(last + 1);
            boolean turned = b.shape(other).equals(b.shape(last).transposed());
            last =
                    switch (random.nextInt(3)) {
                        case 0 -> b.add(unary.get(random.nextInt(unary.size())), last);
                        case 1 ->
                                b.add(
                                        turned ? Binary.MUL : Binary.SE,
                                        last,
                                        turned ? b.add(new Op.Transpose(), other) : last);
                        default ->
                                b.shape(last).broadcast(b.shape(other)).isPresent()
                                        ? b.broadcast(
                                                random.nextBoolean() ? Binary.MUL : Binary.ADD,
                                                last,
                                                other)
                                        : b.add(new Op.Transpose(), last);
                    };
        }
        int output = b.add(new Op.MeanTo(Shape.SCALAR), last);
        Same.asStepper(b.build(), output, leaves, KERNELS, "seed " + seed);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, s -> s + 1).limit(300);
    }
}
