package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The initialiser of a parameter as it stands in a text: `xavier(8, 2, seed=1)` of `param W1 =
/// xavier(8, 2, seed=1)`.
///
/// @param shape rows and columns as they are written
/// @param given the other numbers that are given, as they are written
public record InitialiserText(
        String parameter, Span at, String function, List<String> shape, Map<String, String> given) {

    private static final String SEED = "seed";

    public InitialiserText {
        shape = List.copyOf(shape);
        given = new LinkedHashMap<>(given);
    }

    /// What can be chosen: the functions of rows and columns, which `eye` is not.
    public static List<String> functions() {
        return FunctionTable.of(Manual.Chapter.INITIALISERS).stream()
                .filter(f -> f.required().size() == 2)
                .map(dev.backstep.lang.Function::name)
                .toList();
    }

    /// Those of a text, in their order; one whose rows or columns are not its first two numbers is
    /// not among them.
    public static List<InitialiserText> of(String text) {
        List<InitialiserText> found = new ArrayList<>();
        if (text.length() > Language.MAX_LENGTH) {
            return found;
        }
        Syntax syntax = new Syntax(Set::of);
        for (Span at : Statements.of(text).spans()) {
            if (!Beginnings.firstWord(text, at).equals("param")) {
                continue;
            }
            TokenPositions place = new TokenPositions(text, at);
            if (syntax.tried(place).orElse(null) instanceof AssignmentContext a) {
                add(a, place, found);
            }
        }
        return found;
    }

    private static void add(
            AssignmentContext a, TokenPositions place, List<InitialiserText> found) {
        ExpressionContext value = a.expression();
        List<CallContext> calls = Arguments.calls(value, Set.copyOf(functions()));
        boolean alone = calls.size() == 1 && place.of(calls.getFirst()).equals(place.of(value));
        if (!alone) {
            return;
        }
        CallContext call = calls.getFirst();
        List<ArgumentContext> all = Arguments.list(call);
        String function = call.NAME().getText();
        List<String> keys = List.copyOf(FunctionTable.get(function).optional().keySet());
        boolean plain =
                all.size() >= 2
                        && all.size() <= 2 + keys.size()
                        && all.stream().limit(2).allMatch(x -> x.NAME() == null)
                        && all.stream().allMatch(x -> x.expression() != null);
        if (!plain) {
            return;
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (int k = 2; k < all.size(); k++) {
            ArgumentContext x = all.get(k);
            String key = x.NAME() == null ? keys.get(k - 2) : x.NAME().getText();
            given.put(key, place.written(place.of(x.expression())));
        }
        List<String> shape =
                all.stream().limit(2).map(x -> place.written(place.of(x.expression()))).toList();
        found.add(new InitialiserText(a.NAME().getText(), place.of(call), function, shape, given));
    }

    /// The numbers that its function takes beside rows and columns, with what they usually are.
    public Map<String, Double> keys() {
        return FunctionTable.get(function).optional();
    }

    /// What a number is, given or usual; empty if the function takes no such number or it is
    /// written as something else.
    public OptionalDouble number(String key) {
        Double usual = keys().get(key);
        if (usual == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(
                    given.containsKey(key)
                            ? Double.parseDouble(String.valueOf(given.get(key)))
                            : usual);
        } catch (NumberFormatException other) {
            return OptionalDouble.empty();
        }
    }

    /// The text with another function for some of its initialisers, which keep the numbers that
    /// both take. One that draws and had no seed gets one of its own.
    public static String withFunction(
            String text, Predicate<InitialiserText> which, String function) {
        int[] count = {0};
        return changed(
                text,
                which,
                i -> {
                    count[0]++;
                    Map<String, Double> takes = FunctionTable.get(function).optional();
                    Map<String, String> kept = new LinkedHashMap<>(i.given);
                    kept.keySet().retainAll(takes.keySet());
                    if (takes.containsKey(SEED)) {
                        kept.putIfAbsent(SEED, Integer.toString(count[0]));
                    }
                    return new InitialiserText(i.parameter, i.at, function, i.shape, kept);
                });
    }

    /// The text with another number for some of its initialisers. A seed is that of the first; the
    /// others count up from it, so that no two draw the same.
    public static String withNumber(
            String text, Predicate<InitialiserText> which, String key, double value) {
        int[] count = {0};
        return changed(
                text,
                which,
                i -> {
                    double own = key.equals(SEED) ? value + count[0]++ : value;
                    Map<String, String> now = new LinkedHashMap<>(i.given);
                    now.put(key, NumberText.text(own));
                    return new InitialiserText(i.parameter, i.at, i.function, i.shape, now);
                });
    }

    private static String changed(
            String text,
            Predicate<InitialiserText> which,
            Function<InitialiserText, InitialiserText> change) {
        List<InitialiserText> all = of(text).stream().filter(which).map(change).toList();
        StringBuilder out = new StringBuilder(text);
        for (InitialiserText i : all.reversed()) {
            out.replace(i.at.start(), i.at.end(), i.written());
        }
        return out.toString();
    }

    /// `xavier(8, 2, seed=1)`
    private String written() {
        List<String> parts = new ArrayList<>(shape);
        given.forEach((key, value) -> parts.add(key + "=" + value));
        return function + "(" + String.join(", ", parts) + ")";
    }
}
