package dev.backstep.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;

/// The batch that a training does next, laid out without being done.
final class Upcoming {

    private final TrainingSetup setup;
    private final CompiledNetworks networks;
    private final BatchOrder order;
    private final RunPosition at;

    Upcoming(TrainingSetup setup, CompiledNetworks networks, RunPosition at) {
        this.setup = setup;
        this.networks = networks;
        this.at = at;
        this.order = new BatchOrder(setup);
        order.shuffle(at.epoch);
    }

    /// The batch, in a network that shares nothing but the parameters with those that train.
    Batch batch() {
        return networks.batch(order, at.epoch, at.batch);
    }

    /// The batch and all that it computes. For the networks of a copy: the gradients of the batch
    /// before are overwritten.
    Moment moment(Optimiser optimiser, TrainingState state) {
        CompiledNetwork worker = networks.of(order.count(at.batch));
        worker.load(setup.data().train(), order.samples(), order.first(at.batch));
        Batch batch =
                new Batch(
                        at.epoch + 1,
                        at.batch + 1,
                        order.indices(at.batch),
                        worker.network(),
                        worker.leaves());
        worker.program().run();
        return new Moment(batch, order.batches(), optimiser, state, worker.trace(batch.leaves()));
    }
}
