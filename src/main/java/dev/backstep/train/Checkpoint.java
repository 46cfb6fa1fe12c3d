package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run as it was some batches ago: from here any batch since can be done again.
///
/// Its arrays are used again for the next checkpoint, so that taking one allocates nothing.
final class Checkpoint {

    private final double[] values;
    private final OptimiserState motion;
    private final RunPosition at = new RunPosition();

    private Checkpoint(Parameters parameters, OptimiserState motion) {
        this.values = parameters.values().clone();
        this.motion = motion.copy(parameters);
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

    /// How many numbers a checkpoint of such a run holds.
    static long numbers(Parameters parameters, OptimiserState motion) {
        return (1L + motion.optimiser().states()) * parameters.values().length;
    }

    /// Gives all three the values they had.
    void restore(Parameters parameters, OptimiserState moved, RunPosition position) {
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        moved.set(motion);
        position.set(at);
    }

    /// By how much each parameter has moved since.
    Map<String, Tensor> updates(Parameters parameters) {
        Map<String, Tensor> updates = new LinkedHashMap<>();
        for (Parameters.Place place : parameters.places()) {
            updates.put(
                    place.name(),
                    Tensor.generate(
                            place.shape(),
                            k -> parameters.values()[place.at() + k] - values[place.at() + k]));
        }
        return updates;
    }
}
