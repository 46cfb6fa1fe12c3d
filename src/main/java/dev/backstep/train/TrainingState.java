package dev.backstep.train;

import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// Where a training stands between two batches, as a value: [Training#at] goes on from here, bit
/// for bit.
///
/// @param epoch epochs completed
/// @param batch batches done of the epoch under way
/// @param steps batches done in all: the t of Adam
/// @param lossSum losses of the epoch under way, each times its number of samples
/// @param loss data loss of the last batch, NaN before the first
/// @param epochLoss mean data loss of the last complete epoch, NaN before the first
/// @param parameters by name
/// @param remembered what the optimiser remembers of each parameter, by name: as many tensors of
///   its shape as [dev.backstep.optim.Optimiser#states] says
public record TrainingState(
        int epoch,
        int batch,
        long steps,
        double lossSum,
        double loss,
        double epochLoss,
        Map<String, Tensor> parameters,
        Map<String, List<Tensor>> remembered) {

    public TrainingState {
        parameters = Map.copyOf(parameters);
        remembered = Map.copyOf(remembered);
    }

    /// How many numbers it holds.
    public long size() {
        return parameters.values().stream().mapToLong(Tensor::size).sum()
                + remembered.values().stream().flatMap(List::stream).mapToLong(Tensor::size).sum();
    }
}
