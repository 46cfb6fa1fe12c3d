package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.SettingContext;
import dev.backstep.text.Message;
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

            throw new ProblemException(
                    at,
                    Message.of("problem.unknown.setting").with("name", place.words(at)),
                    Nearest.hint(key, KEYS).orElse(Nearest.known(KEYS)));
        }
        double value =
                Literal.constant(line.expression(), place)
                        .orElseThrow(
                                () ->
                                        place.wrong(
                                                line.expression(),
                                                Message.of("problem.number").with("key", key),
                                                Message.of("hint.relu0")));
        if (value != 0 && value != 0.5 && value != 1) {
            throw place.wrong(
                    line.expression(),
                    Message.of("problem.relu0").with("given", place.words(line.expression())));
        }
        if (values.put(key, value) != null) {
            throw new ProblemException(
                    at,
                    Message.of("problem.set.twice").with("key", key),
                    Message.of("hint.take.one.out"));
        }
    }

    /// The local gradient of `relu` at 0: 0, ½ (the default) or 1.
    double relu0() {
        return values.getOrDefault("relu0", 0.5);
    }
}
