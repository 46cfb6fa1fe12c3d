package dev.backstep.lang;

import dev.backstep.text.Message;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What people write inside a formula who know other notations.
final class ForeignSigns {

    private final Tokens t;
    private final int k;

    /// @param k the token that does not fit
    ForeignSigns(Tokens tokens, int k) {
        this.t = tokens;
        this.k = k;
    }

    /// Everything that the sign may mean, the likeliest first.
    Stream<Hint> hints() {
        return Stream.<Supplier<Optional<Hint>>>of(
                        this::latex,
                        this::matlab,
                        this::chained,
                        this::chosen,
                        this::comparison,
                        this::bars,
                        this::root,
                        this::raised,
                        this::plus,
                        this::empty)
                .map(Supplier::get)
                .flatMap(Optional::stream);
    }

    private Optional<Hint> latex() {
        boolean command = t.is(k, "\\$");
        boolean group = t.is(k, "{}") && (t.is(k - 1, "^_") || t.isName(k - 1));
        int sign = t.find("=", 0);
        int from = (sign == 1 || sign == 2) && k > sign ? sign + 1 : 0;
        if (!command && !group || from > t.last()) {
            return Optional.empty();
        }
        String whole = t.written(from, t.last());
        Span all = t.span(from, t.last());
        return Latex.translated(whole)
                .filter(w -> !w.equals(whole))
                .map(w -> Hint.write(all, Message.of("problem.latex"), w))
                .or(
                        () ->
                                command
                                        ? Optional.of(
                                                Hint.words(
                                                        t.span(k, k),
                                                        Message.of("problem.latex"),
                                                        Message.of("hint.latex")
                                                                .with("fraction", "\\frac{a}{b}")
                                                                .with("power", "x^{2}")
                                                                .with("letter", "\\alpha")))
                                        : Optional.empty());
    }

    /// `a .* b`, `a.'`, `sin.(x)`
    private Optional<Hint> matlab() {
        if (!t.text(k).equals(".") || !t.isJoined(k + 1)) {
            return Optional.empty();
        }
        boolean sign = t.is(k + 1, "*/^'+-(") || t.text(k + 1).equals("**");
        return sign
                ? Optional.of(
                        Hint.write(t.span(k, k + 1), Message.of("problem.no.dot"), t.text(k + 1)))
                : Optional.empty();
    }

    /// `np.tanh(x)`, `A.T`, `W.dot(x)`, `math.pi`
    private Optional<Hint> chained() {
        boolean constant = t.isNumber(k + 1) && Constants.of(t.written(k + 1, k + 1)).isPresent();
        if (!t.text(k).equals(".") || !t.isName(k + 1) && !constant) {
            return Optional.empty();
        }
        int last = k + 1;
        boolean module = ForeignCalls.MODULES.contains(t.text(k - 1));
        while (module && t.text(last + 1).equals(".") && t.isName(last + 2)) {
            last += 2;
        }
        return new ForeignCalls(t, t.operandStart(k - 1), last).hint();
    }

    /// `a if x > 2 else b`, `x > 2 ? a : b`
    private Optional<Hint> chosen() {
        boolean python = t.text(k).equals("if");
        Message also = Message.of("hint.sign.above");
        return python
                        || Set.of("where", "else", "and", "or", "not", "in", "then")
                                .contains(t.text(k))
                ? Optional.of(Hint.words(t.span(k, k), Message.of("problem.no.conditions"), also))
                : Optional.empty();
    }

    private Optional<Hint> comparison() {
        boolean equal = t.is(k, "=!") && t.text(k + 1).equals("=") && t.isJoined(k + 1);
        if (equal || t.is(k, "≠≈≡")) {
            return Optional.of(
                    Hint.words(
                            t.span(k, equal ? k + 1 : k),
                            Message.of("problem.no.comparisons"),
                            Message.of("hint.sign.above")));
        }
        if (!t.is(k, "<>≤≥⩽⩾≪≫")) {
            return Optional.empty();
        }
        int right = t.text(k + 1).equals("=") || t.text(k + 1).equals(t.text(k)) ? k + 2 : k + 1;
        Span sides = t.around(k);
        int to = right > t.last() ? -1 : t.around(right).end();
        if (sides.start() >= k || to < right) {
            return Optional.of(
                    Hint.words(
                            t.span(k, k),
                            Message.of("problem.no.comparisons"),
                            Message.of("hint.sign.above")));
        }
        boolean above = t.is(k, ">≥⩾≫");
        String larger = above ? t.written(sides.start(), k - 1) : t.written(right, to);
        String smaller = above ? t.operand(right, to) : t.operand(sides.start(), k - 1);
        String step = "step(" + larger + (smaller.equals("0") ? "" : " - " + smaller) + ")";
        return Optional.of(
                Hint.write(t.span(sides.start(), to), Message.of("problem.no.comparisons"), step));
    }

