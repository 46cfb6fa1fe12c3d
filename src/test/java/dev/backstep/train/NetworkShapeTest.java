package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which programs are drawn as layers of units.
class NetworkShapeTest {

    private static final String DATA = "data circle(samples=40, seed=3)\n";
    private static final String TRAIN = "\ntrain sgd(rate=0.1, batch=8)\n";

    private static String shape(String program) {
        ReadResult.Ok read = (ReadResult.Ok) Language.read(DATA + program + TRAIN);
        return NetworkShape.of(read.model().setup().orElseThrow().network().apply(8))
                .map(NetworkShapeTest::words)
                .orElse("not layered");
    }

    private static String words(NetworkShape shape) {
        return shape.features()
                + shape.layers().stream()
                        .map(
                                l ->
                                        " → %d %s %s %s %s %s"
                                                .formatted(
                                                        l.units(),
                                                        l.weight(),
                                                        word(l.bias()),
                                                        word(l.z()),
                                                        word(l.activation()),
                                                        word(l.function())))
                        .collect(Collectors.joining());
    }

    private static String word(Optional<String> name) {
        return name.orElse("-");
    }

    @Test
    void an_mlp() {
        assertEquals(
                "2 → 3 W1 b1 Z1 a1 tanh → 1 W2 b2 Z2 yhat sigmoid",
                shape("yhat = mlp(X, [3, 1], tanh, sigmoid)\nloss L = mean(bce(yhat, y))"));
    }

    @Test
    void a_linear_mlp_has_no_function_at_its_end() {
        assertEquals(
                "2 → 3 W1 b1 Z1 a1 tanh → 1 W2 b2 Z2 - -",
                shape("yhat = mlp(X, [3, 1], tanh, linear)\nloss L = mean(se(yhat, y))"));
    }

    @Test
    void layers_written_by_hand_with_a_loss_of_the_logit() {
        assertEquals(
                "2 → 3 W1 b1 Z1 a1 relu → 1 W2 - z - -",
                shape(
                        """
                        param W1 = xavier(3, 2, seed=1)
                        param b1 = zeros(3, 1)
                        param W2 = xavier(1, 3, seed=2)
                        Z1 = W1 @ X + b1
                        a1 = relu(Z1)
                        z = W2 @ a1
                        loss L = mean(bce_logits(z, y)) + 0.01 * sum(square(W1))
                        """));
    }

    @Test
    void what_goes_round_a_layer_is_not_layered() {
        String head =
                """
                param W1 = xavier(2, 2, seed=1)
                param W2 = xavier(1, 2, seed=2)
                a1 = tanh(W1 @ X)
                """;
        String tail = "\nyhat = sigmoid(z)\nloss L = mean(bce(yhat, y))";
        assertEquals(
                "2 → 2 W1 - - a1 tanh → 1 W2 - z yhat sigmoid", shape(head + "z = W2 @ a1" + tail));
        assertEquals("not layered", shape(head + "z = W2 @ (a1 + X)" + tail));
        assertEquals("not layered", shape(head + "z = W2 @ a1 + W2 @ X" + tail));
        assertEquals("not layered", shape(head + "z = 2 * (W2 @ a1)" + tail));
        assertEquals("not layered", shape(head + "z = sum(W2' * (a1 * X), rows)" + tail));
    }
}
