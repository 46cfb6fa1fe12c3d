package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Unrolled;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.tensor.TensorAssertions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever is folded and whichever matrices are opened into their numbers, values, gradients and
/// what passes along the drawn edges stay what they are.
class OpenTensorsTest {

    private static final int PROGRAMS = 120;

    @Test
    void any_sequence_of_folds_and_opened_matrices_keeps_all_numbers() {
        int opened = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            RandomGroups program = RandomGroups.of(seed);
            Random random = new Random(seed);
            Story.Grain grain = Story.Grain.values()[seed % 2];
            Walkthrough whole =
                    Walkthrough.of(
                            program.graph(),
                            program.output(),
                            program.leaves(),
                            grain,
                            random.nextBoolean());
            Detail detail = Detail.OPERATIONS;
            for (int change = 0; change < 5; change++) {
                detail =
                        change == 2
                                ? program.detail(random)
                                : changed(whole, program, detail, random);
                Set<Integer> tensors = OpenTensors.of(whole, program.groups(), detail);
                Unrolled unrolled = whole.unrolled(tensors);
                Walkthrough w =
                        whole.opened(unrolled, random.nextBoolean())
                                .folded(Folding.of(unrolled.groups(program.groups()), detail));
                opened += tensors.size();
                check(whole, unrolled, w, "seed " + seed + ", change " + change + ", " + detail);
            }
        }
        assertTrue(opened > PROGRAMS, opened + " opened");
    }

    private static Detail changed(
            Walkthrough whole, RandomGroups program, Detail detail, Random random) {
        List<String> names = new ArrayList<>(program.names());
        OpenTensors.names(whole).keySet().forEach(n -> names.add(Detail.tensor(n)));
        String name = names.get(random.nextInt(names.size()));
        Detail one = random.nextInt(4) == 0 ? detail.fold(name) : detail.open(name);
        String other = names.get(names.size() - 1 - random.nextInt(Math.min(3, names.size())));
        return one.open(other);
    }

    private static void check(Walkthrough whole, Unrolled unrolled, Walkthrough w, String where) {
        assertEquals(
                Unrolled.size(whole.graph(), unrolled.opened()), unrolled.graph().size(), where);
        for (Node node : whole.graph().nodes()) {
            sameNode(whole, unrolled, w, node, where + ", " + node);
        }
        Set<Edge> used = new HashSet<>();
        for (int i = 0; i < w.size(); i++) {
            if (w.step(i) instanceof Step.Backward(int node, List<Edge> edges)) {
                edges.forEach(e -> assertEquals(node, w.drawn().user(e), where));
                edges.forEach(e -> assertTrue(used.add(e), where));
            }
        }
        for (Edge edge : w.drawn().edgeSet()) {
            assertEquals(w.adjoint().flow(edge).isPresent(), used.contains(edge), where);
        }
        sums(w, where);
    }

    private static void sameNode(
            Walkthrough whole, Unrolled unrolled, Walkthrough w, Node node, String where) {
        Tensor value = whole.value(node.id());
        Optional<Tensor> gradient = whole.gradient(node.id());
        List<Integer> cells = unrolled.cells().get(node.id());
        boolean apart = !cells.isEmpty() && unrolled.opened().contains(node.id());
        for (int k = 0; k < cells.size(); k++) {
            assertEquals(value.at(k), w.value(cells.get(k)).item(), where);
            double is = w.gradient(cells.get(k)).map(Tensor::item).orElse(0.0);
            int element = k;
            double was = gradient.map(g -> g.at(element)).orElse(0.0);
            if (apart
                    && isOwn(unrolled, node.id(), cells.get(k))
                    && !w.graph().node(cells.get(k)).isSource()) {
                assertEquals(was, is, 1e-9 * Math.max(1, Math.abs(was)), where);
            }
        }
        int matrix = unrolled.matrices().get(node.id());
        if (matrix >= 0) {
            assertEquals(value, w.value(matrix), where);
            if (gradient.isPresent() && cells.isEmpty() && !node.isStretch()) {
                TensorAssertions.near(gradient.get(), w.gradient(matrix).orElseThrow(), where);
            }
        }
    }

    /// Some ops only hand a number on: then it is one of their operand, with the gradient of that.
    private static boolean isOwn(Unrolled unrolled, int node, int cell) {
        return unrolled.origin(cell) == node
                && unrolled.graph().node(cell).name().isPresent()
                && IntStream.range(0, node).noneMatch(n -> unrolled.cells().get(n).contains(cell));
    }

    /// What passes along the drawn edges adds up to the gradient, where all of them are drawn.
    private static void sums(Walkthrough w, String where) {
        DrawnGraph drawn = w.drawn();
        for (int id : drawn.vertexSet()) {
            List<Contribution> all = w.contributions().getOrDefault(id, List.of());
            boolean whole =
                    w.graph().nodes().stream()
                            .flatMap(n -> w.graph().edges(n.id()).stream())
                            .filter(e -> w.graph().unstretched(e).id() == id)
                            .filter(e -> !w.graph().node(e.node()).isStretch())
                            .filter(e -> w.adjoint().flow(e).isPresent())
                            .allMatch(drawn::containsEdge);
            if (whole && !all.isEmpty() && id != w.output()) {
                TensorAssertions.near(
                        w.gradient(id).orElseThrow(), all.getLast().sum(), where + ", " + id);
            }
        }
    }

    /// Z = W x with W 2×3 and x 3×1: 6 and 3 numbers are gathered, 6 products and 4 sums computed,
    /// and the two numbers of Z joined: 22 nodes in the place of one, beside W, x and the sum.
    @Test
    void a_product_is_opened_between_gathering_and_joining() {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("W", Op.Role.PARAM, new Shape(2, 3));
        int x = b.leaf("x", Op.Role.INPUT, new Shape(3, 1));
        int z = b.add(new Op.MatMul(), w, x);
        b.name(z, "Z");
        int out = b.sum(z, Shape.SCALAR);
        Map<Integer, Tensor> leaves =
                Map.of(w, Tensor.of(2, 3, 1, 2, 3, 4, 5, 6), x, Tensor.of(3, 1, 1, -1, 2));
        Walkthrough whole = Walkthrough.of(b.build(), out, leaves, Story.Grain.NODES);
        Detail detail = Detail.OPERATIONS.open(Detail.tensor("Z"));
        Unrolled unrolled = whole.unrolled(OpenTensors.of(whole, List.of(), detail));
        Walkthrough opened = whole.opened(unrolled, false);
        assertEquals(3 + 6 + 3 + 6 + 4 + 1, unrolled.graph().size());
        Graph g = unrolled.graph();
        int joined = g.named("Z").orElseThrow().id();
        assertEquals(whole.value(z), opened.value(joined));
        assertEquals(5, opened.value(g.named("Z[0]").orElseThrow().id()).item());
        assertEquals(6, opened.value(g.named("W[1, 2]").orElseThrow().id()).item());
        Group group = unrolled.groups(List.of()).getFirst();
        assertEquals("Z[:]", group.name());
        assertTrue(group.holds(joined));
        assertFalse(group.holds(g.named("W").orElseThrow().id()));
    }

    /// Gathered and joined again through a join, since something takes it whole: the gradient of
    /// both is the whole.
    @Test
    void a_matrix_that_is_opened_and_taken_whole_keeps_its_whole_gradient() {
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, new Shape(2, 2));
        int y = b.add(Op.Unary.TANH, x);
        b.name(y, "y");
        int u = b.add(Op.Unary.SQUARE, y);
        b.name(u, "u");
        int v = b.add(new Op.Norm(), y);
        int out = b.broadcast(Op.Binary.ADD, b.sum(u, Shape.SCALAR), v);
        Map<Integer, Tensor> leaves = Map.of(x, Tensor.of(2, 2, 0.5, -1, 2, 0.25));
        Walkthrough whole = Walkthrough.of(b.build(), out, leaves, Story.Grain.NODES);
        Unrolled unrolled = whole.unrolled(new TreeSet<>(List.of(y, u)));
        Walkthrough opened = whole.opened(unrolled, false);
        int joined = unrolled.matrices().get(y);
        TensorAssertions.near(
                whole.gradient(y).orElseThrow(), opened.gradient(joined).orElseThrow(), "y");
        for (int k = 0; k < 4; k++) {
            assertEquals(
                    whole.gradient(y).orElseThrow().at(k),
                    opened.gradient(unrolled.cells().get(y).get(k)).orElseThrow().item(),
                    1e-12);
        }
    }

    @Test
    void many_numbers_are_gathered_row_by_row_and_too_many_are_refused_in_words() {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("W", Op.Role.PARAM, new Shape(128, 784));
        int x = b.leaf("x", Op.Role.INPUT, new Shape(784, 1));
        int z = b.add(new Op.MatMul(), w, x);
        int s = b.add(Op.Unary.SQUARE, z);
        b.sum(s, Shape.SCALAR);
        Graph graph = b.build();
        assertTrue(Unrolled.refusal(graph, Set.of(z)).isPresent());
        Unrolled square = Unrolled.of(graph, Set.of(s), n -> graph.node(n).name());
        assertEquals(Unrolled.size(graph, Set.of(s)), square.graph().size());
        // 784 numbers are more than 256: 4 pieces first; nothing takes e^x whole
        int e = b.add(Op.Unary.EXP, x);
        Graph longer = b.build();
        assertEquals(5 + 4 + 784 + 784, Unrolled.size(longer, Set.of(e)));
    }
}
