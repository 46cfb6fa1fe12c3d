package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;

/// The arguments of one call, sorted into operands and numbers by the [Function] that is called.
record Arguments(
        CallContext call,
        List<ExpressionContext> operands,
        Map<String, Double> numbers,
        TokenPositions place) {

    /// @throws ProblemException for a key that is unknown or given twice, a number that is none, or
    ///   a wrong count
    static Arguments of(CallContext call, TokenPositions place) {
        Function function = FunctionTable.get(call.NAME().getText());
        Arguments bound = new Arguments(call, new ArrayList<>(), new LinkedHashMap<>(), place);
        for (ArgumentContext a : list(call)) {
            bound.take(a, function);
        }
        int given = bound.operands.size();
        for (String key : function.required()) {
            given += bound.numbers.containsKey(key) ? 1 : 0;
        }
        if (given < function.fewestOperands() + function.required().size()) {
            throw bound.count(function, list(call).size());
        }
        function.optional().forEach(bound.numbers::putIfAbsent);
        return bound;
    }

    static List<ArgumentContext> list(CallContext call) {
        return call.arguments() == null ? List.of() : call.arguments().argument();
    }

    double number(String key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    /// The shape that `r` and `c` say, or `n` for both.
    Shape shape() {
        double rows = number(numbers.containsKey("n") ? "n" : "r");
        double cols = number(numbers.containsKey("n") ? "n" : "c");
        for (double size : new double[] {rows, cols}) {
            if (size < 1 || size != Math.rint(size)) {
                throw place.wrong(call, Message.of("problem.shape.whole"));
            }
            if (size > Shape.MAX_ELEMENTS) {
                throw place.wrong(
                        call,
                        Message.of("problem.matrix.large"),
                        Message.of("hint.smaller.matrix"));
            }
        }
        return new Shape((int) rows, (int) cols);
    }

    private void take(ArgumentContext a, Function function) {
        if (a.expression() == null) {
            throw place.wrong(
                    a,
                    Message.of("problem.no.text").with("function", function.name()),
                    Hint.example(function.example()));
        }
        if (a.NAME() != null) {
            put(a, a.NAME().getText(), function);
        } else if (!named(function).isEmpty()) {
            throw place.wrong(a, Message.of("problem.after.named"), Message.of("hint.named.last"));
        } else if (operands.size() < function.operands().size()) {
            operands.add(a.expression());
        } else {
            List<String> keys = function.keys();
            if (numbers.size() == keys.size()) {
                throw count(function, list(call).size());
            }
            put(a, keys.get(numbers.size()), function);
        }
    }

    /// The named values so far, if any: those whose argument has a key.
    private List<ArgumentContext> named(Function function) {
        int seen = operands.size() + numbers.size();
        return function.keys().isEmpty()
                ? List.of()
                : list(call).subList(0, seen).stream().filter(a -> a.NAME() != null).toList();
    }

    private void put(ArgumentContext a, String key, Function function) {
        List<String> keys = function.keys();
        if (!keys.contains(key)) {
            Message otherwise =
                    keys.isEmpty() ? Message.of("hint.operands.only") : Nearest.known(keys);
            throw place.wrong(
                    a,
                    Message.of("problem.no.key").with("function", function.name()).with("key", key),
                    Nearest.hint(key, keys).orElse(otherwise));
        }
        double value = Literal.finite(a.expression(), key, place);
        if (numbers.put(key, value) != null) {
            throw place.wrong(
                    a,
                    Message.of("problem.given.twice").with("key", key),
                    Message.of("hint.take.one.out"));
        }
    }

    private ProblemException count(Function function, int given) {
        int least = function.fewestOperands() + function.required().size();
        String noun = function.required().isEmpty() ? "operand" : "argument";
        int most = function.operands().size() + function.keys().size();
        boolean exact = least == most || given < least;
        String key = (exact ? "count." : "count.most.") + noun + "s";
        Message takes = Message.of(key).with("n", exact ? least : most);
        return place.wrong(
                call,
                Message.of("problem.count")
                        .with("function", function.name())
                        .with("takes", takes)
                        .with("given", given),
                Hint.example(function.example()));
    }

    /// The calls of these functions in a tree, in the order of the text.
    static List<CallContext> calls(ParseTree tree, Set<String> names) {
        List<CallContext> found = new ArrayList<>();
        if (tree instanceof CallContext call && names.contains(call.NAME().getText())) {
            found.add(call);
        }
        for (int k = 0; k < tree.getChildCount(); k++) {
            found.addAll(calls(tree.getChild(k), names));
        }
        return found;
    }
}
