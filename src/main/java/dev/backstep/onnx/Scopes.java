package dev.backstep.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The parts of a model that the names of its nodes tell: `/encoder/layers.0/fc1/Gemm` is in
/// `encoder/layers.0/fc1`.
final class Scopes {

    private Scopes() {}

    /// The title of the section of a node; empty if its name tells none.
    static String title(String node) {
        String shown = SafeText.of(node);
        List<String> parts =
                new ArrayList<>(Arrays.stream(shown.split("/")).filter(p -> !p.isBlank()).toList());
        if (parts.size() < 2) {
            return "";
        }
        parts.removeLast();
        List<String> kept = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            // a list of layers is named twice: layers/layers.0
            boolean again = k + 1 < parts.size() && parts.get(k + 1).startsWith(parts.get(k) + ".");
            if (!again) {
                kept.add(parts.get(k).strip());
            }
        }
        return String.join("/", kept);
    }
}
