package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;

/// Definitions of functions, as other languages write them.
final class ForeignFunctions {

    private static final Set<String> WORDS = Set.of("def", "function", "fn", "func", "fun");
    private static final int LONGEST = 80;
    private static final Message NONE = Message.of("problem.no.functions");

    private final Tokens t;

    ForeignFunctions(Tokens tokens) {
        this.t = tokens;
    }

    /// `def f(x): …`, `f = lambda x: …`, `f = x -> …`, `function y = f(x)`.
    Optional<Hint> definition() {
        int sign = t.find("=", 0);
        boolean at = t.text(2).equals("@");
        int colon = at ? t.mate(3) : t.find(":", 2);
        boolean handle = sign == 1 && (at || t.text(2).equals("lambda") || t.is(2, "λ\\"));
        if (handle && colon > 0 && colon < t.last()) {
            String operands = at ? t.written(4, colon - 1) : t.written(3, colon - 1);
            return written(t.text(0), operands, colon + 1);
        }
        int arrow = sign == 1 || t.text(1).equals(":") && sign < 0 ? arrow() : 0;
        if (arrow > 0 && arrow <= t.last()) {
            int before = t.text(arrow - 1).equals(">") ? arrow - 3 : arrow - 2;
            String operands = t.written(2, before).replaceAll("[()]", "");
            return written(t.text(0), operands, arrow);
        }
        boolean defined = WORDS.contains(t.text(0)) && t.isName(1);
        int close = t.mate(2);
        if (defined && t.text(2).equals("(") && close > 0) {
            int body = close + (t.is(close + 1, ":=") ? 2 : 1);
            body += t.text(body).equals("return") ? 1 : 0;
            return written(t.text(1), t.written(3, close - 1), body);
        }
        return defined ? example() : Optional.empty();
    }

    private Optional<Hint> written(String name, String operands, int body) {
        String code = name + "(" + operands + ") = " + t.written(body, t.last());
        Hint hint = Hint.words(t.span(0, t.last()), NONE, Hint.write(code));
        boolean fits = code.length() <= LONGEST && code.indexOf('\n') < 0;
        return body > 1 && body <= t.last() && fits ? Optional.of(hint) : example();
    }

    private Optional<Hint> example() {
        return Optional.of(Hint.words(t.span(0, t.last()), NONE, Hint.example("f(x) = x^2 + 1")));
    }

    /// What follows `->`, `=>`, `→` or `↦`; 0 if there is none.
    private int arrow() {
        for (int i = 2; i < t.size(); i++) {
            if (t.is(i, "→↦⟼⇒")) {
                return i + 1;
            }
            if (t.text(i).equals(">") && t.isJoined(i) && t.is(i - 1, "-=")) {
                return i + 1;
            }
        }
        return 0;
    }
}
