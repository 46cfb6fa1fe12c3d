package dev.backstep.explain;

import static dev.backstep.explain.Expression.ONE;
import static dev.backstep.explain.Expression.ZERO;
import static dev.backstep.explain.Expression.minus;
import static dev.backstep.explain.Expression.over;
import static dev.backstep.explain.Expression.times;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.explain.Expression.Density;
import dev.backstep.explain.Expression.Number;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import java.util.List;
import java.util.OptionalDouble;

/// Writes a formula as one would by hand: without `x·1`, `0 + x` and `−(−x)`, a quotient of a
/// quotient as one, its sign in front, a number first in its product.
///
/// A few rules of algebra, applied from the inside out until none fits. Each makes the tree smaller
/// or moves a number or a sign outward, so that this ends.
final class Simplifier {

    private static final double OF_DENSITY = 1 / Math.sqrt(2 * Math.PI);

    private Simplifier() {}

    static Expression simplified(Expression e) {
        return once(e.map(Simplifier::simplified));
    }

    /// The same, if the parts are simple already.
    private static Expression once(Expression e) {
        if (!(e instanceof Applied a)) {
            return e;
        }
        Expression shorter =
                switch (a.op()) {
                    case Unary op -> unary(a, op);
                    case Op.Pow(double p) -> power(a, p);
                    case Op.StepFunction(double below, double at, double above) ->
                            number(a.first()).stream()
                                    .<Expression>mapToObj(
                                            x -> new Number(x > 0 ? above : x < 0 ? below : at))
                                    .findFirst()
                                    .orElse(a);
                    case Binary op -> binary(a, op);
                    case Op _ -> a;
                };
        return shorter.equals(e) ? e : simplified(shorter);
    }

    private static Expression unary(Applied a, Unary op) {
        Expression x = a.first();
        if (op == Unary.NEG) {
            return negative(x);
        }
        return switch (x) {
            case Number(double v) when op == Unary.SQUARE -> new Number(v * v);
            case Number(double v) when v == 0 && op == Unary.EXP -> ONE;
            case Number(double v) when v == 1 && op == Unary.LOG -> ZERO;
            case Expression _ -> a;
        };
    }

    private static Expression negative(Expression x) {
        return switch (x) {
            case Number(double v) -> new Number(-v);
            case Applied(Unary op, List<Expression> in) when op == Unary.NEG -> in.getFirst();
            case Applied(Binary op, List<Expression> in)
                    when op == Binary.MUL && in.getFirst() instanceof Number(double v) ->
                    times(new Number(-v), in.get(1));
            case Expression _ -> minus(x);
        };
    }

    private static Expression power(Applied a, double p) {
        if (p == 0 || p == 1) {
            return p == 0 ? ONE : a.first();
        }
        return p == 2 ? Expression.of(Unary.SQUARE, a.first()) : a;
    }

    private static Expression binary(Applied a, Binary op) {
        Expression x = a.first();
        Expression y = a.second();
        return switch (op) {
            case ADD -> sum(a, x, y);
            case SUB -> difference(a, x, y);
            case MUL -> product(a, x, y);
            case DIV -> quotient(a, x, y);
            case POW ->
                    number(y).isPresent()
                            ? Expression.of(new Op.Pow(number(y).getAsDouble()), x)
                            : a;
            case MAX, MIN, SAFE_DIV, BCE, BCE_LOGITS, SE -> a;
        };
    }

    private static Expression sum(Applied a, Expression x, Expression y) {
        if (number(x).isPresent() && number(y).isPresent()) {
            return new Number(number(x).getAsDouble() + number(y).getAsDouble());
        }
        if (x.equals(ZERO) || y.equals(ZERO)) {
            return x.equals(ZERO) ? y : x;
        }
        return isNegated(y) ? Expression.of(Binary.SUB, x, withoutSign(y)) : a;
    }

