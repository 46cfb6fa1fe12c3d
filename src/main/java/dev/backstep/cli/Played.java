package dev.backstep.cli;

import dev.backstep.train.Frame;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import java.util.function.Predicate;

/// A training that a [Run] has played for a command: by the loop that the window trains with.
///
/// @param training as the run left it, from here on the command's own
/// @param frame of the same moment; its history has the epochs if they were kept
record Played(Training training, Frame frame) {

    /// Trains until so many batches are done in all, a number is not finite, or `goesOn`, which is
    /// asked after each batch, says no.
    ///
    /// @param keeps whether the epochs are recorded, which takes time
    static Played until(
            long batches, Training training, boolean keeps, Predicate<Training> goesOn) {
        Run run = Run.followed(training, keeps, goesOn);
        run.batches(batches - training.steps());
        Frame frame = run.settled().exceptionally(_ -> run.latest()).join();
        run.close();
        try {
            return new Played(run.join(), frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
