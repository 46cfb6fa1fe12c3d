package dev.backstep.session;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Span;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Puts another number into a leaf, in the values of a model and in its text alike, without reading
/// the text again where that can be helped.
final class LeafEdit {

    private LeafEdit() {}

    /// The model with one element replaced; nothing where that is no element of a leaf, no number,
    /// no change, makes the text too long, or the text does not hold the leaf's value.
    static Optional<Model> of(Model model, int leaf, int element, double value) {
        Tensor was = model.leaves().get(leaf);
        if (was == null
                || !model.literals().containsKey(leaf)
                || element < 0
                || element >= was.size()
                || !Double.isFinite(value)) {
            return Optional.empty();
        }
        if (Double.compare(was.at(element), value) == 0) {
            return Optional.empty();
        }
        String text = model.withElement(leaf, element, value);
        if (text.length() > Language.MAX_LENGTH) {
            return Optional.empty();
        }
        List<Span> elements = model.origins().elements().getOrDefault(leaf, List.of());
        if (elements.isEmpty() && was.size() > 1) {
            // an initialiser is now a literal with elements: these have to be read
            return Language.read(text, model) instanceof ReadResult.Ok(Model read)
                    ? Optional.of(read)
                    : Optional.empty();
        }
        Span replaced =
                elements.isEmpty()
                        ? Objects.requireNonNull(model.literals().get(leaf))
                        : elements.get(element);
        TextShift shift = new TextShift(replaced.end(), text.length() - model.text().length());
        Map<Integer, Tensor> leaves = new HashMap<>(model.leaves());
        leaves.put(leaf, was.with(element, value));
        return Optional.of(
                model.with(text, leaves, shift.of(model.literals()), shift.of(model.origins())));
    }

    /// Moves what ends at `from` or later by some characters.
    private record TextShift(int from, int by) {

        Span of(Span at) {
            return new Span(
                    at.start() + (at.start() >= from ? by : 0),
                    at.end() + (at.end() >= from ? by : 0));
        }

        List<Span> of(List<Span> spans) {
            return spans.stream().map(this::of).toList();
        }

        <K> Map<K, Span> of(Map<K, Span> spans) {
            Map<K, Span> moved = new HashMap<>();
            spans.forEach((key, at) -> moved.put(key, of(at)));
            return moved;
        }

        Model.Origins of(Model.Origins origins) {
            Map<Integer, List<Span>> elements = new HashMap<>();
            origins.elements().forEach((leaf, spans) -> elements.put(leaf, of(spans)));
            return new Model.Origins(
                    of(origins.nodes()), of(origins.assignments()), elements, origins.files());
        }
    }
}
