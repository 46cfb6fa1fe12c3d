package dev.backstep.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Unrolled;
import dev.backstep.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A number of a matrix is called by its matrix and its index.
class CellNamesTest {

    @Test
    void an_index_of_one_digit_each_is_a_subscript() {
        assertEquals("W^{[1]}_{01}", Names.tex("W1[0, 1]", true));
        assertEquals("W[1]₀₁", Names.words("W1[0, 1]", true));
        assertEquals("x_{2}", Names.tex("x[2]", true));
        assertEquals("x₁₂", Names.words("x[12]", true));
        assertEquals("W_{10, 3}", Names.tex("W[10, 3]", true));
        assertEquals("W[10, 3]", Names.words("W[10, 3]", true));
    }

    /// TeX has no second subscript, and x₁₀ would be the number 10 of x.
    @Test
    void a_name_with_a_subscript_keeps_its_index_beside_it() {
        assertEquals("x_{1}[0]", Names.tex("x1[0]", true));
        assertEquals("x₁[0]", Names.words("x1[0]", true));
        assertEquals("x_{\\mathrm{max}}[0]", Names.tex("x_max[0]", true));
        assertEquals("x_max[0]", Names.words("x_max[0]", true));
    }

    @Test
    void no_two_nodes_look_alike_and_no_letter_looks_like_a_number_of_a_matrix() {
        Graph.Builder b = Graph.builder();
        int a = b.leaf("a", Op.Role.INPUT, new Shape(3, 12));
        int x = b.leaf("x", Op.Role.INPUT, new Shape(12, 3));
        b.name(b.add(new Op.MatMul(), a, x), "Z1");
        Graph graph = Unrolled.of(b.build(), n -> b.node(n).name()).graph();
        Labels labels = Labels.of(graph);
        Set<String> looks = new HashSet<>();
        List<String> doubles =
                IntStream.range(0, graph.size())
                        .mapToObj(labels::tex)
                        .filter(tex -> !looks.add(tex))
                        .toList();
        assertEquals(List.of(), doubles);
        boolean taken =
                IntStream.range(0, graph.size())
                        .filter(n -> graph.node(n).name().isEmpty())
                        .mapToObj(labels::tex)
                        .anyMatch(tex -> tex.startsWith("x") || tex.startsWith("a"));
        assertFalse(taken);
    }
}
