package dev.backstep.lang;

/// What to say about characters that do not parse, and what to write in their place.
///
/// @param instead takes the place of the characters, and parses; empty if no single thing does
/// @param also what else there is to say; empty for nothing
record Hint(Span span, String message, String instead, String also) {

    /// Longer ones are not told.
    private static final int LONGEST = 80;

    /// Words alone.
    static Hint words(Span span, String message, String also) {
        return new Hint(span, message, "", also);
    }

    static Hint write(Span span, String message, String instead) {
        return new Hint(span, message, instead, "");
    }

    boolean replaces() {
        return !instead.isEmpty();
    }

    boolean isShort() {
        return instead.length() <= LONGEST && instead.indexOf('\n') < 0;
    }

    Problem problem() {
        String write = instead.isEmpty() ? "" : "write " + instead;
        String between = instead.isEmpty() || also.isEmpty() ? "" : ", or ";
        return new Problem(span, message, write + between + also);
    }
}
