package dev.backstep.lang;

import dev.backstep.text.Message;

/// What to say about characters that do not parse, and what to write in their place.
///
/// @param instead takes the place of the characters, and parses; empty if no single thing does
/// @param also what else there is to say; empty for nothing
record Hint(Span span, Message message, String instead, Message also) {

    /// Longer ones are not told.
    private static final int LONGEST = 80;

    /// Words alone.
    static Hint words(Span span, Message message, Message also) {
        return new Hint(span, message, "", also);
    }

    static Hint write(Span span, Message message, String instead) {
        return new Hint(span, message, instead, Message.EMPTY);
    }

    /// What says to write `code`.
    static Message write(String code) {
        return Message.of("hint.write").with("code", code);
    }

    /// What says to write something like `code`.
    static Message example(String code) {
        return Message.of("hint.example").with("code", code);
    }

    boolean replaces() {
        return !instead.isEmpty();
    }

    boolean isShort() {
        return instead.length() <= LONGEST && instead.indexOf('\n') < 0;
    }

    Problem problem() {
        if (!replaces()) {
            return new Problem(span, message, also);
        }
        Message hint =
                also.isEmpty()
                        ? write(instead)
                        : Message.of("hint.write.or").with("code", instead).with("also", also);
        return new Problem(span, message, hint);
    }
}
