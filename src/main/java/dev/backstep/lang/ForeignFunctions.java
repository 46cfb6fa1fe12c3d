package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;

/// Definitions of functions, as other languages write them.
final class ForeignFunctions {

    private static final Set<String> WORDS = Set.of("def", "function", "fn", "func", "fun");
    private static final Message NONE = Message.of("problem.no.functions");

    private final Tokens t;

    ForeignFunctions(Tokens tokens) {
        this.t = tokens;
    }

    /// `f(x) = …`, `def f(x): …`, `function y = f(x)`.
    Optional<Hint> definition() {
        int sign = t.find("=", 0);
        boolean called = t.isName(0) && t.text(1).equals("(") && t.mate(1) > 0;
        if (called && sign == t.mate(1) + 1 && sign < t.last()) {
            String formula = t.text(0) + " = " + t.written(sign + 1, t.last());
            return Optional.of(Hint.write(t.span(0, t.last()), NONE, formula));
        }
        boolean handle = sign == 1 && (t.text(2).equals("lambda") || t.is(2, "@λ\\"));
        int body = t.text(2).equals("@") ? t.mate(3) + 1 : t.find(":", 2) + 1;
        if (handle && body > 2 && body <= t.last()) {
            return Optional.of(
                    Hint.write(
                            t.span(0, t.last()),
                            NONE,
                            t.text(0) + " = " + t.written(body, t.last())));
        }
        int arrow = sign == 1 || t.text(1).equals(":") && sign < 0 ? arrow() : 0;
        if (arrow > 0 && arrow <= t.last()) {
            return Optional.of(
                    Hint.write(
                            t.span(0, t.last()),
                            NONE,
                            t.text(0) + " = " + t.written(arrow, t.last())));
        }
        boolean defined = WORDS.contains(t.text(0)) && t.isName(1);
        return defined
                ? Optional.of(Hint.words(t.span(0, t.last()), NONE, Message.of("hint.formula")))
                : Optional.empty();
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
