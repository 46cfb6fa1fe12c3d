package dev.backstep.lang;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What punctuation and single signs of other notations are here.
final class ForeignMarks {

    /// Signs with words to say and nothing to put in their place.
    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("{", "brackets are ( ) and [ ]"),
                    Map.entry("}", "brackets are ( ) and [ ]"),
                    Map.entry("\"", "a text ends with \" on its line"),
                    Map.entry("±", "write one line with + and one with -"),
                    Map.entry("∓", "write one line with + and one with -"),
                    Map.entry("∞", "a number is at most about 1.8e308"),
                    Map.entry("∂", "every gradient is shown without being asked for"),
                    Map.entry("∇", "every gradient is shown without being asked for"),
                    Map.entry("∫", "there are no integrals"),
                    Map.entry("∏", "write the product out with *"),
                    Map.entry("⊗", "write a @ b' for the outer product of two columns"),
                    Map.entry("…", "write out what is left out"),
                    Map.entry("!", "there are no factorials and no negations"),
                    Map.entry("?", "step(x - 2) is 1 where x is above 2, else 0"),
                    Map.entry("&", "write * for and: step(a) * step(b)"),
                    Map.entry("~", "1 - step(x) is 1 where x is below 0"),
                    Map.entry(":", "there is no indexing and there are no ranges yet"),
                    Map.entry("$", "names have no $"),
                    Map.entry("%", "comments start with #"));

    private static final Map<String, String> SIGNS =
            Map.of("∘", "⊙", "⨀", "⊙", "⨯", "*", "⊕", "+", "⊖", "-", "←", "=", "≔", "=");

    private final Tokens t;
    private final int k;

    /// @param k the token that does not fit
    ForeignMarks(Tokens tokens, int k) {
        this.t = tokens;
        this.k = k;
    }

    /// Everything that the sign may mean, the likeliest first.
    Stream<Hint> hints() {
        return Stream.<Supplier<Optional<Hint>>>of(
                        this::percent,
                        this::twice,
                        this::comma,
                        this::tuple,
                        this::semicolon,
                        this::quoted,
                        this::index,
                        this::list,
                        this::sign)
                .map(Supplier::get)
                .flatMap(Optional::stream);
    }

    private Optional<Hint> percent() {
        boolean share = t.text(k).equals("%") && t.isNumber(k - 1) && !t.begins(k + 1);
        return share
                ? Optional.of(
                        Hint.write(
                                t.span(k - 1, k),
                                "'%' is not part of the language",
                                t.written(k - 1, k - 1) + "/100"))
                : Optional.empty();
    }

    /// `//`, `/*`, `×`, `%*%`, `^⊤`
    private Optional<Hint> twice() {
        if (t.is(k, "ᵀ'") && t.text(k - 1).equals("^")) {
            return Optional.of(Hint.write(t.span(k - 1, k), "a matrix is transposed with '", "'"));
        }
        if (t.text(k).equals("%") && t.text(k + 2).equals("%") && t.text(k + 1).equals("*")) {
            return Optional.of(
                    Hint.write(t.span(k, k + 2), "a product of matrices is written with @", "@"));
        }
        if (t.text(k).equals("×")) {
            return Optional.of(
                    new Hint(
                            t.span(k, k),
                            "'×' is not part of the language",
                            "*",
                            "@ for the product of matrices"));
        }
        boolean slash = t.text(k - 1).equals("/") && t.is(k, "/*");
        return slash
                ? Optional.of(
                        new Hint(
                                t.span(k - 1, k),
                                "'/" + t.text(k) + "' is not part of the language",
                                "/",
                                "# to begin a comment"))
                : Optional.empty();
    }

    /// `1,5` outside of calls and matrices, `[1, 2, ]`
    private Optional<Hint> comma() {
        if (t.is(k, ")]") && t.text(k - 1).equals(",")) {
            return Optional.of(
                    Hint.write(t.span(k - 1, k), "nothing follows the comma", t.text(k)));
        }
        boolean between =
                t.isNumber(k - 1) && t.isNumber(k + 1) && t.isJoined(k) && t.isJoined(k + 1);
        if (!t.text(k).equals(",") || !between || t.enclosing(k) >= 0 && t.find(",", k + 1) >= 0) {
            return Optional.empty();
        }
        String left = t.written(k - 1, k - 1);
        String right = t.written(k + 1, k + 1);
        boolean thousands = right.matches("\\d{3}\\.\\d*");
        boolean points = left.matches("\\d{1,3}\\.\\d{3}");
        String number = (points ? left.replace(".", "") : left) + (thousands ? "" : ".") + right;
        return Optional.of(
                Hint.write(t.span(k - 1, k + 1), "numbers have a decimal point", number));
    }

    /// `1, 2` and `(1, 2)`
    private Optional<Hint> tuple() {
        if (!t.text(k).equals(",")) {
            return Optional.empty();
        }
        int open = t.enclosing(k);
        int sign = t.find("=", 0);
        boolean bracketed = open >= 0 && t.mate(open) > 0;
        boolean alone = open < 0 && sign >= 0 && k > sign && t.find("=", k) < 0 && k < t.last();
        if (!bracketed && !alone) {
            String also = "a statement is name = expression, one a line";
            return Optional.of(Hint.words(t.span(k, k), "',' does not fit here", also));
        }
        int from = bracketed ? open : sign + 1;
        int to = bracketed ? t.mate(open) : t.last();
        String row = bracketed ? t.written(from + 1, to - 1) : t.written(from, to);
        return Optional.of(
                Hint.write(t.span(from, to), "a row stands in square brackets", "[" + row + "]"));
    }

    private Optional<Hint> semicolon() {
        if (!t.text(k).equals(";") || t.enclosing(k) >= 0) {
            return Optional.empty();
        }
        return k == t.last()
                ? Optional.of(
                        Hint.words(t.span(k, k), "a line needs no ';' at its end", "take it out"))
                : Optional.of(
                        Hint.words(
                                t.span(k, k),
                                "one statement a line",
                                "begin a new line in the place of the ';'"));
    }

    /// `'text'`
    private Optional<Hint> quoted() {
        int close = t.find("'", k + 1);
        return t.text(k).equals("'") && close > 0
                ? Optional.of(
                        Hint.write(
                                t.span(k, close),
                                "a text stands in double quotes",
                                "\"" + t.written(k + 1, close - 1) + "\""))
                : Optional.empty();
    }

    private Optional<Hint> index() {
        boolean name = t.text(k).equals("[") && t.isName(k - 1) && t.isJoined(k);
        return name && t.mate(k) > 0
                ? Optional.of(
                        Hint.words(
                                t.span(k - 1, t.mate(k)),
                                "there is no indexing yet",
                                "take one number by a product, as in [1, 0] @ x for the first of two"))
                : Optional.empty();
    }

    /// `{1, 2}`
    private Optional<Hint> list() {
        return t.text(k).equals("{") && t.mate(k) > k + 1
                ? Optional.of(
                        Hint.write(
                                t.span(k, t.mate(k)),
                                "a matrix stands in square brackets",
                                Foreign.rows(
                                        "["
                                                + t.written(k + 1, t.mate(k) - 1)
                                                        .replaceAll("[{]", "[")
                                                        .replaceAll("[}]", "]")
                                                + "]")))
                : Optional.empty();
    }

    private Optional<Hint> sign() {
        String sign = t.text(k);
        String said = "'" + sign + "' is not part of the language";
        if (SIGNS.containsKey(sign)) {
            return Optional.of(Hint.write(t.span(k, k), said, SIGNS.get(sign)));
        }
        boolean control = sign.length() == 1 && Character.isISOControl(sign.charAt(0));
        if (control) {
            String name =
                    "a control character, U+%04X, stands here".formatted((int) sign.charAt(0));
            return Optional.of(Hint.words(t.span(k, k), name, "take it out"));
        }
        return INSTEAD.containsKey(sign) && t.isOther(k)
                ? Optional.of(Hint.words(t.span(k, k), said, INSTEAD.get(sign)))
                : Optional.empty();
    }
}
