package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Functions of modules and of objects: `np.tanh(x)`, `W.dot(x)`, `A.T`.
final class ForeignCalls {

    static final Set<String> MODULES =
            Set.of(
                    ("np numpy torch nn F tf jnp jax math Math scipy keras cmath sp sympy Flux "
                                    + "NNlib stats K std xp cp functional jsp optax")
                            .split(" "));

    /// What a matrix has, without brackets or with empty ones, that is no function here.
    private static final Set<String> TURNED = Set.of("T", "mT", "H", "t", "transpose", "adjoint");

    /// What the name of a file ends in.
    private static final Set<String> FILES = Set.of("npy", "csv");

    /// What a matrix has that changes nothing.
    private static final Set<String> SAME =
            Set.of(
                    ("item data numpy float double clone copy value values cpu cuda to "
                                    + "astype requires_grad_ contiguous eval")
                            .split(" "));

    private final Tokens t;
    private final int first;
    private final int last;

    /// @param first of the tokens before the first dot
    /// @param last the name after the last dot
    ForeignCalls(Tokens tokens, int first, int last) {
        this.t = tokens;
        this.first = first;
        this.last = last;
    }

    Optional<Hint> hint() {
        if (first >= last || first < 0) {
            return Optional.empty();
        }
        String name = t.written(last, last);
        boolean called = t.text(last + 1).equals("(") && t.mate(last + 1) > 0;
        int end = called ? t.mate(last + 1) : last;
        Span whole = t.span(first, end);
        if (!called && FILES.contains(name)) {
            String quoted = '"' + t.written(first, last) + '"';
            return Optional.of(Hint.write(whole, Message.of("problem.quotes"), quoted));
        }
        boolean turned = TURNED.contains(name) && (!called || arguments().isEmpty());
        if (!turned && t.isName(first) && MODULES.contains(t.text(first))) {
            return Optional.of(module(whole, name, called));
        }
        String object = t.written(first, last - 2);
        if (turned) {
            return Optional.of(Hint.write(whole, Message.of("problem.transposed"), object + "'"));
        }
        if (SAME.contains(name)) {
            return Optional.of(
                    Hint.write(
                            whole,
                            Message.of("problem.not.needed").with("word", "." + name),
                            object));
        }
        if (Set.of("shape", "size", "grad", "ndim").contains(name)) {
            return Optional.of(
                    Hint.words(
                            whole,
                            Message.of("problem.no.member").with("name", name),
                            Message.of("hint.shown")));
        }
        return Optional.of(method(whole, object, name, called));
    }

    private Hint module(Span whole, String name, boolean called) {
        Message said = Message.of("problem.no.module").with("module", t.text(first));
        if (!called) {
            String constant =
                    Foreign.constant(name).orElse(Set.of("pi", "e").contains(name) ? name : "");
            return constant.isEmpty()
                    ? Hint.words(whole, said, Message.EMPTY)
                    : Hint.write(whole, said, constant);
        }
        List<String> given = arguments();
        if (name.equals("dot") && given.size() == 2) {
            String product = bracketed(given.get(0)) + " @ " + bracketed(given.get(1));
            return new Hint(
                    whole,
                    said,
                    "dot(" + String.join(", ", given) + ")",
                    Message.of("hint.for.matrices").with("code", product));
        }
        String axis = axis(name);
        return translated(
                whole, said, name, axis.isEmpty() ? given : List.of(given.getFirst(), axis));
    }

    private Hint method(Span whole, String object, String name, boolean called) {
        Message said = Message.of("problem.function.before");
        List<String> given = new ArrayList<>(List.of(object));
        given.addAll(called ? arguments() : List.of());
        if (Set.of("dot", "matmul", "mm").contains(name) && given.size() == 2) {
            return Hint.write(
                    whole, Message.of("problem.matmul"), object + " @ " + bracketed(given.get(1)));
        }
        if (name.equals("pow") && given.size() == 2) {
            return Hint.write(
                    whole, Message.of("problem.power"), object + "^" + bracketed(given.get(1)));
        }
        String axis = called ? axis(name) : "";
        return translated(whole, said, name, axis.isEmpty() ? given : List.of(object, axis));
    }

    /// What to write for a call, if there is something.
    private static Hint translated(Span whole, Message said, String name, List<String> given) {
        return Foreign.call(name, given)
                .map(here -> Hint.write(whole, said, here))
                .orElseGet(
                        () ->
                                Hint.words(
                                        whole,
                                        Message.of("problem.no.function").with("name", name),
                                        Foreign.without(name).orElse(Message.EMPTY)));
    }

    /// The operands, without those that are given by name.
    private List<String> arguments() {
        List<String> given = new ArrayList<>();
        for (Span a : t.arguments(last + 1)) {
            if (a.end() >= a.start() && !t.text(a.start() + 1).equals("=")) {
                given.add(t.written(a.start(), a.end()));
            }
        }
        return given;
    }

    /// `rows` for `axis=0`, `cols` for `axis=1`, empty where there is neither.
    private String axis(String name) {
        if (!Set.of("sum", "mean", "max", "min").contains(name)) {
            return "";
        }
        for (Span a : t.arguments(last + 1)) {
            boolean named =
                    Set.of("axis", "dim", "dims").contains(t.text(a.start()))
                            && t.text(a.start() + 1).equals("=");
            if (named && t.isNumber(a.end())) {
                return t.text(a.end()).equals("0") ? "rows" : "cols";
            }
        }
        return "";
    }

    private static String bracketed(String operand) {
        boolean one = operand.codePoints().allMatch(Spelling::isInName) || operand.startsWith("[");
        return one ? operand : "(" + operand + ")";
    }
}
