package dev.backstep.calculus;

import static dev.backstep.calculus.Programs.node;
import static dev.backstep.calculus.Programs.walkthrough;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.ClosedForm;
import dev.backstep.story.Walkthrough;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Written out, a unit of layer 1 is σ(w·x + b): V(1) = 3. One above is σ(w·a + (w·a + b)):
    /// V(k) = 5 + 2V(k − 1), so V(k) = 2ᵏ⁺² − 5: 3, 11, 27, 59, 123, 251.
    ///
    /// Its derivative is a·(1 − a)·(…): 2V(k), the difference and two signs are 2V(k) + 3, and then
    /// the bracket. In layer 1 that is x: D(1) = 9. In layer 2 it is w·D(1), since the other unit
    /// of layer 1 does not depend on the weight: D(2) = 2V(2) + 4 + D(1) = 35. Above, it is w·D +
    /// w·D: D(k) = 2V(k) + 6 + 2D(k − 1), so D(k) = 2ᵏ(8k − 33/4) + 4.
    ///
    /// On the graph, forward: 3 for each of the two units of layer 1, 5 for each unit above, of
    /// which the last layer has one: 6 + 10(n − 2) + 5. Backward: 1 − a, a·(1 − a) and times what
    /// arrives are 3 a unit. In the last layer 3; below it, what arrives is one product from the
    /// one unit of the last layer, or two products and their sum from two: so 2·(1 + 3) in layer n
    /// − 1, 2·(3 + 3) in each layer farther down. In layer 1 only one unit counts, and there is
    /// times x: 1 + 3 + 1 for n = 2, else 3 + 3 + 1. Together 19, 39, and 22 more for each further
    /// layer.
    @ParameterizedTest
    @CsvSource({"2, 35, 19", "3, 130, 39", "4, 384, 61", "5, 1020, 83", "6, 2548, 105"})
    void deeper_nets_are_counted_by_a_recurrence(int layers, long closed, long shared) {
        ClosedForm net = DeepNets.net(layers);
        assertEquals(BigInteger.valueOf(closed), net.operations());
        assertEquals(closed, (1L << layers) * (32 * layers - 33) / 4 + 4);
        assertEquals(shared, net.shared());
    }

    /// The same by differentiating the written formula as a pupil does, rule by rule.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void the_closed_form_has_as_many_operations_as_one_differentiated_by_hand(int layers) {
        Written derivative = net(layers, 1).derivative("w1_11").orElseThrow();
        assertEquals(BigInteger.valueOf(derivative.signs()), DeepNets.net(layers).operations());
    }

    /// What unit `unit` of a layer of a net answers, written out.
    private static Written net(int layer, int unit) {
        Written z = new Letter("b" + layer + "_" + unit);
        for (int input = layer == 1 ? 1 : 2; input >= 1; input--) {
            Written w = new Letter("w%d_%d%d".formatted(layer, unit, input));
            Written below = layer == 1 ? new Letter("x") : net(layer - 1, input);
            z = new Sum(new Product(w, below), z);
        }
        return new Sigma(z);
    }

    /// A formula as it stands on paper.
    private sealed interface Written {

        /// How many signs and functions stand in it.
        long signs();

        /// Nothing if it is 0.
        Optional<Written> derivative(String by);
    }

    private record Letter(String name) implements Written {

        @Override
        public long signs() {
            return 0;
        }

        @Override
        public Optional<Written> derivative(String by) {
            return Optional.of((Written) new Letter("1")).filter(_ -> name.equals(by));
        }
    }

    private record Sum(Written a, Written b) implements Written {

        @Override
        public long signs() {
            return a.signs() + 1 + b.signs();
        }

        @Override
        public Optional<Written> derivative(String by) {
            Optional<Written> right = b.derivative(by);
            return a.derivative(by)
                    .map(left -> right.map(r -> (Written) new Sum(left, r)).orElse(left))
                    .or(() -> right);
        }
    }

    private record Product(Written a, Written b) implements Written {

        @Override
        public long signs() {
            return a.signs() + 1 + b.signs();
        }

        @Override
        public Optional<Written> derivative(String by) {
            Optional<Written> right = b.derivative(by).map(d -> times(a, d));
            return a.derivative(by)
                    .map(d -> times(b, d))
                    .map(left -> right.map(r -> (Written) new Sum(left, r)).orElse(left))
                    .or(() -> right);
        }

        /// Nobody writes times 1.
        static Written times(Written a, Written b) {
            return b.equals(new Letter("1")) ? a : new Product(a, b);
        }
    }

    private record Sigma(Written t) implements Written {

        @Override
        public long signs() {
            return 1 + t.signs();
        }

        /// σ(t)·(1 − σ(t))·t′; a difference has as many signs as a sum.
        @Override
        public Optional<Written> derivative(String by) {
            Written slope = new Product(this, new Sum(new Letter("1"), this));
            return t.derivative(by).map(d -> Product.times(slope, d));
        }
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
