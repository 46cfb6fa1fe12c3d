package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What two operands side by side may mean that is not a product.
final class Neighbours {

    private final Tokens t;
    private final int k;
    private final Supplier<Set<String>> assigned;

    /// @param k the second operand
    /// @param assigned every name that the program assigns
    Neighbours(Tokens tokens, int k, Supplier<Set<String>> assigned) {
        this.t = tokens;
        this.k = k;
        this.assigned = assigned;
    }

    Stream<Hint> hints() {
        return t.begins(k) || t.text(k).equals("_")
                ? Stream.of(statement(), bare(), raised(), grouped(), row(), typed(), invisible())
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    /// `x = 3 y = 4`
    private Optional<Hint> statement() {
        boolean begins = k > 1 && t.isName(k) && t.text(k + 1).equals("=") && t.enclosing(k) < 0;
        return begins && !t.text(k + 2).equals("=")
                ? Optional.of(
                        Hint.words(
                                t.span(k, k + 1),
                                Message.of("problem.one.statement"),
                                Message.of("hint.new.line").with("name", t.written(k, k))))
                : Optional.empty();
    }

    /// `sin x`, `sin -x`
    private Optional<Hint> bare() {
        int end = t.operandEnd(k);
        boolean function =
                t.isName(k - 1)
                        && Foreign.known(t.text(k - 1))
                        && !assigned.get().contains(t.text(k - 1));
        if (!function || end < k || t.is(k, "([") || k == 1) {
            return Optional.empty();
        }
        String call = t.written(k - 1, k - 1) + "(" + t.written(k, end) + ")";
        return Optional.of(Hint.write(t.span(k - 1, end), Message.of("problem.brackets"), call));
    }

    /// `sin²(x)`, `sin^2(x)`, `sin² x`
    private Optional<Hint> raised() {
        boolean raised = t.isRaised(k - 1) && t.isName(k - 2);
        boolean power = t.text(k - 2).equals("^") && t.isNumber(k - 1) && t.isName(k - 3);
        boolean inverse = t.text(k - 3).equals("^") && t.text(k - 2).equals("-") && t.isName(k - 4);
        int f = raised ? k - 2 : inverse ? k - 4 : k - 3;
        int end = t.operandEnd(k);
        boolean function =
                (raised || power || inverse && t.isNumber(k - 1))
                        && f >= 0
                        && Foreign.known(t.text(f))
                        && !assigned.get().contains(t.text(f));
        if (!function || end < k) {
            return Optional.empty();
        }
        boolean bracketed = t.text(k).equals("(");
        String inner = bracketed ? t.written(k, end) : "(" + t.written(k, end) + ")";
        String call = t.written(f, f) + inner + t.written(f + 1, k - 1);
        return Optional.of(Hint.write(t.span(f, end), Message.of("problem.power.behind"), call));
    }

    /// `1 000`, `1_000`, `2½`
    private Optional<Hint> grouped() {
        boolean mixed = t.isNumber(k) && t.isNumber(k - 1) && t.written(k, k).charAt(0) > '~';
        if (mixed && t.isJoined(k)) {
            double sum = Double.parseDouble(t.text(k - 1)) + Double.parseDouble(t.text(k));
            return Optional.of(
                    Hint.write(
                            t.span(k - 1, k),
                            Message.of("problem.one.number"),
                            NumberText.text(sum)));
        }
        int next = t.text(k).equals("_") ? k + 1 : k;
        boolean thousand =
                t.isNumber(k - 1) && t.isNumber(next) && t.text(next).matches("\\d{3}(\\.\\d*)?");
        boolean whole = t.text(k - 1).matches("[1-9]\\d{0,2}") && t.enclosing(k) < 0;
        return thousand && whole
                ? Optional.of(
                        Hint.write(
                                t.span(k - 1, next),
                                Message.of("problem.digits"),
                                t.text(k - 1) + t.text(next)))
                : Optional.empty();
    }

    /// `[1 2]`, and rows on lines of their own
    private Optional<Hint> row() {
        int open = t.enclosing(k);
        if (open < 0 || !t.text(open).equals("[") || !t.isNumber(k)) {
            return Optional.empty();
        }
        int from = t.isNumber(k - 1) ? k - 1 : k;
        if (from == k) {
            return Optional.empty();
        }
        boolean line = t.between(k - 1, k).indexOf('\n') >= 0;
        return line
                ? Optional.of(
                        Hint.words(
                                t.span(k, k),
                                Message.of("problem.rows.separated"),
                                Hint.write(t.written(k - 1, k - 1) + "; " + t.written(k, k))))
                : Optional.of(
                        Hint.words(
                                t.span(k, k),
                                Message.of("problem.commas"),
                                Hint.write(t.written(k - 1, k - 1) + ", " + t.written(k, k))));
    }

    /// `3.0f`, `2L`
    private Optional<Hint> typed() {
        boolean suffix =
                t.isNumber(k - 1)
                        && t.isJoined(k)
                        && Set.of("f", "F", "L", "d", "f32", "f64", "F64").contains(t.text(k));
        return suffix
                        && (t.text(k - 1).contains(".")
                                || !assigned.get().contains(t.text(k)) && !t.text(k).equals("d"))
                ? Optional.of(
                        Hint.write(
                                t.span(k - 1, k),
                                Message.of("problem.no.type"),
                                t.written(k - 1, k - 1)))
                : Optional.empty();
    }

    /// Two names with a character between that nobody sees.
    private Optional<Hint> invisible() {
        String between = k > 0 ? t.between(k - 1, k) : "";
        boolean hidden =
                !between.isEmpty()
                        && between.codePoints()
                                .allMatch(c -> Character.getType(c) == Character.FORMAT);
        return hidden
                ? Optional.of(
                        Hint.write(
                                t.span(k - 1, k),
                                Message.of("problem.invisible")
                                        .with("code", "U+%04X".formatted(between.codePointAt(0))),
                                t.written(k - 1, k - 1) + t.written(k, k)))
                : Optional.empty();
    }
}
