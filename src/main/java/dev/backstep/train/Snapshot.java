package dev.backstep.train;

import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run at one moment, between two batches: all of it belongs together.
///
/// @param epoch epochs completed
/// @param batch batches done in the epoch under way
/// @param steps batches done in all
/// @param loss data loss of the last batch, NaN before the first
/// @param epochLoss mean data loss of the last complete epoch, each batch before its step; NaN
///   before the first
/// @param penalty λ/2·‖W‖² as it is now
/// @param test how it does on the test set, if there is one
/// @param layers how the layers did on the last batch, empty before the first
/// @param failure why it stopped, if a number left the finite ones
public record Snapshot(
        int epoch,
        int batch,
        long steps,
        double loss,
        double epochLoss,
        double penalty,
        Optional<Evaluation> test,
        List<Layer.Report> layers,
        Map<String, Tensor> parameters,
        Optional<Failure> failure) {}
