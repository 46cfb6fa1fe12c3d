package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What people begin a line with who know other languages.
final class ForeignStatements {

    private static final Set<String> IMPORTS =
            Set.of("import from using library require include package pip".split(" "));

    private static final Set<String> DECLARATIONS =
            Set.of(
                    ("let var val double float int auto real global local final mut static scalar "
                                    + "number my assign define def")
                            .split(" "));

    private static final Set<String> OUTPUTS =
            Set.of(
                    ("print println printf disp display show echo puts plot cat fprintf write "
                                    + "summary clear close clc figure hold")
                            .split(" "));

    private static final Set<String> LOOPS = Set.of("for", "while", "repeat", "foreach", "parfor");

    private static final Set<String> CONDITIONS =
            Set.of("if else elif elseif switch case then unless".split(" "));

    private static final Set<String> ENDS =
            Set.of("end endif endfor begin do try with class pass endfunction".split(" "));

    /// Methods that run something and give nothing.
    private static final Set<String> RUNS =
            Set.of(
                    ("backward step zero_grad eval train fit compile plot show figure seed "
                                    + "manual_seed requires_grad_ append gradient")
                            .split(" "));

    private static final Message OUT = Message.of("hint.take.line.out");

    private final Tokens t;

    ForeignStatements(Tokens tokens) {
        this.t = tokens;
    }

    /// Everything that the beginning of the line may mean, the likeliest first.
    Stream<Hint> first() {
        return Stream.of(
                        prompt(),
                        comment(),
                        new ForeignFunctions(t).definition(),
                        word(),
                        declaration(),
                        several(),
                        typed(),
                        changed(),
                        element(),
                        run())
                .flatMap(Optional::stream);
    }

    /// What the line as a whole may mean, if nothing in it is strange.
    ///
    /// @param free a name that is not assigned
    Stream<Hint> last(String free) {
        return Stream.of(formula(), bare(free)).flatMap(Optional::stream);
    }

    private Optional<Hint> prompt() {
        String first = t.text(0);
        int arrows = first.equals(">") && t.text(1).equals(">") && t.text(2).equals(">") ? 3 : 0;
        int named =
                first.equals("In") || first.equals("julia")
                        ? t.find(":", 0) + t.find(">", 0) + 2
                        : 0;
        int from = arrows + named;
        return from > 0 && from <= t.last()
                ? Optional.of(
                        Hint.write(all(), Message.of("problem.prompt"), t.written(from, t.last())))
                : Optional.empty();
    }

    private Optional<Hint> comment() {
        String two = t.text(0) + t.text(1);
        int signs =
                two.equals("//") || two.equals("--") || two.equals("/*")
                        ? 2
                        : t.is(0, "%;*") || t.text(0).equals("\"\"") ? 1 : 0;
        if (signs == 0) {
            return Optional.empty();
        }
        String rest = signs > t.last() ? "" : " " + t.written(signs, t.last());
        return Optional.of(Hint.write(all(), Message.of("problem.comment"), "#" + rest));
    }

    private Optional<Hint> word() {
        String first = t.text(0);
        if (t.text(1).equals("=") || !t.isName(0)) {
            return Optional.empty();
        }
        if (IMPORTS.contains(first)) {
            return said(Message.of("problem.no.import"), OUT);
        }
        if (OUTPUTS.contains(first)) {
            return said(Message.of("problem.no.print"), OUT);
        }
        if (LOOPS.contains(first)) {
            return said(Message.of("problem.no.loops"), Message.of("hint.steps"));
        }
        if (CONDITIONS.contains(first)) {
            return said(Message.of("problem.no.conditions"), Message.of("hint.sign.above"));
        }
        if (ENDS.contains(first)) {
            return said(Message.of("problem.no.word").with("word", first), OUT);
        }
        boolean back = first.equals("return") && t.size() > 1;
        return back
                ? Optional.of(
                        Hint.write(
                                all(),
                                Message.of("problem.no.return"),
                                "loss L = " + t.written(1, t.last())))
                : Optional.empty();
    }

    private Optional<Hint> declaration() {
        boolean declared = DECLARATIONS.contains(t.text(0)) && t.isName(1) && t.text(2).equals("=");
        return declared && t.size() > 3
                ? Optional.of(
                        Hint.write(
                                all(),
                                Message.of("problem.not.needed").with("word", t.text(0)),
                                t.written(1, t.last())))
                : Optional.empty();
    }

