package dev.backstep.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/// What the batch that comes next makes of the parameters. A copy of the training does it, so it is
/// right for every optimiser, with all that it remembers, to the last bit.
///
/// @param steps batches done before it
/// @param optimiser how it moves the parameters
/// @param before the parameters before it
/// @param gradients of the batch by parameter
/// @param after the parameters after it; the same as before it if it cannot be done
/// @param failure why it cannot be done, if a number in it is not finite
public record NextStep(
        long steps,
        Optimiser optimiser,
        Map<String, Tensor> before,
        Map<String, Tensor> gradients,
        Map<String, Tensor> after,
        Optional<Failure> failure) {

    /// Does the next batch of a copy of a training: the copy is one step further then.
    public static NextStep of(Training copy) {
        long steps = copy.steps();
        Optimiser optimiser = copy.optimiser();
        Map<String, Tensor> before = copy.parameters();
        copy.next();
        return new NextStep(
                steps, optimiser, before, copy.gradients(), copy.parameters(), copy.failure());
    }

    /// Whether it comes next at this moment of the training that it was copied from.
    public boolean follows(Snapshot now) {
        return steps == now.steps()
                && optimiser.equals(now.optimiser())
                && before.equals(now.parameters());
    }
}
