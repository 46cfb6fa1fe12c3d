package dev.backstep.lang;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The conventions a program sets; they hold for all of it, wherever the line stands.
final class Settings {

    private static final Pattern RELU0 = Pattern.compile("(?m)^[ \\t]*set[ \\t]+relu0[ \\t]*=[ \\t]*([^\\s#]+)");

    private Settings() {}

    /// The local gradient of `relu` at 0: 0, ½ (the default) or 1.
    static double relu0(String text) {
        Matcher line = RELU0.matcher(text);
        double value = 0.5;
        while (line.find()) {
            value = switch (line.group(1)) {
                case "0", "0.0" -> 0;
                case "1", "1.0" -> 1;
                default -> 0.5;
            };
        }
        return value;
    }
}
