package dev.backstep.ui.lesson;

import dev.backstep.lesson.Scene;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.State;
import dev.backstep.train.Training;
import java.util.Optional;

/// The training that comes to the moment of a stop: done in the background, watched and stopped by
/// the window.
final class MomentWork {

    private final State state;
    private final int stop;
    private final Scene.After after;
    private volatile long done;
    private volatile long all;
    private volatile boolean stopped;

    /// @param stop which it is for
    MomentWork(State state, int stop, Scene.After after) {
        this.state = state;
        this.stop = stop;
        this.after = after;
    }

    /// Trains and gives the batch that comes next; nothing if the program does not train, or if
    /// nobody waits for it any more. A training that fails stays where it failed.
    Optional<OpenedBatch> run() {
        Optional<TrainingSetup> setup = state.program().flatMap(p -> p.model().setup());
        if (setup.isEmpty()) {
            return Optional.empty();
        }
        Training training = Training.of(setup.get());
        long batches = (long) after.epochs() * training.batches() + after.batches();
        all = batches;
        for (long i = 0; i < batches && training.failure().isEmpty(); i++) {
            if (stopped) {
                return Optional.empty();
            }
            training.next();
            done = i + 1;
        }
        return OpenedBatch.of(state, training.moment());
    }

    int stop() {
        return stop;
    }

    void end() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /// How many batches are done.
    long done() {
        return done;
    }

    /// How many there are; 0 before it has begun.
    long all() {
        return all;
    }
}
