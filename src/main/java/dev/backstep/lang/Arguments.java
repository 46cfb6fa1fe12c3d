package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        if (given < function.operands().size() + function.required().size()) {
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

    /// The shape that `r` and `c` say.
    Shape shape() {
        double rows = number("r");
        double cols = number("c");
        for (double size : new double[] {rows, cols}) {
            if (size < 1 || size != Math.rint(size)) {
                throw place.wrong(call, "rows and columns are whole numbers from 1", "");
            }
            if (size > Shape.MAX_ELEMENTS) {
                throw place.wrong(
                        call, "too large: over 4 million elements", "take a smaller matrix");
            }
        }
        return new Shape((int) rows, (int) cols);
    }

    private void take(ArgumentContext a, Function function) {
        if (a.expression() == null) {
            throw place.wrong(a, function.name() + " takes no text", "as in " + function.example());
        }
        if (a.NAME() != null) {
            put(a, a.NAME().getText(), function);
        } else if (!named(function).isEmpty()) {
            throw place.wrong(a, "this comes after a named value", "named values come last");
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
            String near = Nearest.hint(key, keys);
            String known =
                    keys.isEmpty() ? "it takes operands only" : "known: " + String.join(", ", keys);
            throw place.wrong(a, function.name() + " has no " + key, near.isEmpty() ? known : near);
        }
        double value =
                Literal.constant(a.expression(), place)
                        .filter(Double::isFinite)
                        .orElseThrow(
                                () ->
                                        place.wrong(
                                                a.expression(),
                                                key
                                                        + " takes a number, not "
                                                        + place.words(a.expression()),
                                                ""));
        if (numbers.put(key, value) != null) {
            throw place.wrong(a, key + " is given twice", "take out one of the two");
        }
    }

    private ProblemException count(Function function, int given) {
        int least = function.operands().size() + function.required().size();
        String noun = function.required().isEmpty() ? "operand" : "argument";
        int most = least + function.optional().size();
        boolean exact = least == most || given < least;
        String takes =
                exact
                        ? least + " " + noun + (least == 1 ? "" : "s")
                        : "at most " + most + " " + noun + "s";
        return place.wrong(
                call,
                function.name() + " takes " + takes + ", not " + given,
                "as in " + function.example());
    }
}
