package dev.backstep.train;

import dev.backstep.compile.Parameters;
import org.jspecify.annotations.Nullable;

/// A run as it was some batches ago: from here any batch since can be done again.
///
/// Its arrays are used again for the next checkpoint, so that taking one allocates nothing.
final class Checkpoint {

    private static final int EVERY = 64;

    private final double[] values;
    private final OptimiserState motion;
    private final RunPosition at = new RunPosition();

    private Checkpoint(Parameters parameters, OptimiserState motion) {
        this.values = parameters.values().clone();
        this.motion = motion.copy(parameters);
    }

    /// Whether it is time for the next one after `last`.
    static boolean isDue(@Nullable Checkpoint last, RunPosition at) {
        return last == null || at.steps - last.at.steps >= EVERY;
    }

    /// The run as it is now, in the arrays of `old` where there is one.
    static Checkpoint of(
            @Nullable Checkpoint old,
            Parameters parameters,
            OptimiserState motion,
            RunPosition at) {
        Checkpoint checkpoint = old == null ? new Checkpoint(parameters, motion) : old;
        System.arraycopy(parameters.values(), 0, checkpoint.values, 0, checkpoint.values.length);
        checkpoint.motion.set(motion);
        checkpoint.at.set(at);
        return checkpoint;
    }

    RunPosition at() {
        return at;
    }

    /// Gives `parameters` the values they had; what the optimiser remembered comes back with them.
    OptimiserState restore(Parameters parameters) {
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        return motion.copy(parameters);
    }
}
