package dev.backstep.lang;

import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Matrix literals laid out for reading: on one line if they fit, else a row a line, and what is
/// longer still wrapped.
public final class MatrixText {

    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

    private MatrixText() {}

    /// @throws IllegalArgumentException for NaN and infinities
    public static String of(Tensor value) {
        String flat = NumberText.text(value);
        if (flat.length() <= WIDTH) {
            return flat;
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < value.size(); k++) {
            boolean ends = (k + 1) % value.cols() == 0;
            String sign = k + 1 == value.size() ? "]" : ends ? ";" : ",";
            String element = NumberText.text(value.at(k)) + sign;
            if (!line.isEmpty() && line.length() + 1 + element.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(element);
            if (ends && value.cols() > 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return "[\n" + INDENT + String.join("\n" + INDENT, lines);
    }
}
