package dev.backstep.lang;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into statements: one a line, and a line that ends inside brackets continues.
final class Statements {

    /// Deeper nesting is refused before the parser, which is recursive, ever sees it.
    static final int MAX_DEPTH = 200;

    private Statements() {}

    /// The spans of all statements that hold more than blanks and comments.
    ///
    /// @throws Wrong where brackets, signs or powers nest too deep
    static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        int depth = 0;
        int nested = 0;
        int start = 0;
        boolean comment = false;
        boolean content = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean last = i == text.length();
            if (c == '\n' && (depth <= 0 || last)) {
                if (content) {
                    spans.add(new Span(start, i));
                }
                start = i + 1;
                depth = 0;
                nested = 0;
                content = false;
                comment = false;
            } else if (c == '\n') {
                comment = false;
            } else if (c == '#') {
                comment = true;
            } else if (!comment && !Character.isWhitespace(c)) {
                content = true;
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                nested = c == '^' || c == '-' || c == '−' || c == '*' ? nested + 1 : c == '+' || c == ',' ? 0 : nested;
                if (depth > MAX_DEPTH || nested > 4 * MAX_DEPTH) {
                    throw new Wrong(
                            new Span(i, i + 1), "this nests too deep", "name a part of it on a line of its own");
                }
            }
        }
        return spans;
    }
}
