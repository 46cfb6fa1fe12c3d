package dev.backstep.cli;

import dev.backstep.export.JsonTraining;
import dev.backstep.train.Training;
import java.io.PrintStream;

/// Every epoch as a line of JSON, then the parameters.
final class JsonLines implements EpochDisplay {

    private final JsonTraining json;

    JsonLines(PrintStream out) {
        this.json = new JsonTraining(out);
    }

    @Override
    public boolean tells(int epoch) {
        return true;
    }

    @Override
    public void epoch(RunSummary r) {
        json.epoch(r.epoch(), r.loss(), r.testLoss(), r.accuracy());
    }

    @Override
    public void end(Training training, double samplesPerSecond) {
        json.end(training.parameters(), samplesPerSecond);
    }
}
