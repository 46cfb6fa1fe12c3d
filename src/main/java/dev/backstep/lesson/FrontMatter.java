package dev.backstep.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Front matter in YAML, as site generators keep it before a text in Markdown: lines `key: value`
/// between two lines `---` at the very beginning.
final class FrontMatter {

    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\R|\\z)");
    private static final Pattern RULE = Pattern.compile("---[ \\t]*");

    private static final Pattern PAIR = Pattern.compile("[\\w-]+:(\\s.*)?");

    /// What may go on below a pair: an entry of a list, an indented line, a comment, nothing.
    private static final Pattern MORE = Pattern.compile("[ \\t#-].*|");

    private FrontMatter() {}

    /// Where the text behind it begins; 0 if there is none.
    static int end(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.lookingAt() || !RULE.matcher(line.group(1)).matches()) {
            return 0;
        }
        boolean begun = false;
        while (line.end() < text.length() && line.find()) {
            if (RULE.matcher(line.group(1)).matches()) {
                return line.end();
            }
            boolean pair = PAIR.matcher(line.group(1)).matches();
            if (!pair && !(begun && MORE.matcher(line.group(1)).matches())) {
                return 0;
            }
            begun = true;
        }
        return 0;
    }
}
