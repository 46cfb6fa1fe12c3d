package dev.backstep.export;

import dev.backstep.notation.Greek;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Any text as text of LaTeX, whatever signs are in it, on one line. What the program itself
/// writes, signs of formulas and Greek letters among them, becomes ASCII, which any LaTeX reads;
/// letters of other scripts and accents stay what they are.
final class LatexText {

    private static final char HAT = '\u0302';

    /// The letters of the alphabet that a name ending in `hat` puts a hat on.
    private static final String HATTED = "pqxyz";

    /// A letter that is no part of a word.
    private static final Pattern LETTER = Pattern.compile("(?<!\\p{L})\\p{L}\u0302?+(?!\\p{L})");

    /// What has a meaning in LaTeX, and the signs of formulas in words.
    private static final Map<Integer, String> ESCAPES = escapes();

    private LatexText() {}

    private static Map<Integer, String> escapes() {
        Map<Integer, String> all = new HashMap<>();
        all.put((int) '\\', "\\textbackslash{}");
        all.put((int) '~', "\\textasciitilde{}");
        all.put((int) '^', "\\textasciicircum{}");
        "{}$&#%_".codePoints().forEach(c -> all.put(c, "\\" + Character.toString(c)));
        math(all, "∂ \\partial · \\cdot × \\times ÷ \\div − - ± \\pm ∞ \\infty ≈ \\approx");
        math(all, "Σ \\Sigma ⊙ \\odot √ \\surd ← \\leftarrow → \\to ′ ' ᵀ ^{\\top} ⁻ ^{-} ˣ ^{x}");
        math(all, "¼ \\frac{1}{4} ½ \\frac{1}{2} ¾ \\frac{3}{4}");
        all.put((int) '’', "'");
        all.put((int) '“', "``");
        all.put((int) '”', "''");
        all.put((int) '–', "--");
        all.put((int) '…', "\\ldots{}");
        for (int digit = 0; digit <= 9; digit++) {
            all.put("⁰¹²³⁴⁵⁶⁷⁸⁹".codePointAt(digit), "$^{" + digit + "}$");
            all.put('₀' + digit, "$_{" + digit + "}$");
        }
        return Map.copyOf(all);
    }

    /// @param pairs each sign and its formula
    private static void math(Map<Integer, String> all, String pairs) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            all.put(words[i].codePointAt(0), "$" + words[i + 1] + "$");
        }
    }

    /// The text with its signs escaped; a blank stands for what is no character to be printed.
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        Matcher letters = LETTER.matcher(text);
        int from = 0;
        while (letters.find()) {
            Optional<String> tex = letter(letters.group());
            if (tex.isPresent()) {
                out.append(escaped(text.substring(from, letters.start()))).append(tex.get());
                from = letters.end();
            }
        }
        return out.append(escaped(text.substring(from))).toString();
    }

    /// `$\sigma$` of `σ`, `$\hat{y}$` of `ŷ`: what stands for a name such as `sigma` or `yhat`.
    private static Optional<String> letter(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        boolean hat = apart.indexOf(HAT) == 1;
        if (apart.length() != (hat ? 2 : 1)) {
            return Optional.empty();
        }
        Optional<String> tex =
                hat && HATTED.indexOf(apart.charAt(0)) >= 0
                        ? Optional.of(apart.substring(0, 1))
                        : Greek.letter(apart.charAt(0)).map(String::strip);
        return tex.map(t -> hat ? "$\\hat{" + t + "}$" : "$" + t + "$");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(ESCAPES.getOrDefault(c, printed(c))));
        return out.toString();
    }

    private static String printed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    " ";
            default -> Character.toString(c);
        };
    }
}
