package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The arguments of a `data` or `train` line: `key=value`, and for some one without a key.
///
/// @param bare the argument given without a key, as the file of `csv`; null where there is none
record KeyedArguments(
        EngineContext line,
        @Nullable ArgumentContext bare,
        Map<String, ArgumentContext> given,
        TokenPositions place) {

    /// The largest whole number of which a double also holds every smaller one.
    static final long MAX_SEED = 1L << 53;

    /// Where every value has its key.
    ///
    /// @throws ProblemException for a key that is unknown or given twice, or a value without its
    ///   key
    static KeyedArguments of(EngineContext line, List<String> keys, TokenPositions place) {
        KeyedArguments all = withBare(line, keys, place);
        if (all.bare != null) {
            throw all.keyless(all.bare, keys);
        }
        return all;
    }

    /// Where one value may come without a key.
    ///
    /// @throws ProblemException for a key that is unknown or given twice, or a second value without
    ///   a key
    static KeyedArguments withBare(EngineContext line, List<String> keys, TokenPositions place) {
        String name = line.NAME().getText();
        Map<String, ArgumentContext> given = new LinkedHashMap<>();
        KeyedArguments all = new KeyedArguments(line, null, given, place);
        for (ArgumentContext a : arguments(line)) {
            if (a.NAME() == null) {
                if (all.bare != null) {
                    throw all.keyless(a, keys);
                }
                all = new KeyedArguments(line, a, given, place);
                continue;
            }
            String key = a.NAME().getText();
            if (!keys.contains(key)) {
                throw place.wrong(
                        a,
                        Message.of("problem.no.such.key").with("name", name).with("key", key),
                        Nearest.hint(key, keys).orElse(Nearest.known(keys)));
            }
            if (given.put(key, a) != null) {
                throw place.wrong(
                        a,
                        Message.of("problem.given.twice").with("key", key),
                        Message.of("hint.take.one.out"));
            }
        }
        return all;
    }

    private ProblemException keyless(ArgumentContext a, List<String> keys) {
        String example = keys.getFirst() + "=" + place.words(a);
        String name = line.NAME().getText();
        return place.wrong(
                a, Message.of("problem.by.name").with("name", name), Hint.example(example));
    }

    private static List<ArgumentContext> arguments(EngineContext line) {
        return line.arguments() == null ? List.of() : line.arguments().argument();
    }

    /// The argument of that key, if there is one.
    static Optional<ArgumentContext> argument(EngineContext line, String key) {
        return arguments(line).stream()
                .filter(a -> a.NAME() != null && a.NAME().getText().equals(key))
                .findFirst();
    }

    /// The line as a program has it, on one line and without comments.
    static String printed(EngineContext line) {
        String arguments =
                arguments(line).stream()
                        .map(ArgumentContext::getText)
                        .collect(Collectors.joining(", "));
        return line.kind.getText() + " " + line.NAME().getText() + "(" + arguments + ")";
    }

    /// The argument of a key that is given.
    ArgumentContext argument(String key) {
        return Objects.requireNonNull(given.get(key));
    }

    boolean has(String key) {
        return given.containsKey(key);
    }

    /// The columns of a file that a value names, a text without its quotes; none where it is not
    /// given.
    List<String> columns(String key) {
        ArgumentContext a = given.get(key);
        if (a == null) {
            return List.of();
        }
        return a.columns() == null
                ? List.of(unquoted(a.getChild(a.getChildCount() - 1).getText()))
                : a.columns().column().stream().map(c -> unquoted(c.getText())).toList();
    }

    /// Which of some words a value is; the first of them where it is not given.
    ///
    /// @throws ProblemException where it is another
    String choice(String key, List<String> words) {
        ArgumentContext a = given.get(key);
        if (a == null) {
            return words.getFirst();
        }
        String word = unquoted(a.getChild(a.getChildCount() - 1).getText());
        if (!words.contains(word)) {
            Message known = Message.joined("or", words.stream().map(Message::verbatim).toList());
            throw place.wrong(
                    a,
                    Message.of("problem.choice")
                            .with("key", key)
                            .with("known", known)
                            .with("given", word));
        }
        return word;
    }

    static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /// A number with `low ≤ number`, and `number ≤ high` or, where `open`, `number < high`.
    double number(String key, double otherwise, double low, double high, boolean open) {
        ArgumentContext a = given.get(key);
        if (a == null) {
            return otherwise;
        }
        double x = constant(key, a);
        if (!(x >= low && (open ? x < high : x <= high))) {
            String range = open ? "problem.range.open" : "problem.range";
            throw place.wrong(
                    a,
                    Message.of(high == Double.MAX_VALUE ? "problem.negative" : range)
                            .with("key", key)
                            .with("low", NumberText.text(low))
                            .with("high", NumberText.text(high))
                            .with("given", place.words(a.expression())));
        }
        return x;
    }

    long whole(String key, long otherwise, long low, long high) {
        ArgumentContext a = given.get(key);
        if (a == null) {
            return otherwise;
        }
        double x = constant(key, a);
        if (x != Math.rint(x) || x < low || x > high) {
            String range = Math.abs(low) == MAX_SEED ? "problem.whole" : "problem.whole.range";
            throw place.wrong(
                    a,
                    Message.of(range)
                            .with("key", key)
                            .with("low", low)
                            .with("high", high)
                            .with("given", place.words(a.expression())));
        }
        return (long) x;
    }

    long seed() {
        return whole("seed", 0, -MAX_SEED, MAX_SEED);
    }

    private double constant(String key, ArgumentContext a) {
        if (a.expression() == null) {
            throw place.wrong(a, Message.of("problem.number.text").with("key", key));
        }
        return Literal.finite(a.expression(), key, place);
    }
}
