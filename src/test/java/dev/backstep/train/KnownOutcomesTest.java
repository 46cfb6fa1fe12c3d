package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Datasets;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Seeded runs that must come to a stated result on samples they have not seen, each on the kernels
/// of the machine.
class KnownOutcomesTest {

    private static final Optimiser ADAM = Optimiser.Adam.of(0.02);

    private static Evaluation trained(TrainingSetup setup, int epochs) {
        Training training = Training.of(setup);
        for (int k = 0; k < epochs; k++) {
            assertTrue(training.epoch(), () -> training.failure().orElseThrow().toString());
        }
        return training.evaluate(setup.data().test());
    }

    private static double accuracy(TrainingSetup setup, int epochs) {
        return trained(setup, epochs).accuracy().orElseThrow();
    }

    /// Adam throws the loss up now and then, so no single epoch counts: the median of 21 does, over
    /// the epochs from 300 to 500.
    @Test
    void two_spirals_are_told_apart() {
        int[] sizes = {2, 8, 8, 1};
        TrainingSetup setup =
                Runs.setup(
                        Datasets.SPIRAL, 800, sizes, Unary.TANH, Nets.Head.SIGMOID_BCE, ADAM, 32);
        Training training = Training.of(setup);
        List<Double> seen = new ArrayList<>();
        for (int epoch = 1; epoch <= 500; epoch++) {
            assertTrue(training.epoch());
            if (epoch >= 300 && epoch % 10 == 0) {
                seen.add(training.evaluate(setup.data().test()).accuracy().orElseThrow());
            }
        }
        seen.sort(Comparator.naturalOrder());
        assertTrue(seen.get(10) >= 0.97, seen::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"CIRCLE", "XOR", "GAUSS", "MOONS"})
    void two_classes_are_learnt_by_a_hidden_layer(Datasets set) {
        int[] sizes = {2, 8, 1};
        TrainingSetup setup =
                Runs.setup(set, 800, sizes, new Op.Relu(0), Nets.Head.BCE_LOGITS, ADAM, 32);
        double accuracy = accuracy(setup, 100);
        assertTrue(accuracy >= 0.95, () -> set + ": " + accuracy);
    }

    @Test
    void five_blobs_are_told_apart_fused_and_unfused() {
        for (Nets.Head head : List.of(Nets.Head.SOFTMAX_CE, Nets.Head.CE_LOGITS)) {
            Optimiser sgd = new Optimiser.Sgd(0.1, 0.9, 0);
            int[] sizes = {2, 8, 5};
            TrainingSetup setup =
                    Runs.setup(Datasets.BLOBS, 1000, sizes, Unary.TANH, head, sgd, 32);
            assertTrue(accuracy(setup, 40) >= 0.98, head.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANE", "WAVE"})
    void a_surface_is_learnt_to_within_its_noise(Datasets set) {
        int[] sizes = {2, 16, 16, 1};
        TrainingSetup setup =
                Runs.setup(set, 800, sizes, Unary.TANH, Nets.Head.LINEAR_SE, ADAM, 32);
        Evaluation end = trained(setup, 200);
        assertTrue(end.loss() < 0.01, () -> set + ": " + end.loss());
        assertTrue(end.accuracy().isEmpty());
    }
}
