package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What units answer on grids and to samples, against the stepper.
class PredictorTest {

    private static final Optimiser SGD = new Optimiser.Sgd(0.5, 0, 0);

    private static Map<String, Tensor> trained(TrainingSetup setup) {
        Training training = Training.of(setup);
        for (int k = 0; k < 20; k++) {
            training.epoch();
        }
        return training.parameters();
    }

    /// A grid of 31×29 = 899 points is two chunks and a part.
    @Test
    void every_unit_is_what_the_stepper_gives_at_each_point() {
        TrainingSetup setup = Runs.brief(SGD);
        Map<String, Tensor> parameters = trained(setup);
        Grid grid = Grid.plane(setup.data().train(), 0, 1, 31, 29);
        Responses responses = Predictor.of(setup).responses(parameters, grid);
        assertEquals(2, responses.layers());
        assertEquals(4, responses.units(0));
        for (int point : new int[] {0, 30, 399, 400, 868, 898}) {
            Trace trace = stepped(setup, parameters, grid, point);
            Network one = setup.network().apply(1);
            List<Layer> layers = Layer.of(one.graph());
            for (int unit = 0; unit < 4; unit++) {
                assertEquals(
                        trace.value(layers.getFirst().output()).at(unit),
                        responses.unit(0, unit)[point],
                        1e-12);
            }
            assertEquals(trace.value(one.prediction()).item(), responses.output(0)[point], 1e-12);
        }
    }

    private static Trace stepped(
            TrainingSetup setup, Map<String, Tensor> parameters, Grid grid, int point) {
        Network one = setup.network().apply(1);
        Map<Integer, Tensor> leaves = new HashMap<>(one.leaves());
        parameters.forEach(
                (name, value) -> leaves.put(one.graph().named(name).orElseThrow().id(), value));
        leaves.put(one.x(), Tensor.of(2, 1, grid.feature(0, point), grid.feature(1, point)));
        leaves.put(one.y(), Tensor.scalar(0));
        return Trace.of(one.graph(), leaves);
    }

    /// A grid begins at the top left, and reaches a tenth of the range beyond the samples.
    @Test
    void a_grid_lies_around_the_samples() {
        double[] x = {0, 5, 10, 15};
        Dataset data = new Dataset(Dataset.Task.BINARY, 2, 1, x, new double[] {0, 1}, List.of());
        Grid grid = Grid.plane(data, 0, 1, 3, 3);
        assertEquals(List.of(5.0, 10.0), grid.others());
        assertEquals(-1, grid.feature(0, 0), 1e-12);
        assertEquals(16, grid.feature(1, 0), 1e-12);
        assertEquals(11, grid.feature(0, 8), 1e-12);
        assertEquals(4, grid.feature(1, 8), 1e-12);
        Grid line = Grid.line(data, 1, 5);
        assertTrue(line.isLine());
        assertEquals(5, line.feature(0, 2));
        assertEquals(10, line.feature(1, 2), 1e-12);
    }

    @Test
    void the_predictions_agree_with_the_accuracy_that_training_tells() {
        for (Nets.Head head : List.of(Nets.Head.BCE_LOGITS, Nets.Head.SOFTMAX_CE)) {
            boolean two = head == Nets.Head.BCE_LOGITS;
            TrainingSetup setup =
                    Runs.setup(
                            two ? Datasets.MOONS : Datasets.BLOBS,
                            600,
                            new int[] {2, 4, two ? 1 : 5},
                            Op.Unary.TANH,
                            head,
                            new Optimiser.Sgd(0.05, 0, 0),
                            50);
            Training training = Training.of(setup);
            training.batches(20);
            Dataset train = setup.data().train();
            Predictions told = Predictor.of(setup).predictions(training.parameters(), train);
            double accuracy = training.evaluate(train).accuracy().orElseThrow();
            assertTrue(!told.wrong().isEmpty(), "some are wrong");
            assertEquals(1 - accuracy, told.wrong().size() / (double) train.samples(), 1e-12);
            int[][] confusion = told.confusion(two ? 2 : 5);
            int right = IntStream.range(0, confusion.length).map(k -> confusion[k][k]).sum();
            assertEquals(train.samples() - told.wrong().size(), right);
        }
    }

    @Test
    void numbers_have_no_classes() {
        TrainingSetup setup =
                Runs.setup(
                        Datasets.PLANE,
                        100,
                        new int[] {2, 1},
                        Op.Unary.TANH,
                        Nets.Head.LINEAR_SE,
                        SGD,
                        10);
        Predictions told = Predictor.of(setup).predictions(trained(setup), setup.data().test());
        assertEquals(List.of(), told.wrong());
        assertEquals(25, told.outputs().output(0).length);
    }

    @Test
    void the_samples_that_drive_a_unit_most_come_first() {
        Responses responses =
                new Responses(new double[][][] {{{0.1, 0.9, -1, 0.5}}}, new double[0][]);
        assertEquals(List.of(1, 3, 0), responses.strongest(0, 0, 3));
    }

    @Test
    void evaluating_twice_gives_the_same_and_a_budget_bounds_the_grid() {
        TrainingSetup setup = Runs.brief(SGD);
        Map<String, Tensor> parameters = trained(setup);
        Predictor predictor = Predictor.of(setup);
        assertEquals(10, predictor.side(Duration.ofMillis(5), 10, 100));
        Grid grid = Grid.plane(setup.data().train(), 0, 1, 20, 20);
        double[] first = predictor.responses(parameters, grid).output(0);
        assertArrayEquals(first, predictor.responses(parameters, grid).output(0));
        assertEquals(10, predictor.side(Duration.ofNanos(1), 10, 100));
        assertEquals(100, predictor.side(Duration.ofDays(1), 10, 100));
    }
}
