package dev.backstep.session;

/// How a file ends its lines. A text in memory always has `\n`; a file keeps the manner it was
/// found in.
public enum LineEnd {
    LF("\n"),
    CRLF("\r\n");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    /// What most lines of a text end with.
    static LineEnd of(String text) {
        long all = text.chars().filter(c -> c == '\n').count();
        long windows = text.split("\r\n", -1).length - 1L;
        return 2 * windows > all ? CRLF : LF;
    }

    /// The text with every line ended by `\n`.
    static String plain(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// A text with plain line ends as this file wants it.
    String written(String text) {
        return this == LF ? text : text.replace("\n", characters);
    }
}
