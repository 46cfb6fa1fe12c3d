package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The seeds of the initialisers that a text writes out.
final class Seeds {

    private static final Set<String> DRAWN = Set.of("normal", "uniform", "xavier", "he");

    private Seeds() {}

    private record Seed(Span at, long value) {}

    /// The text with other seeds, none of which it has now if they count up from the first.
    static String next(String text) {
        List<Seed> seeds = of(text);
        StringBuilder out = new StringBuilder(text);
        for (Seed seed : seeds.reversed()) {
            String changed = Long.toString(seed.value() + seeds.size());
            out.replace(seed.at().start(), seed.at().end(), changed);
        }
        return out.toString();
    }

    private static List<Seed> of(String text) {
        Syntax syntax = new Syntax(Set::of);
        List<Seed> seeds = new ArrayList<>();
        for (Span at : Statements.of(text).spans()) {
            TokenPositions place = new TokenPositions(text, at);
            if (syntax.tried(place).orElse(null) instanceof AssignmentContext a) {
                for (CallContext call : Arguments.calls(a.expression(), DRAWN)) {
                    Arguments.list(call).forEach(given -> add(given, place, seeds));
                }
            }
        }
        return seeds;
    }

    private static void add(ArgumentContext a, TokenPositions place, List<Seed> seeds) {
        if (a.NAME() != null && a.NAME().getText().equals("seed") && a.expression() != null) {
            Literal.constant(a.expression(), place)
                    .ifPresent(x -> seeds.add(new Seed(place.of(a.expression()), x.longValue())));
        }
    }
}
