package dev.backstep.session;

import dev.backstep.lang.Glance;
import dev.backstep.lang.NumberText;
import dev.backstep.lang.Span;
import java.util.Optional;

/// Edits the line `set relu0 = …` of a program.
final class Relu0 {

    private Relu0() {}

    /// The text with this value in the last such line, or in a new line at its end where there is
    /// none.
    static String set(String text, double value) {
        if (value != 0 && value != 0.5 && value != 1) {
            return text;
        }
        String number = NumberText.text(value);
        Optional<Span> at = Glance.setting(text, "relu0");
        if (at.isPresent()) {
            return text.substring(0, at.get().start()) + number + text.substring(at.get().end());
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return text + separator + "set relu0 = " + number + "\n";
    }
}
