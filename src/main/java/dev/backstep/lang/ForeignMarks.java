package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What punctuation and single signs of other notations are here.
final class ForeignMarks {

    /// Signs with nothing to put in their place, and the key of what to say.
    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("{", "brackets"),
                    Map.entry("}", "brackets"),
                    Map.entry("\"", "text"),
                    Map.entry("±", "plus.minus"),
                    Map.entry("∓", "plus.minus"),
                    Map.entry("∞", "infinity"),
                    Map.entry("∂", "gradient"),
                    Map.entry("∇", "gradient"),
                    Map.entry("∫", "integral"),
                    Map.entry("∏", "product"),
                    Map.entry("⊗", "outer"),
                    Map.entry("…", "dots"),
                    Map.entry("!", "not"),
                    Map.entry("?", "above"),
                    Map.entry("&", "and"),
                    Map.entry("~", "below"),
                    Map.entry(":", "colon"),
                    Map.entry("$", "dollar"),
                    Map.entry("%", "comment"));

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
                                Message.of("problem.no.part").with("sign", "%"),
                                t.written(k - 1, k - 1) + "/100"))
                : Optional.empty();
    }

    /// `//`, `/*`, `×`, `%*%`, `^⊤`
    private Optional<Hint> twice() {
        if (t.is(k, "ᵀ'") && t.text(k - 1).equals("^")) {
            return Optional.of(Hint.write(t.span(k - 1, k), Message.of("problem.transposed"), "'"));
        }
        if (t.text(k).equals("%") && t.text(k + 2).equals("%") && t.text(k + 1).equals("*")) {
            return Optional.of(Hint.write(t.span(k, k + 2), Message.of("problem.matmul"), "@"));
        }
        if (t.text(k).equals("×")) {
            return Optional.of(
                    new Hint(
                            t.span(k, k),
                            Message.of("problem.no.part").with("sign", "×"),
                            "*",
                            Message.of("hint.at")));
        }
        boolean slash = t.text(k - 1).equals("/") && t.is(k, "/*");
        return slash
                ? Optional.of(
                        new Hint(
                                t.span(k - 1, k),
                                Message.of("problem.no.part").with("sign", "/" + t.text(k)),
                                "/",
                                Message.of("hint.slash")))
                : Optional.empty();
    }

    /// `1,5` outside of calls and matrices, `[1, 2, ]`
    private Optional<Hint> comma() {
        if (t.is(k, ")]") && t.text(k - 1).equals(",")) {
            return Optional.of(
                    Hint.write(t.span(k - 1, k), Message.of("problem.comma.end"), t.text(k)));
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
        return Optional.of(Hint.write(t.span(k - 1, k + 1), Message.of("problem.decimal"), number));
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
            return Optional.of(
                    Hint.words(
                            t.span(k, k),
                            Message.of("problem.unfit").with("sign", ","),
                            Message.of("hint.statement.line")));
        }
        int from = bracketed ? open : sign + 1;
        int to = bracketed ? t.mate(open) : t.last();
        String row = bracketed ? t.written(from + 1, to - 1) : t.written(from, to);
        return Optional.of(
                Hint.write(t.span(from, to), Message.of("problem.square.row"), "[" + row + "]"));
    }

    private Optional<Hint> semicolon() {
        if (!t.text(k).equals(";") || t.enclosing(k) >= 0) {
            return Optional.empty();
        }
        return k == t.last()
                ? Optional.of(
                        Hint.words(
                                t.span(k, k),
                                Message.of("problem.semicolon"),
                                Message.of("hint.take.out")))
                : Optional.of(
                        Hint.words(
                                t.span(k, k),
                                Message.of("problem.one.statement"),
                                Message.of("hint.new.line.semicolon")));
    }

    /// `'text'`
    private Optional<Hint> quoted() {
        int close = t.find("'", k + 1);
        return t.text(k).equals("'") && close > 0
                ? Optional.of(
                        Hint.write(
                                t.span(k, close),
                                Message.of("problem.quotes"),
                                "\"" + t.written(k + 1, close - 1) + "\""))
                : Optional.empty();
    }

    /// `{1, 2}`
    private Optional<Hint> list() {
        return t.text(k).equals("{") && t.mate(k) > k + 1
                ? Optional.of(
                        Hint.write(
                                t.span(k, t.mate(k)),
                                Message.of("problem.square.matrix"),
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
        boolean colon = sign.equals(":");
        Message said = Message.of(colon ? "problem.unfit" : "problem.no.part").with("sign", sign);
        if (SIGNS.containsKey(sign)) {
            return Optional.of(Hint.write(t.span(k, k), said, SIGNS.get(sign)));
        }
        boolean control = sign.length() == 1 && Character.isISOControl(sign.charAt(0));
        if (control) {
            Message name =
                    Message.of("problem.control")
                            .with("code", "U+%04X".formatted((int) sign.charAt(0)));
            return Optional.of(Hint.words(t.span(k, k), name, Message.of("hint.take.out")));
        }
        return INSTEAD.containsKey(sign) && (colon || t.isOther(k))
                ? Optional.of(
                        Hint.words(
                                t.span(k, k), said, Message.of("hint.sign." + INSTEAD.get(sign))))
                : Optional.empty();
    }
}
