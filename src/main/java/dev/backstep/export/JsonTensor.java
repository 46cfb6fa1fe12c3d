package dev.backstep.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.tensor.Tensor;
import java.io.IOException;

/// A matrix as JSON: a 1×1 is a number, all else a list of rows. Doubles read back exactly; what
/// JSON has no number for is one of the strings `"NaN"`, `"Infinity"`, `"-Infinity"`.
final class JsonTensor {

    private JsonTensor() {}

    static void write(JsonGenerator json, Tensor value) throws IOException {
        if (value.shape().isScalar()) {
            number(json, value.item());
            return;
        }
        rows(json, value);
    }

    /// A list of rows, whatever the shape.
    static void rows(JsonGenerator json, Tensor value) throws IOException {
        json.writeStartArray();
        for (int row = 0; row < value.rows(); row++) {
            json.writeStartArray();
            for (int col = 0; col < value.cols(); col++) {
                number(json, value.at(row, col));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, double x) throws IOException {
        if (Double.isFinite(x)) {
            json.writeNumber(x);
        } else {
            json.writeString(Double.toString(x));
        }
    }
}
