package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A `data` or `train` line as it stands in a text: its name and its arguments as they are written.
///
/// @param at the whole line, without what is behind it
/// @param arguments in their order
public record EngineLine(String kind, String name, Span at, List<Argument> arguments) {

    /// @param key empty for the one that comes without a key, as the file of `csv`
    /// @param written its value, letter for letter
    /// @param number its value if it is a number
    public record Argument(String key, String written, OptionalDouble number) {

        private String text() {
            return key.isEmpty() ? written : key + "=" + written;
        }
    }

    public EngineLine {
        arguments = List.copyOf(arguments);
    }

    static EngineLine of(EngineContext line, TokenPositions place) {
        List<ArgumentContext> given =
                line.arguments() == null ? List.of() : line.arguments().argument();
        return new EngineLine(
                line.kind.getText(),
                line.NAME().getText(),
                place.of(line),
                given.stream().map(a -> argument(a, place)).toList());
    }

    private static Argument argument(ArgumentContext a, TokenPositions place) {
        String key = a.NAME() == null ? "" : a.NAME().getText();
        String all = place.written(place.of(a));
        String value = key.isEmpty() ? all : all.substring(all.indexOf('=') + 1).strip();
        return new Argument(key, value, number(a, place));
    }

    private static OptionalDouble number(ArgumentContext a, TokenPositions place) {
        if (a.expression() == null) {
            return OptionalDouble.empty();
        }
        try {
            return Literal.constant(a.expression(), place)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
        } catch (ProblemException none) {
            return OptionalDouble.empty();
        }
    }

    /// The value of a key as it is written; nothing if the key is not there.
    public Optional<String> value(String key) {
        return argument(key).map(Argument::written);
    }

    /// The value of a key; nothing if it is not there or is no number.
    public OptionalDouble number(String key) {
        return argument(key).map(Argument::number).orElse(OptionalDouble.empty());
    }

    private Optional<Argument> argument(String key) {
        return arguments.stream().filter(a -> a.key().equals(key)).findFirst();
    }

    /// The same with another value for a key, which comes last if it was not there.
    EngineLine with(String key, String value) {
        List<Argument> changed = new ArrayList<>(arguments);
        Argument argument = new Argument(key, value, OptionalDouble.empty());
        int at = arguments.stream().map(Argument::key).toList().indexOf(key);
        if (at < 0) {
            changed.add(argument);
        } else {
            changed.set(at, argument);
        }
        return new EngineLine(kind, name, this.at, changed);
    }

    /// The same with an argument without a key before all others.
    EngineLine first(String written) {
        List<Argument> changed = new ArrayList<>();
        changed.add(new Argument("", written, OptionalDouble.empty()));
        changed.addAll(arguments);
        return new EngineLine(kind, name, at, changed);
    }

    /// The same without a key.
    EngineLine without(String key) {
        return keeping(arguments.stream().filter(a -> !a.key().equals(key)).toList(), name);
    }

    /// The same with another name; of its arguments, those with these keys.
    EngineLine named(String changed, Collection<String> keys) {
        return keeping(arguments.stream().filter(a -> keys.contains(a.key())).toList(), changed);
    }

    private EngineLine keeping(List<Argument> kept, String changed) {
        return new EngineLine(kind, changed, at, kept);
    }

    /// The line as the language writes it.
    String text() {
        return kind
                + " "
                + name
                + arguments.stream()
                        .map(Argument::text)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
