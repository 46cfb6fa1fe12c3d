package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.junit.jupiter.api.Test;

class DrawnGraphTest {

    /// `x` is used twice by the square, once by the sum.
    @Test
    void each_operand_is_an_edge_of_its_own_in_evaluation_order() {
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int square = b.add(Op.Binary.MUL, x, x);
        int sum = b.add(Op.Binary.ADD, square, x);
        DrawnGraph drawn = DrawnGraph.of(b.build());
        assertEquals(List.of(x, square, sum), List.copyOf(drawn.vertexSet()));
        assertEquals(
                List.of(
                        new Edge(square, 0),
                        new Edge(square, 1),
                        new Edge(sum, 0),
                        new Edge(sum, 1)),
                List.copyOf(drawn.edgeSet()));
        assertEquals(List.of(square, x), drawn.operands(sum));
        assertEquals(3, drawn.outDegreeOf(x));
        assertFalse(drawn.isComputed(x));
        assertTrue(drawn.isComputed(square));
        assertTrue(new TopologicalOrderIterator<>(drawn).hasNext());
    }

    /// L = Σ A·s with A = [1, 2, 3; 4, 5, 6] and s stretched first to a row, then to A's shape:
    /// ∂L/∂s = 21 arrives behind both stretches, while each element of A's copy gets one share.
    @Test
    void stretches_are_folded_into_the_edge_they_lie_on_however_many() {
        Graph.Builder b = Graph.builder();
        int s = b.leaf("s", Op.Role.INPUT, Shape.SCALAR);
        int a = b.leaf("A", Op.Role.INPUT, new Shape(2, 3));
        int row = b.stretch(s, new Shape(1, 3));
        int copies = b.stretch(row, new Shape(2, 3));
        int product = b.add(Op.Binary.MUL, a, copies);
        int sum = b.sum(product, Shape.SCALAR);
        Graph graph = b.build();
        DrawnGraph drawn = DrawnGraph.of(graph);
        assertEquals(List.of(s, a, product, sum), List.copyOf(drawn.vertexSet()));
        Edge edge = new Edge(product, 1);
        assertEquals(s, drawn.source(edge).id());
        assertEquals(s, drawn.getEdgeSource(edge));
        assertTrue(drawn.isStretched(edge));
        assertFalse(drawn.isStretched(new Edge(product, 0)));
        Adjoint adjoint = Adjoint.of(graph, sum);
        assertEquals(List.of(new Edge(product, 0), edge), drawn.flows(adjoint, product));
        Tensor matrix = Tensor.generate(new Shape(2, 3), k -> k + 1);
        Trace trace = Trace.of(adjoint.graph(), Map.of(s, Tensor.scalar(2), a, matrix));
        assertEquals(21, trace.value(drawn.arrives(adjoint, edge)).item());
    }

    /// L = (1/4)·x, where the quarter is written in the formula of L: it and its literals have
    /// neither vertices nor edges, and are no steps, but L still has two operands.
    @Test
    void a_computed_literal_that_is_written_out_is_an_operand_without_a_vertex() {
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int one = b.constant(1);
        int four = b.constant(4);
        int quarter = b.add(Op.Binary.DIV, one, four);
        int product = b.add(Op.Binary.MUL, quarter, x);
        DrawnGraph drawn = DrawnGraph.of(b.build(), Set.of(one, four, quarter));
        assertEquals(List.of(x, product), List.copyOf(drawn.vertexSet()));
        assertEquals(List.of(new Edge(product, 1)), List.copyOf(drawn.edgeSet()));
        assertEquals(List.of(quarter, x), drawn.operands(product));
        assertFalse(drawn.isComputed(quarter));
        assertTrue(drawn.isComputed(product));
    }
}
