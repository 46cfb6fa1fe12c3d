package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// A formula as a tree: what is simplified before it is printed.
///
/// Numbers and symbols of different shapes stand side by side; a dimension of 1 is repeated where
/// that is needed.
sealed interface Expression {

    Number ZERO = new Number(0);
    Number ONE = new Number(1);

    /// A number that the formula itself contains, such as the 2 of `2x`.
    record Number(double value) implements Expression {}

    /// The value of a node, which the formula calls by its name.
    record Symbol(int node) implements Expression {}

    /// An op of expressions.
    record Applied(Op op, List<Expression> in) implements Expression {

        public Applied {
            in = List.copyOf(in);
        }

        /// The only operand, or the left one.
        Expression first() {
            return in.getFirst();
        }

        /// The right operand.
        Expression second() {
            return in.get(1);
        }
    }

    /// A matrix of ones, by which something is repeated.
    record Ones(Shape shape) implements Expression {}

    /// φ, the standard normal density: e^(−x²/2)/√(2π).
    record Density(Expression of) implements Expression {}

    /// One of three, by the sign of `of`.
    record Choice(Expression of, Expression above, Expression at, Expression below)
            implements Expression {

        /// Whether both sides meet at 0.
        boolean isSmooth() {
            return isAlsoAt0(above) && isAlsoAt0(below);
        }

        /// Whether it is the same above and below 0, and not by a formula of its own.
        boolean isElsewhereOne() {
            return above.equals(below) && above instanceof Number;
        }

        /// Whether a case goes on to be right at the point where it ends.
        boolean isAlsoAt0(Expression side) {
            return at instanceof Number(double value)
                    && of instanceof Symbol
                    && side.value(_ -> Tensor.scalar(0)).equals(Tensor.scalar(value));
        }
    }

    static Applied of(Op op, Expression... in) {
        return new Applied(op, List.of(in));
    }

    static Applied times(Expression x, Expression y) {
        return of(Binary.MUL, x, y);
    }

    static Applied over(Expression x, Expression y) {
        return of(Binary.DIV, x, y);
    }

    static Applied minus(Expression x) {
        return of(Op.Unary.NEG, x);
    }

    /// The same with `change` done to each part of it directly below.
    default Expression map(UnaryOperator<Expression> change) {
        return switch (this) {
            case Number _, Symbol _, Ones _ -> this;
            case Applied(Op op, List<Expression> in) ->
                    new Applied(op, in.stream().map(change).toList());
            case Density(Expression of) -> new Density(change.apply(of));
            case Choice(Expression of, Expression above, Expression at, Expression below) ->
                    new Choice(
                            change.apply(of),
                            change.apply(above),
                            change.apply(at),
                            change.apply(below));
        };
    }

    /// The shape of what it comes to.
    ///
    /// @param symbols the shape of each node that it names
    default Shape shape(IntFunction<Shape> symbols) {
        return switch (this) {
            case Number _ -> Shape.SCALAR;
            case Symbol(int node) -> symbols.apply(node);
            case Ones(Shape shape) -> shape;
            case Density(Expression of) -> of.shape(symbols);
            case Choice(Expression of, Expression above, Expression _, Expression below) ->
                    common(List.of(of.shape(symbols), above.shape(symbols), below.shape(symbols)));
            case Applied(Op op, List<Expression> in) -> {
                List<Shape> shapes = in.stream().map(e -> e.shape(symbols)).toList();
                yield op instanceof Binary ? common(shapes) : Rules.shape(op, shapes);
            }
        };
    }

    /// What it comes to.
    ///
    /// @param symbols the value of each node that it names
    default Tensor value(IntFunction<Tensor> symbols) {
        return switch (this) {
            case Number(double value) -> Tensor.scalar(value);
            case Symbol(int node) -> symbols.apply(node);
            case Ones(Shape shape) -> Tensor.full(shape, 1);
            case Applied(Op op, List<Expression> in) -> {
                List<Tensor> values = in.stream().map(e -> e.value(symbols)).toList();
                yield Rules.value(op, op instanceof Binary ? alike(values) : values);
            }
            case Density(Expression of) -> of.value(symbols).map(density());
            case Choice(Expression of, Expression above, Expression at, Expression below) -> {
                List<Tensor> all =
                        alike(
                                List.of(
                                        of.value(symbols),
                                        above.value(symbols),
                                        at.value(symbols),
                                        below.value(symbols)));
                yield Tensor.generate(all.getFirst().shape(), k -> chosen(all, k));
            }
        };
    }

    private static double chosen(List<Tensor> all, int k) {
        double of = all.getFirst().at(k);
        return Double.isNaN(of) ? of : all.get(of > 0 ? 1 : of == 0 ? 2 : 3).at(k);
    }

    private static DoubleUnaryOperator density() {
        return x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static Shape common(List<Shape> shapes) {
        return shapes.stream().reduce(Shape.SCALAR, (a, b) -> a.broadcast(b).orElseThrow());
    }

    private static List<Tensor> alike(List<Tensor> values) {
        Shape to = common(values.stream().map(Tensor::shape).toList());
        return values.stream().map(v -> v.stretchedTo(to)).toList();
    }
}
