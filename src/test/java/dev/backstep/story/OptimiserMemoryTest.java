package dev.backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Batch;
import dev.backstep.train.Training;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Updates that go on from what an optimiser remembers, against the training itself.
class OptimiserMemoryTest {

    private static final String NET =
            """
            data xor(samples=20, noise=0.1, test=0, seed=3)
            param W1 = xavier(3, 2, seed=1)
            param b1 = zeros(3, 1)
            param W2 = xavier(1, 3, seed=2)
            param b2 = 0.1
            yhat = sigmoid(W2 @ tanh(W1 @ X + b1) + b2)
            loss L = mean(bce(yhat, y))
            train\s""";

    /// Of numbers only, so that no sum can be added up in another order; and without tanh and the
    /// sigmoid, whose last bits depend on the loops.
    private static final String NUMBERS =
            """
            param w = 0.3
            param v = -1.7
            param b = 0.1
            loss L = square(v*sin(w*0.7) + b)
            train\s""";

    static Stream<String> optimisers() {
        return Stream.of(
                "sgd(rate=0.5)",
                "sgd(rate=0.5, l2=0.01)",
                "sgd(rate=0.5, momentum=0.9)",
                "sgd(rate=0.5, momentum=0.9, l2=0.01, clip=0.05)",
                "sgd(rate=0.5, clip=0.05)",
                "sgd(rate=0.5, clip=100)",
                "rmsprop(rate=0.05)",
                "rmsprop(rate=0.05, rho=0.5, l2=0.01, clip=0.05)",
                "adam(rate=0.05)",
                "adam(rate=0.05, beta1=0.5, beta2=0.75, l2=0.01, clip=0.05)",
                "adamw(rate=0.05, decay=0.1)",
                "adamw(rate=0.05, decay=0.1, l2=0.01, clip=0.05)");
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void step_after_step_equals_training_to_the_last_bit(String optimiser) {
        compare(NUMBERS + optimiser, 0);
    }

    /// The loops of training add the samples up in another order than a trace does. The batch of 7
    /// leaves a smaller last one of 6, and the fourth step begins the second epoch.
    @ParameterizedTest
    @MethodSource("optimisers")
    void of_a_net_they_are_equal_but_for_the_order_of_sums(String optimiser) {
        compare(NET + optimiser.replace(")", ", batch=7)"), 1e-12);
    }

    /// Each step of the story starts from what the one before left: parameters and memory.
    private static void compare(String program, double tolerance) {
        TrainingSetup setup = model(program).setup().orElseThrow();
        Training training = Training.of(setup);
        OptimiserMemory memory = OptimiserMemory.EMPTY;
        Map<Integer, Tensor> moved = Map.of();
        for (int t = 1; t <= 5; t++) {
            Batch batch = training.upcoming();
            Map<Integer, Tensor> leaves = new HashMap<>(batch.leaves());
            leaves.putAll(moved);
            Walkthrough w = walkthrough(batch.network(), leaves, setup.optimiser(), memory);
            training.next();
            Updates updates = w.updates().orElseThrow();
            assertEquals(t, updates.number());
            compare(w, training.parameters(), tolerance, "step " + t);
            memory = updates.remembered();
            moved =
                    updates.parameters().stream()
                            .collect(Collectors.toMap(p -> p, p -> updates.of(p).after()));
        }
    }

    private static void compare(
            Walkthrough w, Map<String, Tensor> trained, double tolerance, String which) {
        Updates updates = w.updates().orElseThrow();
        assertEquals(trained.size(), updates.parameters().size());
        for (int p : updates.parameters()) {
            String name = w.graph().node(p).name().orElseThrow();
            double[] expected = trained.get(name).toArray();
            double[] actual = updates.of(p).after().toArray();
            for (int k = 0; k < expected.length; k++) {
                double within = tolerance * Math.max(1, Math.abs(expected[k]));
                assertTrue(
                        Math.abs(expected[k] - actual[k]) <= within,
                        which + ": " + name + " is " + actual[k] + ", not " + expected[k]);
            }
        }
    }

    private static Walkthrough walkthrough(
            Network network,
            Map<Integer, Tensor> leaves,
            Optimiser optimiser,
            OptimiserMemory memory) {
        return Walkthrough.of(network.graph(), network.output(), leaves, Story.Grain.NODES)
                .followedBy(optimiser, memory);
    }

    private static Model model(String text) {
        return assertInstanceOf(ReadResult.Ok.class, Language.read(text)).model();
    }
}
