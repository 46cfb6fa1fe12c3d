package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    /// Four samples, one feature of this size, labels in no order that a line could learn.
    private static Dataset data(double size) {
        return new Dataset(
                Dataset.Task.BINARY,
                1,
                1,
                new double[] {-size, -size / 2, size / 2, size},
                new double[] {0, 1, 1, 0},
                List.of());
    }

    private static TrainingSetup setup(IntFunction<Network> network, Dataset data, double rate) {
        return new TrainingSetup(
                network, data.split(0, 1), new Optimiser.Sgd(rate, 0, 0), 4, 10, 1);
    }

    /// A network whose parameters all have one value.
    private static IntFunction<Network> constant(Op hidden, double value) {
        return n -> {
            Network net = Nets.mlp(new int[] {1, 3, 1}, hidden, Nets.Head.SIGMOID_BCE, 1, n);
            Map<Integer, Tensor> leaves = new HashMap<>();
            net.leaves().forEach((id, w) -> leaves.put(id, Tensor.full(w.shape(), value)));
            return new Network(
                    net.graph(), net.output(), leaves, net.x(), net.y(), net.prediction());
        };
    }

    private static List<String> troubles(TrainingSetup setup, int epochs) throws Exception {
        Run run = Run.of(setup);
        run.epochs(epochs);
        Frame frame = run.settled().get();
        run.close();
        return Diagnosis.of(setup).of(frame).stream()
                .map(t -> Texts.ENGLISH.say(t.evidence()) + " " + Texts.ENGLISH.say(t.remedy()))
                .toList();
    }

    /// At rate 0 all weights stay 0: ŷ = ½ for each sample, and the loss log 2 = 0.6931.
    @Test
    void a_loss_that_does_not_move_is_told_after_20_epochs() throws Exception {
        TrainingSetup setup = setup(constant(Unary.TANH, 0), data(1), 0);
        assertEquals(List.of(), troubles(setup, 20));
        assertEquals(
                List.of(
                        "The loss has stayed between 0.6931 and 0.6931 for 20 epochs. Try a larger"
                                + " learning rate, other initial weights or another activation."),
                troubles(setup, 21));
    }

    /// Z = −4 − 4x is below 0 for x in (−1, 1] and 0 for x = −1, where relu0 decides whether the
    /// gradient passes.
    @Test
    void a_layer_of_rectifiers_that_are_all_off_is_told() throws Exception {
        assertEquals(
                List.of(
                        "All 3 units after W1 are off for every sample of the last batch, so no"
                                + " gradient passes them. Try a smaller learning rate, or"
                                + " leaky_relu, which is never quite off."),
                troubles(setup(constant(new Op.Relu(0), -4), data(1), 0), 1));
        assertEquals(List.of(), troubles(setup(constant(new Op.Relu(0.5), -4), data(1), 0), 1));
    }

    /// Z = 30 + 30x: −870, −420, 480 and 930.
    @Test
    void a_layer_on_the_flat_ends_of_its_activation_is_told() throws Exception {
        List<String> told = troubles(setup(constant(Unary.TANH, 30), data(30), 0), 1);
        assertEquals(1, told.size(), told.toString());
        assertEquals(
                "All 3 units after W1 are near the flat ends of their activation for every sample"
                        + " of the last batch, so little gradient passes them. Try smaller initial"
                        + " weights or smaller features, or relu.",
                told.getFirst());
    }

    @Test
    void a_feature_over_100_is_told_with_its_size() throws Exception {
        assertEquals(
                List.of(
                        "Feature 1 has values up to 300.0 in size. Scale the features to about ±1;"
                                + " csv does it with scale=standard."),
                troubles(setup(constant(Unary.TANH, 0), data(300), 0), 1));
    }

    @Test
    void a_sum_over_the_batch_is_told_and_a_mean_is_not() throws Exception {
        assertEquals(
                List.of(
                        "The loss is a sum over the 4 samples of a batch, so its gradient is 4"
                                + " times that of their mean. Write mean instead of sum, or divide"
                                + " by the number of samples."),
                troubles(setup(n -> line(n, false), data(1), 0), 1));
        assertEquals(List.of(), troubles(setup(n -> line(n, true), data(1), 0), 1));
    }

    private static Network line(int samples, boolean mean) {
        Graph.Builder b = Graph.builder();
        int x = b.leaf("X", Op.Role.DATA, new Shape(1, samples));
        int y = b.leaf("y", Op.Role.DATA, new Shape(1, samples));
        int w = b.leaf("W", Op.Role.PARAM, Shape.SCALAR);
        int yhat = b.add(Unary.SIGMOID, b.add(new Op.MatMul(), w, x));
        int losses = b.add(Op.Binary.BCE, yhat, y);
        int loss = b.add(mean ? new Op.MeanTo(Shape.SCALAR) : new Op.SumTo(Shape.SCALAR), losses);
        return new Network(b.build(), loss, Map.of(w, Tensor.scalar(1)), x, y, yhat);
    }
}
