package dev.backstep.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sentence or a part of one, in no language yet; [Bundle] says it.
public sealed interface Message {

    /// Nothing to say.
    Message EMPTY = new Verbatim("");

    /// What reads the same in every language: a name, a number, a formula.
    record Verbatim(String text) implements Message {}

    /// A pattern of the bundle and what its placeholders stand for.
    record Pattern(String key, Map<String, Message> arguments) implements Message {

        public Pattern {
            arguments = Map.copyOf(arguments);
        }

        /// The same with one more argument: what `{name}` stands for.
        public Pattern with(String name, Message argument) {
            Map<String, Message> more = new HashMap<>(arguments);
            more.put(name, argument);
            return new Pattern(key, more);
        }

        public Pattern with(String name, String argument) {
            return with(name, verbatim(argument));
        }

        public Pattern with(String name, long argument) {
            return with(name, Long.toString(argument));
        }
    }

    default boolean isEmpty() {
        return equals(EMPTY);
    }

    static Pattern of(String key) {
        return new Pattern(key, Map.of());
    }

    static Verbatim verbatim(String text) {
        return new Verbatim(text);
    }

    /// Several messages as one: `a, b and c`.
    ///
    /// @param parts at least one
    static Message listed(List<? extends Message> parts) {
        int last = parts.size() - 1;
        return last == 0
                ? parts.getFirst()
                : of("and")
                        .with("first", joined("enumeration", parts.subList(0, last)))
                        .with("rest", parts.get(last));
    }

    /// Several messages as one, two at a time: a pattern of `{first}` and `{rest}`.
    ///
    /// @param parts at least one
    static Message joined(String key, List<? extends Message> parts) {
        Message last = parts.getLast();
        for (Message part : parts.reversed().subList(1, parts.size())) {
            last = of(key).with("first", part).with("rest", last);
        }
        return last;
    }
}
