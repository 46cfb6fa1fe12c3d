package dev.backstep.lang;

import dev.backstep.graph.Mistake;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.SettingContext;
import dev.backstep.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The conventions a program sets, and the mistake it makes; they hold for all of it, wherever the
/// line stands.
final class Settings {

    static final String RELU0 = "relu0";
    static final String MISTAKE = "mistake";
    static final List<String> KEYS = List.of(RELU0, MISTAKE);

    private final Set<String> taken = new HashSet<>();
    private double relu0 = 0.5;
    private Optional<Mistake> mistake = Optional.empty();

    /// Takes in one `set` line.
    ///
    /// @throws ProblemException where the key is unknown or set already, or its value is none it
    ///   can have
    void take(SettingContext line, TokenPositions place) {
        String key = line.NAME().getText();
        Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
        switch (key) {
            case RELU0 -> relu0 = slope(line.expression(), place);
            case MISTAKE -> mistake = Optional.of(mistake(line.expression(), place));
            default ->
                    throw new ProblemException(
                            at,
                            Message.of("problem.unknown.setting").with("name", place.words(at)),
                            Nearest.hint(key, KEYS).orElse(Nearest.known(KEYS)));
        }
        if (!taken.add(key)) {
            throw new ProblemException(
                    at,
                    Message.of("problem.set.twice").with("key", key),
                    Message.of("hint.take.one.out"));
        }
    }

    private static double slope(ExpressionContext given, TokenPositions place) {
        double value =
                Literal.constant(given, place)
                        .orElseThrow(
                                () ->
                                        place.wrong(
                                                given,
                                                Message.of("problem.number").with("key", RELU0),
                                                Message.of("hint.relu0")));
        if (value != 0 && value != 0.5 && value != 1) {
            throw place.wrong(given, Message.of("problem.relu0").with("given", place.words(given)));
        }
        return value;
    }

    /// Where a name is none of them, the hint is the nearest, or all.
    private static Mistake mistake(ExpressionContext given, TokenPositions place) {
        String word = place.words(given).strip();
        return Mistake.named(word)
                .orElseThrow(
                        () ->
                                place.wrong(
                                        given,
                                        Message.of("problem.mistake").with("given", word),
                                        Nearest.hint(word, Mistake.words())
                                                .orElse(Nearest.known(Mistake.words()))));
    }

    /// The local gradient of `relu` at 0: 0, ½ (the default) or 1.
    double relu0() {
        return relu0;
    }

    /// The mistake that backward is computed with.
    Optional<Mistake> mistake() {
        return mistake;
    }
}
