package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.optim.Optimiser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is told of the next step is what the training does next, to the last bit.
class NextStepTest {

    static List<Optimiser> optimisers() {
        return Stream.concat(
                        TrainingTest.optimisers().stream(),
                        Stream.of(
                                new Optimiser.Sgd(0.1, 0.9, 1e-3, 0.05),
                                new Optimiser.RmsProp(0.01, 0.9, 1e-8, 0, 0.05)))
                .toList();
    }

    private static void requireTrue(Training training) {
        NextStep next = NextStep.of(training.copy());
        assertTrue(next.follows(training.snapshot()));
        assertEquals(training.parameters(), next.before());
        training.next();
        assertFalse(next.follows(training.snapshot()));
        assertEquals(training.gradients(), next.gradients());
        assertEquals(training.parameters(), next.after());
    }

    /// First, middle, last and shorter batches of several epochs, after another rate and after an
    /// edited weight.
    @ParameterizedTest
    @MethodSource("optimisers")
    void it_is_what_the_training_does(Optimiser optimiser) {
        Training training = Training.of(Runs.small(optimiser));
        for (int k = 0; k < 11; k++) {
            requireTrue(training);
        }
        training.adjust(optimiser.withRate(0.003));
        requireTrue(training);
        training.edit("W1", 3, 0.25);
        requireTrue(training);
        training.batches(70);
        requireTrue(training);
    }

    @Test
    void another_rate_or_another_weight_makes_it_another_step() {
        Training training = Training.of(Runs.small(Optimiser.Adam.of(0.02)));
        training.batches(3);
        NextStep next = NextStep.of(training.copy());
        training.edit("W1", 0, 0.5);
        assertFalse(next.follows(training.snapshot()));
        NextStep edited = NextStep.of(training.copy());
        training.adjust(Optimiser.Adam.of(0.01));
        assertFalse(edited.follows(training.snapshot()));
    }

    /// With a rate of 10³⁰⁵ the first step leaves parameters whose sums overflow.
    @Test
    void a_batch_that_cannot_be_done_says_so_and_moves_nothing() {
        Training training = Training.of(Runs.small(new Optimiser.Sgd(1e305, 0, 1)));
        NextStep next = NextStep.of(training.copy());
        while (next.failure().isEmpty()) {
            training.next();
            next = NextStep.of(training.copy());
        }
        assertTrue(training.failure().isEmpty());
        assertEquals(next.before(), next.after());
    }
}
