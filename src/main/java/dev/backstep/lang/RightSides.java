package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a text computes: the expressions of its lines and of the bodies of its functions, as far as
/// they parse.
final class RightSides {

    /// @param place of the line that it stands in
    record RightSide(ExpressionContext expression, TokenPositions place) {}

    private final String text;
    private final Syntax syntax = new Syntax(Set::of);
    private final List<RightSide> found = new ArrayList<>();

    private RightSides(String text) {
        this.text = text;
    }

    /// In the order of the text.
    static List<RightSide> of(String text) {
        RightSides sides = new RightSides(text);
        Statements cut = Statements.of(text);
        for (Span at : cut.spans()) {
            cut.body(at).ifPresentOrElse(sides::body, () -> sides.line(at));
        }
        return sides.found;
    }

    private void body(Statements.Body body) {
        if (body.isBlock()) {
            Statements.of(text, body.right()).spans().forEach(this::line);
        } else {
            line(body.right());
        }
    }

    /// A line that assigns, or a value alone.
    private void line(Span at) {
        TokenPositions place = new TokenPositions(text, at);
        if (Beginnings.assigned(text, at).isEmpty()) {
            syntax.triedValue(place).ifPresent(e -> found.add(new RightSide(e, place)));
        } else if (syntax.tried(place).orElse(null) instanceof AssignmentContext a) {
            found.add(new RightSide(a.expression(), place));
        }
    }
}
