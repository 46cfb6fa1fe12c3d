package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.OpExamples;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The gradients of a compiled program against finite differences of its own forward half: every
/// op, whole nets, odd shapes.
class DifferencesTest {

    private static final List<Kernels> KERNELS = List.of(new PlainKernels(), Kernels.best());
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 31, 33})
    void every_op_has_the_slope_that_its_values_have(int cols) {
        for (int rows : new int[] {1, 3, 9}) {
            Random random = new Random(17L * cols + rows);
            for (Ops ops : Ops.all(new Shape(rows, cols), random)) {
                if (ops.op() instanceof Op.Stop) {
                    continue; // it has none, whatever its values do
                }
                Graph.Builder b = Graph.builder();
                Map<Integer, Tensor> leaves = new HashMap<>();
                List<Integer> x = new ArrayList<>();
                for (Tensor operand : ops.operands()) {
                    int leaf = b.leaf("x" + x.size(), Op.Role.PARAM, operand.shape());
                    leaves.put(leaf, offKinks(operand));
                    x.add(leaf);
                }
                int z = b.add(ops.op(), x.stream().mapToInt(i -> i).toArray());
                int weight = b.leaf("w", Op.Role.CONST, b.shape(z));
                leaves.put(weight, OpExamples.between(-1, 1, b.shape(z), random));
                int output = b.add(new Op.Dot(), z, weight);
                check(b.build(), output, leaves, random, ops.op() + " on " + rows + "×" + cols);
            }
        }
    }

    static Stream<Integer> samples() {
        return Stream.of(1, 7, 8, 9, 31, 33);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nets_have_the_slope_that_their_losses_have(int samples) {
        for (Nets.Head head : Nets.Head.values()) {
            boolean classes = head == Nets.Head.SOFTMAX_CE || head == Nets.Head.CE_LOGITS;
            int[] sizes = {3, 8, 5, classes ? 4 : 1};
            Network net = Nets.mlp(sizes, Op.Unary.TANH, head, 5, samples);
            Random random = new Random(samples);
            Map<Integer, Tensor> leaves = new HashMap<>(net.leaves());
            leaves.put(
                    net.x(), OpExamples.between(-2, 2, net.graph().node(net.x()).shape(), random));
            leaves.put(
                    net.y(), OpExamples.between(0, 1, net.graph().node(net.y()).shape(), random));
            check(net.graph(), net.output(), leaves, random, head + " on " + samples);
        }
    }

    /// Zeros are moved away from the kinks they were put on, differently for each, so that no two
    /// tie.
    private static Tensor offKinks(Tensor x) {
        int[] zeros = {0};
        return x.map(t -> Math.abs(t) < 1e-3 ? 0.25 + 1e-3 * zeros[0]++ : t);
    }

    /// Along a direction d of all parameters: (f(p + hd) − f(p − hd))/2h = ∇f·d to h².
    private static void check(
            Graph graph, int output, Map<Integer, Tensor> leaves, Random random, String what) {
        for (Kernels kernels : KERNELS) {
            Parameters parameters = Parameters.of(graph, leaves);
            Program program = Program.of(graph, output, leaves, parameters, Set.of(), kernels);
            program.run();
            int n = parameters.size();
            double[] d = random.doubles(n, -1, 1).toArray();
            double length = Math.sqrt(Arrays.stream(d).map(t -> t * t).sum());
            double slope = 0;
            double[] p = Arrays.copyOf(parameters.values(), n);
            for (int k = 0; k < n; k++) {
                d[k] /= length;
                slope += parameters.gradients()[k] * d[k];
            }
            double difference =
                    (at(program, parameters, p, d, STEP) - at(program, parameters, p, d, -STEP))
                            / (2 * STEP);
            double scale =
                    1 + DoubleStream.of(parameters.gradients()).map(Math::abs).max().orElse(0);
            assertEquals(slope, difference, 1e-6 * scale, what + " by " + kernels.getClass());
        }
    }

    private static double at(
            Program program, Parameters parameters, double[] p, double[] d, double step) {
        for (int k = 0; k < p.length; k++) {
            parameters.values()[k] = p[k] + step * d[k];
        }
        program.forward();
        return program.loss();
    }
}
