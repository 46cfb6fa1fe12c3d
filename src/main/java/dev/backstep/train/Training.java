package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.data.Dataset;
import dev.backstep.data.Shuffle;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Mini-batch gradient descent, a batch at a time: shuffle, forward, backward, step (the loop of
/// the lecture).
///
/// Belongs to one thread; [Run] gives it one. A step allocates nothing. The order of an epoch
/// depends on the seed and its number alone, so a copy goes on exactly as the original does, bit
/// for bit.
public final class Training {

    private final TrainingSetup setup;
    private final Parameters parameters;
    private final OptimiserState optimiser;
    private final Kernels kernels;
    private final int[] order;
    private final Evaluator evaluator;
    private final CompiledNetworks networks;
    private @Nullable CompiledNetwork last;
    private @Nullable Checkpoint checkpoint;
    private final RunPosition at;
    private @Nullable Failure failure;

    private Training(
            TrainingSetup setup,
            Network network,
            Parameters parameters,
            OptimiserState optimiser,
            Kernels kernels,
            RunPosition at) {
        this.setup = setup;
        this.kernels = kernels;
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.order = new int[setup.data().train().samples()];
        this.at = at;
        this.networks = new CompiledNetworks(setup, network, parameters, kernels);
        this.evaluator = Evaluator.of(setup, network, parameters, kernels);
    }

    /// A run before its first batch.
    ///
    /// @throws IllegalArgumentException where the network does not fit the data
    public static Training of(TrainingSetup setup) {
        return of(setup, n -> Kernels.best(setup.work(n)));
    }

    static Training of(TrainingSetup setup, Kernels kernels) {
        return of(setup, _ -> kernels);
    }

    private static Training of(TrainingSetup setup, IntFunction<Kernels> kernels) {
        Network network = setup.network().apply(setup.size());
        network.requireRows(setup.data().train());
        Parameters parameters = Parameters.of(network.graph(), network.leaves());
        return new Training(
                setup,
                network,
                parameters,
                new OptimiserState(parameters, setup.optimiser()),
                kernels.apply(parameters.size()),
                new RunPosition());
    }

    /// A run that goes on from where another one of the same setup stood, bit for bit.
    ///
    /// @throws IllegalArgumentException if the state does not fit the setup
    public static Training at(TrainingSetup setup, TrainingState state) {
        Training training = of(setup);
        training.parameters.set(state.parameters());
        training.optimiser.remember(state);
        training.at.set(RunPosition.of(state, training.order.length, setup.size()));
        Shuffle.fill(training.order, setup.seed(), state.epoch());
        return training;
    }

    /// Does one batch; says whether it could. Once a number is not finite, nothing moves any more.
    public boolean next() {
        if (failure != null) {
            return false;
        }
        long start = kernels.cores().begin();
        if (Checkpoint.isDue(checkpoint, at)) {
            checkpoint = Checkpoint.of(checkpoint, parameters, optimiser, at);
        }
        if (at.batch == 0) {
            Shuffle.fill(order, setup.seed(), at.epoch);
            at.lossSum = 0;
        }
        int first = at.batch * setup.size();
        int count = Math.min(setup.size(), order.length - first);
        CompiledNetwork worker = networks.of(count);
        worker.load(setup.data().train(), order, first);
        worker.program().run();
        last = worker;
        double loss = worker.program().loss();
        if (!Double.isFinite(loss + optimiser.gradientSum(kernels))) {
            failure = Failure.find(worker.network(), worker.leaves(), at.epoch + 1, at.batch + 1);
            return false;
        }
        optimiser.step(kernels);
        at.advance(loss, count, order.length);
        if (count == setup.size()) {
            kernels.cores().took(start);
        }
        return true;
    }

    /// Says whether the last step left all parameters finite, which [#next] finds out only with the
    /// batch after it: for the end of a run. Where not, nothing moves any more.
    public boolean check() {
        if (failure == null && at.steps > 0) {
            failure =
                    Failure.afterStep(networks.whole().network(), parameters, at, batches())
                            .orElse(null);
        }
        return failure == null;
    }

    /// Goes on to the end of the epoch; says whether it came there.
    public boolean epoch() {
        int epoch = at.epoch;
        boolean going = true;
        while (going && at.epoch == epoch) {
            going = next();
        }
        return going;
    }

    /// Does `count` batches; says whether it could do all.
    public boolean batches(long count) {
        boolean going = true;
        for (long k = 0; going && k < count; k++) {
            going = next();
        }
        return going;
    }

    /// A run of its own that goes on from here exactly as this one does.
    public Training copy() {
        Parameters copied = parameters.copy();
        Training copy = another(copied, optimiser.copy(copied), at.copy());
        System.arraycopy(order, 0, copy.order, 0, order.length);
        copy.failure = failure;
        return copy;
    }

    /// A copy as it was before the last batch, which [#next] does again; a plain copy where there
    /// was none.
    ///
    /// Cost: up to 63 batches, done again from the last checkpoint.
    public Training before() {
        if (checkpoint == null) {
            return copy();
        }
        Parameters restored = parameters.copy();
        OptimiserState moved = checkpoint.restore(restored);
        Training earlier = another(restored, moved, checkpoint.at().copy());
        Shuffle.fill(earlier.order, setup.seed(), earlier.at.epoch);
        earlier.batches(at.steps - 1 - earlier.at.steps);
        return earlier;
    }

    private Training another(Parameters values, OptimiserState moved, RunPosition from) {
        return new Training(
                setup, networks.whole().network(), values, moved, kernels.another(), from);
    }

    /// Another learning rate or penalty from the next batch on. The batch before cannot be done
    /// again after that.
    ///
    /// @throws IllegalArgumentException where the optimiser is of another kind: that is another run
    public void adjust(Optimiser changed) {
        optimiser.adjust(changed);
        checkpoint = null;
    }

    public Optimiser optimiser() {
        return optimiser.optimiser();
    }

    /// The batch that [#next] will do.
    public Batch upcoming() {
        return new Upcoming(setup, networks, order, at).batch();
    }

    /// This moment: the batch that [#next] will do, with the values and gradients that it will
    /// compute.
    public Moment moment() {
        Training copy = copy();
        return new Upcoming(setup, copy.networks, copy.order, at).moment(optimiser(), state());
    }

    /// Where it stands.
    public TrainingState state() {
        return at.state(parameters.tensors(), optimiser.remembered());
    }

    /// How the network does as it is now.
    public Evaluation evaluate(Dataset data) {
        return evaluator.evaluate(data);
    }

    /// All of this at once, never to change.
    public Snapshot snapshot() {
        Dataset test = setup.data().test();
        return new Snapshot(
                at.epoch,
                at.batch,
                at.steps,
                at.loss,
                at.epochLoss,
                penalty(),
                test.samples() == 0 ? Optional.empty() : Optional.of(evaluate(test)),
                last == null ? List.of() : last.reports(parameters),
                parameters.tensors(),
                failure());
    }

    /// λ/2·‖W‖²: never part of the loss.
    public double penalty() {
        return optimiser.optimiser().l2() * parameters.halfSquaredWeights();
    }

    /// Has a second core do its share of large batches while it pays; the numbers are the same.
    public void openSecondCore() {
        if (networks.whole().program().paysTwoCores()) {
            kernels.cores().open();
        }
    }

    /// Ends the second core's thread, where there is one.
    public void closeSecondCore() {
        kernels.cores().close();
    }

    public TrainingSetup setup() {
        return setup;
    }

    /// Epochs completed.
    public int epochs() {
        return at.epoch;
    }

    /// Batches done of the epoch under way.
    public int batch() {
        return at.batch;
    }

    /// Batches an epoch.
    public int batches() {
        return Math.ceilDiv(order.length, setup.size());
    }

    /// Samples gone through in all.
    public long samples() {
        return (long) at.epoch * order.length + (long) at.batch * setup.size();
    }

    /// Batches done in all.
    public long steps() {
        return at.steps;
    }

    /// The data loss of the last batch, NaN before the first.
    public double loss() {
        return at.loss;
    }

    /// The mean data loss over the last complete epoch, NaN before the first.
    public double epochLoss() {
        return at.epochLoss;
    }

    public Map<String, Tensor> parameters() {
        return parameters.tensors();
    }

    Map<String, Tensor> gradients() {
        return parameters.gradientTensors();
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
