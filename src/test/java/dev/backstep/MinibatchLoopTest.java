package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Row 16 of the lecture: the loop of mini-batch gradient descent, and any mini-batch opened and
/// stepped, its update included.
class MinibatchLoopTest {

    private static final List<String> NAMES = List.of("W1", "b1", "W2", "b2");
    private static final int UNITS = 8;
    private static final double RATE = 0.5;

    private static Model model() throws IOException {
        String text = Files.readString(Path.of("samples/16-minibatch-sgd.bs"));
        return ((ReadResult.Ok) Language.read(text)).model();
    }

    /// The weights of the net ŷ = σ(W2·tanh(W1·X + b1) + b2), and what they become by the rules of
    /// the lecture, one sample and one unit after the other: with δ = (ŷ − y)/B at Z2, W2 gets δ·a,
    /// b2 gets δ, and unit u gets δ·w2_u·(1 − a_u²), times x for W1.
    private static final class ByHand {

        private final double[][] w1 = new double[UNITS][2];
        private final double[] b1 = new double[UNITS];
        private final double[] w2 = new double[UNITS];
        private double b2;

        ByHand(Training training) {
            for (int u = 0; u < UNITS; u++) {
                w1[u][0] = value(training, "W1").at(u, 0);
                w1[u][1] = value(training, "W1").at(u, 1);
                b1[u] = value(training, "b1").at(u);
                w2[u] = value(training, "W2").at(u);
            }
            b2 = value(training, "b2").item();
        }

        void step(Dataset data, List<Integer> batch) {
            double[][] g1 = new double[UNITS][3];
            double[] g2 = new double[UNITS];
            double g = 0;
            for (int i : batch) {
                double[] x = {data.x().at(0, i), data.x().at(1, i)};
                double[] a = new double[UNITS];
                double z = b2;
                for (int u = 0; u < UNITS; u++) {
                    a[u] = Math.tanh(w1[u][0] * x[0] + w1[u][1] * x[1] + b1[u]);
                    z += w2[u] * a[u];
                }
                double delta = (1 / (1 + Math.exp(-z)) - data.y().at(0, i)) / batch.size();
                g += delta;
                for (int u = 0; u < UNITS; u++) {
                    g2[u] += delta * a[u];
                    double below = delta * w2[u] * (1 - a[u] * a[u]);
                    g1[u][0] += below * x[0];
                    g1[u][1] += below * x[1];
                    g1[u][2] += below;
                }
            }
            for (int u = 0; u < UNITS; u++) {
                w1[u][0] -= RATE * g1[u][0];
                w1[u][1] -= RATE * g1[u][1];
                b1[u] -= RATE * g1[u][2];
                w2[u] -= RATE * g2[u];
            }
            b2 -= RATE * g;
        }

        void isWhereItHasCome(Training training) {
            for (int u = 0; u < UNITS; u++) {
                assertEquals(w1[u][0], value(training, "W1").at(u, 0), 1e-12);
                assertEquals(w1[u][1], value(training, "W1").at(u, 1), 1e-12);
                assertEquals(b1[u], value(training, "b1").at(u), 1e-12);
                assertEquals(w2[u], value(training, "W2").at(u), 1e-12);
            }
            assertEquals(b2, value(training, "b2").item(), 1e-12);
        }
    }

    private static Tensor value(Training training, String name) {
        return Objects.requireNonNull(training.parameters().get(name));
    }

    /// Two epochs: 10 batches of 32 each. In an epoch each of the 320 samples comes once, in
    /// another order than in the epoch before.
    @Test
    void the_loop_is_that_of_the_lecture() throws IOException {
        Training training = Training.of(model().setup().orElseThrow());
        Dataset data = training.setup().data().train();
        ByHand hand = new ByHand(training);
        List<Integer> firstOfAll = List.of();
        for (int epoch = 0; epoch < 2; epoch++) {
            Set<Integer> seen = new HashSet<>();
            for (int batch = 0; batch < 10; batch++) {
                List<Integer> indices = training.upcoming().indices();
                assertEquals(32, indices.size());
                assertTrue(seen.addAll(indices), "no sample comes twice");
                if (batch == 0) {
                    assertTrue(!indices.equals(firstOfAll), "shuffled anew");
                    firstOfAll = indices;
                }
                hand.step(data, indices);
                assertTrue(training.next());
                hand.isWhereItHasCome(training);
            }
            assertEquals(320, seen.size());
            assertEquals(epoch + 1, training.epochs());
        }
    }

    /// The first, the last of the first epoch, and one far on: each is told forward, backward and
    /// with an update of each parameter, which is the one that the training makes.
    @Test
    void any_mini_batch_can_be_stepped_update_included() throws IOException {
        Model model = model();
        for (int before : new int[] {0, 9, 137}) {
            Training training = Training.of(model.setup().orElseThrow());
            training.batches(before);
            Walkthrough w = Walkthroughs.of(model, training.moment(), Story.Grain.NODES);
            Updates updates = w.updates().orElseThrow();
            long told =
                    w.story().steps().stream()
                            .filter(Step.ParameterUpdate.class::isInstance)
                            .count();
            assertEquals(NAMES.size(), told);
            assertTrue(training.next());
            for (String name : NAMES) {
                int node = w.graph().named(name).orElseThrow().id();
                Tensor now = value(training, name);
                Tensor g = w.gradient(node).orElseThrow();
                assertEquals(now, updates.of(node).after(), name + " after " + before);
                for (int k = 0; k < now.size(); k++) {
                    assertEquals(w.value(node).at(k) - RATE * g.at(k), now.at(k), 1e-15, name);
                }
            }
        }
    }
}
