package dev.backstep.paint;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.HeatGrid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/// The signs that a legend tells of, in its order.
public enum LegendSign {
    VALUE(_ -> true),
    FORWARD(d -> uses(d, Pass.FORWARD)),
    BACKWARD(d -> uses(d, Pass.BACKWARD)),
    PILL(d -> !d.pills().isEmpty()),
    TAG(d -> !d.tags().isEmpty()),
    PARAMETER(d -> d.cards().stream().anyMatch(c -> c.kind() == Kind.PARAM)),
    AVERAGED(d -> d.cards().stream().anyMatch(c -> HeatGrid.of(c.shape()).isAveraged())),
    UPDATED(d -> d.cards().stream().anyMatch(c -> c.pass() == Pass.UPDATE));

    private final Predicate<Diagram> shown;

    LegendSign(Predicate<Diagram> shown) {
        this.shown = shown;
    }

    /// Those that a picture shows.
    public static Set<LegendSign> of(Diagram diagram) {
        Set<LegendSign> all = EnumSet.noneOf(LegendSign.class);
        Arrays.stream(values()).filter(s -> s.shown.test(diagram)).forEach(all::add);
        return all;
    }

    private static boolean uses(Diagram diagram, Pass pass) {
        return diagram.wires().stream()
                .anyMatch(w -> w.emphasis() == Emphasis.ACTIVE && w.pass() == pass);
    }
}
