package dev.backstep.lang;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Reads what word processors, web pages and books write in the place of plain characters.
///
/// A typographic sign that can mean only one thing is that thing: `“` is `"`, `−` is `-`, `÷` is
/// `/`, a no-break space is a space, `（` is `(`, `𝑥` is `x`.
public final class Spelling {

    /// Pairs: what may be found, and what it stands for.
    private static final String PAIRS =
            "“\"”\"„\"‟\"«\"»\"‘'’'‚'‛'′'´'‐-‑-‒-–-—-―-−-﹣-∗*⁎*⋅·∙·•·‧·・·÷/⁄/∕/∶:ˆ^⊤ᵀ、,∣|∥‖µμℯeℎh";

    private static final Map<Integer, Integer> PLAIN = new HashMap<>();

    static {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            PLAIN.put((int) PAIRS.charAt(i), (int) PAIRS.charAt(i + 1));
        }
    }

    private Spelling() {}

    /// The name that a word spells: `ŷ` is `yhat`, `x₁` is `x_1`, `𝑥` is `x`; letters and their
    /// combining marks are composed.
    public static String name(String word) {
        if (isPlain(word)) {
            return word;
        }
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC).replace("ŷ", "yhat");
        StringBuilder out = new StringBuilder();
        boolean before = false;
        for (int c : composed.codePoints().toArray()) {
            boolean lowered = isLowered(c);
            boolean joined = before || !out.isEmpty() && out.charAt(out.length() - 1) == '_';
            out.append(lowered && !joined ? "_" : "");
            out.append(lowered ? compatible(c) : Character.toString(of(c)));
            before = lowered;
        }
        return out.toString();
    }

    /// `½` is `0.5`.
    static String fraction(String sign) {
        String[] parts = compatible(sign.codePointAt(0)).split("\u2044");
        return Double.toString(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
    }

    /// `⁻¹` is `-1`.
    static String raised(String signs) {
        return Normalizer.normalize(signs, Normalizer.Form.NFKC).replace('−', '-');
    }

    /// A statement with plain characters, a code point for each code point; what is quoted stays.
    static String plain(String statement) {
        if (isPlain(statement)) {
            return statement;
        }
        StringBuilder out = new StringBuilder(statement.length());
        boolean quoted = false;
        for (int i = 0;
                i < statement.length();
                i += Character.charCount(statement.codePointAt(i))) {
            int was = statement.codePointAt(i);
            int c = of(was);
            quoted ^= c == '"';
            out.appendCodePoint(quoted && c != '"' ? whole(was) : c);
        }
        return out.toString();
    }

    /// A whole text with plain characters, a char for each char; what takes two chars stays.
    static String flat(String text) {
        if (isPlain(text)) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.isSurrogate(chars[i]) ? chars[i] : (char) of(chars[i]);
        }
        return new String(chars);
    }

    /// Whether a name may go on with this character.
    static boolean isInName(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || isLowered(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK ->
                            true;
                    default -> false;
                };
    }

    static boolean isBlank(int c) {
        int plain = of(c);
        return plain == ' ' || plain == '\t' || plain == '\r' || plain == '\n' || plain == '\f';
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// The plain character that one stands for.
    static int of(int c) {
        if (c < 0x80) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFF01 + '!';
        }
        if (c >= 0x1D400 && c <= 0x1D7FF) {
            return compatible(c).codePointAt(0);
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT -> ' ';
            default -> PLAIN.getOrDefault(c, whole(c));
        };
    }

    /// Half a character that stands alone cannot be read.
    private static int whole(int c) {
        return Character.getType(c) == Character.SURROGATE ? 0xFFFD : c;
    }

    private static boolean isLowered(int c) {
        return c >= 0x2080 && c <= 0x209C || c >= 0x1D62 && c <= 0x1D65 || c == 0x2C7C;
    }

    private static String compatible(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    }
}
