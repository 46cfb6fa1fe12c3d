package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.SettingContext;
import dev.backstep.lang.BackstepParser.StatementContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// What single lines of a text say, without reading the whole program. Lines that do not parse say
/// nothing.
public final class Glance {

    /// So many samples are drawn in an instant.
    private static final int FEW = 10_000;

    private Glance() {}

    /// Whether a text asks for what may take long to come by: many samples, or files.
    public static boolean mayTakeLong(String text) {
        return FileMatrices.areIn(text) || data(text, (d, place) -> isFile(d) || isMany(d, place));
    }

    /// Whether a text asks for what is in a file, so that it may mean something else another time.
    public static boolean readsFile(String text) {
        return FileMatrices.areIn(text) || data(text, (d, _) -> isFile(d));
    }

    /// Whether a line that provides samples is such a one.
    private static boolean data(String text, BiPredicate<EngineContext, TokenPositions> is) {
        return lines(text, "data")
                .anyMatch(l -> l.parsed() instanceof EngineContext d && is.test(d, l.place()));
    }

    /// Where the value of a setting stands, in the last line that sets it.
    public static Optional<Span> setting(String text, String key) {
        return lines(text, "set")
                .flatMap(
                        l ->
                                l.parsed() instanceof SettingContext set
                                                && set.NAME().getText().equals(key)
                                        ? Stream.of(l.place().of(set.expression()))
                                        : Stream.empty())
                .reduce((_, last) -> last);
    }

    private record Line(StatementContext parsed, TokenPositions place) {}

    private static Stream<Line> lines(String text, String word) {
        if (text.length() > Language.MAX_LENGTH || !text.contains(word)) {
            return Stream.empty();
        }
        Syntax syntax = new Syntax(Set::of);
        return Statements.of(text).spans().stream()
                .filter(s -> Beginnings.firstWord(text, s).equals(word))
                .limit(Language.MAX_PROBLEMS)
                .flatMap(s -> line(syntax, new TokenPositions(text, s)).stream());
    }

    private static Optional<Line> line(Syntax syntax, TokenPositions place) {
        return syntax.tried(place).map(parsed -> new Line(parsed, place));
    }

    private static boolean isFile(EngineContext data) {
        return data.NAME().getText().equals(DataLine.CSV);
    }

    private static boolean isMany(EngineContext data, TokenPositions place) {
        List<ArgumentContext> given =
                data.arguments() == null ? List.of() : data.arguments().argument();
        return given.stream()
                .filter(a -> a.NAME() != null && a.NAME().getText().equals("samples"))
                .filter(a -> a.expression() != null)
                .anyMatch(a -> isMany(a, place));
    }

    private static boolean isMany(ArgumentContext samples, TokenPositions place) {
        try {
            return Literal.constant(samples.expression(), place).orElse(0.0) >= FEW;
        } catch (ProblemException tooLarge) {
            return false;
        }
    }
}
