package dev.backstep.lang;

import dev.backstep.text.Bundle;
import dev.backstep.text.Message;

/// Something wrong in a program: where, what, and the way out.
///
/// @param hint what to do about it; empty where there is nothing to say
public record Problem(Span span, Message message, Message hint) {

    public Problem(Span span, Message message) {
        this(span, message, Message.EMPTY);
    }

    /// The message, with its hint in brackets.
    public Message sentence() {
        return hint.isEmpty()
                ? message
                : Message.of("problem.hinted").with("problem", message).with("hint", hint);
    }

    /// `LINE:COLUMN`, counted from 1, columns in code points.
    public String place(String text) {
        int start = Math.min(span.start(), text.length());
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < lineStart; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        int column = 1 + text.codePointCount(lineStart, start);
        return line + ":" + column;
    }

    /// `FILE:LINE:COLUMN: message (hint)` in English.
    public String at(String file, String text) {
        return file + ":" + place(text) + ": " + Bundle.ENGLISH.say(sentence());
    }
}
