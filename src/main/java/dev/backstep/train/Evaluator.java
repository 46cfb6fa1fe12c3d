package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.data.Dataset;
import dev.backstep.graph.Op;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/// Puts data through a network, many samples at once.
///
/// Its workers are not those that train: what they hold of the last batch is still to be read.
final class Evaluator {

    /// Most samples at once, and most numbers that they may have in all nodes together.
    private static final int SAMPLES = 1024;

    private static final long ROOM = 1 << 23;

    private final int atOnce;
    private final IntFunction<CompiledNetwork> compile;
    private final Map<Integer, CompiledNetwork> workers = new HashMap<>();

    /// @param compile makes a worker for a number of samples
    /// @param atOnce how many samples are put through together
    Evaluator(IntFunction<CompiledNetwork> compile, int atOnce) {
        this.compile = compile;
        this.atOnce = atOnce;
    }

    /// One for the network of a run, as its parameters are at the time.
    static Evaluator of(
            TrainingSetup setup, Network network, Parameters parameters, Kernels kernels) {
        return new Evaluator(
                n -> CompiledNetwork.forward(setup.network().apply(n), parameters, kernels),
                atOnce(network));
    }

    /// How many samples at once do not take too much memory.
    static int atOnce(Network network) {
        long numbers =
                network.graph().nodes().stream()
                        .filter(n -> !(n.op() instanceof Op.Leaf) || isFeatures(network, n.id()))
                        .mapToLong(n -> n.shape().size())
                        .sum();
        return Math.clamp(ROOM * network.samples() / numbers, 1, SAMPLES);
    }

    private static boolean isFeatures(Network network, int node) {
        return network.data().filter(d -> d.x() == node).isPresent();
    }

    Evaluation evaluate(Dataset data) {
        int[] all = new int[data.samples()];
        Arrays.setAll(all, k -> k);
        double loss = 0;
        double right = 0;
        for (int first = 0; first < all.length; first += atOnce) {
            int count = Math.min(atOnce, all.length - first);
            CompiledNetwork worker = workers.computeIfAbsent(count, compile::apply);
            worker.load(data, all, first);
            worker.program().forward();
            loss += worker.program().loss() * count;
            right += worker.right(data.task()).orElse(0);
        }
        boolean classes = data.task() != Dataset.Task.REGRESSION;
        return new Evaluation(
                loss / all.length,
                classes ? OptionalDouble.of(right / all.length) : OptionalDouble.empty());
    }
}
