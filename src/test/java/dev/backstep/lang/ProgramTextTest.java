package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backstep.tensor.Tensor;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Text to graph and back, and changes of the text that keep the rest of it.
class ProgramTextTest {

    static Model read(String program) {
        return switch (Language.read(program)) {
            case ReadResult.Ok(Model model) -> model;
            case ReadResult.Problems(var problems) ->
                    throw new AssertionError(program + "\n" + problems.getFirst().at("f", program));
        };
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_printed_reads_back_as_the_same_graph(long seed) {
        String program = Programs.random(seed);
        Model before = read(program);
        String printed = ProgramText.of(before);
        Model after = read(printed);
        String message = "seed " + seed + "\n" + program + "\n" + printed;
        assertEquals(before.graph(), after.graph(), message);
        assertEquals(before.leaves(), after.leaves(), message);
        assertEquals(before.names(), after.names(), message);
        assertEquals(before.output(), after.output(), message);
        assertEquals(printed, ProgramText.of(after), message);
    }

    @Test
    void every_function_prints_as_it_is_written() {
        String program =
                """
                set relu0 = 1
                x = 2
                param W = [1, 2; 3, 4]
                const c = zeros(2, 3)
                a = -x^2 + 2^(-1) * (x - (1 - x)) / 3
                b = a
                d = pow(x, -(2)) - x^a - -3 - -(-(3))
                V = (W + 1)' @ W'' @ (W @ W)
                s = relu(x) + leaky_relu(x, slope=0.1) + elu(x, alpha=1) + abs(x) + step(x)
                S = softmax(V) + log_softmax(V) + reshape(c, 3, 2) @ V @ c @ c'
                loss L = sum(S) + mean(V) + norm(V) + dot(V, V) + sum(sum(V, rows)) + sum(mean(V, cols))
                e = ce(V, V) + ce_logits(V, V) + bce(V, V) + bce_logits(V, V) + se(V, 0.1) + max(x, 1e-9)
                """
                        .replace("reshape(c, 3, 2) @ V @ c @ c'", "reshape(V, 2, 2)");
        assertEquals(
                program.replace("2^(-1)", "2^-1").replace("(-1)", "-1"),
                ProgramText.of(read(program)));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "-0.5, -0.5",
        "1.0E-5, 1e-5",
        "1.5E22, 1.5e22",
        "-0.0, -0",
        "10000000, 1e7",
        "1e-310, 1e-310"
    })
    void numbers_are_printed_short(double x, String text) {
        assertEquals(text, NumberText.text(x));
    }

    @Test
    void numbers_read_back_exactly() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                Model m = read("x = " + NumberText.text(x));
                assertEquals(x, m.leaf(m.output()).item(), "seed 11, draw " + i);
            }
        }
    }

    @Test
    void what_a_program_cannot_hold_is_refused_in_words() {
        Model m = read("x = 1");
        assertThrows(IllegalArgumentException.class, () -> m.withLiteral(0, Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> m.withLiteral(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> m.withLiteral(0, Tensor.of(1, 2, 1, 2)));
    }

    @Test
    void a_changed_literal_keeps_everything_around_it() {
        Model m = read("param x = -1.50  # rate\nconst c = 2\nL = c*x # end");
        assertEquals(
                "param x = 4  # rate\nconst c = 2\nL = c*x # end",
                m.withLiteral(m.names().get("x"), 4.0));
        assertEquals(
                "param x = -1.50  # rate\nconst c = 1e-5\nL = c*x # end",
                m.withLiteral(m.names().get("c"), 1e-5));
    }

    @Test
    void a_changed_element_keeps_the_others_as_they_are_written() {
        Model m = read("W = [1.0, 2; # first\n     1/3,  -4]\nL = sum(W)");
        int w = m.names().get("W");
        assertEquals(
                "W = [1.0, 2; # first\n     1/3,  0.25]\nL = sum(W)", m.withElement(w, 3, 0.25));
        assertEquals(
                "W = [1.0, 7; # first\n     8,  -4]\nL = sum(W)",
                m.withLiteral(w, m.leaf(w).with(1, 7).with(2, 8)));
    }

    @Test
    void an_initialiser_becomes_a_matrix_when_an_element_changes() {
        Model m = read("param W = zeros(2, 2) # start\nL = sum(W)");
        assertEquals("param W = [0, 0; 5, 0] # start\nL = sum(W)", m.withElement(0, 2, 5));
    }

    @Test
    void every_node_knows_its_characters() {
        String program = "x = 2 # 😀\nL = (x +\n # 😀\n 1)*sin(x)\n";
        Model m = read(program);
        assertEquals("x = 2", at(program, m.span(m.names().get("x"))));
        assertEquals("(x +\n # 😀\n 1)*sin(x)", at(program, m.span(m.output())));
        assertEquals("1", at(program, m.span(1)));
        assertEquals("x +\n # 😀\n 1", at(program, m.span(2)));
        assertEquals("sin(x)", at(program, m.span(3)));
        assertEquals("x = 2", at(program, m.assignment("x").orElseThrow()));
        assertEquals(
                program.strip().substring(program.indexOf('L')),
                at(program, m.assignment("L").orElseThrow()));
    }

    private static String at(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}
