package dev.backstep.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A training at one moment, between two batches: all of it belongs together.
///
/// @param epoch epochs completed
/// @param batch batches done in the epoch under way
/// @param batches batches an epoch
/// @param steps batches done in all
/// @param samples samples gone through in all
/// @param loss data loss of the last batch, NaN before the first
/// @param epochLoss mean data loss of the last complete epoch, each batch before its step; NaN
///   before the first
/// @param optimiser how the next batch will move the parameters
/// @param penalty λ/2·‖W‖² as it is now
/// @param lastBatch which samples of the training set the last batch held; empty before the first
/// @param layers how the layers did on the last batch, empty before the first
/// @param gradients of the last batch by parameter, empty before the first
/// @param updates how the last batch moved each parameter; empty before the first, and if the
///   training does not remember what was before it
/// @param failure why it stopped, if a number left the finite ones; then `lastBatch`, `layers` and
///   `gradients` are those of the batch that could not be done
public record Snapshot(
        int epoch,
        int batch,
        int batches,
        long steps,
        long samples,
        double loss,
        double epochLoss,
        Optimiser optimiser,
        double penalty,
        List<Integer> lastBatch,
        List<Layer.Report> layers,
        Map<String, Tensor> parameters,
        Map<String, Tensor> gradients,
        Map<String, Tensor> updates,
        Optional<Failure> failure) {

    static Snapshot of(Training training) {
        Map<String, Tensor> updates = training.course().updates();
        Optional<CompiledNetwork> last = training.last();
        return new Snapshot(
                training.epochs(),
                training.batch(),
                training.batches(),
                training.steps(),
                training.samples(),
                training.loss(),
                training.epochLoss(),
                training.optimiser(),
                training.penalty(),
                training.lastBatch(),
                last.map(l -> l.reports(training.course().parameters, updates)).orElse(List.of()),
                training.parameters(),
                last.map(_ -> training.gradients()).orElse(Map.of()),
                updates,
                training.failure());
    }
}
