package dev.backstep.onnx;

/// Texts of a file as they may stand in a comment or in a message: on one line, and no longer than
/// a person reads.
final class SafeText {

    private static final int LONGEST = 60;

    private SafeText() {}

    /// The same text; `_` in the place of a control, of half a character, of an unassigned or
    /// invisible one, of a line's end and of `#`, which would begin another comment.
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> out.appendCodePoint(isHarmless(c) ? c : '_'));
        boolean all = text.codePointCount(0, text.length()) <= LONGEST;
        return all ? out.toString() : out + "…";
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> c != '#';
        };
    }
}
