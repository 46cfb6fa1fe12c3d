package dev.backstep.ui.train;

import dev.backstep.train.Evaluation;
import dev.backstep.train.Frame;
import dev.backstep.train.History;
import dev.backstep.train.Measured;
import java.util.Optional;
import java.util.OptionalDouble;

/// A run that has ended, kept to be compared with others.
///
/// @param number counted from 1, in the order in which runs began
/// @param name what differed from the run before it, unless it was given another one
/// @param text the program it began with
/// @param hidden whether its curve is not drawn
record KeptRun(
        int number,
        String name,
        String text,
        History history,
        Figures figures,
        boolean pinned,
        boolean hidden) {

    /// How far a run came.
    ///
    /// @param loss mean over its last complete epoch
    /// @param testLoss as it was last measured
    /// @param accuracy on the samples held back, else on those trained on, as it was last measured
    record Figures(int epochs, double loss, OptionalDouble testLoss, OptionalDouble accuracy) {

        static Figures of(Frame frame) {
            Optional<Measured> measured = frame.measured();
            return new Figures(
                    frame.snapshot().epoch(),
                    frame.snapshot().epochLoss(),
                    measured.flatMap(Measured::test)
                            .map(Evaluation::loss)
                            .map(OptionalDouble::of)
                            .orElse(OptionalDouble.empty()),
                    measured.map(Measured::accuracy).orElse(OptionalDouble.empty()));
        }
    }

    static KeptRun of(int number, String name, String text, Frame last) {
        return new KeptRun(number, name, text, last.history(), Figures.of(last), false, false);
    }

    KeptRun withName(String changed) {
        return new KeptRun(number, changed, text, history, figures, pinned, hidden);
    }

    KeptRun withPinned(boolean changed) {
        return new KeptRun(number, name, text, history, figures, changed, hidden);
    }

    KeptRun withHidden(boolean changed) {
        return new KeptRun(number, name, text, history, figures, pinned, changed);
    }
}
