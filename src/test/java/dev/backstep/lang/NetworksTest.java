package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs read as networks to be trained.
class NetworksTest {

    private static final String SGD = "train sgd(rate=0.1)\n";

    private static TrainingSetup setup(String program) {
        return ProgramTextTest.read(program.replace('|', '\n')).setup().orElseThrow();
    }

    private static void predicts(String name, String program) {
        Network network = setup(program).network().apply(7);
        assertEquals(
                name,
                network.graph().node(network.prediction()).name().orElse("?"),
                program.replace('|', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "err = y - sum(X, rows)|p = mlp(X, [2, 1], tanh, sigmoid)|loss L = mean(bce(p, y))|",
                "spread = mean(square(y - mean(X)))|p = mlp(X, [1], tanh, sigmoid)|loss L = mean(se(p, y))|",
                "wide = y - ones(2, 1)|p = mlp(X, [1], tanh, sigmoid)|loss L = mean(se(y, p))|",
                "q = sum(X, rows)|e = bce(q, y)|p = mlp(X, [1], tanh, sigmoid)|loss L = mean(bce(p, y))|",
                "p = mlp(X, [1], tanh, linear) + 0|loss L = mean(bce_logits(p, y)) + 0.1 * mean(square(y - mean(X)))|",
                "q = sum(X, rows) - y|p = mlp(X, [1], tanh, sigmoid)|loss L = mean(se(p, y)) + 0 * mean(q)|",
                "p = mlp(X, [1], tanh, linear) + 0|loss L = mean(square(y - p))|",
            })
    void the_prediction_is_what_the_loss_compares_with_y(String program) {
        predicts("p", "data xor(samples=40)|" + program + SGD);
    }

    @Test
    void what_is_called_yhat_is_meant_rather_than_a_difference() {
        predicts(
                "yhat",
                "data xor(samples=40)|yhat = mlp(X, [1], tanh, sigmoid)|q = y - sum(X, rows)|"
                        + "loss L = mean(-(y * log(yhat) + (1 - y) * log(1 - yhat))) + 0 * mean(q)|"
                        + SGD);
    }

    @Test
    void weights_are_drawn_once_a_reading() {
        String program =
                "data xor(samples=40)|loss L = mean(bce(mlp(X, [1000, 1000, 1], tanh, sigmoid), y))|";
        long plain = allocated(program);
        long trained = allocated(program + SGD);
        assertTrue(trained < 1.5 * plain, trained + " bytes, without a train line " + plain);
        Model model = ProgramTextTest.read((program + SGD).replace('|', '\n'));
        Network network = model.setup().orElseThrow().network().apply(3);
        int w = model.names().get("W2");
        assertSame(model.leaf(w), network.leaves().get(w));
    }

    private static long allocated(String program) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        ProgramTextTest.read(program.replace('|', '\n'));
        long before = threads.getCurrentThreadAllocatedBytes();
        ProgramTextTest.read(program.replace('|', '\n'));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void a_network_too_large_is_told_with_the_room_there_is() {
        TrainingSetup setup =
                setup(
                        "data xor(samples=2000)|p = mlp(X, [%s1], tanh, sigmoid)|"
                                        .formatted("4000, 1, ".repeat(20))
                                + "loss L = mean(bce(p, y))|train sgd(rate=0.1, batch=1)\n");
        String said =
                assertThrows(IllegalArgumentException.class, () -> setup.network().apply(1000))
                        .getMessage();
        assertEquals("for 1000 samples: too large: over 256 million elements in all", said);
    }
}
