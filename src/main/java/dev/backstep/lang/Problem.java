package dev.backstep.lang;

/// Something wrong in a program: where, what, and the way out.
///
/// @param hint what to do about it; empty where there is nothing to say
public record Problem(Span span, String message, String hint) {

    /// `FILE:LINE:COLUMN: message (hint)`, lines and columns counted from 1 in code points.
    public String at(String file, String text) {
        int start = Math.min(span.start(), text.length());
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < lineStart; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        int column = 1 + text.codePointCount(lineStart, start);
        return file
                + ":"
                + line
                + ":"
                + column
                + ": "
                + message
                + (hint.isEmpty() ? "" : " (" + hint + ")");
    }
}
