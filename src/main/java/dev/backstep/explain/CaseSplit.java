package dev.backstep.explain;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.explain.Expression.Choice;
import dev.backstep.explain.Expression.Number;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes a formula that contains steps as cases, by the sign of what the steps depend on.
final class CaseSplit {

    private CaseSplit() {}

    /// The same without steps.
    static Expression of(Expression e) {
        return kinks(e).findFirst()
                .<Expression>map(
                        kink ->
                                new Choice(
                                        kink,
                                        branch(e, kink, 1),
                                        branch(e, kink, 0),
                                        branch(e, kink, -1)))
                .orElseGet(() -> Simplifier.simplified(e));
    }

    private static Expression branch(Expression e, Expression kink, int sign) {
        return of(Simplifier.simplified(known(e, kink, sign)));
    }

    /// What the steps of a formula depend on, what is free of steps itself first. Steps that are
    /// added up count elements and stay as they are.
    private static Stream<Expression> kinks(Expression e) {
        if (!(e instanceof Applied a)) {
            return Stream.empty();
        }
        if (a.op() instanceof Op.Reduction) {
            return Stream.empty();
        }
        Stream<Expression> inside = a.in().stream().flatMap(CaseSplit::kinks);
        return a.op() instanceof Op.StepFunction
                ? Stream.concat(inside, Stream.of(a.first()))
                : inside;
    }

    /// The formula if `kink` has that sign.
    private static Expression known(Expression e, Expression kink, int sign) {
        if (e instanceof Applied a && a.op() instanceof Op.Reduction) {
            return e;
        }
        if (e instanceof Applied(Op.StepFunction step, List<Expression> in)
                && in.equals(List.of(kink))) {
            return new Number(sign > 0 ? step.above() : sign == 0 ? step.at() : step.below());
        }
        if (e instanceof Applied a && a.in().equals(List.of(kink, Expression.ZERO))) {
            Optional<Expression> one = larger(a.op(), kink, sign);
            if (one.isPresent()) {
                return one.get();
            }
        }
        return e.map(part -> known(part, kink, sign));
    }

    /// Which of `kink` and 0 a maximum or a minimum is.
    private static Optional<Expression> larger(Op op, Expression kink, int sign) {
        boolean max = op == Binary.MAX;
        if (!max && op != Binary.MIN) {
            return Optional.empty();
        }
        return Optional.of(sign != 0 && sign > 0 == max ? kink : Expression.ZERO);
    }
}
