package dev.backstep.lang;

import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Characters that give way to others.
record TextEdit(Span at, String by) {

    /// What changes if a leaf takes another value: elements of a matrix literal one by one,
    /// everything else as a whole.
    static List<TextEdit> of(Model program, int leaf, Tensor value) {
        List<Span> elements = program.origins().elements().getOrDefault(leaf, List.of());
        Tensor before = program.leaf(leaf);
        List<TextEdit> edits = new ArrayList<>();
        for (int k = 0; k < elements.size(); k++) {
            if (Double.compare(before.at(k), value.at(k)) != 0) {
                edits.add(new TextEdit(elements.get(k), NumberText.text(value.at(k))));
            }
        }
        if (elements.isEmpty()) {
            edits.add(
                    new TextEdit(
                            Objects.requireNonNull(program.literals().get(leaf)),
                            MatrixText.of(value)));
        }
        return edits;
    }
}
