package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Programs whose layers and whose loss are functions train as those do that write them out.
class TrainFunctionsTest {

    private static final String BEFORE =
            """
            data moons(samples=60, noise=0.1, seed=3)
            param W1 = xavier(4, 2, seed=5)
            param b1 = zeros(4, 1)
            param W2 = xavier(1, 4, seed=6)
            param b2 = zeros(1, 1)
            """;

    private static final String TRAIN = "train adam(rate=0.05, batch=8, epochs=3)\n";

    private static final String WITH_FUNCTIONS =
            """
            ## Functions
            affine(A, W, b) = W @ A + b
            layer(A, W, b) = {   # one layer
              scale = 0.5
              Z = affine(A, W, b)
              tanh(Z * scale)
            }
            cost(p, t) = mean(bce(p, t))
            ## Net
            """
                    + BEFORE
                    + """
                    a1 = layer(X, W1, b1)
                    yhat = sigmoid(affine(a1, W2, b2))
                    loss L = cost(yhat, y)
                    """
                    + TRAIN;

    private static final String WRITTEN_OUT =
            BEFORE
                    + """
                    const scale = 0.5
                    Z1 = W1 @ X + b1
                    a1 = tanh(Z1 * scale)
                    Z2 = W2 @ a1 + b2
                    yhat = sigmoid(Z2)
                    loss L = mean(bce(yhat, y))
                    """
                    + TRAIN;

    private static List<String> epochs(String program) {
        Ran ran = Ran.on(program, "train", "-", "--json");
        assertEquals(0, ran.exit(), ran.err());
        return ran.out().lines().filter(l -> l.startsWith("{\"epoch\"")).toList();
    }

    @Test
    void every_epoch_is_that_of_the_program_written_out() {
        List<String> epochs = epochs(WITH_FUNCTIONS);
        assertEquals(3, epochs.size());
        assertEquals(epochs(WRITTEN_OUT), epochs);
    }

    @Test
    void the_batch_and_its_update_can_be_stepped_through() {
        Ran ran = Ran.on(WITH_FUNCTIONS, "trace", "-", "--after", "1:2", "--detail", "layers");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("Net computes L"), ran.out());
        assertEquals(4, ran.out().lines().filter(l -> l.contains("↻")).count(), ran.out());
    }
}
