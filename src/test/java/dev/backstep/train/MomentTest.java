package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a moment shows is what the training computes, to the last bit.
class MomentTest {

    static List<Optimiser> optimisers() {
        return TrainingTest.optimisers();
    }

    /// First, middle, last and shorter batches of several epochs, with either loops; the last batch
    /// of an epoch has 22 samples.
    @ParameterizedTest
    @MethodSource("optimisers")
    void loss_and_gradients_are_those_of_the_training(Optimiser optimiser) {
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.best())) {
            Training training = Training.of(Runs.small(optimiser), kernels);
            for (int k = 0; k < 13; k++) {
                requireSame(training);
            }
            training.batches(70);
            requireSame(training);
            requireSame(training.before());
        }
    }

    private static void requireSame(Training training) {
        Moment moment = training.moment();
        Adjoint adjoint =
                Adjoint.of(moment.batch().network().graph(), moment.batch().network().output());
        int number = training.batch() + 1;
        assertEquals(number, moment.batch().number());
        assertEquals(number == 5 ? 22 : 32, moment.batch().indices().size());
        assertEquals(5, moment.batches());
        assertEquals(training.parameters(), moment.state().parameters());
        training.next();
        assertEquals(training.loss(), moment.trace().value(adjoint.output()).item());
        training.gradients()
                .forEach(
                        (name, gradient) -> {
                            int leaf =
                                    moment.batch().network().graph().named(name).orElseThrow().id();
                            assertEquals(
                                    gradient,
                                    moment.trace().value(adjoint.gradient(leaf).orElseThrow()),
                                    name + ", batch " + number);
                        });
    }

    /// Every value of the graph and its adjoint, also of nodes that no loop computes, is what the
    /// stepper gives, to rounding.
    @Test
    void every_node_has_the_value_that_the_stepper_gives() {
        for (Nets.Head head : Nets.Head.values()) {
            boolean classes = head == Nets.Head.SOFTMAX_CE || head == Nets.Head.CE_LOGITS;
            TrainingSetup setup =
                    Runs.setup(
                            classes ? Datasets.BLOBS : Datasets.CIRCLE,
                            100,
                            new int[] {2, 7, 5, classes ? 5 : 1},
                            new Op.Relu(0.5),
                            head,
                            Optimiser.Adam.of(0.01),
                            16);
            Training training = Training.of(setup);
            training.batches(7);
            Moment moment = training.moment();
            Trace stepped = Trace.of(moment.trace().graph(), moment.batch().leaves());
            for (int id = 0; id < stepped.graph().size(); id++) {
                Same.close(stepped.value(id), moment.trace().value(id), head + ", node " + id);
            }
        }
    }

    @Test
    void looking_leaves_the_training_as_it_is() {
        Training looked = Training.of(Runs.small(Optimiser.Adam.of(0.02)));
        Training alone = Training.of(Runs.small(Optimiser.Adam.of(0.02)));
        for (int k = 0; k < 50; k++) {
            looked.moment();
            looked.next();
            Map<String, Tensor> gradients = looked.gradients();
            looked.moment();
            assertEquals(gradients, looked.gradients());
            alone.next();
        }
        assertEquals(alone.parameters(), looked.parameters());
        assertEquals(alone.snapshot().layers(), looked.snapshot().layers());
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void a_training_goes_on_from_its_state_bit_for_bit(Optimiser optimiser) {
        TrainingSetup setup = Runs.small(optimiser);
        for (int done : List.of(0, 1, 4, 5, 63)) {
            Training original = Training.of(setup);
            original.batches(done);
            Training restored = Training.at(setup, original.state());
            assertEquals(original.state(), restored.state());
            original.batches(57);
            restored.batches(57);
            assertEquals(original.state(), restored.state(), "after " + done);
        }
    }

    @Test
    void a_state_of_another_network_or_optimiser_is_refused() {
        TrainingState adam = Training.of(Runs.small(Optimiser.Adam.of(0.02))).state();
        TrainingSetup sgd = Runs.small(new Optimiser.Sgd(0.1, 0, 0));
        TrainingSetup wider =
                Runs.setup(
                        Datasets.SPIRAL,
                        200,
                        new int[] {2, 9, 8, 1},
                        Op.Unary.TANH,
                        Nets.Head.SIGMOID_BCE,
                        Optimiser.Adam.of(0.02),
                        32);
        assertThrows(IllegalArgumentException.class, () -> Training.at(sgd, adam));
        assertThrows(IllegalArgumentException.class, () -> Training.at(wider, adam));
    }
}
