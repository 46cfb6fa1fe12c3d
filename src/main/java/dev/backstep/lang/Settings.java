package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.SettingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The conventions a program sets; they hold for all of it, wherever the line stands.
final class Settings {

    private static final Set<String> KEYS = Set.of("relu0");

    private final Map<String, Double> values = new HashMap<>();

    /// Takes in one `set` line.
    ///
    /// @throws ProblemException where the key is unknown or set already, or its value is none it
    ///   can have
    void take(SettingContext line, TokenPositions place) {
        String key = line.NAME().getText();
        Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
        if (!KEYS.contains(key)) {
            String near = Nearest.hint(key, KEYS);
            throw new ProblemException(
                    at,
                    "unknown setting " + place.words(at),
                    near.isEmpty() ? "known: relu0" : near);
        }
        double value =
                Literal.constant(line.expression(), place)
                        .orElseThrow(
                                () ->
                                        place.wrong(
                                                line.expression(),
                                                key + " takes a number",
                                                "0, 0.5 or 1"));
        if (value != 0 && value != 0.5 && value != 1) {
            throw place.wrong(
                    line.expression(),
                    "relu0 is 0, 0.5 or 1, not " + place.words(line.expression()),
                    "");
        }
        if (values.put(key, value) != null) {
            throw new ProblemException(at, key + " is set twice", "take out one of the two");
        }
    }

    /// The local gradient of `relu` at 0: 0, ½ (the default) or 1.
    double relu0() {
        return values.getOrDefault("relu0", 0.5);
    }
}
