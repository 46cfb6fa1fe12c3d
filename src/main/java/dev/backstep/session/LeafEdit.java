package dev.backstep.session;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.Span;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Puts another number into a leaf, in the values of a model and in its text alike, without reading
/// the text again.
final class LeafEdit {

    private LeafEdit() {}

    /// The model with one element replaced; nothing where that is no element of a leaf, no number,
    /// no change, or makes the text too long.
    ///
    /// In a matrix that is written out only the characters of the element change; an initialiser is
    /// written out anew.
    static Optional<Model> of(Model model, int leaf, int element, double value) {
        Tensor was = model.leaves().get(leaf);
        Span literal = model.literals().get(leaf);
        if (was == null
                || literal == null
                || element < 0
                || element >= was.size()
                || !Double.isFinite(value)) {
            return Optional.empty();
        }
        if (Double.compare(was.at(element), value) == 0) {
            return Optional.empty();
        }
        Tensor now = was.with(element, value);
        String text = model.text();
        boolean writtenOut = text.startsWith("[", literal.start());
        Span span = writtenOut ? element(text, literal, element) : literal;
        String replacement = writtenOut || now.shape().isScalar() ? number(value) : matrix(now);
        String changed = text.substring(0, span.start()) + replacement + text.substring(span.end());
        if (changed.length() > Language.MAX_LENGTH) {
            return Optional.empty();
        }
        Map<Integer, Tensor> leaves = new HashMap<>(model.leaves());
        leaves.put(leaf, now);
        Map<Integer, Span> literals = shifted(model.literals(), span, replacement.length());
        return Optional.of(
                new Model(changed, model.graph(), model.output(), leaves, model.names(), literals));
    }

    /// The shortest text that reads back as this number: `2`, `-0.5`, `1.0E-7`.
    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String matrix(Tensor values) {
        return IntStream.range(0, values.rows())
                .mapToObj(
                        i ->
                                IntStream.range(0, values.cols())
                                        .mapToObj(j -> number(values.at(i, j)))
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    /// The characters of the k-th element of a literal, blanks and comments around it left out.
    private static Span element(String text, Span literal, int k) {
        int found = 0;
        int start = -1;
        int end = -1;
        for (int i = literal.start() + 1; i < literal.end(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                int line = text.indexOf('\n', i);
                i = line < 0 ? literal.end() : line;
            } else if (c == ',' || c == ';' || c == ']') {
                if (found++ == k) {
                    break;
                }
                start = -1;
            } else if (!isBlank(c)) {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        return new Span(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF';
    }

    private static Map<Integer, Span> shifted(Map<Integer, Span> literals, Span edit, int length) {
        int by = length - (edit.end() - edit.start());
        Map<Integer, Span> shifted = new HashMap<>();
        literals.forEach(
                (leaf, at) -> {
                    int start = at.start() >= edit.end() ? at.start() + by : at.start();
                    int end = at.end() >= edit.end() ? at.end() + by : at.end();
                    shifted.put(leaf, new Span(start, end));
                });
        return shifted;
    }
}
