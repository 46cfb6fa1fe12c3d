package dev.backstep.train;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.compile.Instruction;
import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compiled losses against the stepper, where labels or predictions are at an edge.
class LossProgramsTest {

    private static final List<Kernels> KERNELS = List.of(new PlainKernels(), Kernels.best());

    /// Labels of 0 and 1 take a shorter way, which must not hide a sure mistake: −1·log 0 = ∞,
    /// while 0·log 0 = 0.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 0.3, 1 - 0x1p-53, 1})
    void losses_of_hard_labels_are_those_of_the_stepper(double prediction) {
        for (double label : new double[] {0, 1}) {
            Shape shape = new Shape(1, 9);
            Graph.Builder b = Graph.builder();
            int p = b.leaf("p", Op.Role.PARAM, shape);
            int y = b.leaf("y", Op.Role.DATA, shape);
            int output = b.add(new Op.MeanTo(Shape.SCALAR), b.add(Binary.BCE, p, y));
            Map<Integer, Tensor> leaves =
                    Map.of(p, Tensor.full(shape, prediction), y, Tensor.full(shape, label));
            String what = prediction + " for " + label;
            Same.asStepper(b.build(), output, leaves, KERNELS, what);
        }
    }

    /// Right and wrong and sure and impossible predictions side by side, for labels of 0 and 1 and
    /// for others: 0·log 0 is 0 in each loop, 0·log(−1) and 0·NaN are no numbers.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 9, 17})
    void losses_at_the_edges_are_those_of_the_stepper(int cols) {
        double[] predictions = {0, -0.0, 1, 1e-310, 1e-10, 0.3, 1 - 0x1p-53, -1, 2, Double.NaN};
        double[] logits = {0, -800, 800, POSITIVE_INFINITY, -POSITIVE_INFINITY, Double.NaN};
        double[][] labels = {{0}, {1}, {0, 1}, {0, 0.25, 1}, {-0.0, 1, 2}};
        for (Op loss :
                List.of(Binary.BCE, Columnwise.CE, Binary.BCE_LOGITS, Columnwise.CE_LOGITS)) {
            boolean raw = loss == Binary.BCE_LOGITS || loss == Columnwise.CE_LOGITS;
            for (double first : raw ? logits : predictions) {
                for (double[] label : labels) {
                    asStepper(loss, first, raw ? logits : predictions, label, cols);
                }
            }
        }
    }

    private static void asStepper(
            Op loss, double first, double[] predictions, double[] labels, int cols) {
        Shape shape = new Shape(3, cols);
        Graph.Builder b = Graph.builder();
        int p = b.leaf("p", Op.Role.PARAM, shape);
        int y = b.leaf("y", Op.Role.PARAM, shape);
        int output = b.add(new Op.SumTo(Shape.SCALAR), b.add(loss, p, y));
        Random random = new Random(cols);
        Tensor given =
                Tensor.generate(
                        shape,
                        k -> k == 0 ? first : predictions[random.nextInt(predictions.length)]);
        Tensor weights = Tensor.generate(shape, _ -> labels[random.nextInt(labels.length)]);
        String what = loss + " of " + given + " for " + weights;
        for (Tensor x : List.of(given, Tensor.full(shape, first))) {
            Map<Integer, Tensor> leaves = Map.of(p, x, y, weights);
            Same.asStepper(b.build(), output, leaves, KERNELS, what);
        }
    }

    /// −log(1 − p) to the last places also where 1 − p has lost most of p.
    @Test
    void a_small_mistake_keeps_its_digits_in_every_loop() {
        for (double label : new double[] {0, 0x1p-60}) {
            for (double prediction : new double[] {1e-5, 1e-10, 3e-16, 1e-17, 1e-20, 1e-300}) {
                Shape shape = new Shape(1, 9);
                Graph.Builder b = Graph.builder();
                int p = b.leaf("p", Op.Role.PARAM, shape);
                int y = b.leaf("y", Op.Role.DATA, shape);
                int output = b.add(new Op.MeanTo(Shape.SCALAR), b.add(Binary.BCE, p, y));
                Map<Integer, Tensor> leaves =
                        Map.of(p, Tensor.full(shape, prediction), y, Tensor.full(shape, label));
                double expected =
                        -label * Math.log(prediction) - (1 - label) * Math.log1p(-prediction);
                for (Kernels k : KERNELS) {
                    Parameters parameters = Parameters.of(b.build(), leaves);
                    Program program =
                            Program.of(b.build(), output, leaves, parameters, Set.of(), k);
                    program.forward();
                    assertEquals(expected, program.loss(), 4e-16 * expected, k + " " + prediction);
                }
            }
        }
    }

    /// A sigmoid and the cross-entropy after it have one slope, p − y, which must not hide where
    /// the two are infinite or no number.
    @ParameterizedTest
    @ValueSource(doubles = {-800, -745, -720, -40, -1, 0, 3, 36, 40, 800})
    void the_slope_through_sigmoid_and_cross_entropy_is_that_of_the_stepper(double score) {
        for (double label : new double[] {0, 0.25, 1}) {
            Shape shape = new Shape(1, 9);
            Graph.Builder b = Graph.builder();
            int z = b.leaf("z", Op.Role.PARAM, shape);
            int y = b.leaf("y", Op.Role.DATA, shape);
            int loss = b.add(Binary.BCE, b.add(Unary.SIGMOID, z), y);
            int output = b.add(new Op.MeanTo(Shape.SCALAR), loss);
            Graph graph = b.build();
            Map<Integer, Tensor> leaves =
                    Map.of(z, Tensor.full(shape, score), y, Tensor.full(shape, label));
            Program program =
                    Program.of(graph, output, leaves, Parameters.of(graph, leaves), Set.of());
            assertTrue(
                    program.instructions().stream()
                            .anyMatch(i -> i instanceof Instruction.SigmoidBceSlope));
            String what = score + " for " + label;
            Same.asStepper(graph, output, leaves, KERNELS, what);
        }
    }
}
