package dev.backstep.notation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name of a program as TeX, where whatever is legal as a name becomes legal TeX, and as the same
/// in words.
public final class Names {

    /// The longest name that is shown whole, in characters.
    private static final int LONGEST = 24;

    private static final Pattern NUMBERED = Pattern.compile("([^0-9_]+)([0-9]+)");
    private static final Pattern SUBSCRIPTED = Pattern.compile("([^0-9_]+)_+([^_]+)");

    /// A number of a matrix, `W1[0, 1]`, `x[2]`, or a part of it, `W1[0, :]`, `x[0:8]`.
    private static final Pattern CELL =
            Pattern.compile("(.+)\\[(\\d+(?::\\d+)?)(?:, (\\d+|:|\\d+:\\d+))?]");

    /// A letter with a hat: of the Latin ones those that get one; `chat`, `that` and `what` are
    /// words.
    private static final Pattern HAT = Pattern.compile("([p-qx-z]|[^a-zA-Z])hat");

    /// A letter that is typed with its hat.
    private static final Pattern HATTED = Pattern.compile("(\\p{L})\u0302");

    /// Small letters that a lecture numbers by layers: activations, biases, pre-activations, hidden
    /// states.
    private static final String LAYERED = "abzh";

    private Names() {}

    /// `W1` → `W^{[1]}` in a program with matrices, see [#countsLayers]; `x1` → `x_{1}`; `yhat` →
    /// `\hat{y}`, `alpha` → `\alpha`, `x_max` → `x_{\mathrm{max}}`, `loss` → `\mathrm{loss}`. The
    /// parts of a name inside a function are typeset each: `h1.z` → `h^{[1]}.z`. A number of a
    /// matrix is called by the matrix and its index: `W1[0, 1]` → `W^{[1]}_{01}`; `x1[0]` →
    /// `x_{1}[0]`.
    static String tex(String name, boolean matrices) {
        Matcher cell = CELL.matcher(name);
        if (cell.matches()) {
            String matrix = tex(cell.group(1), matrices);
            return matrix.contains("_{")
                    ? matrix + "[" + index(cell) + "]"
                    : matrix + "_{" + index(cell) + "}";
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return shortened(name);
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            return tex(name.substring(0, dot), matrices)
                    + "."
                    + tex(name.substring(dot + 1), matrices);
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            String number = numbered.group(2);
            boolean layer = matrices && countsLayers(numbered.group(1));
            return word(numbered.group(1)) + (layer ? "^{[" + number + "]}" : "_{" + number + "}");
        }
        Matcher subscripted = SUBSCRIPTED.matcher(name);
        if (subscripted.matches()) {
            return word(subscripted.group(1)) + "_{" + subscript(subscripted.group(2)) + "}";
        }
        return name.matches("[^0-9_]+") ? word(name) : upright(name);
    }

    /// The same as [#tex(String,boolean)] for a sentence: `W[1]`, `x₁`, `ŷ`, `α`, `x_max`, `loss`.
    static String words(String name, boolean matrices) {
        Matcher cell = CELL.matcher(name);
        if (cell.matches()) {
            String matrix = words(cell.group(1), matrices);
            boolean lowered = index(cell).matches("\\d+") && !matrix.matches(".*(_.*|[₀-₉])");
            return matrix + (lowered ? lowered(index(cell)) : "[" + index(cell) + "]");
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            return words(name.substring(0, dot), matrices)
                    + "."
                    + words(name.substring(dot + 1), matrices);
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            String number = numbered.group(2);
            boolean layer = matrices && countsLayers(numbered.group(1));
            return wordOnly(numbered.group(1)) + (layer ? "[" + number + "]" : lowered(number));
        }
        Matcher subscripted = SUBSCRIPTED.matcher(name);
        if (subscripted.matches()) {
            String below = subscripted.group(2);
            return wordOnly(subscripted.group(1))
                    + (below.matches("[0-9]+") ? lowered(below) : "_" + wordOnly(below));
        }
        return wordOnly(name);
    }

    /// Whether a name is that of a number of a matrix.
    static boolean isCell(String name) {
        return CELL.matcher(name).matches();
    }

