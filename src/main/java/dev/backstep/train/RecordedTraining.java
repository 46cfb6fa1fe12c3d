package dev.backstep.train;

import dev.backstep.data.Dataset;
import dev.backstep.optim.Optimiser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training with its history: every epoch is recorded, and the training can go back to each. Or
/// one that keeps nothing, and takes no time for it: it can go back to the beginning alone.
///
/// Belongs to one thread.
final class RecordedTraining {

    /// Samples that are trained on are measured after an epoch if that takes at most so many
    /// multiplications, about.
    private static final double QUICK = 4e6;

    private final Training training;
    private final EpochStates states;
    private final HistoryRecorder recorder;
    private final boolean keeps;
    private final boolean measuresTrain;
    private final double[] upstream;
    private @Nullable Measured measured;
    private boolean changedSince;
    private boolean wentBack;

    /// The last epoch that is recorded, which lies ahead after going back.
    private int recorded;

    /// @param training at the beginning: what came before cannot be gone back to
    /// @param keeps whether it measures and records at all
    RecordedTraining(Training training, boolean keeps) {
        this.training = training;
        this.keeps = keeps;
        if (keeps) {
            training.course().rememberEveryBatch();
        }
        this.states = new EpochStates(training);
        List<String> layers = training.whole().layers().stream().map(Layer::weight).toList();
        this.recorder = new HistoryRecorder(layers);
        this.upstream = new double[layers.size()];
        this.measuresTrain = training.setup().hasSamples() && work() < QUICK;
        begin();
    }

    private double work() {
        double size = training.course().parameters.size() + 32.0;
        return training.setup().data().train().samples() * size;
    }

    private void begin() {
        recorded = training.epochs();
        wentBack = false;
        measure();
        Arrays.fill(upstream, Double.NaN);
        recorder.add(recorded, Double.NaN, Optional.ofNullable(measured), upstream);
    }

    boolean keeps() {
        return keeps;
    }

    Training training() {
        return training;
    }

    /// Does one batch; says whether it could.
    boolean next() {
        forgetAhead();
        int epoch = training.epochs();
        boolean done = training.next();
        if (training.epochs() > epoch) {
            record();
        }
        return done;
    }

    private void record() {
        if (!keeps) {
            return;
        }
        recorded = training.epochs();
        states.add(training);
        if (recorder.records(recorded)) {
            measure();
            training.last().ifPresent(done -> done.upstream(upstream));
            recorder.add(recorded, training.epochLoss(), Optional.ofNullable(measured), upstream);
        }
    }

    /// Measures the network as it is now, unless that is done.
    void measure() {
        Dataset.Split data = training.setup().data();
        if (!isMeasuredNow()) {
            boolean tests = data.test().samples() > 0;
            measured =
                    new Measured(
                            training.epochs(),
                            training.batch(),
                            measuresTrain || !tests
                                    ? Optional.of(training.evaluate(data.train()))
                                    : Optional.empty(),
                            tests ? Optional.of(training.evaluate(data.test())) : Optional.empty());
            changedSince = false;
        }
    }

    boolean isMeasuredNow() {
        return !keeps
                || !training.setup().hasSamples()
                || measured != null
                        && !changedSince
                        && measured.epoch() == training.epochs()
                        && measured.batch() == training.batch();
    }

    void adjust(Optimiser changed) {
        training.adjust(changed);
        forgetAhead();
        states.adjusted(training.steps(), changed);
    }

    void edit(String parameter, int element, double value) {
        training.edit(parameter, element, value);
        changedSince = true;
        forgetAhead();
        states.edited(training.steps(), parameter, element, value);
    }

    /// Goes to the moment after `epoch` complete ones, with what was changed by hand there. The
    /// epochs after it stay recorded until the next batch. What comes then is moved as now, not as
    /// it was then.
    ///
    /// @throws IllegalArgumentException if that epoch is not recorded
    void seek(int epoch) {
        requireRecorded(epoch);
        Optimiser now = training.optimiser();
        states.replay(training, epoch);
        training.adjust(now);
        changedSince = true;
        wentBack = true;
    }

    /// A training of its own as this one was after `epoch` complete ones: what it does next is what
    /// this one did then.
    ///
    /// @throws IllegalArgumentException if that epoch is not recorded
    Training at(int epoch) {
        requireRecorded(epoch);
        Training then = training.copy();
        states.replay(then, epoch);
        return then;
    }

    private void requireRecorded(int epoch) {
        if (epoch < states.first() || epoch > recorded) {
            throw new IllegalArgumentException(
                    "epoch "
                            + epoch
                            + " is not recorded; those from "
                            + states.first()
                            + " to "
                            + recorded
                            + " are");
        }
    }

    /// The next batch begins another course from here.
    private void forgetAhead() {
        if (wentBack) {
            wentBack = false;
            states.forgetAfter(training);
            recorder.forgetAfter(training.epochs());
            recorded = training.epochs();
            states.adjusted(training.steps(), training.optimiser());
        }
    }

    /// Goes back to where it began, and forgets all that was recorded. The optimiser stays
    /// adjusted.
    void reset() {
        Optimiser now = training.optimiser();
        states.reset(training);
        training.adjust(now);
        states.adjusted(training.steps(), now);
        recorder.reset();
        measured = null;
        begin();
    }

    Optional<Measured> measured() {
        return Optional.ofNullable(measured);
    }

    History history() {
        return recorder.history();
    }
}
