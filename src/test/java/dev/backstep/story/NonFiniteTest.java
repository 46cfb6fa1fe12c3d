package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Origin;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonFiniteTest {

    private static Model read(String program) {
        return ((ReadResult.Ok) Language.read(program.replace('|', '\n'))).model();
    }

    private static Optional<NonFinite> forward(String program) {
        Model m = read(program);
        return NonFinite.first(Trace.of(m.graph(), m.leaves()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "x = 0|L = log(x) => log of 0 is −∞",
                "x = -2|L = log(x) => log of −2 is undefined: −2 is negative",
                "x = -2|L = sqrt(x) => sqrt of −2 is undefined: −2 is negative",
                "x = 0|L = 0 / x => 0 / 0 is not a number: it divides by 0",
                "x = 0|L = -1 / x => −1 / 0 is −∞: it divides by 0",
                "x = -0.0|L = 1 / x => 1 / −0 is −∞: it divides by −0",
                "x = -0.0|L = 0 / x => 0 / 0 is not a number: it divides by 0",
                "x = -0.0|L = x^-1 => −0 to the power of −1 divides by −0",
                "x = -0.0|L = x^-2 => 0 to the power of −2 divides by 0",
                "x = 1000|L = exp(x) => exp of 1000 overflows to ∞",
                "x = 1e200|L = x * x => 1e+200 · 1e+200 overflows to ∞",
                "x = 1e308|L = x + x => 1e+308 + 1e+308 overflows to ∞",
                "x = 0|L = x^-1 => 0 to the power of −1 divides by 0",
                "x = -8|L = x^(1/3) => −8 to the power of 0.3333 is undefined: −8 is negative and the exponent is not a whole number",
                "x = -2|y = 0.5|L = x^y => −2 to the power of 0.5 is undefined: −2 is negative and the exponent is not a whole number",
                "p = 0|L = bce(p, 1) => log of ŷ = 0 is −∞",
                "p = 0|L = bce(p, 0.5) => log of ŷ = 0 is −∞",
                "p = 1|L = bce(p, 0) => log of 1 − ŷ = 0 is −∞",
                "p = 2|L = bce(p, 1) => ŷ = 2 is not between 0 and 1",
                "A = [1e308, 1e308]|L = sum(A) => the sum overflows to ∞",
                "A = [1e200, 1]|L = sum(A @ A') => a sum of products overflows to ∞",
                "q = [0; 1]|L = sum(ce(q, [1; 0])) => log of ŷ = 0 is −∞",
                "q = [-0.5, 1; 1, 1]|L = sum(ce(q, [1, 0; 0, 1])) => log of ŷ = −0.5 is undefined: −0.5 is negative",
                "z = [1e308; -1e308]|L = sum(log_softmax(z)) => log_softmax of a column with a difference too large overflows to −∞",
                "x = -1000.2|L = log(x) => log of −1000 is undefined: −1000 is negative",
                "x = -100.04|L = log(x) => log of −100 is undefined: −100 is negative",
                "x = -0.25|L = log(x) => log of −0.25 is undefined: −0.25 is negative",
                "A = [1e308, 1e308]|L = mean(A) => the sum before the mean overflows to ∞"
            })
    void the_first_number_that_breaks_down_has_its_reason(String program, String why) {
        assertEquals(why, Bundle.ENGLISH.say(forward(program).orElseThrow().why()));
    }

    @Test
    void a_program_of_finite_numbers_has_no_breakdown() {
        assertEquals(Optional.empty(), forward("x = 1|L = log(x) + x^2"));
    }

    @Test
    void an_element_of_a_matrix_is_pointed_at() {
        NonFinite found = forward("A = [1, 2; 0, 4]|B = log(A)|L = sum(B)").orElseThrow();
        assertEquals(2, found.element());
        assertEquals("log of 0 is −∞", Bundle.ENGLISH.say(found.why()));
    }

    /// log 0 = −∞ arises, is passed on by the sum, and 0·(−∞) arises again.
    @Test
    void each_place_where_something_breaks_down_is_found_but_not_what_passes_it_on() {
        Model m = read("x = 0|a = log(x)|b = a + 1|c = x * b|L = c + 2");
        List<NonFinite> all = NonFinite.all(Trace.of(m.graph(), m.leaves()));
        assertEquals(
                List.of("log of 0 is −∞", "0 · −∞ is not a number"),
                all.stream().map(NonFinite::why).map(Bundle.ENGLISH::say).toList());
        assertEquals(m.names().get("c"), all.getLast().node());
    }

    /// L = √x at 0 is finite; its local gradient 0.5/√x divides by 0.
    @Test
    void a_gradient_that_breaks_down_is_traced_to_its_edge() {
        Model m = read("x = 0|s = sqrt(x)|L = 3 * s");
        Adjoint a = Adjoint.of(m.graph(), m.output());
        NonFinite found = NonFinite.first(Trace.of(a.graph(), m.leaves())).orElseThrow();
        Origin origin = Origin.of(m.graph(), a).get(found.node());
        assertEquals(new Origin.Along(new Edge(m.names().get("s"), 0)), origin);
        assertEquals("0.5 / 0 is ∞: it divides by 0", Bundle.ENGLISH.say(found.why()));
    }

    @Test
    void a_sum_of_contributions_belongs_to_the_node_they_meet_at() {
        Model m = read("x = 1e308|L = x + x");
        Adjoint a = Adjoint.of(m.graph(), m.output());
        int x = m.names().get("x");
        List<Origin> origins = Origin.of(m.graph(), a);
        assertEquals(a.graph().size(), origins.size());
        assertEquals(new Origin.Gradient(x), origins.get(a.gradient(x).orElseThrow()));
        assertEquals(new Origin.Gradient(m.output()), origins.get(a.seed()));
    }

    @Test
    void every_node_of_a_longer_graph_has_an_origin_that_fits() {
        Model m =
                read(
                        "W = [1, 2; 3, 4]|x = [1; 2]|b = 0.5|z = W @ x + b|a = tanh(z)"
                                + "|s = softmax(a + z)|L = mean(s * a * z) + norm(W) + max(b, b) + b^b");
        Adjoint a = Adjoint.of(m.graph(), m.output());
        List<Origin> origins = Origin.of(m.graph(), a);
        assertEquals(a.graph().size(), origins.size());
        a.gradients()
                .values()
                .forEach(g -> assertTrue(!(origins.get(g) instanceof Origin.Value), g + ""));
        a.flows()
                .forEach(
                        (edge, flow) -> {
                            if (origins.get(flow.downstream())
                                    instanceof Origin.Along(Edge along)) {
                                assertTrue(along.node() >= edge.node(), edge + " " + along);
                            }
                        });
    }
}
