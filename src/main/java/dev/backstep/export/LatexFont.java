package dev.backstep.export;

import java.lang.Character.UnicodeScript;
import java.util.stream.Stream;

/// The font of a document in LaTeX: the usual ones have no letters but Latin ones, and leave out
/// the others without a word.
final class LatexFont {

    private static final String COMMENT =
            """
            % set a font with its letters, such as \\usepackage{fontspec}\\setmainfont{Noto Serif CJK SC}
            """;

    private LatexFont() {}

    /// A comment that asks for a font; empty if none is needed.
    ///
    /// @param texts that are written as they are, or as formulas
    static String comment(Stream<String> texts) {
        return texts.flatMapToInt(String::codePoints).anyMatch(LatexFont::isForeign) ? COMMENT : "";
    }

    /// Greek letters of names become mathematics.
    private static boolean isForeign(int c) {
        return Character.isLetter(c)
                && switch (UnicodeScript.of(c)) {
                    case LATIN, GREEK, COMMON, INHERITED -> false;
                    default -> true;
                };
    }
}
