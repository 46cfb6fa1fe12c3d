package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import java.util.List;

/// A function that a program defines, without problems.
///
/// @param span its statement
/// @param lines what it gives names to, in order
/// @param value what it gives
/// @param note what stands behind `#` beside it; empty if nothing does
/// @param depth how deep its calls nest: 1 if it calls no function of the program
/// @param calls how many bodies one call of it writes out, its own included
record Definition(
        String name,
        List<String> operands,
        Span span,
        List<Line> lines,
        Line value,
        String note,
        int depth,
        long calls) {

    /// A line of the body.
    ///
    /// @param name empty for the last one, the value
    record Line(String name, ExpressionContext right, TokenPositions place, String note) {}

    Definition {
        operands = List.copyOf(operands);
        lines = List.copyOf(lines);
    }

    /// `layer(X, W, b)`: how it is called.
    String head() {
        return name + "(" + String.join(", ", operands) + ")";
    }

    boolean takes(CallContext call) {
        return Arguments.list(call).size() == operands.size()
                && Arguments.list(call).stream()
                        .allMatch(a -> a.NAME() == null && a.expression() != null);
    }
}
