package dev.backstep.train;

import dev.backstep.compile.kernel.Kernels;
import dev.backstep.data.Dataset;
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
    private final Course course;
    private final Kernels kernels;
    private final BatchOrder order;
    private final Evaluator evaluator;
    private final CompiledNetworks networks;
    private @Nullable CompiledNetwork last;
    private final RunPosition at;
    private @Nullable Failure failure;

    private Training(TrainingSetup setup, Network network, Course course, Kernels kernels) {
        this.setup = setup;
        this.course = course;
        this.at = course.at;
        this.kernels = kernels;
        this.order = new BatchOrder(setup);
        this.networks = new CompiledNetworks(setup, network, course.parameters, kernels);
        this.evaluator = Evaluator.of(setup, network, course.parameters, kernels);
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
        Course course = Course.of(network, setup.optimiser());
        return new Training(setup, network, course, kernels.apply(course.parameters.size()));
    }

    /// A run that goes on from where another one of the same setup stood, bit for bit.
    ///
    /// @throws IllegalArgumentException if the state does not fit the setup
    public static Training at(TrainingSetup setup, TrainingState state) {
        Training training = of(setup);
        training.course.parameters.set(state.parameters());
        training.course.optimiser.remember(state);
        training.at.set(RunPosition.of(state, training.order.size(), setup.size()));
        training.order.shuffle(state.epoch());
        return training;
    }

    /// Does one batch; says whether it could. Once a number is not finite, nothing moves any more.
    public boolean next() {
        if (failure != null) {
            return false;
        }
        long start = kernels.cores().begin();
        course.remember();
        if (at.batch == 0) {
            order.shuffle(at.epoch);
            at.lossSum = 0;
        }
        int count = order.count(at.batch);
        CompiledNetwork worker = networks.of(count);
        worker.load(setup.data().train(), order.samples(), order.first(at.batch));
        worker.run(course.optimiser);
        last = worker;
        double loss = worker.program().loss();
        if (!Double.isFinite(loss + course.optimiser.gradientSum(kernels))) {
            failure = Failure.find(worker, at.epoch + 1, at.batch + 1);
            return false;
        }
        course.optimiser.step(kernels);
        at.advance(loss, count, order.size());
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
                    Failure.afterStep(networks.whole().network(), course.parameters, at, batches())
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
        Training copy = another(course.copy());
        copy.order.set(order);
        copy.failure = failure;
        return copy;
    }

    /// A copy as it was before the last batch, which [#next] does again; a plain copy where there
    /// was none.
    ///
    /// Cost: up to 63 batches, done again from the last checkpoint.
    public Training before() {
        return course.earlier().map(this::beforeLast).orElseGet(this::copy);
    }

    private Training beforeLast(Course from) {
        Training earlier = another(from);
        earlier.order.shuffle(from.at.epoch);
        earlier.batches(at.steps - 1 - from.at.steps);
        return earlier;
    }

    private Training another(Course from) {
        return new Training(setup, networks.whole().network(), from, kernels.another());
    }

    /// Another learning rate or penalty from the next batch on.
    ///
    /// @throws IllegalArgumentException where the optimiser is of another kind: that is another run
    public void adjust(Optimiser changed) {
        course.adjust(changed);
    }

    /// Gives one element of a parameter, counted row by row, another value.
    public void edit(String parameter, int element, double value) {
        course.edit(parameter, element, value);
    }

    Course course() {
        return course;
    }

    /// The network for a whole batch.
    CompiledNetwork whole() {
        return networks.whole();
    }

    /// The one that did the last batch.
    Optional<CompiledNetwork> last() {
        return Optional.ofNullable(last);
    }

    /// Goes back, or forward, to another state of the same run.
    void restore(Checkpoint to) {
        course.restore(to);
        order.shuffle(at.epoch);
        last = null;
        failure = null;
    }

    public Optimiser optimiser() {
        return course.optimiser.optimiser();
    }

    /// The batch that [#next] will do.
    public Batch upcoming() {
        return new Upcoming(setup, networks, at).batch();
    }

    /// This moment: the batch that [#next] will do, with the values and gradients that it will
    /// compute.
    public Moment moment() {
        Training copy = copy();
        return new Upcoming(setup, copy.networks, at).moment(course.optimiser, state());
    }

    /// Where it stands.
    public TrainingState state() {
        return at.state(parameters(), course.optimiser.remembered());
    }

    /// How the network does as it is now.
    public Evaluation evaluate(Dataset data) {
        return evaluator.evaluate(data);
    }

    /// All of this at once, never to change.
    public Snapshot snapshot() {
        return Snapshot.of(this);
    }

    /// The samples of the batch that was done or tried last; empty before the first.
    List<Integer> lastBatch() {
        boolean tried = failure != null && failure.isIn(at.epoch, at.batch);
        int before = at.batch == 0 ? batches() - 1 : at.batch - 1;
        return last == null ? List.of() : order.indices(tried ? at.batch : before);
    }

    /// λ/2·‖W‖²: never part of the loss.
    public double penalty() {
        return optimiser().l2() * course.parameters.halfSquaredWeights();
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
        return order.batches();
    }

    /// Samples gone through in all.
    public long samples() {
        return (long) at.epoch * order.size() + (long) at.batch * setup.size();
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
        return course.parameters.tensors();
    }

    Map<String, Tensor> gradients() {
        return course.parameters.gradientTensors();
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
