package dev.backstep.session;

import dev.backstep.graph.Mistake;
import dev.backstep.lang.Glance;
import dev.backstep.lang.Span;
import java.util.Optional;

/// Edits the line `set mistake = …` of a program.
final class MistakeLine {

    private static final String KEY = "mistake";

    private MistakeLine() {}

    /// The text with this mistake in its one such line, or in a new line at its end; without such a
    /// line if none is wanted.
    static String set(String text, Optional<Mistake> mistake) {
        Optional<Span> at = Glance.setting(text, KEY);
        if (mistake.isEmpty()) {
            return at.map(value -> set(without(text, value), mistake)).orElse(text);
        }
        String word = mistake.get().word();
        if (at.isPresent()) {
            return text.substring(0, at.get().start()) + word + text.substring(at.get().end());
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return text + separator + "set " + KEY + " = " + word + "\n";
    }

    /// Takes out the whole line, with what stands behind it.
    private static String without(String text, Span value) {
        int start = text.lastIndexOf('\n', value.start() - 1) + 1;
        int end = text.indexOf('\n', value.end());
        return text.substring(0, start) + (end < 0 ? "" : text.substring(end + 1));
    }
}
