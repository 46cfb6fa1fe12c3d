package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.notation.Literals;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A literal that the formula of its user writes out has no card.
class LiteralsTest {

    private static Walkthrough walkthrough(Graph graph, int output, Map<Integer, Tensor> leaves) {
        return Walkthrough.of(graph, output, leaves, Story.Grain.NODES, false);
    }

    /// b = 2·x, L = b·x: of the product only x is drawn, and no step, path or number is lost.
    @Test
    void a_number_in_a_product_is_not_drawn_and_nothing_else_changes() {
        Graph.Builder g = Graph.builder();
        int x = g.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int two = g.constant(2);
        int b = g.add(Op.Binary.MUL, two, x);
        int l = g.add(Op.Binary.MUL, b, x);
        Walkthrough w = walkthrough(g.build(), l, Map.of(x, Tensor.scalar(3)));
        assertEquals(List.of(x, b, l), List.copyOf(w.drawn().vertexSet()));
        assertEquals(Set.of(new Edge(b, 1)), w.drawn().incomingEdgesOf(b));
        assertEquals(List.of(two, x), w.drawn().operands(b));
        assertEquals(List.of(new Edge(b, 1)), Progress.at(w, 0).edges());
        assertTrue(Progress.at(w, 0).isValued(two));
        Walkthrough all = w.withLiterals(true);
        assertEquals(List.of(x, two, b, l), List.copyOf(all.drawn().vertexSet()));
        assertEquals(all.story().steps(), w.story().steps());
        assertEquals(all.contributions(), w.contributions());
        assertEquals(2, Paths.of(w, x, 10).count());
        assertEquals(w.drawn(), all.withLiterals(false).drawn());
    }

    /// X + 2 repeats the 2 to X's shape: it is written in the formula all the same.
    @Test
    void a_literal_behind_a_stretch_is_not_drawn() {
        Graph.Builder g = Graph.builder();
        int x = g.leaf("X", Op.Role.INPUT, new Shape(2, 2));
        int two = g.constant(2);
        int sum = g.broadcast(Op.Binary.ADD, x, two);
        int l = g.sum(sum, Shape.SCALAR);
        Walkthrough w = walkthrough(g.build(), l, Map.of(x, Tensor.full(new Shape(2, 2), 1)));
        assertEquals(List.of(x, sum, l), List.copyOf(w.drawn().vertexSet()));
    }

    /// A 3×3 matrix is the largest that a formula writes out; the label of a larger one is its
    /// shape.
    @Test
    void what_no_formula_writes_out_keeps_its_card() {
        Graph.Builder g = Graph.builder();
        int x = g.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int small = g.constant(Tensor.full(new Shape(3, 3), 1));
        int large = g.constant(Tensor.full(new Shape(2, 5), 1));
        int named = g.constant(7);
        g.name(named, "c");
        int infinite = g.constant(Double.POSITIVE_INFINITY);
        int unused = g.constant(5);
        int output = g.constant(1);
        g.broadcast(Op.Binary.MUL, x, small);
        g.broadcast(Op.Binary.MUL, x, large);
        g.add(Op.Binary.MUL, x, named);
        g.add(Op.Binary.MUL, x, infinite);
        g.add(Op.Binary.MUL, x, output);
        Graph graph = g.build();
        assertEquals(Set.of(small), Literals.writtenInFormulas(graph, output));
        assertTrue(
                walkthrough(graph, output, Map.of(x, Tensor.scalar(1)))
                        .drawn()
                        .vertexSet()
                        .containsAll(List.of(large, named, infinite, unused, output)));
    }
}