    /// What the matrix of a number is called; of another name the name itself.
    public static String matrix(String name) {
        Matcher cell = CELL.matcher(name);
        return cell.matches() ? cell.group(1) : name;
    }

    /// `01` for row 0 and column 1, `10, 3` for row 10 and column 3.
    private static String index(Matcher cell) {
        String row = cell.group(2);
        String col = cell.group(3);
        boolean digits = col != null && (row + col).matches("\\d\\d");
        return col == null ? row : digits ? row + col : row + ", " + col;
    }

    /// Whether a number behind this name counts layers, in a program with matrices: one upper-case
    /// or Greek letter (`alpha` is one), or `a`, `b`, `z`, `h`. Behind any other it is an index.
    private static boolean countsLayers(String name) {
        int letter = Greek.named(name).orElse(name.codePointAt(0));
        boolean single =
                Greek.named(name).isPresent() || name.codePointCount(0, name.length()) == 1;
        return single
                && (Character.isUpperCase(letter)
                        || Character.UnicodeScript.of(letter) == Character.UnicodeScript.GREEK
                        || LAYERED.indexOf(letter) >= 0);
    }

    private static String wordOnly(String word) {
        Matcher hat = HAT.matcher(word);
        if (hat.matches()) {
            return Normalizer.normalize(hat.group(1) + "\u0302", Normalizer.Form.NFC);
        }
        return Greek.named(word).map(Character::toString).orElse(word);
    }

    private static String lowered(String digits) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(c -> out.append("₀₁₂₃₄₅₆₇₈₉".charAt(c - '0')));
        return out.toString();
    }

    /// Any text as it stands, upright: `\text{Layer 1}`; `∂` is the sign of formulas.
    public static String text(String words) {
        StringBuilder out = new StringBuilder("\\text{");
        words.codePoints()
                .forEach(
                        c -> {
                            String sign = Character.toString(c);
                            boolean escaped = "#$%&_{}".contains(sign);
                            out.append(
                                    sign.equals("\\") || sign.equals("^") || sign.equals("~")
                                            ? " "
                                            : escaped
                                                    ? "\\" + sign
                                                    : sign.replace("∂", "$\\partial$"));
                        });
        return out.append('}').toString();
    }

    /// The characters of a name one by one, upright: `\mathrm{loss}`, `\text{权重}`.
    static String upright(String name) {
        boolean symbols = name.codePoints().allMatch(c -> symbol(c).isPresent());
        StringBuilder out = new StringBuilder(symbols ? "\\mathrm{" : "\\text{");
        name.codePoints()
                .forEach(
                        c ->
                                out.append(
                                        c == '_'
                                                ? "\\_"
                                                : symbols
                                                        ? symbol(c).orElseThrow()
                                                        : Character.toString(c)));
        return out.append('}').toString();
    }

    private static String shortened(String name) {
        int head = name.offsetByCodePoints(0, LONGEST / 2);
        int tail = name.offsetByCodePoints(name.length(), -LONGEST / 4);
        return upright(name.substring(0, head)) + "\\ldots " + upright(name.substring(tail));
    }

    private static String subscript(String text) {
        return text.matches("[0-9]+") ? text : word(text);
    }

    /// A letter that every mathematical font has; nothing for an accented letter and for those of
    /// other scripts, which TeX has as text alone.
    private static Optional<String> symbol(int codePoint) {
        return codePoint < 128
                ? Optional.of(Character.toString(codePoint))
                : Greek.letter(codePoint);
    }

    private static String word(String word) {
        Matcher hatted = HATTED.matcher(Normalizer.normalize(word, Normalizer.Form.NFD));
        if (hatted.matches() && symbol(hatted.group(1).codePointAt(0)).isPresent()) {
            return "\\hat{" + word(hatted.group(1)) + "}";
        }
        if (word.codePointCount(0, word.length()) == 1) {
            return symbol(word.codePointAt(0)).orElseGet(() -> upright(word));
        }
        Matcher hat = HAT.matcher(word);
        if (hat.matches()) {
            return "\\hat{" + word(hat.group(1)) + "}";
        }
        return Greek.spelled(word).orElseGet(() -> upright(word));
    }
}