    /// `x, y = 1, 2`
    private Optional<Hint> several() {
        return t.isName(0) && t.text(1).equals(",") && t.find("=", 0) > 0
                ? Optional.of(
                        Hint.words(
                                t.span(0, 1),
                                Message.of("problem.one.name"),
                                Message.of("hint.several")))
                : Optional.empty();
    }

    /// `x := 3`, `x <- 3`, `x: float = 3`
    private Optional<Hint> typed() {
        if (!t.isName(0)) {
            return Optional.empty();
        }
        String two = t.text(1) + t.text(2);
        if (Set.of(":=", "<-", "==", "~=").contains(two) && t.isJoined(2) && t.size() > 3) {
            return Optional.of(Hint.write(t.span(1, 2), Message.of("problem.assign"), "="));
        }
        if (t.is(1, "←≔:") && t.size() > 2 && t.find("=", 2) < 0) {
            return Optional.of(Hint.write(t.span(1, 1), Message.of("problem.assign"), "="));
        }
        if (t.text(1).equals(":") && t.text(3).equals("=") && t.size() > 4) {
            String assigned = t.written(0, 0) + " = " + t.written(4, t.last());
            return Optional.of(Hint.write(all(), Message.of("problem.no.type"), assigned));
        }
        return Optional.empty();
    }

    /// `x += 1`, `x++`
    private Optional<Hint> changed() {
        boolean twice = t.is(1, "+-") && t.text(2).equals(t.text(1)) && t.size() == 3;
        boolean by = t.is(1, "+-*/@^") && t.text(2).equals("=") && t.size() > 3;
        if (!t.isName(0) || !twice && !by) {
            return Optional.empty();
        }
        String name = t.written(0, 0);
        String operand = twice ? "1" : t.operand(3, t.last());
        String more = name + "_new = " + name + " " + t.text(1) + " " + operand;
        Message said = Message.of("problem.once");
        return Optional.of(Hint.write(all(), said, more));
    }

    /// `x[0] = 3`
    private Optional<Hint> element() {
        boolean element =
                t.isName(0)
                        && t.text(1).equals("[")
                        && t.mate(1) > 0
                        && t.text(t.mate(1) + 1).equals("=");
        Message also = Message.of("hint.own.name.x0");
        return element
                ? Optional.of(Hint.words(all(), Message.of("problem.no.element"), also))
                : Optional.empty();
    }

    /// `L.backward()`
    private Optional<Hint> run() {
        if (!t.isName(0) && !t.text(0).equals("loss") || !t.text(1).equals(".")) {
            return Optional.empty();
        }
        int i = 0;
        while (t.text(i + 1).equals(".") && t.isName(i + 2)) {
            i += 2;
        }
        boolean last = t.text(i + 1).equals("(") && t.mate(i + 1) == t.last();
        return last && RUNS.contains(t.text(i))
                ? said(Message.of("problem.no.backward"), OUT)
                : Optional.empty();
    }

    /// `= A1 + B1` of a spreadsheet, and `x^2 + 1 = L`
    private Optional<Hint> formula() {
        int sign = t.find("=", 0);
        boolean turned = sign > 1 && sign == t.last() - 1 && t.isName(t.last());
        return turned
                ? Optional.of(
                        Hint.write(
                                all(),
                                Message.of("problem.left"),
                                t.written(t.last(), t.last()) + " = " + t.written(0, sign - 1)))
                : Optional.empty();
    }

    private Optional<Hint> bare(String free) {
        boolean began = t.text(0).equals("=");
        boolean alone = t.size() == 1 && !t.isNumber(0);
        int from = began ? 1 : 0;
        boolean is =
                (began || t.find("=", 0) < 0)
                        && !alone
                        && from <= t.last()
                        && !Syntax.WORDS.contains(t.text(0));
        return is
                ? Optional.of(
                        Hint.write(
                                all(),
                                Message.of("problem.needs.name"),
                                free + " = " + t.written(from, t.last())))
                : Optional.empty();
    }

    private Optional<Hint> said(Message message, Message also) {
        return Optional.of(Hint.words(t.span(0, 0), message, also));
    }

    private Span all() {
        return t.span(0, t.last());
    }
}
