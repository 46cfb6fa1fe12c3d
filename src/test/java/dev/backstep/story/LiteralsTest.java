package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Formulas;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Literals;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static Walkthrough program(String text) {
        var ok = assertInstanceOf(ReadResult.Ok.class, Language.read(text));
        return walkthrough(ok.model().graph(), ok.model().output(), ok.model().leaves());
    }

    private static List<String> formulas(Walkthrough w) {
        return w.drawn().vertexSet().stream()
                .map(n -> Formulas.of(w.drawn(), w.labels(), n))
                .toList();
    }

    /// What is computed from literals alone is written like a literal, in every formula that uses
    /// it, with parentheses where they are needed.
    @ParameterizedTest
    @CsvSource({
        "1/4*x, \\frac{1}{4} \\cdot x",
        "-1/4*x, \\frac{-1}{4} \\cdot x",
        "x/(1/4), \\frac{x}{\\frac{1}{4}}",
        "x - 2*3, x - 2 \\cdot 3",
        "x - (2 - 3), x - (2 - 3)",
        "-(1/4)*x, '\\left(-\\frac{1}{4}\\right) \\cdot x'",
        "(1/2 + 1/3)*x, '\\left(\\frac{1}{2} + \\frac{1}{3}\\right) \\cdot x'"
    })
    void what_literals_compute_is_written_in_the_formula_of_its_user(String right, String tex) {
        Walkthrough w = program("x = 3\nL = " + right);
        assertEquals(List.of("x", "L = " + tex), formulas(w));
        assertEquals(1, w.story().seed(), "one forward step: that of L");
        Walkthrough cards = w.withLiterals(true);
        assertTrue(cards.drawn().vertexSet().size() > 3);
        assertTrue(cards.story().seed() > 1);
        assertEquals(w.story(), cards.withLiterals(false).story());
        assertEquals(w.value(w.output()), cards.value(cards.output()));
    }

    /// A name, a use as the output, an infinity or more literals than a formula has room for: all
    /// these keep their cards.
    @Test
    void what_is_more_than_a_number_spelled_out_keeps_its_card() {
        assertEquals(
                List.of("x", "a = \\frac{1}{4}", "L = a \\cdot x"),
                formulas(program("x = 3\na = 1/4\nL = a*x")));
        assertEquals(List.of("L = \\frac{1}{4} \\cdot 2"), formulas(program("L = 1/4*2")));
        assertEquals(3, formulas(program("x = 3\nL = x + 1/0")).size());
        assertTrue(formulas(program("x = 3\nL = x + (1+2+3+4+5)")).size() > 2);
    }

    /// Used by two formulas, both write it; behind a stretch too.
    @Test
    void a_number_used_twice_is_written_twice() {
        Graph.Builder g = Graph.builder();
        int x = g.leaf("X", Op.Role.INPUT, new Shape(1, 2));
        int quarter = g.add(Op.Binary.DIV, g.constant(1), g.constant(4));
        int a = g.broadcast(Op.Binary.MUL, quarter, x);
        int b = g.broadcast(Op.Binary.MUL, quarter, a);
        int sum = g.sum(b, Shape.SCALAR);
        g.name(sum, "L");
        Tensor ones = Tensor.full(new Shape(1, 2), 1);
        assertEquals(
                List.of(
                        "X",
                        "a = \\frac{1}{4} \\cdot X",
                        "b = \\frac{1}{4} \\cdot a",
                        "L = \\sum b"),
                formulas(walkthrough(g.build(), sum, Map.of(x, ones))));
    }
}
