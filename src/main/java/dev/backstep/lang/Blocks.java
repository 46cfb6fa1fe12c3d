package dev.backstep.lang;

import java.util.Set;
import java.util.regex.Pattern;

/// The blocks of functions, `f(a, b) = { … }`, as far as they can be seen without parsing them.
final class Blocks {

    /// `f(a, b) =`, with nothing before it
    private static final Pattern HEAD =
            Pattern.compile("\\s*([^\\s()\\[\\]{}=#\",;]+)\\s*\\([^()=#{}\\[\\]\"\\n]*\\)\\s*=");

    /// What begins a line that is in no block.
    private static final Set<String> OUTSIDE =
            Set.of("param", "const", "loss", "set", "data", "train");

    private Blocks() {}

    /// Where the right side of a definition begins, behind its `=`; −1 if it is none.
    static int equals(String text, int start, int end) {
        var head = HEAD.matcher(text).region(start, end);
        boolean found =
                head.lookingAt()
                        && !Character.isDigit(head.group(1).codePointAt(0))
                        && head.group(1).codePoints().allMatch(Spelling::isInName)
                        && !Syntax.WORDS.contains(head.group(1));
        boolean compared = found && head.end() < end && text.charAt(head.end()) == '=';
        return found && !compared ? head.end() : -1;
    }

    /// Whether the brace at `i` opens the block of a function whose statement begins at `start`.
    static boolean begins(String text, int start, int i) {
        int equals = equals(text, start, i);
        return equals > 0 && text.substring(equals, i).isBlank();
    }

    /// Behind the brace that closes the one at `open`; −1 if none does before the next function
    /// with a block begins. Cost: linear.
    static int end(String text, int open) {
        int depth = 0;
        int i = open;
        while (i < text.length()) {
            switch (text.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '#' -> i = endOfLine(text, i) - 1;
                case '"' -> i = endOfQuote(text, i);
                case '\n' -> {
                    if (opensAnother(text, i + 1)) {
                        return -1;
                    }
                }
                default -> {}
            }
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Where a block that is never closed may have been meant to end: before a blank line, a line
    /// that cannot be in it, or one that is not indented although the first one is.
    static int likelyEnd(String text, int open) {
        int end = endOfLine(text, open);
        int from = end + 1;
        boolean indented = from < text.length() && Spelling.isBlank(text.charAt(from));
        while (from < text.length()) {
            String line = text.substring(from, endOfLine(text, from));
            boolean outside =
                    line.isBlank()
                            || indented && !Spelling.isBlank(line.charAt(0))
                            || OUTSIDE.contains(Beginnings.firstWord(line, all(line)))
                            || line.strip().startsWith("##")
                            || equals(line, 0, line.length()) > 0;
            if (outside) {
                return end;
            }
            end = from + line.length();
            from = end + 1;
        }
        return end;
    }

    /// What stands behind `#` right after the brace that opens a block; empty if nothing does.
    static String note(String text, Statements.Body body) {
        int start = body.right().start();
        int end = Math.min(endOfLine(text, start), body.right().end());
        String first = body.isBlock() ? text.substring(start, end).strip() : "";
        return first.startsWith("#") ? Statements.shortened(first.substring(1).strip()) : "";
    }

    private static Span all(String line) {
        return new Span(0, line.length());
    }

    private static boolean opensAnother(String text, int line) {
        int equals = equals(text, line, endOfLine(text, line));
        return equals > 0 && text.substring(equals, endOfLine(text, line)).strip().startsWith("{");
    }

    private static int endOfLine(String text, int i) {
        int end = text.indexOf('\n', i);
        return end < 0 ? text.length() : end;
    }

    /// The closing quote of the same line, else the opening one.
    private static int endOfQuote(String text, int i) {
        int close = text.indexOf('"', i + 1);
        return close > 0 && close < endOfLine(text, i) ? close : i;
    }
}
