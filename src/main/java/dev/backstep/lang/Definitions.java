package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.text.Message;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The functions that a program has defined so far.
final class Definitions {

    private final Map<String, Definition> known = new LinkedHashMap<>();
    private final Set<Span> told = new HashSet<>();
    private final Function<String, Optional<String>> all;

    /// @param all the text of the function of a name, wherever in the program it is defined
    Definitions(Function<String, Optional<String>> all) {
        this.all = all;
    }

    void add(Definition function) {
        known.put(function.name(), function);
    }

    Optional<Definition> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    Set<String> names() {
        return known.keySet();
    }

    Collection<Definition> all() {
        return known.values();
    }

    /// The function whose statement holds these characters.
    Optional<Definition> around(Span span) {
        return known.values().stream().filter(f -> f.span().holds(span)).findFirst();
    }

    /// Whether something at these characters is told for the first time: a body is written out for
    /// each call.
    boolean isNews(Span span) {
        return told.add(span);
    }

    /// Whether a call is one of a function that the program has defined above, and is right.
    ///
    /// @param inside the function whose body holds the call; empty outside all of them
    /// @throws ProblemException if it takes other operands, calls itself, or is defined below
    boolean isRight(CallContext call, String inside, TokenPositions place) {
        String name = call.NAME().getText();
        Span at = place.of(call.NAME().getSymbol(), call.NAME().getSymbol());
        if (name.equals(inside)) {
            throw new ProblemException(
                    at,
                    Message.of("problem.recursion").with("name", name),
                    Message.of("hint.recursion"));
        }
        Optional<Definition> function = find(name);
        if (function.isPresent() && !function.get().takes(call)) {
            int n = function.get().operands().size();
            throw place.wrong(
                    call,
                    Message.of("problem.count")
                            .with("function", name)
                            .with("takes", Message.of("count.operands").with("n", n))
                            .with("given", Arguments.list(call).size()),
                    Hint.write(function.get().head()));
        }
        if (function.isEmpty() && all.apply(name).isPresent()) {
            throw below(name, inside, at);
        }
        return function.isPresent();
    }

    private ProblemException below(String name, String inside, Span at) {
        Pattern word =
                Pattern.compile(
                        "\\b" + Pattern.quote(inside) + "\\s*\\(", Pattern.UNICODE_CHARACTER_CLASS);
        boolean back = !inside.isEmpty() && word.matcher(all.apply(name).orElse("")).find();
        return back
                ? new ProblemException(
                        at,
                        Message.of("problem.recursion.two").with("a", inside).with("b", name),
                        Message.of("hint.recursion"))
                : new ProblemException(
                        at,
                        Message.of("problem.function.below").with("name", name),
                        Message.of("hint.move.up"));
    }

    /// How deep a call of one of these functions would nest, and how many bodies it writes out;
    /// both 0 for others.
    int depth(String name) {
        return find(name).map(Definition::depth).orElse(0);
    }

    long calls(List<CallContext> calls) {
        return calls.stream()
                .map(c -> find(c.NAME().getText()))
                .mapToLong(f -> f.map(Definition::calls).orElse(0L))
                .sum();
    }
}
