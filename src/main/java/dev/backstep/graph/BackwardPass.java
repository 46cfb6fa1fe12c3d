package dev.backstep.graph;

import java.util.Map;
import java.util.Optional;

/// How a backward pass is done: right, or with a mistake.
///
/// @param mistake the one that is made, if any
/// @param mover how training moves a parameter; nothing where nothing trains, so that a mistake
///   that needs training changes nothing
public record BackwardPass(Optional<Mistake> mistake, Optional<Mover> mover) {

    /// Without a mistake.
    public static final BackwardPass RIGHT = new BackwardPass(Optional.empty(), Optional.empty());

    /// With a mistake, where nothing trains.
    public static BackwardPass with(Mistake mistake) {
        return new BackwardPass(Optional.of(mistake), Optional.empty());
    }

    /// Appends the step of an optimiser.
    @FunctionalInterface
    public interface Mover {

        /// The node that holds what becomes of a parameter; nothing if its step depends on the
        /// gradients of others, so that it cannot be taken early.
        ///
        /// @param gradient the node that holds its whole gradient
        /// @param carried takes the leaves that are appended: what the optimiser remembers
        Optional<Integer> moved(
                Graph.Builder builder,
                int parameter,
                int gradient,
                Map<Integer, Slip.Carried> carried);
    }

    /// Whether it is done with this mistake, and can be: one that needs training, where something
    /// trains.
    public boolean makes(Mistake one) {
        return (mover.isPresent() || !one.needsTraining())
                && mistake.filter(m -> m == one).isPresent();
    }
}
