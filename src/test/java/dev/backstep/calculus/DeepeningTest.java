package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.ClosedForm;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeepeningTest {

    private static List<String> names(Walkthrough w, Deepening deepening) {
        return deepening.stops().stream().map(s -> w.labels().plain(s.node())).toList();
    }

    /// x² + 2xy: the longest path is x → b → c → L.
    @Test
    void the_longest_path_is_followed() {
        Walkthrough w = walkthrough("x = 1\ny = 4\nL = x^2 + 2*x*y\n");
        Deepening deepening = Deepening.of(w, node(w, "x"));
        assertEquals(List.of("b", "c", "L"), names(w, deepening));
        assertEquals(
                List.of(1, 2, 3),
                deepening.stops().stream().map(s -> s.costs().pathByPath().intValue()).toList());
    }

    /// Six layers of two units: both units of a layer use both below, so paths double with each
    /// layer, while each edge once grows by the same number.
    @Test
    void a_net_of_matrices_is_told_by_its_layers() {
        StringBuilder text = new StringBuilder("x = [0.5; -1]\n");
        for (int k = 1; k <= 6; k++) {
            text.append("W%d = normal(2, 2, seed=%d)\n".formatted(k, k));
        }
        for (int k = 1; k <= 6; k++) {
            text.append("a%d = sigmoid(W%d @ %s)\n".formatted(k, k, k == 1 ? "x" : "a" + (k - 1)));
        }
        text.append("loss L = sum(a6)\n");
        Walkthrough w = walkthrough(text.toString());
        Deepening deepening = Deepening.of(w, node(w, "x"));
        assertEquals(6, deepening.stops().size());
        assertEquals("L", names(w, deepening).getLast());
        List<BigInteger> sizes =
                deepening.stops().stream().map(s -> s.closed().orElseThrow().operations()).toList();
        for (int k = 1; k < sizes.size(); k++) {
            assertTrue(sizes.get(k).compareTo(sizes.get(k - 1)) > 0, sizes.toString());
        }
    }

    /// One layer: σ(w·x + b) by w is σ(…)·(1 − σ(…))·x: two times σ, +, ·, then the difference and
    /// two signs: 9. On the graph forward σ, +, ·, backward 1 − σ, the slope, times 1, times x: 7.
    @Test
    void the_net_of_one_layer_is_counted_by_hand() {
        ClosedForm net = DeepNets.net(1);
        assertEquals(BigInteger.valueOf(9), net.operations());
        assertEquals(7, net.shared());
    }

    /// Two units below make every formula of the next layer more than twice as long, so the closed
    /// form more than doubles with each layer; backprop takes a layer's worth more.
    @Test
    void the_closed_form_grows_geometrically_and_backprop_by_a_layer() {
        List<ClosedForm> nets =
                IntStream.rangeClosed(1, DeepNets.DEEPEST).mapToObj(DeepNets::net).toList();
        for (int k = 2; k < nets.size(); k++) {
            BigInteger before = nets.get(k - 1).operations();
            assertTrue(nets.get(k).operations().compareTo(before.multiply(BigInteger.TWO)) > 0);
        }
        long layer = nets.get(3).shared() - nets.get(2).shared();
        assertEquals(layer, nets.get(4).shared() - nets.get(3).shared());
        assertEquals(layer, nets.get(5).shared() - nets.get(4).shared());
    }
}
