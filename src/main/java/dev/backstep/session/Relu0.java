package dev.backstep.session;

import dev.backstep.lang.Numbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Edits the line `set relu0 = …` of a program.
final class Relu0 {

    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*set[ \\t]+relu0[ \\t]*=[ \\t]*([^\\s#]+)");

    private Relu0() {}

    /// The text with this value in the last such line, or in a new line at its end where there is
    /// none.
    static String set(String text, double value) {
        if (value != 0 && value != 0.5 && value != 1) {
            return text;
        }
        String number = Numbers.text(value);
        Matcher line = LINE.matcher(text);
        int start = -1;
        int end = -1;
        while (line.find()) {
            start = line.start(1);
            end = line.end(1);
        }
        if (start >= 0) {
            return text.substring(0, start) + number + text.substring(end);
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return text + separator + "set relu0 = " + number + "\n";
    }
}
