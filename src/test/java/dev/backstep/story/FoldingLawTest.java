package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Folding;
import dev.backstep.tensor.Tensor;
import dev.backstep.tensor.TensorAssertions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// However a graph is folded, its numbers stay the same to the last bit, and what passes along the
/// drawn edges adds up to the gradients.
class FoldingLawTest {

    private static final int PROGRAMS = 150;

    @Test
    void no_folding_changes_a_number_or_what_an_edge_contributes() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            RandomGroups program = RandomGroups.of(seed);
            Random random = new Random(seed);
            for (Story.Grain grain : Story.Grain.values()) {
                Walkthrough open =
                        Walkthrough.of(
                                program.graph(),
                                program.output(),
                                program.leaves(),
                                grain,
                                random.nextBoolean());
                Walkthrough w = open;
                for (int change = 0; change < 4; change++) {
                    Folding folding = Folding.of(program.groups(), program.detail(random));
                    w = w.folded(folding);
                    String where = "seed " + seed + ", change " + change + ", " + grain;
                    assertEquals(open.folded(folding).story(), w.story(), where);
                    check(open, w, where);
                }
            }
        }
    }

    private static void check(Walkthrough open, Walkthrough w, String where) {
        assertEquals(open.trace(), w.trace(), where);
        DrawnGraph drawn = w.drawn();
        for (Edge edge : drawn.edgeSet()) {
            assertTrue(drawn.getEdgeSource(edge) < drawn.getEdgeTarget(edge), where);
            assertEquals(drawn.vertex(drawn.source(edge).id()), drawn.getEdgeSource(edge), where);
            assertEquals(open.handed(edge), w.handed(edge), where);
        }
        for (int node : told(drawn)) {
            List<Contribution> before = open.contributions().getOrDefault(node, List.of());
            List<Contribution> now = w.contributions().getOrDefault(node, List.of());
            assertEquals(drawnOnly(before, drawn), drawnOnly(now, drawn), where);
            boolean whole = now.size() == before.size();
            if (whole && !now.isEmpty()) {
                assertEquals(w.gradient(node).orElseThrow(), now.getLast().sum(), where);
            }
        }
        checkSteps(w, where);
        checkProducts(w, where);
    }

    /// What an edge hands on, and whose it is; when it does differs.
    private static List<Tensor> drawnOnly(List<Contribution> all, DrawnGraph drawn) {
        return all.stream()
                .filter(c -> drawn.containsEdge(c.edge()))
                .map(Contribution::value)
                .toList();
    }

    /// The nodes of which something is told: the vertices, and the values that leave a group.
    private static Set<Integer> told(DrawnGraph drawn) {
        Set<Integer> told = new HashSet<>(drawn.vertexSet());
        drawn.edgeSet().forEach(e -> told.add(drawn.source(e).id()));
        return told;
    }

    /// Every vertex that computes has one forward step; backward every drawn edge along which a
    /// gradient passes is used once, and nothing is known before its step.
    private static void checkSteps(Walkthrough w, String where) {
        Set<Edge> used = new HashSet<>();
        Set<Integer> valued = new HashSet<>();
        for (int i = 0; i < w.size(); i++) {
            Progress progress = Progress.at(w, i);
            switch (w.step(i)) {
                case Step.Forward(int node) -> assertTrue(valued.add(node), where);
                case Step.Seed(int node) -> assertEquals(w.output(), node, where);
                case Step.Backward(int node, List<Edge> edges) -> {
                    edges.forEach(e -> assertEquals(node, w.drawn().user(e), where));
                    edges.forEach(e -> assertTrue(used.add(e), where));
                }
                case Step.ParameterUpdate _ -> throw new IllegalStateException(where);
            }
            assertTrue(w.drawn().containsVertex(progress.active()), where);
            boolean backward = i >= w.story().seed();
            for (int id : w.drawn().vertexSet()) {
                boolean known = backward || !w.drawn().isComputed(id) || valued.contains(id);
                if (w.drawn().isComputed(id)) {
                    assertEquals(known, progress.isValued(id), where);
                }
            }
            for (Edge edge : w.drawn().edgeSet()) {
                assertEquals(used.contains(edge), progress.isCrossed(edge), where);
            }
        }
        assertEquals(
                w.drawn().vertexSet().stream().filter(w.drawn()::isComputed).count(),
                valued.size(),
                where);
        w.drawn().edgeSet().stream()
                .filter(e -> w.adjoint().flow(e).isPresent())
                .forEach(e -> assertTrue(used.contains(e), where));
    }

    /// The rule of a whole group, evaluated at its gradient, is what the steps inside hand on, if
    /// the group has one value; and the paths to a leaf add up to its gradient.
    private static void checkProducts(Walkthrough w, String where) {
        for (int id : w.drawn().vertexSet()) {
            boolean single =
                    w.drawn().folded(id).map(FoldedGroup::exits).orElse(List.of(id)).size() == 1;
            if (single && w.gradient(id).isPresent()) {
                for (Edge edge : w.drawn().flows(w.adjoint(), id)) {
                    Tensor rule = Vjp.drawn(w, id, edge, w.gradient(id).get());
                    assertEquals(w.handed(edge).orElseThrow(), rule, where);
                }
            }
            if (w.graph().node(id).isLeafWithGradient() && w.gradient(id).isPresent()) {
                Paths paths = Paths.of(w, id, 200);
                if (w.drawn().folded(id).isEmpty() && paths.complete()) {
                    TensorAssertions.near(
                            w.gradient(id).get(),
                            Objects.requireNonNull(paths.sum().orElse(null)),
                            where);
                }
            }
        }
    }

    /// Without groups folded by themselves only the backward graphs of `grad` are one card at the
    /// finest level; with those opened, the graph is drawn as it is without groups.
    @Test
    void with_all_groups_opened_every_operation_is_drawn() {
        RandomGroups program = RandomGroups.of(1);
        Walkthrough w =
                Walkthrough.of(
                        program.graph(), program.output(), program.leaves(), Story.Grain.NODES);
        Detail all = Detail.OPERATIONS;
        for (String name : program.names()) {
            all = all.open(name);
        }
        Walkthrough opened = w.folded(Folding.of(program.groups(), all));
        assertEquals(w.drawn().vertexSet(), opened.drawn().vertexSet());
        assertEquals(w.story().steps(), opened.story().steps());
    }
}
