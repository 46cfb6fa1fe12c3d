package dev.backstep.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What it takes to do any epoch of a run again: its state after some of them, and what was changed
/// by hand in between.
///
/// The states are thinned out as the run goes on, so that they take a bounded amount of memory; the
/// arrays of those dropped are used again.
final class EpochStates {

    /// Most numbers that all states together may hold: 32 MB.
    private static final long ROOM = 1 << 22;

    private static final int MOST = 256;

    /// An epoch of so much work, see [TrainingSetup#work], is done once more than it takes, so that
    /// its last batch can be told of too.
    private static final double QUICK = 1e7;

    private static final int FEWEST = 8;

    private sealed interface Intervention {
        /// Batches that were done before it.
        long steps();

        void apply(Training training);
    }

    private record Adjusted(long steps, Optimiser optimiser) implements Intervention {
        @Override
        public void apply(Training training) {
            training.adjust(optimiser);
        }
    }

    private record Edited(long steps, String parameter, int element, double value)
            implements Intervention {
        @Override
        public void apply(Training training) {
            training.edit(parameter, element, value);
        }
    }

    private final int first;
    private final int capacity;
    private final boolean isQuick;
    private final TreeMap<Integer, Checkpoint> states = new TreeMap<>();
    private final Deque<Checkpoint> spare = new ArrayDeque<>();
    private final List<Intervention> changes = new ArrayList<>();
    private int every = 1;

    /// @param training at the beginning: what came before cannot be done again
    EpochStates(Training training) {
        long numbers =
                Checkpoint.numbers(training.course().parameters, training.course().optimiser);
        this.capacity = (int) Math.clamp(ROOM / Math.max(1, numbers), FEWEST, MOST);
        this.first = training.epochs();
        TrainingSetup setup = training.setup();
        this.isQuick = setup.work(training.course().parameters.size()) / setup.epochs() < QUICK;
        states.put(first, training.course().checkpoint(null));
    }

    /// Takes in the state at the end of an epoch, after all others.
    void add(Training training) {
        if (states.size() == capacity) {
            thin();
        }
        if (training.epochs() % every == 0) {
            states.put(training.epochs(), training.course().checkpoint(spare.poll()));
        }
    }

    private void thin() {
        every *= 2;
        drop(
                states.keySet().stream()
                        .filter(epoch -> epoch % every != 0 && epoch != first)
                        .toList());
    }

    private void drop(List<Integer> epochs) {
        epochs.forEach(epoch -> spare.add(Objects.requireNonNull(states.remove(epoch))));
    }

    void adjusted(long steps, Optimiser optimiser) {
        changes.removeIf(c -> c instanceof Adjusted && c.steps() == steps);
        changes.add(new Adjusted(steps, optimiser));
    }

    void edited(long steps, String parameter, int element, double value) {
        changes.removeIf(
                c ->
                        c instanceof Edited e
                                && e.steps() == steps
                                && e.parameter().equals(parameter)
                                && e.element() == element);
        changes.add(new Edited(steps, parameter, element, value));
    }

    /// Has `training` be as it was when it began the epoch after `epoch` complete ones, with what
    /// was changed by hand before that.
    void replay(Training training, int epoch) {
        Map.Entry<Integer, Checkpoint> from =
                isQuick ? states.lowerEntry(epoch) : states.floorEntry(epoch);
        training.restore(from == null ? beginning() : from.getValue());
        int next = 0;
        while (next < changes.size() && changes.get(next).steps() < training.steps()) {
            next++;
        }
        next = change(training, next);
        while (training.epochs() < epoch && training.next()) {
            next = change(training, next);
        }
    }

    /// Does what was changed by hand at this place, from the change `next` on; returns the one
    /// after.
    private int change(Training training, int next) {
        int k = next;
        while (k < changes.size() && changes.get(k).steps() == training.steps()) {
            changes.get(k).apply(training);
            k++;
        }
        return k;
    }

    /// Drops all that comes after a number of batches.
    void forgetAfter(Training now) {
        drop(List.copyOf(states.tailMap(now.epochs(), false).keySet()));
        changes.removeIf(change -> change.steps() > now.steps());
    }

    /// Goes back to the first state, and drops all else.
    void reset(Training training) {
        training.restore(beginning());
        forgetAfter(training);
        changes.clear();
        every = 1;
    }

    /// The first epoch that can be gone back to.
    int first() {
        return first;
    }

    private Checkpoint beginning() {
        return Objects.requireNonNull(states.get(first));
    }
}
