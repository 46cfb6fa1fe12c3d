package dev.backstep.lang;

import dev.backstep.data.Dataset.Task;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/// An `mlp` as it stands in a text.
///
/// @param units of its layers, the last one's included
/// @param sizes where they stand, with their brackets
/// @param seed of its first weights, if it is given
public record MlpText(
        List<Integer> units,
        Span sizes,
        String hidden,
        Span hiddenAt,
        String output,
        Span outputAt,
        OptionalLong seed,
        Optional<Span> seedAt) {

    private static final Map<Task, String> LOSSES =
            Map.of(Task.BINARY, "bce", Task.CLASSES, "ce", Task.REGRESSION, "se");
    private static final Map<Task, String> LAST =
            Map.of(Task.BINARY, "sigmoid", Task.CLASSES, "softmax", Task.REGRESSION, "linear");
    private static final Set<String> LOGITS = Set.of("bce_logits", "ce_logits");

    /// What can stand in hidden layers, the usual ones first.
    public static List<String> activations() {
        return Mlp.HIDDEN;
    }

    /// What can stand in the last layer.
    public static List<String> lastActivations() {
        return Mlp.LAST;
    }

    /// The first `mlp` in an expression whose arguments can be changed one by one.
    static Optional<MlpText> of(ExpressionContext expression, TokenPositions place) {
        return Arguments.calls(expression, Set.of(Mlp.NAME)).stream()
                .findFirst()
                .flatMap(c -> of(c, place));
    }

    private static Optional<MlpText> of(CallContext call, TokenPositions place) {
        List<ArgumentContext> given = Arguments.list(call);
        if (given.size() < 4 || given.get(1).expression() == null) {
            return Optional.empty();
        }
        Optional<ArgumentContext> seed =
                given.stream()
                        .skip(4)
                        .filter(a -> a.NAME() != null && a.expression() != null)
                        .findFirst();
        return units(given.get(1), place)
                .map(
                        units ->
                                new MlpText(
                                        units,
                                        place.of(given.get(1)),
                                        given.get(2).getText(),
                                        place.of(given.get(2)),
                                        given.get(3).getText(),
                                        place.of(given.get(3)),
                                        seed.map(a -> seed(a, place)).orElse(OptionalLong.empty()),
                                        seed.map(a -> place.of(a.expression()))));
    }

    private static Optional<List<Integer>> units(ArgumentContext a, TokenPositions place) {
        try {
            return Literal.of(a.expression(), place)
                    .filter(l -> l.shape().rows() == 1)
                    .map(l -> Arrays.stream(l.value().get().toArray()).boxed().toList())
                    .filter(l -> l.stream().allMatch(x -> x == Math.rint(x) && x >= 1 && x < 1e7))
                    .map(l -> l.stream().map(Double::intValue).toList());
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    private static OptionalLong seed(ArgumentContext a, TokenPositions place) {
        return Literal.constant(a.expression(), place)
                .map(x -> OptionalLong.of(x.longValue()))
                .orElse(OptionalLong.empty());
    }

    static String sizes(List<Integer> units) {
        return units.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /// The text with a last layer and a loss for another task; as it is where both fit already.
    String fitting(String text, Task task, int outputs) {
        List<Loss> losses = losses(text);
        boolean logits = losses.stream().anyMatch(l -> LOGITS.contains(l.name()));
        boolean fits =
                units.getLast() == outputs
                        && losses.stream().allMatch(l -> l.name().startsWith(loss(task)));
        if (fits) {
            return text;
        }
        List<Integer> changed = new ArrayList<>(units);
        changed.set(changed.size() - 1, outputs);
        List<Replacement> all = new ArrayList<>();
        all.add(new Replacement(sizes, sizes(changed)));
        all.add(new Replacement(outputAt, logits ? "linear" : String.valueOf(LAST.get(task))));
        boolean fused = logits && task != Task.REGRESSION;
        losses.forEach(
                l -> all.add(new Replacement(l.at(), loss(task) + (fused ? "_logits" : ""))));
        return Replacement.apply(text, all);
    }

    private static String loss(Task task) {
        return String.valueOf(LOSSES.get(task));
    }

    private record Replacement(Span at, String by) {

        static String apply(String text, List<Replacement> changes) {
            StringBuilder out = new StringBuilder(text);
            changes.stream()
                    .sorted(Comparator.comparing((Replacement c) -> c.at().start()).reversed())
                    .forEach(c -> out.replace(c.at().start(), c.at().end(), c.by()));
            return out.toString();
        }
    }

    private record Loss(String name, Span at) {}

    /// Where a loss per sample is named, in the bodies of functions too.
    private static List<Loss> losses(String text) {
        Set<String> names = Set.of("bce", "ce", "se", "bce_logits", "ce_logits");
        List<Loss> found = new ArrayList<>();
        for (RightSides.RightSide side : RightSides.of(text)) {
            for (CallContext call : Arguments.calls(side.expression(), names)) {
                Token name = call.NAME().getSymbol();
                found.add(new Loss(name.getText(), side.place().of(name, name)));
            }
        }
        return found;
    }
}
