package dev.backstep.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/// Puts data through a network, many samples at once.
///
/// Its workers are not those that train: what they hold of the last batch is still to be read.
final class Evaluator {

    private static final int AT_ONCE = 1024;

    private final IntFunction<Worker> compile;
    private final Map<Integer, Worker> workers = new HashMap<>();

    Evaluator(IntFunction<Worker> compile) {
        this.compile = compile;
    }

    Evaluation evaluate(Dataset data) {
        int[] all = new int[data.samples()];
        Arrays.setAll(all, k -> k);
        double loss = 0;
        double right = 0;
        for (int first = 0; first < all.length; first += AT_ONCE) {
            int count = Math.min(AT_ONCE, all.length - first);
            Worker worker = workers.computeIfAbsent(count, compile::apply);
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
