package dev.backstep.ui.graph;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Point;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Reveal;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.ThemedState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The motion of a step: a value slides forward along its edge, a gradient back.
final class StepMotion extends Motion {

    /// @param frame paints the picture anew
    StepMotion(Runnable frame) {
        super(frame);
    }

    /// Only a step by one tells a story; a jump does not.
    static boolean isNextStep(ThemedState before, ThemedState now) {
        return before.state().document().equals(now.state().document())
                && now.step() == before.step() + 1;
    }

    /// A value on its way.
    record Token(Point at, String text, ColorRole ink) {}

    /// What is on its way now, in a picture of the step.
    List<Token> tokens(ThemedState now, Diagram diagram) {
        return now.walkthrough().map(w -> tokens(w, diagram, now.numbers())).orElse(List.of());
    }

    /// The heat maps whose cells are being computed, and how far.
    Reveal reveal(ThemedState now, Diagram diagram) {
        return now.walkthrough().map(w -> reveal(w, diagram)).orElse(Reveal.ALL);
    }

    private List<Token> tokens(Walkthrough w, Diagram diagram, Numbers numbers) {
        if (isOver()) {
            return List.of();
        }
        return diagram.wires().stream()
                .filter(wire -> wire.emphasis() == Emphasis.ACTIVE)
                .map(wire -> token(w, wire, eased(), numbers))
                .toList();
    }

    private Reveal reveal(Walkthrough w, Diagram diagram) {
        if (isOver()) {
            return Reveal.ALL;
        }
        boolean gradient =
                diagram.wires().stream()
                        .anyMatch(
                                wire ->
                                        wire.emphasis() == Emphasis.ACTIVE
                                                && wire.pass() == Pass.BACKWARD);
        Set<Integer> nodes =
                diagram.wires().stream()
                        .filter(wire -> wire.emphasis() == Emphasis.ACTIVE)
                        .map(Wire::edge)
                        .map(e -> gradient ? w.drawn().source(e).id() : e.node())
                        .collect(Collectors.toSet());
        return new Reveal(nodes, gradient, share());
    }

    private static Token token(Walkthrough w, Wire wire, double along, Numbers numbers) {
        Edge edge = wire.edge();
        if (wire.pass() == Pass.FORWARD) {
            int source = w.drawn().source(edge).id();
            String value =
                    w.hidden().hidesValue(source)
                            ? Diagrams.HIDDEN
                            : text(w.value(source), w.numbersOf(source, numbers));
            return new Token(wire.route().at(along), value, ColorRole.VALUE);
        }
        Tensor handed = w.handed(edge).orElseThrow();
        String gradient =
                w.hidden().hides(w.graph(), edge) ? Diagrams.HIDDEN : text(handed, numbers);
        return new Token(wire.route().at(1 - along), gradient, ColorRole.UPSTREAM);
    }

    private static String text(Tensor t, Numbers numbers) {
        return numbers.brief(t);
    }
}
