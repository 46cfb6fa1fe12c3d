package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.History.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of a long run.
class RecordedTrainingTest {

    private static final int EPOCHS = 3_000;

    /// More epochs than there are states and points: of both, every so many are kept.
    @Test
    void a_long_run_goes_back_to_any_epoch_bit_for_bit() {
        TrainingSetup setup = Runs.brief(Optimiser.Adam.of(0.003));
        RecordedTraining recorded = new RecordedTraining(Training.of(setup), true);
        Training plain = Training.of(setup);
        List<Map<String, Tensor>> states = new ArrayList<>(List.of(plain.parameters()));
        List<Double> losses = new ArrayList<>(List.of(Double.NaN));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            plain.epoch();
            states.add(plain.parameters());
            losses.add(plain.epochLoss());
        }
        while (recorded.training().epochs() < EPOCHS) {
            recorded.next();
        }
        History history = recorded.history();
        assertEquals(8, history.every());
        assertEquals(EPOCHS / 8 + 1, history.size());
        for (int k = 0; k < history.size(); k++) {
            assertEquals(8 * k, history.epoch(k));
            assertEquals(losses.get(8 * k), history.value(Series.LOSS, k));
        }
        for (int epoch : new int[] {2_999, 0, 1, 511, 512, 513, 1_777, EPOCHS}) {
            recorded.seek(epoch);
            assertEquals(states.get(epoch), recorded.training().parameters(), "epoch " + epoch);
            assertEquals(EPOCHS / 8 + 1, recorded.history().size());
        }
        recorded.seek(1_000);
        recorded.next();
        assertEquals(126, recorded.history().size());
        recorded.seek(1_000);
        assertEquals(states.get(1_000), recorded.training().parameters());
    }

    @Test
    void a_history_has_a_bounded_number_of_points() {
        HistoryRecorder recorder = new HistoryRecorder(List.of("W1"));
        for (int epoch = 0; epoch <= 1_000_000; epoch++) {
            recorder.add(epoch, -epoch, Optional.empty(), new double[] {epoch});
        }
        History history = recorder.history();
        assertTrue(history.size() > 250 && history.size() <= 512, "" + history.size());
        for (int k = 0; k < history.size(); k++) {
            assertEquals(k * history.every(), history.epoch(k));
            assertEquals(-history.epoch(k), history.value(Series.LOSS, k));
            assertEquals(history.epoch(k), history.gradient(0, k));
        }
    }

    /// 1,000 samples in the first half of a second, 3,000 in the second half: 4,000 a second; half
    /// a second later, another 3,000 on, 6,000.
    @Test
    void the_speed_is_that_of_the_last_second() {
        Throughput speed = new Throughput();
        speed.restart(0, 0);
        speed.read(500_000_000, 1_000);
        assertEquals(2_000, speed.perSecond(), 1e-9);
        speed.read(1_000_000_000, 4_000);
        assertEquals(4_000, speed.perSecond(), 1e-9);
        speed.read(1_500_000_000, 7_000);
        assertEquals(6_000, speed.perSecond(), 1e-9);
        speed.restart(9_000_000_000L, 7_000);
        assertEquals(6_000, speed.perSecond(), 1e-9);
        speed.read(9_100_000_000L, 7_100);
        assertEquals(1_000, speed.perSecond(), 1e-9);
    }

    /// A thousand readings a second are thinned out to those a fiftieth of a second apart.
    @Test
    void many_readings_a_second_give_the_same_speed() {
        Throughput speed = new Throughput();
        speed.restart(0, 0);
        for (int k = 1; k <= 5_000; k++) {
            speed.read(k * 1_000_000L, k * 10L);
        }
        assertEquals(10_000, speed.perSecond(), 1e-6);
    }

    /// 24 intervals from 0 to 24: the last one holds 23 and 24.
    @Test
    void a_histogram_counts_each_number_once() {
        Strided numbers = Strided.of(Tensor.generate(new Shape(5, 5), k -> k));
        Histogram histogram = Histogram.of(numbers);
        assertEquals(0, histogram.from());
        assertEquals(24, histogram.to());
        assertEquals(25, histogram.total());
        assertEquals(1, histogram.counts().getFirst());
        assertEquals(2, histogram.counts().getLast());
        Histogram one = Histogram.of(Strided.of(Tensor.of(1, 3, 7, Double.NaN, 7)));
        assertEquals(2, one.counts().getFirst());
        assertEquals(1, one.notFinite());
        assertEquals(0, Histogram.of(Strided.of(Tensor.scalar(Double.NaN))).total());
    }
}
