package dev.backstep.cli;

import dev.backstep.data.Dataset;
import dev.backstep.train.Evaluation;
import dev.backstep.train.Training;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far a run has come.
///
/// @param epoch epochs completed
/// @param steps batches done in all
/// @param loss mean data loss over the last of them, each batch before its step; NaN before that
/// @param test on the samples held back, if there are any
/// @param accuracy on the samples held back, else on those trained on; empty without classes
record RunSummary(
        int epoch, long steps, double loss, Optional<Evaluation> test, OptionalDouble accuracy) {

    static RunSummary of(Training training) {
        Dataset.Split data = training.setup().data();
        Optional<Evaluation> test =
                data.test().samples() == 0
                        ? Optional.empty()
                        : Optional.of(training.evaluate(data.test()));
        boolean classes = data.train().task() != Dataset.Task.REGRESSION;
        OptionalDouble accuracy =
                !classes
                        ? OptionalDouble.empty()
                        : test.isPresent()
                                ? test.get().accuracy()
                                : training.evaluate(data.train()).accuracy();
        return new RunSummary(
                training.epochs(), training.steps(), training.epochLoss(), test, accuracy);
    }

    OptionalDouble testLoss() {
        return test.isPresent() ? OptionalDouble.of(test.get().loss()) : OptionalDouble.empty();
    }

    /// `loss 0.2184 test loss 0.2491 accuracy 93.8 %`
    String words() {
        String tested = test.map(t -> "  test loss " + PlainText.short4(t.loss())).orElse("");
        return lossWords() + tested + accuracyWords();
    }

    /// The same without the test loss, where there is less room.
    String fewerWords() {
        return lossWords() + accuracyWords();
    }

    private String lossWords() {
        return "loss " + PlainText.short4(loss);
    }

    private String accuracyWords() {
        return accuracy.isPresent()
                ? "  accuracy " + PlainText.percent(accuracy.getAsDouble())
                : "";
    }
}
