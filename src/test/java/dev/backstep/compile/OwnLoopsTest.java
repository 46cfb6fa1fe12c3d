package dev.backstep.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.compile.kernel.VectorKernels;
import dev.backstep.graph.Op;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Nets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnLoopsTest {

    private static final List<Op> HIDDEN =
            List.of(Op.Unary.TANH, Op.Unary.SIGMOID, new Op.Relu(0), Op.Unary.SILU);

    @Test
    void each_loop_has_a_hidden_class_of_its_own() {
        List<String> ran = new ArrayList<>();
        Runnable one = OwnLoops.of(() -> ran.add("one"));
        Runnable two = OwnLoops.of(() -> ran.add("two"));
        two.run();
        one.run();
        assertEquals(List.of("two", "one"), ran);
        assertNotEquals(one.getClass(), two.getClass());
        assertTrue(one.getClass().isHidden());
    }

    @Test
    void loops_with_classes_of_their_own_give_the_same_numbers_bit_for_bit() {
        Random random = new Random(14);
        for (int k = 0; k < 60; k++) {
            Nets.Head head = Nets.Head.values()[k % Nets.Head.values().length];
            int[] sizes = random.ints(3, 1, 10).toArray();
            sizes[2] = head == Nets.Head.SIGMOID_BCE || head == Nets.Head.BCE_LOGITS ? 1 : sizes[2];
            Op hidden = HIDDEN.get(random.nextInt(HIDDEN.size()));
            int samples = 1 + random.nextInt(40);
            Network network = Nets.mlp(sizes, hidden, head, k, samples);
            same(network, "%s %s × %d samples".formatted(hidden, head, samples));
        }
    }

    private static void same(Network network, String what) {
        Map<Integer, Tensor> leaves = new HashMap<>(network.leaves());
        Random random = new Random(1);
        network.data()
                .ifPresent(
                        d ->
                                List.of(d.x(), d.y())
                                        .forEach(
                                                id ->
                                                        leaves.put(
                                                                id,
                                                                Tensor.generate(
                                                                        network.graph()
                                                                                .node(id)
                                                                                .shape(),
                                                                        _ ->
                                                                                random
                                                                                        .nextDouble()))));
        Parameters parameters = Parameters.of(network.graph(), network.leaves());
        Program program =
                Program.of(
                        network.graph(),
                        network.output(),
                        leaves,
                        parameters,
                        Set.of(),
                        new VectorKernels());
        program.run();
        double loss = program.loss();
        double[] gradients = parameters.gradients().clone();
        Arrays.fill(parameters.gradients(), 0, parameters.size(), Double.NaN);
        program.separate();
        program.run();
        assertEquals(loss, program.loss(), what);
        assertArrayEquals(gradients, parameters.gradients(), what);
    }
}