    private static Expression difference(Applied a, Expression x, Expression y) {
        if (number(x).isPresent() && number(y).isPresent()) {
            return new Number(number(x).getAsDouble() - number(y).getAsDouble());
        }
        if (x.equals(ZERO) || y.equals(ZERO)) {
            return x.equals(ZERO) ? minus(y) : x;
        }
        if (number(y).isPresent() && number(y).getAsDouble() < 0) {
            return Expression.of(Binary.ADD, x, new Number(-number(y).getAsDouble()));
        }
        return isNegated(y) ? Expression.of(Binary.ADD, x, withoutSign(y)) : a;
    }

    private static Expression product(Applied a, Expression x, Expression y) {
        if (number(x).isPresent()) {
            return scaled(a, number(x).getAsDouble(), y);
        }
        if (number(y).isPresent()) {
            return times(y, x);
        }
        if (isNegated(x) || isNegated(y)) {
            Expression product = times(withoutSign(x), withoutSign(y));
            return isNegated(x) == isNegated(y) ? product : minus(product);
        }
        if (x instanceof Applied b && b.op() == Binary.MUL && number(b.first()).isPresent()) {
            return times(b.first(), times(b.second(), y));
        }
        if (y instanceof Applied b && b.op() == Binary.MUL && number(b.first()).isPresent()) {
            return times(b.first(), times(x, b.second()));
        }
        if (y instanceof Applied b && b.op() == Binary.DIV) {
            return over(times(x, b.first()), b.second());
        }
        return x.equals(y) ? Expression.of(Unary.SQUARE, x) : a;
    }

    private static Expression scaled(Applied a, double c, Expression x) {
        if (c == 0 || c == 1) {
            return c == 0 ? ZERO : x;
        }
        if (c == -1) {
            return minus(x);
        }
        return switch (x) {
            case Number(double v) -> new Number(c * v);
            case Applied(Binary op, List<Expression> in)
                    when op == Binary.MUL && number(in.getFirst()).isPresent() ->
                    times(new Number(c * number(in.getFirst()).getAsDouble()), in.get(1));
            case Applied(Binary op, List<Expression> in) when op == Binary.DIV ->
                    over(times(new Number(c), in.getFirst()), in.get(1));
            case Applied(Unary op, List<Expression> in) when op == Unary.NEG ->
                    times(new Number(-c), in.getFirst());
            case Applied(Unary op, List<Expression> in) when op == Unary.EXP && c == OF_DENSITY ->
                    density(in.getFirst(), a);
            case Expression _ -> a;
        };
    }

    /// φ(x), if the exponent is −x²/2.
    private static Expression density(Expression exponent, Expression otherwise) {
        return exponent instanceof Applied(Op op, List<Expression> in)
                        && op == Binary.MUL
                        && in.getFirst().equals(new Number(-0.5))
                        && in.get(1) instanceof Applied square
                        && square.op() == Unary.SQUARE
                ? new Density(square.first())
                : otherwise;
    }

    private static Expression quotient(Applied a, Expression x, Expression y) {
        if (y.equals(ONE) || x.equals(ZERO)) {
            return x;
        }
        if (isNegated(x) || isNegated(y)) {
            Expression quotient = over(withoutSign(x), withoutSign(y));
            return isNegated(x) == isNegated(y) ? quotient : minus(quotient);
        }
        if (x instanceof Applied b && b.op() == Binary.DIV) {
            return over(b.first(), times(b.second(), y));
        }
        if (y instanceof Applied b && b.op() == Binary.DIV) {
            return over(times(x, b.second()), b.first());
        }
        if (x instanceof Number(double c) && c < 0) {
            return minus(over(new Number(-c), y));
        }
        if (x instanceof Number(double c) && parts(c) > 1) {
            return over(ONE, times(new Number(parts(c)), y));
        }
        return a;
    }

    /// n, if the number is 1/n for a whole n from 1 up; else 0.
    static double parts(double c) {
        double n = Math.rint(1 / c);
        return c > 0 && n >= 1 && 1 / n == c ? n : 0;
    }

    private static boolean isNegated(Expression e) {
        return e instanceof Applied a && a.op() == Unary.NEG;
    }

    private static Expression withoutSign(Expression e) {
        return e instanceof Applied a && a.op() == Unary.NEG ? a.first() : e;
    }

    private static OptionalDouble number(Expression e) {
        return e instanceof Number(double value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }
}
