package dev.backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Datasets.SamplingSettings;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetsTest {

    private static SamplingSettings settings(int samples, double noise, long seed, double test) {
        return new SamplingSettings(samples, noise, seed, test, 5);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_seed_gives_the_same_samples_and_another_gives_others(Datasets set) {
        Tensor once = set.draw(settings(101, 0.1, 7, 0.2)).train().x();
        assertEquals(once, set.draw(settings(101, 0.1, 7, 0.2)).train().x());
        assertNotEquals(once, set.draw(settings(101, 0.1, 8, 0.2)).train().x());
    }

    @ParameterizedTest
    @EnumSource
    void a_share_is_held_back_for_testing(Datasets set) {
        Dataset.Split split = set.draw(settings(50, 0.1, 3, 0.3));
        assertEquals(35, split.train().samples());
        assertEquals(15, split.test().samples());
        assertEquals(0, set.draw(settings(50, 0.1, 3, 0)).test().samples());
        assertEquals(1, set.draw(settings(1, 0, 3, 0.9)).train().samples());
    }

    @ParameterizedTest
    @EnumSource
    void labels_are_as_the_task_has_them(Datasets set) {
        Dataset data = set.draw(settings(200, 0, 1, 0)).train();
        assertEquals(2, data.x().rows());
        assertTrue(data.x().isFinite());
        Tensor y = data.y();
        assertEquals(data.task() == Dataset.Task.CLASSES ? 5 : 1, y.rows());
        for (int j = 0; j < y.cols(); j++) {
            int sample = j;
            double sum =
                    Arrays.stream(new int[] {0, 1, 2, 3, 4})
                            .limit(y.rows())
                            .mapToDouble(i -> y.at(i, sample))
                            .sum();
            assertTrue(
                    switch (data.task()) {
                        case BINARY -> sum == 0 || sum == 1;
                        case CLASSES -> sum == 1;
                        case REGRESSION -> Math.abs(sum) <= 1.2;
                    });
        }
    }

    /// Without noise a point of the circle is inside 2.5 and labelled 1, or outside 3.5 and
    /// labelled 0.
    @Test
    void a_circle_without_noise_has_a_gap() {
        Dataset data = Datasets.CIRCLE.draw(settings(500, 0, 1, 0)).train();
        for (int j = 0; j < data.samples(); j++) {
            double radius = Math.hypot(data.x().at(0, j), data.x().at(1, j));
            assertEquals(data.y().at(0, j), radius <= 2.5 ? 1 : 0);
            assertTrue(radius <= 2.5 || radius >= 3.5);
        }
    }

    @Test
    void xor_without_noise_is_the_sign_of_the_product() {
        Dataset data = Datasets.XOR.draw(settings(500, 0, 1, 0)).train();
        for (int j = 0; j < data.samples(); j++) {
            assertEquals(data.y().at(0, j), data.x().at(0, j) * data.x().at(1, j) > 0 ? 1 : 0);
            assertTrue(Math.abs(data.x().at(0, j)) >= 0.3);
        }
    }

    @Test
    void settings_without_sense_are_refused_in_words() {
        var refused = assertThrows(IllegalArgumentException.class, () -> settings(0, 0, 0, 0));
        assertEquals("samples is 0; it goes from 1 to 1000000", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> settings(10, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> settings(10, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> settings(10, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Datasets.named("spirale"));
        assertEquals(Datasets.SPIRAL, Datasets.named("spiral"));
    }

    /// Every order of three occurs about as often (6000 epochs, 1000 each, five standard deviations
    /// of 29).
    @Test
    void each_epoch_is_shuffled_anew_and_fairly() {
        int[] counts = new int[27];
        int[] order = new int[3];
        for (int epoch = 0; epoch < 6000; epoch++) {
            Shuffle.fill(order, 42, epoch);
            counts[order[0] * 9 + order[1] * 3 + order[2]]++;
        }
        assertEquals(6, Arrays.stream(counts).filter(c -> c > 0).count());
        assertTrue(
                Arrays.stream(counts).filter(c -> c > 0).allMatch(c -> Math.abs(c - 1000) < 150));
    }
}
