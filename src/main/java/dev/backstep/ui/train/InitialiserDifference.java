package dev.backstep.ui.train;

import dev.backstep.lang.InitialiserText;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What differs between the initialisers that two programs write out for the same parameters:
/// `initial weights xavier → he`; each by the name of its parameter if they do not change alike.
final class InitialiserDifference {

    private static final String SEED = "seed";

    private final Map<String, InitialiserText> before;
    private final Map<String, InitialiserText> after;
    private final List<Message> found = new ArrayList<>();

    private InitialiserDifference(String before, String after) {
        this.before = byParameter(before);
        this.after = byParameter(after);
    }

    private record Setting(String parameter, String from, String to) {}

    /// Nothing if they have other parameters: then it is another program.
    static List<Message> of(String before, String after) {
        InitialiserDifference difference = new InitialiserDifference(before, after);
        if (difference.before.keySet().equals(difference.after.keySet())) {
            difference.compare(
                    Message.of("compare.initialiser"), (a, b) -> pair(a.function(), b.function()));
            for (String key : List.of("std", "low", "high")) {
                difference.compare(Message.verbatim(key), (a, b) -> numbers(a, b, key));
            }
            difference.seeds();
        }
        return difference.found;
    }

    private static Map<String, InitialiserText> byParameter(String text) {
        return InitialiserText.of(text).stream()
                .collect(
                        Collectors.toMap(
                                InitialiserText::parameter,
                                i -> i,
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    /// Both values, if they are not the same.
    private static Optional<List<String>> pair(String from, String to) {
        return from.equals(to) ? Optional.empty() : Optional.of(List.of(from, to));
    }

    /// A number that both functions take.
    private static Optional<List<String>> numbers(
            InitialiserText a, InitialiserText b, String key) {
        OptionalDouble from = a.number(key);
        OptionalDouble to = b.number(key);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : pair(
                        Numbers.FULL.plain(from.getAsDouble()),
                        Numbers.FULL.plain(to.getAsDouble()));
    }

    private List<Setting> changes(
            BiFunction<InitialiserText, InitialiserText, Optional<List<String>>> differ) {
        List<Setting> changes = new ArrayList<>();
        before.forEach(
                (name, a) ->
                        Optional.ofNullable(after.get(name))
                                .flatMap(b -> differ.apply(a, b))
                                .ifPresent(
                                        p -> changes.add(new Setting(name, p.get(0), p.get(1)))));
        return changes;
    }

    private void compare(
            Message name,
            BiFunction<InitialiserText, InitialiserText, Optional<List<String>>> differ) {
        List<Setting> changes = changes(differ);
        Set<List<String>> kinds = new HashSet<>();
        changes.forEach(c -> kinds.add(List.of(c.from, c.to)));
        if (kinds.size() == 1) {
            found.add(change(name, changes.getFirst()));
            return;
        }
        for (Setting c : changes) {
            Message whose =
                    Message.of("compare.initialiser.of")
                            .with("what", name)
                            .with("name", c.parameter);
            found.add(change(whose, c));
        }
    }

    /// All seeds change together, each counted up from the first.
    private void seeds() {
        List<Setting> changes = changes((a, b) -> numbers(a, b, SEED));
        if (!changes.isEmpty()) {
            found.add(change(Message.of("compare.seed"), changes.getFirst()));
        }
    }

    private static Message change(Message name, Setting c) {
        return Message.of("compare.change")
                .with("name", name)
                .with("from", c.from)
                .with("to", c.to);
    }
}
