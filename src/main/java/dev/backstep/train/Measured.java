package dev.backstep.train;

import java.util.Optional;
import java.util.OptionalDouble;

/// How a network did on whole data sets, and when.
///
/// @param epoch epochs that were completed then
/// @param batch batches that were done then in the epoch under way
/// @param train on the samples trained on; empty if there are so many that it would take long
/// @param test on the samples held back; empty if there are none
public record Measured(
        int epoch, int batch, Optional<Evaluation> train, Optional<Evaluation> test) {

    /// The accuracy on the samples held back, else on those trained on; empty without classes.
    public OptionalDouble accuracy() {
        return test.or(() -> train).map(Evaluation::accuracy).orElse(OptionalDouble.empty());
    }
}
