package dev.backstep.train;

import dev.backstep.optim.TrainingSetup;

/// The batch that a training does next, laid out without being done.
final class Upcoming {

    private final TrainingSetup setup;
    private final CompiledNetworks networks;
    private final BatchOrder order;
    private final RunPosition at;
    private final int count;

    Upcoming(TrainingSetup setup, CompiledNetworks networks, RunPosition at) {
        this.setup = setup;
        this.networks = networks;
        this.order = new BatchOrder(setup);
        this.at = at;
        this.count = order.count(at.batch);
        order.shuffle(at.epoch);
    }

    /// The batch, in a network that shares nothing but the parameters with those that train.
    Batch batch() {
        return batch(networks.another(count));
    }

    private Batch batch(CompiledNetwork worker) {
        worker.load(setup.data().train(), order.samples(), order.first(at.batch));
        return new Batch(
                at.epoch + 1,
                at.batch + 1,
                order.indices(at.batch),
                worker.network(),
                worker.leaves());
    }

    /// The batch and all that it computes. For the networks of a copy: the gradients of the batch
    /// before are overwritten.
    Moment moment(OptimiserState optimiser, TrainingState state) {
        CompiledNetwork worker = networks.of(count);
        Batch batch = batch(worker);
        worker.run(optimiser);
        return new Moment(
                batch, order.batches(), optimiser.optimiser(), state, worker.trace(batch.leaves()));
    }
}
