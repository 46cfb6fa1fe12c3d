package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The `key=value` arguments of a `data` or `train` line.
///
/// @param text the text given without a key, as the file of `csv`; null where there is none
record Keyed(
        EngineContext line,
        @Nullable ArgumentContext text,
        Map<String, ArgumentContext> given,
        Place place) {

    /// The largest whole number of which a double also holds every smaller one.
    static final long MAX_SEED = 1L << 53;

    /// @throws Wrong for a key that is unknown or given twice, or a value without its key
    static Keyed of(EngineContext line, List<String> keys, boolean takesText, Place place) {
        String name = line.NAME().getText();
        Map<String, ArgumentContext> given = new LinkedHashMap<>();
        ArgumentContext text = null;
        List<ArgumentContext> all =
                line.arguments() == null ? List.of() : line.arguments().argument();
        for (ArgumentContext a : all) {
            if (a.NAME() == null) {
                if (!takesText || text != null || a.TEXT() == null) {
                    String example = keys.getFirst() + "=" + place.words(a);
                    throw place.wrong(a, name + " takes its values by name", "as in " + example);
                }
                text = a;
                continue;
            }
            String key = a.NAME().getText();
            if (!keys.contains(key)) {
                String near = Nearest.hint(key, keys);
                String known = "known: " + String.join(", ", keys);
                throw place.wrong(a, name + " takes no key " + key, near.isEmpty() ? known : near);
            }
            if (given.put(key, a) != null) {
                throw place.wrong(a, key + " is given twice", "take out one of the two");
            }
        }
        return new Keyed(line, text, given, place);
    }

    /// The line as a program has it, on one line and without comments.
    static String printed(EngineContext line) {
        String arguments =
                line.arguments() == null
                        ? ""
                        : line.arguments().argument().stream()
                                .map(ArgumentContext::getText)
                                .collect(Collectors.joining(", "));
        return line.kind.getText() + " " + line.NAME().getText() + "(" + arguments + ")";
    }

    boolean has(String key) {
        return given.containsKey(key);
    }

    /// The characters of a value, a text without its quotes; nothing where it is not given.
    Optional<String> words(String key) {
        return Optional.ofNullable(given.get(key))
                .map(a -> unquoted(a.getChild(a.getChildCount() - 1).getText()));
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
            String range =
                    high == Double.MAX_VALUE
                            ? " is not negative"
                            : " goes from "
                                    + Numbers.text(low)
                                    + (open ? " to less than " : " to ")
                                    + Numbers.text(high);
            throw place.wrong(a, key + range + ", not " + place.words(a.expression()), "");
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
            String range = Math.abs(low) == MAX_SEED ? "" : " from " + low + " to " + high;
            throw place.wrong(
                    a,
                    key + " is a whole number" + range + ", not " + place.words(a.expression()),
                    "");
        }
        return (long) x;
    }

    long seed() {
        return whole("seed", 0, -MAX_SEED, MAX_SEED);
    }

    private double constant(String key, ArgumentContext a) {
        if (a.expression() == null) {
            throw place.wrong(a, key + " takes a number, not a text", "");
        }
        return Literal.constant(a.expression(), place)
                .filter(Double::isFinite)
                .orElseThrow(
                        () ->
                                place.wrong(
                                        a.expression(),
                                        key + " takes a number, not " + place.words(a.expression()),
                                        ""));
    }
}
