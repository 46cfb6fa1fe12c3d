package dev.backstep.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalDouble;

/// A training run as JSON, one object a line, as `train --json` prints it.
public final class JsonTraining {

    private final OutputStream out;

    public JsonTraining(OutputStream out) {
        this.out = out;
    }

    /// Writes the line of one epoch.
    ///
    /// @param testLoss empty where nothing is held back for testing
    /// @param accuracy empty where there are no classes
    public void epoch(int epoch, double loss, OptionalDouble testLoss, OptionalDouble accuracy) {
        JsonLine.write(
                out,
                json -> {
                    json.writeNumberField("epoch", epoch);
                    number(json, "loss", loss);
                    if (testLoss.isPresent()) {
                        number(json, "test_loss", testLoss.getAsDouble());
                    }
                    if (accuracy.isPresent()) {
                        number(json, "accuracy", accuracy.getAsDouble());
                    }
                });
    }

    /// Writes the last line. Parameters are lists of rows, 1×1 ones too.
    public void end(Map<String, Tensor> parameters, double samplesPerSecond) {
        JsonLine.write(
                out,
                json -> {
                    json.writeObjectFieldStart("parameters");
                    for (var parameter : parameters.entrySet()) {
                        json.writeFieldName(parameter.getKey());
                        JsonTensor.rows(json, parameter.getValue());
                    }
                    json.writeEndObject();
                    number(json, "samples_per_second", samplesPerSecond);
                });
    }

    private static void number(JsonGenerator json, String field, double x) throws IOException {
        json.writeFieldName(field);
        JsonTensor.write(json, Tensor.scalar(x));
    }
}
