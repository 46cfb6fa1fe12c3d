package dev.backstep.explain;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;

/// Takes out of a formula what only steers its edges, where it would read 0/0 or 0·log 0: a
/// textbook leaves that to the text.
final class Guards {

    private Guards() {}

    /// The same formula for every value that is not at such an edge.
    static Expression hidden(Expression e) {
        return switch (e.map(Guards::hidden)) {
            case Applied a when a.op() == Binary.SAFE_DIV -> Expression.over(a.first(), a.second());
            case Applied a when a.op() == Binary.ADD && isNearlyAlwaysZero(a.second()) -> a.first();
            case Expression other -> other;
        };
    }

    /// Whether it is 0 but for single values of what it is made of.
    private static boolean isNearlyAlwaysZero(Expression e) {
        return e instanceof Applied a
                && (a.op() instanceof Op.StepFunction(double below, double _, double above)
                                && below == 0
                                && above == 0
                        || a.op() == Binary.MUL
                                && (isNearlyAlwaysZero(a.first())
                                        || isNearlyAlwaysZero(a.second())));
    }
}