    /// `|x|`, `‖x‖`
    private Optional<Hint> bars() {
        if (!t.is(k, "|‖")) {
            return Optional.empty();
        }
        boolean two = t.text(k + 1).equals("|");
        int from = two ? k + 2 : k + 1;
        int to = t.find(t.text(k), from + 1);
        if (to < 0 || two && !t.text(to + 1).equals("|")) {
            return unfit(Message.of("hint.abs"));
        }
        boolean norm = two || t.text(k).equals("‖");
        String function = norm ? "norm(" : "abs(";
        Message name = norm ? Message.of("problem.norm") : Message.of("problem.abs");
        return Optional.of(
                Hint.write(
                        t.span(k, two ? to + 1 : to),
                        name,
                        function + t.written(from, to - 1) + ")"));
    }

    /// `√x`, `∑x`
    private Optional<Hint> root() {
        int end = t.operandEnd(k + 1);
        if (!t.is(k, "√∛∑") || end <= k) {
            return t.is(k, "√∛∑")
                    ? Optional.of(
                            Hint.words(
                                    t.span(k, k),
                                    Message.of("problem.no.part").with("sign", t.text(k)),
                                    Hint.write(t.is(k, "∑") ? "sum(x)" : "sqrt(x)")))
                    : Optional.empty();
        }
        boolean bracketed = t.text(k + 1).equals("(") && t.mate(k + 1) == end;
        String inner = bracketed ? t.written(k + 1, end) : "(" + t.written(k + 1, end) + ")";
        String instead =
                switch (t.text(k)) {
                    case "√" -> "sqrt" + inner;
                    case "∑" -> "sum" + inner;
                    default -> inner + "^(1/3)";
                };
        return Optional.of(
                Hint.write(
                        t.span(k, end),
                        Message.of("problem.no.part").with("sign", t.text(k)),
                        instead));
    }

    /// `+5`, `x ++ 1`
    private Optional<Hint> plus() {
        boolean inFront = t.text(k).equals("+") && t.is(k - 1, "=(,;[{+-*/@^·⊙");
        return inFront ? unfit(Message.of("hint.take.out")) : Optional.empty();
    }

    /// `[]`
    private Optional<Hint> empty() {
        boolean nothing = t.text(k).equals("]") && t.is(k - 1, "[;");
        return nothing ? unfit(Message.of("hint.one.element")) : Optional.empty();
    }

    private Optional<Hint> unfit(Message hint) {
        Message said = Message.of("problem.unfit").with("sign", t.text(k));
        return Optional.of(Hint.words(t.span(k, k), said, hint));
    }

    /// `eˣ`, `xⁿ⁻¹`
    private Optional<Hint> raised() {
        int to = k;
        StringBuilder plain = new StringBuilder();
        while (t.isJoined(to) && (t.isRaised(to) || t.isOther(to) && isRaised(t.text(to)))) {
            plain.append(
                    Normalizer.normalize(t.text(to++), Normalizer.Form.NFKC).replace('−', '-'));
        }
        if (to == k) {
            return Optional.empty();
        }
        String exponent = plain.length() == 1 ? plain.toString() : "(" + plain + ")";
        boolean turned = plain.toString().equals("t") || plain.toString().equals("T");
        int base = t.operandStart(k - 1);
        String instead = t.written(base, k - 1) + (turned ? "'" : "^" + exponent);
        return base < k
                ? Optional.of(
                        Hint.write(t.span(base, to - 1), Message.of("problem.raised"), instead))
                : Optional.empty();
    }

    private static boolean isRaised(String sign) {
        return "⁺⁻⁼⁽⁾".contains(sign)
                || Character.getType(sign.codePointAt(0)) == Character.MODIFIER_LETTER;
    }
}
