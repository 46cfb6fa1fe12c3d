package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.graph.Mistake;
import dev.backstep.optim.Network;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that a training changes: its parameters, what its optimiser remembers, and how far it has
/// come. It also remembers itself as it was some batches ago, so that the last batch can be done
/// again.
final class Course {

    private static final int CHECKPOINT_EVERY = 64;

    final Parameters parameters;
    final OptimiserState optimiser;
    final RunPosition at;
    private int checkpointEvery = CHECKPOINT_EVERY;
    private @Nullable Checkpoint checkpoint;
    private @Nullable Map<String, Tensor> updates;

    private Course(Parameters parameters, OptimiserState optimiser, RunPosition at) {
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.at = at;
    }

    /// Before the first batch.
    static Course of(Network network, Optimiser optimiser) {
        Parameters parameters = Parameters.of(network.graph(), network.leaves());
        boolean leaves = network.pass().makes(Mistake.NO_ZERO);
        return new Course(
                parameters, new OptimiserState(parameters, optimiser, leaves), new RunPosition());
    }

    Course copy() {
        Parameters copied = parameters.copy();
        return new Course(copied, optimiser.copy(copied), at.copy());
    }

    /// Itself at the last checkpoint, if there is one.
    Optional<Course> earlier() {
        return Optional.ofNullable(checkpoint)
                .map(
                        from -> {
                            Course earlier = copy();
                            earlier.restore(from);
                            return earlier;
                        });
    }

    /// Before a batch: takes a checkpoint, if one is due.
    void remember() {
        updates = null;
        if (checkpoint == null || at.steps - checkpoint.at().steps >= checkpointEvery) {
            checkpoint = checkpoint(checkpoint);
        }
    }

    /// Takes a checkpoint before every batch from now on, so that the [#updates] are known.
    void rememberEveryBatch() {
        checkpointEvery = 1;
    }

    /// The state as it is now, in the arrays of `old` if there is one.
    Checkpoint checkpoint(@Nullable Checkpoint old) {
        return Checkpoint.of(old, parameters, optimiser, at);
    }

    /// Goes back, or forward, to another state of the same run.
    void restore(Checkpoint to) {
        to.restore(parameters, optimiser, at);
        checkpoint = null;
        updates = null;
    }

    void adjust(Optimiser changed) {
        optimiser.adjust(changed);
        forget();
    }

    void edit(String parameter, int element, double value) {
        Parameters.Place place =
                parameters.places().stream()
                        .filter(p -> p.name().equals(parameter))
                        .filter(p -> element >= 0 && element < p.shape().size())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no element "
                                                        + element
                                                        + " of a parameter "
                                                        + parameter));
        updates = updates();
        parameters.values()[place.at() + element] = value;
        forget();
    }

    /// Batches since the checkpoint can no longer be done again from there; the last one can, if
    /// the checkpoint is just before it.
    private void forget() {
        if (checkpoint != null && checkpoint.at().steps < at.steps - 1) {
            checkpoint = null;
        }
    }

    /// How the last batch moved each parameter; empty if the state before it is not remembered.
    Map<String, Tensor> updates() {
        Map<String, Tensor> known = updates;
        if (known == null) {
            known =
                    checkpoint != null && checkpoint.at().steps == at.steps - 1
                            ? checkpoint.updates(parameters)
                            : Map.of();
            updates = known;
        }
        return known;
    }
}
