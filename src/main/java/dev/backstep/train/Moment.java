package dev.backstep.train;

import dev.backstep.graph.Trace;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A moment of a training: the mini-batch that comes next, with all that its steps are made of.
///
/// @param batch the batch that comes next; its leaves hold the parameters before it
/// @param batches batches an epoch
/// @param optimiser as it is now: its rate may have been changed on the way
/// @param state where the training stands before the batch
/// @param trace the values of the batch's graph and its adjoint, gradients included: those that the
///   training computes to the last bit, the others worked out from them
public record Moment(
        Batch batch, int batches, Optimiser optimiser, TrainingState state, Trace trace) {

    /// What the optimiser remembers before the batch, by node of its network.
    public OptimiserMemory memory() {
        int states = optimiser.states();
        List<Map<Integer, Tensor>> kept =
                List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
        state.remembered()
                .forEach(
                        (name, tensors) -> {
                            int node = batch.network().graph().named(name).orElseThrow().id();
                            for (int k = 0; k < tensors.size(); k++) {
                                kept.get(k < states ? k : 2).put(node, tensors.get(k));
                            }
                        });
        return new OptimiserMemory(state.steps(), kept.get(0), kept.get(1), kept.get(2));
    }
}
