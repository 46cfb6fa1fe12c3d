package dev.backstep.train;

import dev.backstep.data.Shuffle;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import java.util.Arrays;
import java.util.List;

/// The batch that a training does next, laid out without being done.
final class Upcoming {

    private final TrainingSetup setup;
    private final CompiledNetworks networks;
    private final int[] order;
    private final RunPosition at;
    private final int first;
    private final int count;

    /// @param order of the samples of the epoch under way; between two epochs any
    Upcoming(TrainingSetup setup, CompiledNetworks networks, int[] order, RunPosition at) {
        this.setup = setup;
        this.networks = networks;
        this.order = order.clone();
        this.at = at;
        this.first = at.batch * setup.size();
        this.count = Math.min(setup.size(), order.length - first);
        if (at.batch == 0) {
            Shuffle.fill(this.order, setup.seed(), at.epoch);
        }
    }

    /// The batch, in a network that shares nothing but the parameters with those that train.
    Batch batch() {
        return batch(networks.another(count));
    }

    private Batch batch(CompiledNetwork worker) {
        worker.load(setup.data().train(), order, first);
        List<Integer> indices = Arrays.stream(order, first, first + count).boxed().toList();
        return new Batch(at.epoch + 1, at.batch + 1, indices, worker.network(), worker.leaves());
    }

    /// The batch and all that it computes. For the networks of a copy: the gradients of the batch
    /// before are overwritten.
    Moment moment(Optimiser optimiser, TrainingState state) {
        CompiledNetwork worker = networks.of(count);
        Batch batch = batch(worker);
        worker.program().run();
        int batches = Math.ceilDiv(order.length, setup.size());
        return new Moment(batch, batches, optimiser, state, worker.trace(batch.leaves()));
    }
}
