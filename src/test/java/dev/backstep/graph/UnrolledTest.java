package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.RandomGroups;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Opened into its numbers a graph computes what it computed before: values to the last bit,
/// gradients up to rounding.
class UnrolledTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void every_op_computes_its_cells() {
        Random random = new Random(7);
        for (Shape shape :
                List.of(new Shape(3, 2), new Shape(1, 4), new Shape(4, 1), Shape.SCALAR)) {
            for (Op op : OpExamples.computed(shape)) {
                List<Tensor> operands = OpExamples.operands(op, shape, random);
                check(op + " of " + shape, op, operands, random);
            }
        }
    }

    /// At a tie of three and at 0 a gradient is a convention about all numbers together.
    @Test
    void ties_and_zeros_keep_their_convention() {
        Random random = new Random(8);
        Tensor ties = Tensor.of(3, 2, 1, 0, 1, 0, 1, 0);
        Tensor zeros = Tensor.full(new Shape(3, 2), 0);
        for (Tensor x : List.of(ties, zeros)) {
            for (Op op :
                    List.of(
                            new Op.Norm(),
                            new Op.Reduce(Op.Reducer.MAX, new Shape(1, 2)),
                            new Op.Reduce(Op.Reducer.MIN, Shape.SCALAR),
                            new Op.Reduce(Op.Reducer.STD, new Shape(1, 2)),
                            new Op.Reduce(Op.Reducer.VAR, new Shape(3, 1)),
                            new Op.LogSumExp(Shape.SCALAR),
                            Op.Columnwise.SOFTMAX)) {
                check(op + " of " + x, op, List.of(x), random);
            }
        }
        check("0·log 0", Op.Columnwise.CE, List.of(ties, ties), random);
    }

    private static void check(String what, Op op, List<Tensor> operands, Random random) {
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        int[] in = new int[operands.size()];
        for (int slot = 0; slot < in.length; slot++) {
            in[slot] = b.leaf("x" + slot, Op.Role.INPUT, operands.get(slot).shape());
            leaves.put(in[slot], operands.get(slot));
        }
        int y = b.add(op, in);
        int weights = b.constant(OpExamples.between(-1, 1, b.shape(y), random));
        int output = b.add(new Op.Dot(), y, weights);
        check(what, b.build(), output, leaves);
    }

    @Test
    void random_programs_compute_their_cells() {
        for (long seed = 0; seed < 60; seed++) {
            RandomGroups r = RandomGroups.of(seed);
            Unrolled opened = check("seed " + seed, r.graph(), r.output(), r.leaves());
            for (Group group : opened.groups(r.groups())) {
                assertTrue(group.to() <= opened.graph().size());
            }
        }
    }

    @Test
    void samples_compute_their_cells() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bs")).sorted().toList()) {
                if (Language.read(Files.readString(file)) instanceof ReadResult.Ok(Model m)
                        && Unrolled.size(m.graph()) <= 6_000) {
                    check(file.toString(), m.graph(), m.output(), m.leaves());
                }
            }
        }
    }

    private static Unrolled check(
            String what, Graph graph, int output, Map<Integer, Tensor> leaves) {
        Unrolled opened = Unrolled.of(graph, n -> graph.node(n).name());
        assertEquals(Unrolled.size(graph), opened.graph().size(), what);
        Adjoint whole = Adjoint.of(graph, output);
        Adjoint parts = Adjoint.of(opened.graph(), opened.scalar(output));
        Trace before = Trace.of(whole.graph(), leaves);
        Trace after = Trace.of(parts.graph(), opened.leaves(leaves));
        for (Node node : graph.nodes()) {
            Tensor value = before.value(node.id());
            for (int k = 0; k < value.size(); k++) {
                double cell = after.value(opened.cells().get(node.id()).get(k)).item();
                assertTrue(
                        same(value.at(k), cell),
                        what + ", " + node + ": " + value.at(k) + " and " + cell);
            }
            if (node.isLeafWithGradient()) {
                gradients(what, opened, node, before, whole, after, parts);
            }
        }
        return opened;
    }

    private static void gradients(
            String what,
            Unrolled opened,
            Node leaf,
            Trace before,
            Adjoint whole,
            Trace after,
            Adjoint parts) {
        Optional<Tensor> gradient = whole.gradient(leaf.id()).map(before::value);
        for (int k = 0; k < leaf.shape().size(); k++) {
            int cell = opened.cells().get(leaf.id()).get(k);
            assertEquals(Optional.of(new Unrolled.Cell(leaf.id(), k)), opened.leaf(cell), what);
            int element = k;
            double was = gradient.map(g -> g.at(element)).orElse(0.0);
            double is = parts.gradient(cell).map(g -> after.value(g).item()).orElse(0.0);
            double scale =
                    gradient.stream()
                            .flatMapToDouble(g -> Arrays.stream(g.toArray()))
                            .map(Math::abs)
                            .max()
                            .orElse(0);
            assertTrue(
                    same(was, is) || Math.abs(was - is) <= ROUNDING * Math.max(1, scale),
                    what + ", gradient of " + leaf + ": " + was + " and " + is);
        }
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    /// 784×128 · 784 numbers: 128 sums of 784 products. Nothing is built to say so.
    @Test
    void what_is_too_much_is_counted_without_being_opened() {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("W", Op.Role.PARAM, new Shape(128, 784));
        int x = b.leaf("x", Op.Role.DATA, new Shape(784, 1));
        b.add(new Op.MatMul(), w, x);
        assertEquals(128L * 784 + 784 + 128L * (2 * 784 - 1), Unrolled.size(b.build()));
    }

    @Test
    void a_cell_is_called_by_its_matrix_and_its_index() {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("W1", Op.Role.PARAM, new Shape(2, 2));
        int x = b.leaf("x", Op.Role.INPUT, new Shape(2, 1));
        int z = b.add(new Op.MatMul(), w, x);
        b.name(z, "z");
        b.name(b.add(new Op.Transpose(), w), "V");
        Unrolled opened = Unrolled.of(b.build(), n -> b.node(n).name());
        assertEquals(
                List.of(
                        "W1[0, 0]",
                        "W1[0, 1]",
                        "W1[1, 0]",
                        "W1[1, 1]",
                        "x[0]",
                        "x[1]",
                        "z[0]",
                        "z[1]"),
                opened.graph().nodes().stream().flatMap(n -> n.name().stream()).toList());
    }
}
